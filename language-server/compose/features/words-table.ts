// Words that may stand as values where the specification's schema only says "text": by the path of
// the value, `*` for a name and `#` for a list item. Pure data.

/** Several words in one string, parted by blanks. */
export const words: Readonly<Record<string, string>> = {
  "services/*/restart": "always unless-stopped on-failure on-failure:5",
  "services/*/pull_policy": "always missing never build daily weekly every_12h if_not_present",
  "services/*/network_mode": "host none bridge",
  "services/*/ipc": "shareable private host none",
  "services/*/pid": "host",
  "services/*/uts": "host",
  "services/*/userns_mode": "host",
  "services/*/isolation": "default process hyperv",
  "services/*/build/isolation": "default process hyperv",
  "services/*/build/network": "host none default",
  "services/*/gpus": "all",
  "services/*/runtime": "runc nvidia",
  "services/*/platform": "linux/amd64 linux/arm64 linux/arm/v7 windows/amd64",
  "services/*/build/platforms/#": "linux/amd64 linux/arm64 linux/arm/v7",
  "services/*/stop_signal": "SIGTERM SIGINT SIGQUIT SIGKILL SIGHUP SIGUSR1 SIGUSR2 SIGWINCH",
  "services/*/healthcheck/test/#": "CMD CMD-SHELL NONE",
  "services/*/logging/driver":
    "json-file local none journald syslog fluentd gelf awslogs gcplogs splunk",
  "services/*/security_opt/#":
    "no-new-privileges:true seccomp:unconfined apparmor:unconfined label:disable",
  "services/*/build/entitlements/#": "network.host security.insecure",
  "services/*/build/ssh/#": "default",
  "services/*/build/ssh": "default",
  "services/*/provider/type": "model",
  "services/*/deploy/mode": "replicated global replicated-job global-job",
  "services/*/deploy/endpoint_mode": "vip dnsrr",
  "services/*/deploy/restart_policy/condition": "none on-failure any",
  "services/*/deploy/update_config/failure_action": "continue pause rollback",
  "services/*/deploy/rollback_config/failure_action": "continue pause",
  "services/*/deploy/resources/reservations/devices/#/capabilities/#": "gpu compute utility tpu",
  "services/*/deploy/resources/reservations/devices/#/driver": "nvidia cdi",
  "services/*/deploy/resources/reservations/devices/#/count": "all 1",
  "services/*/deploy/placement/constraints/#":
    "node.role==manager node.role==worker node.platform.os==linux",
  "services/*/volumes/#/bind/propagation": "rprivate private rshared shared rslave slave",
  "services/*/ports/#/protocol": "tcp udp",
  "services/*/ports/#/app_protocol": "http http2 https",
  "services/*/ports/#/host_ip": "127.0.0.1 0.0.0.0",
  "services/*/tmpfs/#": "/tmp /run",
  "services/*/tmpfs": "/tmp /run",
  "networks/*/driver": "bridge overlay macvlan ipvlan host none",
  "networks/*/ipam/driver": "default",
  "volumes/*/driver": "local",
  "services/*/env_file/#/format": "raw",
};

const durations = "5s 10s 30s 1m 5m";
const sizes = "128m 256m 512m 1g 2g";
const shares = "0.25 0.5 1 2";

/** The same by the key alone, wherever it stands in a service. */
export const wordsByKey: Readonly<Record<string, string>> = {
  interval: durations,
  timeout: durations,
  start_period: durations,
  start_interval: durations,
  stop_grace_period: durations,
  delay: durations,
  window: durations,
  monitor: durations,
  mem_limit: sizes,
  mem_reservation: sizes,
  memswap_limit: sizes,
  shm_size: sizes,
  memory: sizes,
  cpus: shares,
};

/** Units that a number may get, by the key. */
export const units: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(wordsByKey)
      .filter(([, list]) => list === durations || list === sizes)
      .map(([key, list]) => [key, list === durations ? "ms s m h" : "k m g"]),
  ),
};

/** Keys of mappings that the schema leaves free. */
export const freeKeys: Readonly<Record<string, string>> = {
  "services/*/ulimits": "nofile nproc core memlock stack fsize cpu rtprio",
  "services/*/build/ulimits": "nofile nproc core memlock stack",
  "services/*/sysctls":
    "net.core.somaxconn net.ipv4.ip_forward net.ipv4.tcp_syncookies net.ipv4.ip_unprivileged_port_start net.ipv6.conf.all.disable_ipv6",
  "services/*/logging/options": "max-size max-file mode tag labels env",
  "networks/*/driver_opts":
    "com.docker.network.bridge.name com.docker.network.driver.mtu com.docker.network.bridge.enable_icc",
  "volumes/*/driver_opts": "type o device",
  "services/*/extra_hosts": "host.docker.internal",
};

export const capabilities =
  "ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM";

/** Ports that programs commonly listen on. */
export const commonPorts = "80 443 3000 5000 5432 6379 8000 8080";

/** The keys that most services have, in the order that people write them. */
export const usualKeys =
  "services networks volumes image build container_name command entrypoint ports environment env_file volumes depends_on networks restart healthcheck working_dir user";

/** Variables that well-known images read, and where they keep their data. By the image's name. */
export const imageHabits: Readonly<Record<string, readonly [variables: string, data: string]>> = {
  postgres: [
    "POSTGRES_PASSWORD POSTGRES_USER POSTGRES_DB POSTGRES_PASSWORD_FILE PGDATA",
    "/var/lib/postgresql/data",
  ],
  mysql: [
    "MYSQL_ROOT_PASSWORD MYSQL_DATABASE MYSQL_USER MYSQL_PASSWORD MYSQL_ROOT_PASSWORD_FILE",
    "/var/lib/mysql",
  ],
  mariadb: [
    "MARIADB_ROOT_PASSWORD MARIADB_DATABASE MARIADB_USER MARIADB_PASSWORD MARIADB_ROOT_PASSWORD_FILE",
    "/var/lib/mysql",
  ],
  mongo: [
    "MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_ROOT_PASSWORD MONGO_INITDB_DATABASE",
    "/data/db",
  ],
  redis: ["", "/data"],
  rabbitmq: ["RABBITMQ_DEFAULT_USER RABBITMQ_DEFAULT_PASS", "/var/lib/rabbitmq"],
  wordpress: [
    "WORDPRESS_DB_HOST WORDPRESS_DB_USER WORDPRESS_DB_PASSWORD WORDPRESS_DB_NAME",
    "/var/www/html",
  ],
  nginx: ["", "/usr/share/nginx/html"],
  grafana: ["GF_SECURITY_ADMIN_USER GF_SECURITY_ADMIN_PASSWORD", "/var/lib/grafana"],
  minio: ["MINIO_ROOT_USER MINIO_ROOT_PASSWORD", "/data"],
  node: ["NODE_ENV", "/app"],
};
