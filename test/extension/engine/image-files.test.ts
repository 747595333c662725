// Layers read from an archive, put one upon the other, and compared.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { compareFiles, filesBelow } from "../../../extension/engine/image-files/compare.ts";
import { compareConfigurations } from "../../../extension/engine/image-files/configuration.ts";
import {
  type Layer,
  type LayerFile,
  readLayers,
} from "../../../extension/engine/image-files/layers.ts";
import { contentOf, filesOf } from "../../../extension/engine/image-files/tree.ts";
import {
  type TarHeader,
  tarEnd,
  tarHeader,
  tarPadding,
} from "../../../extension/engine/streams/tar.ts";
import { imageDiffText } from "../../../extension/wording/image-diff-text.ts";

const entry = (path: string, content: string | Buffer = "", more: Partial<TarHeader> = {}) => {
  const bytes = Buffer.from(content);
  const common = { path, type: "file", mode: 0o644, mtime: 1, linkTarget: "", size: bytes.length };
  const header = tarHeader({ ...common, ...more } as TarHeader);
  return Buffer.concat([header, bytes, tarPadding(bytes.length)]);
};
const tar = (...entries: Buffer[]) => Buffer.concat([...entries, tarEnd()]);
const idOf = (layer: Buffer) => `sha256:${createHash("sha256").update(layer).digest("hex")}`;

async function* chunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const layer = tar(
  entry("./", "", { type: "folder" }),
  entry("bin/", "", { type: "folder", uid: 7, gid: 8 }),
  entry("bin/tool", "x".repeat(2000), { mode: 0o755 }),
  entry("bin/again", "", { type: "link", linkTarget: "bin/tool" }),
  entry("bin/soft", "", { type: "symlink", linkTarget: "tool" }),
  entry("etc/.wh.gone"),
  entry("var/.wh..wh..opq"),
  entry(".wh..wh.plnk"),
);

test("a layer is found in any layout, plain or compressed, by its digest", async () => {
  const empty = tarEnd();
  const archive = tar(
    entry("blobs/sha256/a", gzipSync(layer)),
    entry("abc/layer.tar", empty),
    entry("config.json", '{"rootfs":{}}'),
    entry("abc/VERSION", "1.0"),
  );
  for (const size of [100, 512, 100_000]) {
    const layers = await readLayers(chunks(archive, size), new Set([idOf(layer), idOf(empty)]));
    assert.deepEqual(layers.get(idOf(empty)), []);
    assert.deepEqual(
      layers
        .get(idOf(layer))
        ?.map(({ path, kind, size: bytes, owner, mode, target, shared }) =>
          [path, kind, bytes, owner, mode.toString(8), target, shared ? "shared" : ""]
            .join(" ")
            .trim(),
        ),
      [
        "bin folder 0 7:8 644",
        "bin/tool file 2000 0:0 755",
        "bin/again file 2000 0:0 755  shared",
        "bin/soft symlink 0 0:0 644 tool",
        "etc/gone removed 0 0:0 644",
        "var emptied 0 0:0 644",
      ],
    );
  }
});

test("a layer that is missing or cut is an error, and so are too many files", async () => {
  const archive = tar(entry("a/layer.tar", layer));
  const wanted = new Set([idOf(layer)]);
  const missing = readLayers(chunks(archive, 100), new Set([...wanted, idOf(tarEnd())]));
  await assert.rejects(missing, { kind: "badAnswer", message: /all layers/ });
  await assert.rejects(readLayers(chunks(archive.subarray(0, 3000), 100), wanted), {
    kind: "badAnswer",
  });
  const cutGzip = tar(entry("a/layer.tar", gzipSync(layer).subarray(0, 100)));
  await assert.rejects(readLayers(chunks(cutGzip, 100), wanted));
  await assert.rejects(readLayers(chunks(archive, 100), wanted, { most: 3 }), /too many files/);
});

const file = (path: string, more: Partial<LayerFile> = {}): LayerFile => ({
  path,
  kind: "file",
  size: 10,
  digest: path,
  mode: 0o644,
  owner: "0:0",
  target: "",
  shared: false,
  ...more,
});
const folder = (path: string): LayerFile => file(path, { kind: "folder", size: 0, digest: "" });
const removed = (path: string): LayerFile => file(path, { kind: "removed", size: 0 });
const pathsOf = (layers: readonly Layer[]) =>
  [...filesBelow(filesOf(layers).root, "/")].map(([path]) => path);

