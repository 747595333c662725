// Two small images for an engine that reaches no registry, made from Debian's busybox-static:
// `busybox:1.35` (a shell and its tools) and `dockwright/hello:1` (a web page on port 80).
import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath, ownSuite, unpackOnce } from "./debian.ts";
import { api } from "./engine-api.ts";

export const busyboxImage = "busybox:1.35";
export const helloImage = "dockwright/hello:1";

/** Makes the images where they are missing; pulls busybox where Debian's tools are not at hand. */
export async function provideImages(socket: string): Promise<void> {
  if (await hasAll(socket)) return;
  const folder = mkdtempSync(join(tmpdir(), "dockwright-image-"));
  try {
    if (onPath("dpkg") && onPath("apt-get")) await importImages(socket, folder);
    else await pullImages(socket);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hasAll(socket: string): Promise<boolean> {
  for (const image of [busyboxImage, helloImage])
    if ((await api(socket, "GET", `/images/${image}/json`)).status !== 200) return false;
  return true;
}

async function importImages(socket: string, folder: string): Promise<void> {
  const root = join(folder, "root");
  for (const path of ["bin", "etc", "tmp", "root", "www", "proc", "sys", "dev"])
    mkdirSync(join(root, path), { recursive: true });
  copyFileSync(busyboxProgram(), join(root, "bin/busybox"));
  execFileSync("chmod", ["755", join(root, "bin/busybox")]);
  const list = execFileSync(join(root, "bin/busybox"), ["--list"], { encoding: "utf8" });
  for (const name of list.split("\n").filter((name) => name && name !== "busybox"))
    symlinkSync("busybox", join(root, "bin", name));
  // A RUN with USER asks for these, even when the user is 0.
  writeFileSync(
    join(root, "etc/passwd"),
    "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/tmp:/bin/sh\n",
  );
  writeFileSync(join(root, "etc/group"), "root:x:0:\nnogroup:x:65534:\n");
  const path = "ENV PATH=/bin:/sbin:/usr/bin:/usr/sbin";
  await load(socket, root, busyboxImage, [path, 'CMD ["sh"]']);
  writeFileSync(join(root, "www/index.html"), "<h1>Hello from a container</h1>\n");
  const serve = 'CMD ["httpd","-f","-v","-p","80","-h","/www"]';
  await load(socket, root, helloImage, [path, "EXPOSE 80", serve]);
}

/** A static busybox: the machine's own, if it is one, else that of the Debian package. */
function busyboxProgram(): string {
  const tree = unpackOnce(ownSuite(), ["busybox-static"]);
  const found = ["bin/busybox", "usr/bin/busybox"].map((path) => join(tree, path)).find(existsSync);
  if (!found) throw new Error("busybox-static holds no busybox");
  return found;
}

async function load(
  socket: string,
  root: string,
  image: string,
  changes: readonly string[],
): Promise<void> {
  // In full and with its tag, because Podman takes a short name for one of its own, and overlooks `tag`.
  const repo = `docker.io/${image.includes("/") ? "" : "library/"}${image}`;
  const query = new URLSearchParams({ fromSrc: "-", repo });
  for (const change of changes) query.append("changes", change);
  const tar = spawn("tar", ["-C", root, "--owner=0", "--group=0", "-cf", "-", "."], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { status, body } = await api(socket, "POST", `/images/create?${query}`, tar.stdout);
  if (status !== 200 || body.includes('"error"')) throw new Error(`${image}: ${status} ${body}`);
}

async function pullImages(socket: string): Promise<void> {
  const { body } = await api(socket, "POST", "/images/create?fromImage=busybox&tag=1.35");
  if (body.includes('"error"')) throw new Error(`busybox cannot be pulled: ${body}`);
  const start = {
    Image: busyboxImage,
    Cmd: ["sh", "-c", "mkdir -p /www && echo '<h1>Hello from a container</h1>' >/www/index.html"],
  };
  const made = JSON.parse((await api(socket, "POST", "/containers/create", start)).body) as {
    Id: string;
  };
  await api(socket, "POST", `/containers/${made.Id}/start`);
  await api(socket, "POST", `/containers/${made.Id}/wait`);
  const config = {
    Cmd: ["httpd", "-f", "-v", "-p", "80", "-h", "/www"],
    ExposedPorts: { "80/tcp": {} },
  };
  await api(socket, "POST", `/commit?container=${made.Id}&repo=dockwright/hello&tag=1`, config);
  await api(socket, "DELETE", `/containers/${made.Id}?force=1`);
}
