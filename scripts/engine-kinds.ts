// What kinds of engine tests can run on, and how each is had and started: Debian's own docker.io
// (20.10), or by DOCKWRIGHT_TEST_ENGINE=28|podman newer or other ones, unpacked from packages.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install, unpackOnce } from "./debian.ts";

/** How one engine is run. */
export interface EngineKind {
  readonly name: string;
  /** Flags from what an ordinary machine can do down to what the narrowest sandbox can. */
  readonly attempts: readonly (readonly string[])[];
  /** Whether it must have a network of its own, even when it is the only engine. */
  readonly apart: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** A line of shell that is run before it; `$folder` is its folder. */
  readonly before?: string;
  /** The command line of an engine whose files all lie below `folder`. */
  line(folder: string, socket: string): readonly string[];
  /** Environment that depends on the folder; writes what the engine needs to read there. */
  settle(folder: string): NodeJS.ProcessEnv;
}

/** The kind that the environment asks for. */
export const wishedKind = (): string => process.env.DOCKWRIGHT_TEST_ENGINE || "debian";

/** The kind that is asked for. Installs or unpacks what it needs. */
export function provideKind(wish: string): EngineKind {
  const provide = kinds[wish];
  if (!provide)
    throw new Error(`DOCKWRIGHT_TEST_ENGINE=${wish}: ${Object.keys(kinds).join(", ")} are known`);
  return provide();
}

const kinds: Readonly<Record<string, () => EngineKind>> = {
  debian: () => dockerd("debian", ""),
  26: () => dockerd("26", unpackOnce("trixie", dockerPackages)),
  28: () => dockerd("28", unpackOnce("sid", dockerPackages)),
  podman,
};

const dockerPackages = ["docker.io", "containerd", "docker-cli"];

/** Debian's engine, and of what it recommends the parts without which it may not start. */
const enginePackages: readonly string[] = [
  "docker.io",
  "iptables",
  "iproute2",
  "util-linux",
  "apparmor",
  "cgroupfs-mount",
  "ca-certificates",
  "xz-utils",
  // dockerd calls `ps` for the processes of a container.
  "procps",
];

/** dockerd, installed or from `tree`; newer runc does not run here, so it is always the installed one. */
function dockerd(name: string, tree: string): EngineKind {
  install(enginePackages, ["dockerd", "containerd", "runc", "ps"]);
  const program = tree ? join(tree, "usr/sbin/dockerd") : "dockerd";
  const folders = tree ? ["usr/bin", "usr/sbin"].map((one) => join(tree, one)) : [];
  const path = [...folders, process.env.PATH, "/usr/sbin", "/sbin"].join(":");
  return {
    name,
    apart: tree !== "",
    attempts: [
      [],
      ["--iptables=false"],
      ["--iptables=false", "--bridge=none"],
      ["--iptables=false", "--bridge=none", "--storage-driver=vfs"],
    ],
    env: { PATH: path },
    line: (folder, socket) => [
      program,
      `--config-file=${join(folder, "daemon.json")}`,
      ...["data", "exec"].map((part) => `--${part}-root=${join(folder, part)}`),
      `--pidfile=${join(folder, "docker.pid")}`,
      `--host=unix://${socket}`,
    ],
    settle(folder) {
      // An empty one of ours, so that the machine's own settings do not count.
      writeFileSync(join(folder, "daemon.json"), "{}\n");
      return {};
    },
  };
}

const podmanPackages = [
  "podman",
  "conmon",
  "libglib2.0-0",
  "netavark",
  "aardvark-dns",
  "libsubid4",
  "libgpgme11",
  "libyajl2",
  "libassuan0",
  "golang-github-containers-common",
  "golang-github-containers-image",
];

/** Podman 4.3 with all of its folders in ours; it writes rules for the network, so it has its own. */
function podman(): EngineKind {
  install(enginePackages, ["dockerd", "containerd", "runc"]);
  const tree = unpackOnce("bookworm", podmanPackages);
  const at = (...parts: string[]) => join(tree, "usr", ...parts);
  const machine = process.arch === "arm64" ? "aarch64" : "x86_64";
  const env = {
    PATH: [at("bin"), at("lib/podman"), process.env.PATH, "/usr/sbin", "/sbin"].join(":"),
    LD_LIBRARY_PATH: at("lib", `${machine}-linux-gnu`),
  };
  return {
    name: "podman",
    apart: true,
    attempts: [[]],
    env,
    // Images are made by the machine's policy, which may be missing, and locks, addresses and caches of all
    // Podmans lie together: this engine sees only its own.
    before:
      'for one in /etc/containers /run/containers /var/lib/containers /dev/shm; do mkdir -p $one; mount -t tmpfs none $one; done; cp "$folder/home/.config/containers/policy.json" /etc/containers',
    line: (_, socket) => [at("bin/podman"), "system", "service", "--time=0", `unix://${socket}`],
    settle: (folder) => settlePodman(folder, at, env),
  };
}

// conmon calls podman again when a container ends, with an environment that is told here.
function settlePodman(
  folder: string,
  at: (...parts: string[]) => string,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const own = (...parts: string[]) => join(folder, ...parts);
  for (const part of ["root", "run", "tmp", "net", "home/.config/containers"])
    mkdirSync(own(part), { recursive: true });
  writeFileSync(
    own("containers.conf"),
    `[containers]
default_ulimits=["nofile=1024:1024","nproc=4096:4096"]
seccomp_profile="${at("share/containers/seccomp.json")}"
[engine]
cgroup_manager="cgroupfs"
events_logger="file"
runtime="runc"
tmp_dir="${own("tmp")}"
conmon_path=["${at("bin/conmon")}"]
conmon_env_vars=[${[...Object.entries(env), ["HOME", own("home")]].map(([name, value]) => JSON.stringify(`${name}=${value}`)).join(",")}]
helper_binaries_dir=["${at("lib/podman")}","${at("libexec/podman")}"]
[network]
network_backend="netavark"
network_config_dir="${own("net")}"
`,
  );
  writeFileSync(
    own("storage.conf"),
    `[storage]\ndriver="overlay"\ngraphroot="${own("root")}"\nrunroot="${own("run")}"\n`,
  );
  writeFileSync(own("registries.conf"), 'unqualified-search-registries=["localhost"]\n');
  writeFileSync(
    own("home/.config/containers/policy.json"),
    '{"default":[{"type":"insecureAcceptAnything"}]}\n',
  );
  return {
    HOME: own("home"),
    TMPDIR: own("tmp"),
    CONTAINERS_CONF: own("containers.conf"),
    CONTAINERS_STORAGE_CONF: own("storage.conf"),
    CONTAINERS_REGISTRIES_CONF: own("registries.conf"),
  };
}
