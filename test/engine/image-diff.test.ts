// What differs between two images, on each engine: each lays its archives out in another way.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { diffImages } from "../../extension/engine/image-files/diff.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import { inspect } from "../../extension/engine/verbs/images.ts";
import { imageDiffText } from "../../extension/wording/image-diff-text.ts";
import { busybox, cleanUp, engineAt, labels, socket } from "./engine.ts";

const engine = engineAt(socket);
after(async () => {
  engine.dispose();
  await cleanUp();
});

/** Makes an image by what a shell does in a container of another one; gives its id. */
async function image(of: string, name: string, lines: string[], changes: string[] = []) {
  const options = { Image: of, Cmd: ["sh", "-ec", lines.join("\n")], User: "0", Labels: labels };
  const { Id } = await containers.create(engine, options);
  await containers.start(engine, Id);
  assert.equal(await containers.wait(engine, Id), 0);
  const label = Object.entries(labels).map(([key, value]) => `LABEL ${key}=${value}`);
  const names = { repository: `diff/${name}`, tag: "1" };
  await containers.commit(engine, Id, { ...names, changes: [...label, ...changes] });
  await containers.remove(engine, Id);
  return (await inspect(engine, `diff/${name}:1`)).Id;
}

const older = await image(busybox, "older", [
  "mkdir -p /app/replaced /app/gone/deep /app/kept",
  "echo one >/app/same; echo 1 >/app/content; echo m >/app/mode; echo o >/app/owner",
  "head -c 100000 /dev/urandom >/app/big; echo a >/app/replaced/old; echo b >/app/gone/deep/b",
  "ln /app/same /app/hard; ln -s same /app/soft; echo k >/app/kept/k; echo f >/app/kind",
]);
const newer = await image(
  older,
  "newer",
  [
    "echo 22 >/app/content; chmod 700 /app/mode; chown 7:8 /app/owner; rm /app/big",
    "rm -r /app/gone; rm -r /app/replaced; mkdir /app/replaced; echo y >/app/replaced/new",
    "ln -sf content /app/soft; rm /app/kind; mkdir /app/kind; echo i >/app/kind/inside",
    "mkdir -p /app/added/deep; echo 1 >/app/added/1; echo 22 >/app/added/deep/2",
    "touch /app/same; echo 22 >/app/first; ln /app/first /app/second",
  ],
  ["ENV MODE=new", 'CMD ["true"]', "USER 7", "WORKDIR /app", "EXPOSE 80"],
);

const inApp = <T extends { path: string }>(all: readonly T[]) =>
  all.filter(({ path }) => /^\/?app\//.test(path));

test("files that came, went or changed, by what of them; hard links and removals count", async () => {
  const { files, sharedLayers, newer: fresh } = await diffImages(engine, older, newer);
  assert.ok(sharedLayers > 0 && sharedLayers === fresh.layers - 1);
  assert.deepEqual(
    inApp(files).map(({ path, change, before, after, files: count, aspects }) =>
      [path, change, before, after, count, ...aspects].join(" "),
    ),
    [
      "/app/added/ added 0 5 2",
      "/app/big removed 100000 0 1",
      "/app/content changed 2 3 1 content",
      "/app/first added 0 3 1",
      "/app/gone/ removed 2 0 1",
      "/app/kind/ changed 2 2 1 kind",
      "/app/mode changed 2 2 1 mode",
      "/app/owner changed 2 2 1 owner",
      "/app/replaced/new added 0 2 1",
      "/app/replaced/old removed 2 0 1",
      "/app/second added 0 0 1",
      "/app/soft changed 0 0 1 target",
    ],
  );
});

test("what later layers replace or remove is wasted, and only that", async () => {
  const { older: old, newer: fresh } = await diffImages(engine, older, newer);
  const paths = inApp(fresh.waste).map(({ path, size }) => `${path} ${size}`);
  for (const wasted of ["app/big 100000", "app/content 2", "app/mode 2", "app/gone/deep/b 2"])
    assert.ok(paths.includes(wasted), `${wasted} in ${paths}`);
  assert.ok(!paths.some((path) => /kept|added|hard/.test(path)), String(paths));
  assert.deepEqual(inApp(old.waste), []);
});

test("the configuration differs by the lines of a Dockerfile", async () => {
  const { configuration } = await diffImages(engine, older, newer);
  const lines = configuration.map(({ change, line }) => `${change} ${line}`);
  for (const wanted of [
    "added ENV MODE=new",
    'added CMD ["true"]',
    "added USER 7",
    "added WORKDIR /app",
    "added EXPOSE 80/tcp",
  ])
    assert.ok(lines.includes(wanted), `${wanted} in ${lines}`);
  assert.ok(!lines.some((line) => /PATH=|LABEL/.test(line)), String(lines));
});

test("an image does not differ from itself, and one that is gone is not found", async () => {
  const same = await diffImages(engine, newer, newer);
  assert.deepEqual([same.files, same.configuration], [[], []]);
  assert.match(imageDiffText(same, ["a", "b"]), /The files are the same/);
  const nothing = `sha256:${"0".repeat(64)}`;
  await assert.rejects(diffImages(engine, newer, nothing), { kind: "notFound" });
});

test("a comparison that is cancelled ends, and says so", async () => {
  const control = new AbortController();
  const onBytes = () => control.abort();
  await assert.rejects(diffImages(engine, older, newer, { signal: control.signal, onBytes }), {
    kind: "cancelled",
  });
});