test("a later layer adds, replaces, removes and empties what is below it, not what is its own", () => {
  const base = [folder("a"), file("a/1"), file("a/2"), folder("b"), file("b/1"), file("c")];
  const cases: readonly [Layer, readonly string[], readonly string[]][] = [
    [[file("a/3")], ["/a/1", "/a/2", "/a/3", "/b/1", "/c"], []],
    [[file("a/1", { digest: "x" })], ["/a/1", "/a/2", "/b/1", "/c"], ["a/1"]],
    [[removed("a")], ["/b/1", "/c"], ["a/1", "a/2"]],
    [[removed("nothing/there")], ["/a/1", "/a/2", "/b/1", "/c"], []],
    [
      [folder("a"), file("a/new"), file("a", { kind: "emptied" })],
      ["/a/new", "/b/1", "/c"],
      ["a/1", "a/2"],
    ],
    // A file in place of a folder, and a folder in place of a file.
    [[file("a")], ["/a", "/b/1", "/c"], ["a/1", "a/2"]],
    [[folder("c"), file("c/in")], ["/a/1", "/a/2", "/b/1", "/c/in"], ["c"]],
    // Removed and made again in one layer, in whatever order it says so.
    [[file("c", { digest: "x" }), removed("c")], ["/a/1", "/a/2", "/b/1", "/c"], ["c"]],
    // The mode of a folder alone leaves what is in it.
    [[folder("a")], ["/a/1", "/a/2", "/b/1", "/c"], []],
  ];
  for (const [upper, paths, waste] of cases) {
    assert.deepEqual(pathsOf([base, upper]), paths);
    assert.deepEqual(
      filesOf([base, upper]).waste.map(({ path }) => path),
      waste,
    );
  }
});

test("a file of two names is counted once, and wasted once", () => {
  const base = [file("a"), file("b", { shared: true })];
  const { root, waste } = filesOf([base, [removed("a"), removed("b")]]);
  assert.deepEqual([contentOf(root), waste], [{ files: 0, bytes: 0 }, [{ path: "a", size: 10 }]]);
  assert.deepEqual(contentOf(filesOf([base]).root), { files: 2, bytes: 10 });
});

test("names that are those of objects' own members are names like others", () => {
  const { root } = filesOf([[file("__proto__/constructor"), file("toString")]]);
  assert.deepEqual(
    [...filesBelow(root, "/")],
    [
      ["/__proto__/constructor", 10],
      ["/toString", 10],
    ],
  );
});

test("the text tells sizes of what came, went and changed, and cleans names", () => {
  const older = filesOf([[file("same"), file("mode"), file("went", { size: 5000 })]]);
  const newer = filesOf([
    [file("same"), file("mode", { mode: 0o755, owner: "7:8" })],
    [folder("came"), file("came/1"), file("came/evil\n+ 1B /faked"), file("same", { digest: "x" })],
  ]);
  const side = ({ root, waste }: typeof older) => ({ layers: 1, content: contentOf(root), waste });
  const text = imageDiffText(
    {
      older: side(older),
      newer: side(newer),
      sharedLayers: 0,
      files: compareFiles(older.root, newer.root),
      configuration: compareConfigurations(
        { Os: "linux", Architecture: "arm64", Config: { Env: ["A=1", "B=1"] } } as never,
        { Os: "linux", Architecture: "arm64", Config: { Env: ["A=2", "B=1"], Cmd: null } } as never,
      ),
    },
    ["x:1", "x:2"],
  );
  for (const line of [
    "- ENV A=1\n+ ENV A=2\n\n",
    "Files: 2 (+20B) added, 1 (−5kB) removed, 2 changed",
    "Largest differences\n-      5kB  /went\n+      20B  /came/  (files: 2)\n",
    "+      20B  /came/  (files: 2)\n+      10B  /came/1\n+      10B  /came/evil + 1B /faked\n",
    "!      10B  /mode  (mode 644 → 755, owner 0:0 → 7:8)\n!      10B  /same  (other content)\n",
    "Wasted in x:2: 10B in files that a later layer replaces or removes\n       10B  /same\n",
  ])
    assert.ok(text.includes(line), `${line}\nin\n${text}`);
  assert.doesNotMatch(text, /Wasted in x:1|ENV B|^\+ 1B/m);
});
