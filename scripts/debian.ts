// Debian's packages on demand: installed where we are root, or only unpacked into a folder.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

/** Whether packages can be installed here without asking anybody. */
export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** Installs packages that are missing; `programs` (or whole paths) tell that they are there. */
export function install(packages: readonly string[], programs: readonly string[]): void {
  if (programs.every(onPath)) return;
  console.log(`Installing ${packages.join(", ")} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync(
      "apt-get",
      ["-qq", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300", ...args],
      {
        env: environment,
        encoding: "utf8",
      },
    );
  apt("update");
  const { status, stdout, stderr } = apt("install", "-y", "--no-install-recommends", ...packages);
  if (!programs.every(onPath))
    throw new Error(
      `apt-get install ${packages.join(" ")} ended with ${status}\n${stdout}${stderr}`,
    );
}

export function onPath(program: string): boolean {
  if (isAbsolute(program)) return existsSync(program);
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/bin", "/sbin"];
  return folders.some((folder) => existsSync(join(folder, program)));
}

/**
 * Unpacks packages of a suite (`bookworm`, `sid`) below `folder`, installing nothing.
 * Gives the folder that takes the place of `/`.
 */
export function unpack(suite: string, packages: readonly string[], folder: string): string {
  const at = (...parts: string[]) => join(resolve(folder), ...parts);
  const tree = at("tree");
  for (const path of ["debs", "tree"]) mkdirSync(at(path), { recursive: true });
  const options = listsOf(suite);
  fetching(suite, () =>
    execFileSync("apt-get", ["-qq", ...options, "download", ...packages], {
      cwd: at("debs"),
      stdio: "pipe",
    }),
  );
  for (const file of readdirSync(at("debs")).filter((name) => name.endsWith(".deb")))
    execFileSync("dpkg", ["-x", at("debs", file), tree]);
  return tree;
}

/** What tells apt-get to use the suite; its lists are fetched once in a run. */
function listsOf(suite: string): readonly string[] {
  const at = (...parts: string[]) => join(resolve(".dockwright/debian/apt", suite), ...parts);
  for (const path of ["lists/partial", "cache/archives/partial"])
    mkdirSync(at(path), { recursive: true });
  const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
  writeFileSync(at("src.list"), `deb [signed-by=${keys}] ${mirror()} ${suite} main\n`);
  const options = [
    `Dir::Etc::sourcelist=${at("src.list")}`,
    "Dir::Etc::sourceparts=-",
    `Dir::State::lists=${at("lists")}`,
    `Dir::Cache=${at("cache")}`,
    "APT::Sandbox::User=root",
    "Acquire::Languages=none",
    "Acquire::Retries=3",
    // A mirror that stands still, or a clock that is wrong, is no reason to have no tests; signatures are looked at.
    "Acquire::Check-Valid-Until=false",
    "Acquire::Check-Date=false",
  ].flatMap((option) => ["-o", option]);
  const stamp = at("updated");
  const hour = 3_600_000;
  if (!existsSync(stamp) || Date.now() - statSync(stamp).mtimeMs > hour) {
    fetching(suite, () =>
      execFileSync("apt-get", ["-qq", ...options, "update"], { stdio: "pipe" }),
    );
    writeFileSync(stamp, "");
  }
  return options;
}

/** Asks the archive, and again after a while; in the end it says plainly that the archive is the trouble. */
function fetching(suite: string, ask: () => void): void {
  for (const pause of [5, 20, 0]) {
    try {
      ask();
      return;
    } catch (error) {
      const said = String((error as { stderr?: Buffer }).stderr ?? error).trim();
      if (pause === 0)
        throw new Error(`The Debian archive does not give what is needed of ${suite}: ${said}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause * 1000);
    }
  }
}

/** The same below .dockwright/debian, where it stays for the next time. */
export function unpackOnce(suite: string, packages: readonly string[]): string {
  const folder = resolve(".dockwright/debian", `${suite}-${packages[0]}`);
  const stamp = join(folder, "unpacked");
  if (existsSync(stamp)) return join(folder, "tree");
  console.log(`Unpacking ${packages.join(", ")} of ${suite} …`);
  const tree = unpack(suite, packages, folder);
  writeFileSync(stamp, packages.join("\n"));
  return tree;
}

/** The archive that this machine's apt is set up with. */
function mirror(): string {
  if (process.env.DEBIAN_MIRROR) return process.env.DEBIAN_MIRROR;
  const targets = execFileSync(
    "apt-get",
    ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
    { encoding: "utf8" },
  );
  const found = targets.split("\n").find((line) => line && !line.includes("security"));
  if (!found) throw new Error("apt names no archive");
  return found;
}

/** The suite of this machine, such as `bookworm`. */
export function ownSuite(): string {
  const text = readFileSync("/etc/os-release", "utf8");
  return /^VERSION_CODENAME=(.+)$/m.exec(text)?.[1] ?? "stable";
}
