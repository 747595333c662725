// What the Projects view calls drift beside what `docker compose up` would make anew: every key of a
// service is changed once, and both are asked.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type ComposeSuite, provideCompose } from "../../scripts/compose.ts";
import { driftIn, TestProject } from "./compose.ts";
import { cleanUp, engineAt, isPodman, socket } from "./engine.ts";

after(cleanUp);

/** By the name of a service: what it says at first, and then. */
const edits: Readonly<Record<string, readonly [before: string, after: string]>> = {
  nothing: ["command: sleep 1", "command: sleep 1"],
  form: ["command: sleep 1", "command: [sleep, '1']"],
  envform: ["environment: [A=1]", "environment: {A: 1}"],
  dependency: ["init: true", "init: true, depends_on: [nothing]"],
  profile: ["init: true", "init: true, profiles: [a]"],
  scaled: ["init: true", "init: true, scale: 1"],
  extension: ["init: true", "init: true, x-note: a"],
  command: ["command: sleep 1", "command: sleep 2"],
  entrypoint: ["entrypoint: [sleep, '1']", "entrypoint: [sleep, '2']"],
  environment: ["environment: {A: 1}", "environment: {A: 2}"],
  envgone: ["environment: {A: 1, B: 2}", "environment: {A: 1}"],
  labels: ["labels: {a: b}", "labels: {a: c}"],
  ports: ["expose: ['80']", "ports: ['80']"],
  exposed: ["init: true", "init: true, expose: ['81']"],
  mount: ["volumes: ['data:/data']", "volumes: ['data:/other']"],
  readonly: ["volumes: ['data:/data']", "volumes: ['data:/data:ro']"],
  bind: ["volumes: ['./one:/data']", "volumes: ['./two:/data']"],
  tmpfs: ["tmpfs: [/a]", "tmpfs: [/b]"],
  networks: ["networks: [default]", "networks: [default, back]"],
  alias: ["networks: {default: {aliases: [a]}}", "networks: {default: {aliases: [b]}}"],
  user: ["user: '1'", "user: '2'"],
  restart: ["restart: always", "restart: unless-stopped"],
  health: ["healthcheck: {test: ['CMD', 'true']}", "healthcheck: {test: ['CMD', 'false']}"],
  unhealthy: ["healthcheck: {test: ['CMD', 'true']}", "init: false"],
  interval: [
    "healthcheck: {test: ['CMD', 'true'], interval: 5s}",
    "healthcheck: {test: ['CMD', 'true'], interval: 6s}",
  ],
  memory: ["mem_limit: 50m", "mem_limit: 60m"],
  deployed: [
    "deploy: {resources: {limits: {memory: 50M}}}",
    "deploy: {resources: {limits: {memory: 60M}}}",
  ],
  cpus: ["cpus: 0.5", "cpus: 0.6"],
  capability: ["cap_add: [NET_ADMIN]", "cap_drop: [NET_RAW]"],
  logging: [
    "logging: {driver: json-file}",
    "logging: {driver: json-file, options: {max-size: 1m}}",
  ],
  hostname: ["hostname: one", "hostname: two"],
  hosts: ["extra_hosts: ['a:1.2.3.4']", "extra_hosts: ['a:1.2.3.5']"],
  resolver: ["dns: [1.1.1.1]", "dns: [8.8.8.8]"],
  ulimits: ["ulimits: {nofile: 1000}", "ulimits: {nofile: 1001}"],
  sysctl: ["sysctls: {net.core.somaxconn: 1000}", "sysctls: {net.core.somaxconn: 1001}"],
  grace: ["stop_grace_period: 1s", "stop_grace_period: 2s"],
  signal: ["stop_signal: SIGTERM", "stop_signal: SIGINT"],
  tty: ["tty: false", "tty: true"],
  privileged: ["privileged: false", "privileged: true"],
  rootfs: ["read_only: false", "read_only: true"],
  folder: ["working_dir: /tmp", "working_dir: /"],
  shm: ["shm_size: 64m", "shm_size: 65m"],
  pids: ["pids_limit: 100", "pids_limit: 101"],
  config: ["configs: [settings]", "configs: [{source: settings, target: /elsewhere}]"],
  configadded: ["init: true", "init: true, configs: [settings]"],
  secret: ["secrets: [token]", "secrets: [{source: token, target: other}]"],
  secretgone: ["secrets: [token]", "init: false"],
  renamed: ["container_name: drift-one", "container_name: drift-two"],
  inline: ["configs: [words]", "configs: [words]"],
  pulled: ["pull_policy: missing", "pull_policy: never"],
  attached: ["attach: true", "attach: false"],
  link: ["init: true", "init: true, links: [command]"],
  linked: ["links: [form, 'scaled:other']", "links: [form, 'scaled:other']"],
  linkgone: ["links: [nothing]", "init: false"],
  from: ["init: true", "init: true, volumes_from: [mount]"],
  mac: ["mac_address: '02:42:ac:11:65:43'", "mac_address: '02:42:ac:11:65:44'"],
  address: ["networks: {default: {priority: 1}}", "networks: {default: {priority: 2}}"],
  rules: ["device_cgroup_rules: ['c 1:3 mr']", "device_cgroup_rules: ['c 1:5 mr']"],
  device: ["devices: ['/dev/null:/dev/one']", "devices: ['/dev/null:/dev/two']"],
  swappiness: ["mem_swappiness: 10", "mem_swappiness: 20"],
  survivor: ["oom_kill_disable: false", "oom_kill_disable: true"],
  score: ["oom_score_adj: 10", "oom_score_adj: 20"],
  shares: ["cpu_shares: 100", "cpu_shares: 200"],
  set: ["cpuset: '0'", "cpuset: '0,1'"],
  group: ["group_add: [mail]", "group_add: ['8']"],
  option: ["security_opt: [no-new-privileges:true]", "security_opt: [seccomp:unconfined]"],
  open: ["stdin_open: false", "stdin_open: true"],
  domain: ["domainname: one.test", "domainname: two.test"],
  ipc: ["ipc: private", "ipc: shareable"],
  pid: ["init: true", "init: true, pid: host"],
  mode: ["init: true", "network_mode: none, init: true"],
  swap: ["mem_limit: 50m, memswap_limit: 60m", "mem_limit: 50m, memswap_limit: 70m"],
  reserved: ["mem_reservation: 20m", "mem_reservation: 30m"],
  platform: ["init: true", "init: true, platform: linux/amd64"],
  search: ["dns_search: [a.test]", "dns_search: [b.test]"],
  volumeoption: [
    "volumes: [{type: volume, source: data, target: /a}]",
    "volumes: [{type: volume, source: data, target: /a, volume: {nocopy: true}}]",
  ],
  propagation: [
    "volumes: [{type: bind, source: ./one, target: /a}]",
    "volumes: [{type: bind, source: ./one, target: /a, bind: {propagation: rslave}}]",
  ],
  sized: [
    "volumes: [{type: tmpfs, target: /a, tmpfs: {size: 1000000}}]",
    "volumes: [{type: tmpfs, target: /a, tmpfs: {size: 2000000}}]",
  ],
  anonymous: ["volumes: [/a]", "volumes: [/b]"],
  image: ["image: 'busybox:1.35'", "image: 'dockwright/hello:1'"],
};

