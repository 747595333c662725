// Fills an engine with many containers and images, quickly.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api } from "../../engine-api.ts";
import { busyboxImage } from "../../engine-images.ts";

const atOnce = 10;

/** Makes a container that sleeps, and is not started; gives its id. */
export async function createContainer(socket: string, name: string): Promise<string> {
  const body = { Image: busyboxImage, Cmd: ["sleep", "600"] };
  const reply = await api(socket, "POST", `/containers/create?name=${name}`, body);
  return (JSON.parse(reply.body) as { Id: string }).Id;
}

export async function createContainers(socket: string, names: readonly string[]): Promise<void> {
  for (let at = 0; at < names.length; at += atOnce)
    await Promise.all(names.slice(at, at + atOnce).map((name) => createContainer(socket, name)));
}

/** Images of their own that share one tiny layer, loaded as one archive. */
export async function loadImages(socket: string, names: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-images-"));
  try {
    const layers = join(folder, "layer");
    mkdirSync(layers);
    writeFileSync(join(layers, "hello"), "hello\n");
    execFileSync("tar", ["-C", layers, "-cf", join(folder, "layer.tar"), "hello"]);
    const manifest = names.map((name, at) => {
      const config = `${at}.json`;
      writeFileSync(join(folder, config), JSON.stringify(configOf(folder, name)));
      return { Config: config, RepoTags: [`${name}:1`], Layers: ["layer.tar"] };
    });
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    const archive = join(folder, "all.tar");
    const parts = [...manifest.map(({ Config }) => Config), "layer.tar", "manifest.json"];
    execFileSync("tar", ["-C", folder, "-cf", archive, ...parts]);
    await api(socket, "POST", "/images/load", createReadStream(archive));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf(folder: string, name: string): object {
  const layer = createHash("sha256")
    .update(readFileSync(join(folder, "layer.tar")))
    .digest("hex");
  return {
    architecture: "amd64",
    os: "linux",
    created: "2026-01-01T00:00:00Z",
    config: { Labels: { name } },
    rootfs: { type: "layers", diff_ids: [`sha256:${layer}`] },
  };
}
