// What the keys of Compose files mean, in a sentence each. A name is the key, or the key behind the
// one that it stands under; `service` and `section` stand for the names that people give. Pure data.
import { t } from "../../l10n.ts";

export const docs: Readonly<Record<string, () => string>> = {
  version: () => t("Obsolete: Compose ignores it. Remove the line."),
  name: () =>
    t(
      "The project's name, with which the names of its containers, networks and volumes begin. By default the name of the folder.",
    ),
  include: () =>
    t("Other Compose files whose services, networks and volumes become part of this project."),
  "include.path": () => t("The file to include, or several that are merged first."),
  "include.env_file": () => t("Env files that give values to the variables in the included file."),
  "include.project_directory": () =>
    t("The folder that relative paths in the included file start from."),
  services: () => t("The programs that make up the project; each runs in one or more containers."),
  networks: () =>
    t("Networks that services can join. Services on the same network reach each other by name."),
  volumes: () => t("Named volumes: data that outlives the containers and that services can share."),
  configs: () => t("Configuration files that services get read-only, without rebuilding an image."),
  secrets: () => t("Sensitive data that services get as files under `/run/secrets`."),
  models: () => t("AI models that the services use."),
  "service.annotations": () => t("Annotations of the container, for the runtime to read."),
  "service.attach": () => t("Whether `up` shows the output of this service."),
  "service.build": () =>
    t("How to build the image: the folder with the Dockerfile, or a mapping with details."),
  "build.context": () =>
    t("The build context: the folder (or Git URL) whose files the build can use."),
  "build.dockerfile": () => t("The Dockerfile, relative to the context."),
  "build.dockerfile_inline": () => t("The content of the Dockerfile itself, instead of a file."),
  "build.entitlements": () => t("Extra privileges that the build may use, such as `network.host`."),
  "build.args": () => t("Values for the `ARG`s of the Dockerfile."),
  "build.ssh": () => t("SSH agents or keys that `RUN --mount=type=ssh` may use."),
  "build.labels": () => t("Labels for the image."),
  "build.cache_from": () => t("Where to read the build cache from."),
  "build.cache_to": () => t("Where to write the build cache to."),
  "build.no_cache": () => t("Build every step again, without the cache."),
  "build.no_cache_filter": () => t("Stages to build without the cache."),
  "build.additional_contexts": () =>
    t(
      "More folders, images or services that the Dockerfile can refer to by name in `FROM` and `--from`.",
    ),
  "build.network": () => t("The network that `RUN` steps use."),
  "build.pull": () => t("Always pull the base images again."),
  "build.target": () => t("The stage of the Dockerfile to build; the last one by default."),
  "build.shm_size": () => t("The size of `/dev/shm` during the build."),
  "build.extra_hosts": () => t("Additional host names and their addresses during the build."),
  "build.isolation": () => t("The isolation of build containers on Windows."),
  "build.privileged": () => t("Build with elevated privileges."),
  "build.secrets": () =>
    t("Secrets that `RUN --mount=type=secret` can use; they do not end up in the image."),
  "build.tags": () => t("Additional names and tags for the image."),
  "build.ulimits": () => t("Limits for processes during the build."),
  "build.platforms": () => t("Platforms that the image is built for, such as `linux/arm64`."),
  "build.provenance": () =>
    t("Attach a provenance attestation: a record of how the image was built."),
  "build.sbom": () =>
    t("Attach a software bill of materials (SBOM): a list of what the image contains."),
  "service.blkio_config": () => t("Limits for reading from and writing to disks."),
  "blkio_config.weight": () => t("The service's share of disk time, from 10 to 1000."),
  "blkio_config.weight_device": () => t("The share of disk time for individual devices."),
  "blkio_config.device_read_bps": () =>
    t("The most bytes per second that may be read from a device."),
  "blkio_config.device_write_bps": () =>
    t("The most bytes per second that may be written to a device."),
  "blkio_config.device_read_iops": () => t("The most read operations per second from a device."),
  "blkio_config.device_write_iops": () => t("The most write operations per second to a device."),
  path: () => t("The device's path."),
  rate: () => t("The upper limit per second."),
  "weight_device.weight": () => t("The share for this device."),
  "service.cap_add": () => t("Linux capabilities to give to the container, such as `NET_ADMIN`."),
  "service.cap_drop": () =>
    t("Linux capabilities to take away from the container; `ALL` takes away all of them."),
  "service.cgroup": () =>
    t("The cgroup namespace: `host` for the host's, `private` for the container's own."),
  "service.cgroup_parent": () => t("The parent cgroup of the container."),
  "service.command": () => t("The command to run in the container instead of the image's `CMD`."),
  "service.configs": () => t("Configs that the service gets as files in its container."),
  "service.container_name": () =>
    t("A fixed name for the container. The service then cannot be scaled to several containers."),
  "service.cpu_count": () => t("The number of CPUs (Windows)."),
  "service.cpu_percent": () => t("The percentage of the CPUs that may be used (Windows)."),
  "service.cpu_shares": () =>
    t("The weight relative to other containers when CPU time is short; 1024 by default."),
  "service.cpu_quota": () => t("The CPU time that may be used in each period, in microseconds."),
  "service.cpu_period": () => t("The length of the period for `cpu_quota`, in microseconds."),
  "service.cpu_rt_period": () => t("The period of the real-time scheduler, in microseconds."),
  "service.cpu_rt_runtime": () =>
    t("The real-time CPU time that may be used in each period, in microseconds."),
  "service.cpus": () => t("The most CPUs that may be used; `0.5` is half of one."),
  "service.cpuset": () => t("Which CPUs may be used, such as `0-3` or `0,1`."),
  "service.credential_spec": () => t("The credentials of a managed service account (Windows)."),
  "credential_spec.config": () => t("The config that holds the specification."),
  "credential_spec.file": () => t("The file that holds the specification."),
  "credential_spec.registry": () =>
    t("The value in the Windows registry of the engine's machine that holds the specification."),
  "service.depends_on": () => t("Services that start before this one and stop after it."),
  "depends_on.condition": () =>
    t(
      "What to wait for: `service_started`, `service_healthy` (its healthcheck passes) or `service_completed_successfully` (it has exited with code 0).",
    ),
  "depends_on.required": () =>
    t("With `false`, Compose only warns if the other service is not started or not available."),
  "depends_on.restart": () =>
    t("Restart this service too when Compose restarts or updates the other one."),
  "service.deploy": () =>
    t("How many containers run, with what resource limits, and how they are updated in a cluster."),
  "deploy.mode": () =>
    t(
      "`replicated` runs a given number of containers, `global` one on each node; the `-job` forms run until they finish.",
    ),
  "deploy.endpoint_mode": () =>
    t(
      "How clients reach the service: through one virtual address (`vip`) or through several DNS entries (`dnsrr`).",
    ),
  "deploy.replicas": () => t("How many containers to run."),
  "deploy.labels": () => t("Labels for the service, not for its containers."),
  "deploy.update_config": () => t("How updates are carried out."),
  "deploy.rollback_config": () => t("How a failed update is rolled back."),
  parallelism: () => t("How many containers to update at a time; 0 means all at once."),
  delay: () => t("How long to wait before the next attempt or the next group."),
  failure_action: () => t("What to do if it fails."),
  monitor: () => t("How long to watch each updated container for failure."),
  max_failure_ratio: () => t("The share of failures to tolerate, from 0 to 1."),
  order: () =>
    t(
      "`stop-first` stops the old container before the new one starts; `start-first` lets both run for a short time.",
    ),
  "deploy.resources": () => t("Upper limits and guaranteed amounts of resources."),
  "resources.limits": () => t("The most that each container may use."),
  "resources.reservations": () => t("What each container is guaranteed."),
  "resources.cpus": () => t("The number of CPUs; fractions are allowed."),
  "resources.memory": () => t("Memory, such as `512m`."),
  "limits.pids": () => t("The maximum number of processes."),
  "reservations.devices": () => t("Devices such as GPUs that the container needs."),
  "reservations.generic_resources": () => t("Resources that an administrator has defined."),
  "generic_resources.discrete_resource_spec": () =>
    t("A kind of resource and how many are needed."),
  "discrete_resource_spec.kind": () => t("The kind of resource."),
  "discrete_resource_spec.value": () => t("How many are needed."),
  capabilities: () => t("What the device must be capable of, such as `gpu`."),
  count: () => t("How many devices, or `all`."),
  device_ids: () => t("The IDs of the devices; not together with `count`."),
  "devices.driver": () => t("The driver of the devices."),
  options: () => t("Options for the driver."),
  "deploy.restart_policy": () => t("Whether and how containers are restarted after they exit."),
  "restart_policy.condition": () =>
    t("When to restart a container: `none`, `on-failure` or `any`."),
  "restart_policy.max_attempts": () => t("The most attempts before giving up."),
  "restart_policy.window": () =>
    t("How long a container must run before the restart counts as successful."),
  "deploy.placement": () => t("Which nodes of the cluster the containers may run on."),
  "placement.constraints": () =>
    t("Conditions that a node must meet, such as `node.role==manager`."),
  "placement.preferences": () => t("How to spread the containers over the nodes."),
  "preferences.spread": () =>
    t("The node label whose values the containers are spread over evenly."),
  "placement.max_replicas_per_node": () => t("The maximum number of containers on one node."),
  "service.develop": () => t("What to do with the running service when its source files change."),
  "develop.watch": () =>
    t("Rules for `docker compose watch`: a path, and what to do when it changes."),
  "watch.action": () =>
    t(
      "`rebuild` builds a new image and replaces the container, `sync` copies files into the container, `restart` restarts it; `sync+restart` and `sync+exec` copy first.",
    ),
  "watch.path": () => t("The file or folder to watch."),
  "watch.target": () => t("Where to copy the files to in the container."),
  "watch.ignore": () => t("Patterns of files not to watch."),
  "watch.include": () => t("Patterns of files; only these are watched."),
  "watch.exec": () => t("The command to run in the container after copying."),
  "watch.initial_sync": () => t("Copy all files once when watching starts."),
  "exec.command": () => t("The command to run."),
  "exec.user": () => t("The user to run it as."),
  "exec.privileged": () => t("Run it with extended privileges."),
  "exec.working_dir": () => t("The folder to run it in."),
  "exec.environment": () => t("Environment variables for the command."),
  "pre_start.image": () => t("The image to run the command in; without it, that of the service."),
  "pre_start.per_replica": () =>
    t("Whether the command runs for each replica rather than once for the service."),
  "service.device_cgroup_rules": () => t("Rules for access to devices, such as `c 1:3 rmw`."),
  "service.devices": () =>
    t("Devices of the host that the container can use: `/dev/host:/dev/container:rwm`."),
  "devices.source": () => t("The device on the host."),
  "devices.target": () => t("Its path in the container."),
  "devices.permissions": () => t("What is allowed: `r` read, `w` write, `m` create device nodes."),
  "service.dns": () => t("DNS servers for the container."),
  "service.dns_opt": () => t("Options for DNS lookups."),
  "service.dns_search": () => t("Domains to append to short names when looking them up."),
  "service.domainname": () => t("The domain part of the container's host name."),
  "service.entrypoint": () =>
    t("The program to start instead of the image's `ENTRYPOINT`; `command` gives its arguments."),
  "service.env_file": () =>
    t(
      "Files with `NAME=value` lines: environment variables for the container. `environment` takes precedence.",
    ),
  "env_file.path": () => t("The path of the env file."),
  "env_file.format": () =>
    t("With `raw`, values are used exactly as written: quotes and variables are not interpreted."),
  "env_file.required": () => t("With `false`, it is not an error if the file is missing."),
  "service.label_file": () => t("Files with labels for the container."),
  "service.environment": () =>
    t(
      "Environment variables for the container, as a mapping or as a list of `NAME=value`. A name alone takes its value from your shell or `.env`.",
    ),
  "service.expose": () =>
    t("Ports that other services can reach; nothing is published on the host."),
  "service.extends": () =>
    t("Take over the settings of another service, in this file or another one."),
  "extends.service": () => t("The service to extend."),
  "extends.file": () => t("The file that defines it."),
  "service.provider": () => t("A program that provides this service instead of a container."),
  "provider.type": () => t("The provider's name."),
  "provider.options": () => t("Options for the provider."),
  "service.external_links": () => t("Links to containers outside this project."),
  "service.extra_hosts": () =>
    t(
      "Additional entries for `/etc/hosts`: `name=address`. The address `host-gateway` stands for the host.",
    ),
  "service.gpus": () => t("The GPUs that the container can use: `all` or a list."),
  "gpus.driver": () => t("The driver, such as `nvidia`."),
  "service.group_add": () => t("Additional groups for the user in the container."),
  "service.healthcheck": () =>
    t("A command that tells whether the service works. `depends_on` can wait for it."),
  "healthcheck.test": () =>
    t(
      "The command: a string for the shell, or a list that begins with `CMD`, `CMD-SHELL` or `NONE`.",
    ),
  "healthcheck.interval": () => t("The time between two checks; 30s by default."),
  "healthcheck.timeout": () => t("How long a check may take; 30s by default."),
  "healthcheck.retries": () =>
    t("How many failures in a row make the container unhealthy; 3 by default."),
  "healthcheck.start_period": () =>
    t("The time after the start during which failures do not count."),
  "healthcheck.start_interval": () => t("The time between two checks during the start period."),
  "healthcheck.disable": () => t("Switch off the image's own healthcheck."),
  "service.hostname": () => t("The container's host name."),
  "service.image": () =>
    t("The image that the container starts from: `name:tag`. With `build` it names the result."),
  "service.init": () =>
    t("Run a small init process that passes signals on and cleans up zombie processes."),
  "service.ipc": () =>
    t("The IPC namespace (shared memory): `shareable`, `service:name`, `host` …"),
  "service.isolation": () => t("The isolation of the container (Windows)."),
  "service.labels": () => t("Labels for the container."),
  "service.links": () => t("Obsolete: services on the same network reach each other by name."),
  "service.logging": () => t("Where the output of the containers is logged."),
  "logging.driver": () => t("The logging driver, such as `json-file`, `local` or `none`."),
  "logging.options": () => t("Options for the driver, such as `max-size`."),
  mac_address: () => t("The MAC address."),
  "service.mem_limit": () => t("The most memory that may be used, such as `512m`."),
  "service.mem_reservation": () =>
    t("The memory that the container should keep when memory runs short."),
  "service.mem_swappiness": () => t("How readily the kernel swaps out memory, from 0 to 100."),
  "service.memswap_limit": () => t("The limit for memory and swap together; `-1` means unlimited."),
  "service.models": () =>
    t("AI models that the service uses; it gets their addresses in environment variables."),
  "models.endpoint_var": () => t("The environment variable that holds the model's address."),
  "models.model_var": () => t("The environment variable that holds the model's name."),
  "models.model": () => t("The model to use, such as `ai/smollm2`."),
  "models.context_size": () => t("The size of the model's context, in tokens."),
  "models.runtime_flags": () => t("Options for the program that runs the model."),
  "service.network_mode": () =>
    t("Instead of networks: `host`, `none`, or another service's network with `service:name`."),
  "service.networks": () =>
    t("The networks that the service joins; by default it joins `default`."),
  "networks.aliases": () => t("Additional names of the service on this network."),
  "networks.interface_name": () => t("The name of the interface in the container."),
  "networks.ipv4_address": () => t("A fixed IPv4 address; the network needs a subnet."),
  "networks.ipv6_address": () => t("A fixed IPv6 address; the network needs a subnet."),
  "networks.link_local_ips": () => t("Link-local IP addresses of the container."),
  "networks.priority": () =>
    t("The order in which the container joins its networks; the highest first."),
  "networks.gw_priority": () => t("The network with the highest number gives the default gateway."),
  driver_opts: () => t("Options for the driver."),
  "service.oom_kill_disable": () => t("Do not kill the container when memory runs out."),
  "service.oom_score_adj": () =>
    t(
      "How likely the kernel is to kill the container when memory runs out, from -1000 (never) to 1000.",
    ),
  "service.pid": () => t("The process namespace: `host` or `service:name`."),
  "service.pids_limit": () => t("The maximum number of processes; `-1` means unlimited."),
  "service.platform": () => t("The platform to run on, such as `linux/arm64`."),
  "service.ports": () => t('Ports to publish on the host: `"host:container"`. Put them in quotes.'),
  "ports.name": () => t("A readable name for the port."),
  "ports.mode": () =>
    t("`host` publishes the port on each node, `ingress` balances the load over all of them."),
  "ports.host_ip": () =>
    t("The address of the host to listen on; with `127.0.0.1` only the host itself can connect."),
  "ports.target": () => t("The port in the container."),
  "ports.published": () => t("The port on the host; without it, a free one is used."),
  "ports.protocol": () => t("`tcp` or `udp`."),
  "ports.app_protocol": () => t("The application protocol of the port, such as `http`."),
  "service.post_start": () => t("Commands to run in the container after it has started."),
  "service.pre_start": () =>
    t("Commands to run before the container starts, each in a container of its own."),
  "service.pre_stop": () => t("Commands to run in the container before it is stopped."),
  "service.privileged": () =>
    t("Give the container nearly full access to the host. Rarely needed, and dangerous."),
  "service.profiles": () => t("The service starts only when one of these profiles is active."),
  "service.pull_policy": () =>
    t(
      "When to pull the image: `always`, `missing`, `never`, `build`, `daily`, `weekly` or for example `every_12h`.",
    ),
  "service.pull_refresh_after": () => t("How old an image may get before it is pulled again."),
  "service.read_only": () => t("Mount the container's file system read-only."),
  "service.restart": () =>
    t(
      "Whether to restart the container when it exits: `no`, `always`, `on-failure` or `unless-stopped`.",
    ),
  "service.runtime": () => t("The runtime that runs the container, such as `runc`."),
  "service.scale": () => t("How many containers to run."),
  "service.security_opt": () => t("Security options, such as `no-new-privileges:true`."),
  "service.shm_size": () => t("The size of `/dev/shm`."),
  "service.secrets": () => t("Secrets that the service gets as files under `/run/secrets`."),
  "service.sysctls": () => t("Kernel parameters (sysctls) for the container."),
  "service.stdin_open": () => t("Keep the standard input open, as `docker run -i` does."),
  "service.stop_grace_period": () =>
    t("How long the container has to stop before it is killed; 10s by default."),
  "service.stop_signal": () =>
    t("The signal that asks the container to stop; by default the one of the image, or SIGTERM."),
  "service.storage_opt": () => t("Options for the storage driver."),
  "service.tmpfs": () => t("Folders in memory; their content is lost with the container."),
  "service.tty": () => t("Give the container a terminal, as `docker run -t` does."),
  "service.ulimits": () => t("Limits for processes, such as `nofile` for open files."),
  "ulimits.soft": () => t("The limit that applies at first."),
  "ulimits.hard": () => t("The highest value to which the soft limit may be raised."),
  "service.use_api_socket": () => t("Let the container use the engine's API through its socket."),
  "service.user": () => t("The user to run as: a name or number, or `user:group`."),
  "service.uts": () =>
    t("The UTS namespace (host name); with `host` the container has the host's."),
  "service.userns_mode": () => t("The user namespace; `host` uses the host's, without remapping."),
  "service.volumes": () =>
    t(
      "Mounts: `./folder:/path` for a folder of the host, `name:/path` for a volume; `:ro` at the end makes it read-only.",
    ),
  "volumes.type": () =>
    t(
      "`bind` is a path of the host, `volume` a named volume, `tmpfs` memory, `image` the content of an image.",
    ),
  "volumes.source": () => t("The path on the host, or the volume's name."),
  "volumes.target": () => t("The path in the container."),
  "volumes.read_only": () => t("The container cannot write to it."),
  "volumes.consistency": () => t("How strictly host and container are kept in sync (macOS)."),
  "volumes.bind": () => t("Options for a bind mount."),
  "bind.propagation": () => t("Whether mounts made inside it on one side appear on the other."),
  "bind.create_host_path": () => t("Create the folder on the host if it is missing."),
  "bind.recursive": () => t("Whether mounts inside the folder are included."),
  "bind.selinux": () =>
    t("SELinux: `z` lets all containers share the files, `Z` reserves them for this one."),
  "volumes.volume": () => t("Options for a volume mount."),
  "volume.nocopy": () => t("Do not copy what the image has at this path into a new volume."),
  "volume.labels": () => t("Labels for the volume."),
  subpath: () => t("Mount only this path inside it."),
  "volumes.tmpfs": () => t("Options for a mount in memory."),
  "tmpfs.size": () => t("The maximum size in bytes."),
  "tmpfs.mode": () => t("The permissions, as an octal number."),
  "volumes.image": () => t("Options for an image mount."),
  "service.volumes_from": () => t("Take over all mounts of another service: `name:ro`."),
  "service.working_dir": () =>
    t("The folder to start the program in, instead of the image's `WORKDIR`."),
  source: () => t("The name of the config or secret."),
  target: () => t("The path of the file in the container."),
  uid: () => t("The user ID that owns the file."),
  gid: () => t("The group ID that owns the file."),
  mode: () => t("The permissions of the file, as an octal number."),
  "network.driver": () => t("`bridge` for one machine, `overlay` for a cluster, or a plugin."),
  "network.ipam": () => t("How IP addresses are assigned (IPAM)."),
  "ipam.driver": () => t("The IPAM driver."),
  "ipam.config": () => t("The address ranges."),
  "config.subnet": () => t("The network's subnet, such as `172.28.0.0/16`."),
  "config.ip_range": () => t("The part of the subnet that containers get addresses from."),
  "config.gateway": () => t("The gateway's address."),
  "config.aux_addresses": () => t("Addresses in the subnet that are reserved, by name."),
  "ipam.options": () => t("Options for the IPAM driver."),
  external: () => t("It already exists: Compose neither creates nor removes it."),
  "external.name": () => t("Obsolete: write `name` next to `external: true`."),
  "network.internal": () => t("No connection to the outside: the services reach only each other."),
  "network.attachable": () => t("Containers outside this project may join."),
  "network.enable_ipv4": () => t("Whether containers get IPv4 addresses."),
  "network.enable_ipv6": () => t("Whether containers get IPv6 addresses."),
  labels: () => t("Labels: your own metadata, for people and programs."),
  "section.name": () =>
    t("Its name in the engine, instead of one that begins with the project's name."),
  "volume.driver": () => t("The volume's driver; `local` keeps the data on the engine's machine."),
  "section.file": () => t("The file with the content."),
  "section.environment": () => t("The environment variable with the content."),
  "section.content": () => t("The content itself."),
  "section.driver": () => t("The driver that stores the content."),
  "section.template_driver": () => t("The driver that fills in placeholders in the content."),
};