/** Compose makes these anew although nothing of the container says that it has to. */
const unseen: Readonly<Record<ComposeSuite, readonly string[]>> = {
  // Old ones count depends_on in, and new engines forget the address that they ask for.
  trixie: ["address", "attached", "dependency", "mac", "platform"],
  sid: ["address", "attached", "platform"],
};

const fileOf = (which: 0 | 1) => {
  const services = Object.entries(edits).map(([name, edit]) => {
    const own = edit[which];
    const image = own.startsWith("image:") ? "" : "image: 'busybox:1.35', ";
    const mine = own.startsWith("labels:") ? "" : "labels: {dockwright.test: '1'}, ";
    return `  ${name}: {${image}${mine}${own}}`;
  });
  const label = 'labels: {dockwright.test: "1"}';
  return `services:
${services.join("\n")}
volumes: {data: {${label}}}
networks: {default: {${label}}, back: {${label}}}
configs: {settings: {file: ./settings.txt}, words: {content: 'words ${which}'}}
secrets: {token: {file: ./token.txt}}
`;
};

for (const suite of ["trixie", "sid"] satisfies ComposeSuite[])
  test(`drift is what the Compose of ${suite} would make anew`, async (context) => {
    const program = provideCompose(suite);
    if (!program || isPodman) return context.skip("no such Compose on this engine");
    const project = new TestProject(program, `drift${suite}`, {
      "compose.yaml": fileOf(0),
      "settings.txt": "a",
      "token.txt": "b",
      "one/.keep": "",
      "two/.keep": "",
    });
    const engine = engineAt(socket);
    const watching = engine.model.watch();
    try {
      await engine.model.whenLive(AbortSignal.timeout(60_000));
      await project.run("create");
      const clean = await driftIn(engine, await project.agreed(engine));
      assert.deepEqual(
        Object.entries(clean).filter(([, keys]) => keys.length > 0),
        [],
      );

      project.write("compose.yaml", fileOf(1));
      const drift = await driftIn(engine, await project.agreed(engine));
      const { stderr } = await project.compose("--dry-run", "up", "-d");
      const anew = new Set(
        [...stderr.matchAll(/Container (\S+?) +Recreate$/gm)].map(([, name = ""]) => name),
      );
      const named = (service: string) =>
        service === "renamed" ? "drift-one" : `drift${suite}-${service}-1`;
      const seen = Object.keys(drift).filter((service) => !unseen[suite].includes(service));
      assert.deepEqual(
        seen.filter((service) => drift[service]?.length),
        seen.filter((service) => anew.has(named(service))),
        stderr,
      );
    } finally {
      watching.dispose();
      engine.dispose();
      await project.remove();
    }
  });
