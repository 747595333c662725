// The panel's commands on images, on a real engine; those with a registry stand in registry-commands.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { create, createImage, panel, Screen } from "./commands.ts";
import { busybox, cleanUp, labels, engine as raw, until } from "./engine.ts";
import { clipboard, lines, script, shown } from "./scripted-vscode.ts";

const { run, object, gone, documents, engine, dispose } = panel();
const { model } = engine;
const beginsWith = (start: string) => (text: string) => text.startsWith(start);
/** A shell waits for keys. */
const prompt = /\/\w* [#$] /;
const folder = await mkdtemp(join(tmpdir(), "dockwright-images-"));
after(async () => {
  dispose();
  // What is imported has no labels.
  await raw("DELETE", "/images/img/imported:1?force=1");
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

const label = Object.entries(labels).map(([key, value]) => `${key}=${value}`);

async function image(reference: string) {
  await createImage(reference);
  return object("image", reference);
}

test("an image gets a second tag, and a name that is none is refused", async () => {
  const one = await image("img/tagged:1");
  script("img/tagged:2");
  await run("images.tag", [one]);
  await object("image", "img/tagged:2");
  assert.deepEqual(lines, ["docker tag img/tagged:1 img/tagged:2"]);
  script("Not A Name");
  await assert.rejects(run("images.tag", [one]), /not the name of an image/);
});

test("inspect is a document; reference, digest and id go to the clipboard", async () => {
  const one = await object("image", busybox);
  script();
  await run("images.inspect", [one]);
  assert.equal(JSON.parse(documents.get(busybox) ?? "{}").Id, one.id);
  for (const [verb, text] of [
    ["copyReference", busybox],
    ["copyImageId", one.id],
    ["copyDigest", one.digests.join(" ")],
  ] as const) {
    await run(`images.${verb}`, [one]);
    assert.equal(clipboard.text, text);
  }
});

test("an image goes to a file and comes back; a file that is no image is refused", async () => {
  const one = await image("img/saved:1");
  const file = join(folder, "saved.tar");
  script(file);
  await run("images.save", [one]);
  await raw("DELETE", "/images/img/saved:1");
  await gone("image", "img/saved:1");
  script([file]);
  await run("images.load");
  await object("image", "img/saved:1");
  assert.deepEqual(lines, [`docker load -i ${file}`]);
  assert.match(shown.at(-1)?.text ?? "", /Loaded img\/saved:1/);
  await writeFile(join(folder, "wrong.tar"), "no archive");
  script([join(folder, "wrong.tar")]);
  await assert.rejects(run("images.load"), { name: "EngineError" });
});

test("a container's files become an image", async () => {
  await create("img-exported");
  const one = await object("container", "img-exported");
  const file = join(folder, "files.tar");
  script(file);
  await run("containers.export", [one]);
  script([file], "img/imported:1");
  await run("images.import");
  await object("image", "img/imported:1");
  script([file], "Not A Name");
  await assert.rejects(run("images.import"), /not the name of an image/);
});

test("a container is created, not started; a taken name is refused", async () => {
  const one = await object("image", busybox);
  const form = ["$(edit) Name", "img-created", "$(edit) Labels", label.join(" "), "$(add) Create"];
  script(...form);
  await run("images.create", [one]);
  await object("container", "img-created", ({ state }) => state === "created");
  assert.match(lines[0] ?? "", /^docker create --name img-created/);
  script(...form);
  await assert.rejects(run("images.create", [one]), { kind: "conflict" });
});

test("run interactive is a terminal, and leaves no container", async () => {
  const one = await object("image", busybox);
  script();
  await run("images.runInteractive", [one]);
  assert.deepEqual(lines, [`docker run -it --rm ${busybox}`]);
  const screen = new Screen();
  await screen.shows(prompt);
  screen.type("hostname; exit 6\r");
  const text = await screen.shows(/Exit code 6/);
  const [, id] = /\b([0-9a-f]{12})\b/.exec(text) ?? [];
  assert.ok(id, text);
  await until(`no container ${id}`, () => ![...model.containers.keys()].some(beginsWith(id)));
});

test("unused images are listed, and those that stay ticked are removed", async () => {
  await image("img/unused:1");
  await create("img-user", { Image: (await image("img/used:1")).id });
  await object("container", "img-user");
  script((choices) => {
    assert.ok(choices.includes("img/unused:1") && !choices.includes("img/used:1"));
    return ["img/unused:1"];
  }, "Remove");
  await run("images.prune");
  await gone("image", "img/unused:1");
  await object("image", "img/used:1");
});

test("two images are compared as a document, the older one first; one asks for the other", async () => {
  const older = await image("img/older:1");
  const id = await create("img-newer", {
    Image: older.id,
    Cmd: ["sh", "-c", "echo new >/new-file"],
  });
  await raw("POST", `/containers/${id}/start`);
  await raw("POST", `/containers/${id}/wait`);
  const changes = new URLSearchParams({ changes: "ENV MODE=new" });
  await raw("POST", `/commit?container=${id}&repo=img/newer&tag=1&${changes}`, { Labels: labels });
  const newer = await object("image", "img/newer:1");
  const wanted = /\+ ENV MODE=new[\s\S]*\+ +4B {2}\/new-file/;
  script();
  await run("images.compare", [newer, older]);
  assert.match(documents.get("img/older:1 → img/newer:1.diff") ?? "", wanted);
  assert.equal(lines.at(-1), "docker save -o images.tar img/older:1 img/newer:1");
  documents.clear();
  script("img/newer:1");
  await run("images.compareWith", [older]);
  assert.match(documents.get("img/older:1 → img/newer:1.diff") ?? "", wanted);
  script();
  await run("images.compare", [older]);
  assert.match(shown.at(-1)?.text ?? "", /two images/);
});
