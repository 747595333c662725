// What the Registries view shows and does, on Debian's registry with passwords, beside the test engine.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import type { Node } from "../../extension/views/node.ts";
import type { RegistryObject } from "../../extension/views/registries.ts";
import { freePort } from "../../scripts/editor.ts";
import { publish, type Registry, startRegistry } from "../../scripts/registry.ts";
import { createImage, panel } from "./commands.ts";
import { cleanUp, engine as raw, socket } from "./engine.ts";
import { clipboard, lines, opened, script, settings, shown } from "./scripted-vscode.ts";

const tester = {
  name: "tester",
  password: "a secret word",
  line: "tester:$2b$04$QBMIAaY.HdnzRZDgI8GRmeKOHxt2UEQMfNYroEEIjmlTptFNk1TRy",
};
const { registryRows } = await import("../../extension/views/registries.ts");
const { run, registries, documents, object, gone, dispose } = panel(socket, undefined, {
  pageSize: 4,
});
const folder = await mkdtemp(join(tmpdir(), "dockwright-browse-"));
let address = "";
let strict = "";
let missing = "";
const running: Registry[] = [];

before(async () => {
  process.env.DOCKER_CONFIG = join(folder, "docker");
  await mkdir(process.env.DOCKER_CONFIG);
  try {
    const open = await startRegistry(socket, join(folder, "open"), tester, { deletes: true });
    running.push(open);
    const closed = await startRegistry(socket, join(folder, "strict"), tester);
    running.push(closed);
    address = open.address;
    strict = closed.address;
  } catch (error) {
    missing = `no registry can be had: ${error}`;
  }
});
after(async () => {
  for (const registry of running) registry.stop();
  dispose();
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

/** Whether the test can run; says why not. */
function ready(context: TestContext): boolean {
  if (missing) context.skip(missing);
  return !missing;
}

/** Keeps a login as the CLI does, by config.json alone. */
async function logInto(...hosts: readonly string[]) {
  const auth = Buffer.from(`${tester.name}:${tester.password}`).toString("base64");
  const auths = Object.fromEntries(hosts.map((host) => [host, { auth }]));
  await writeFile(join(folder, "docker/config.json"), JSON.stringify({ auths }));
  registries.forget();
}

/** The row that these names lead to, one below the other. */
async function row(...names: readonly string[]): Promise<Node> {
  let rows: readonly Node[] = await registryRows(registries);
  for (const [index, name] of names.entries()) {
    const found = rows.find(({ object: one }) => nameOf(one as RegistryObject) === name);
    assert.ok(found, `no row ${name} among ${rows.map(({ id }) => id)}`);
    if (index === names.length - 1) return found;
    rows = (await found.children?.()) ?? [];
  }
  throw new Error("no names");
}

const nameOf = (one?: RegistryObject) => one?.tag ?? one?.repository ?? one?.host;
const below = async (...names: readonly string[]) => [
  ...((await (await row(...names)).children?.()) ?? []),
];
const objectOf = async (...names: readonly string[]) =>
  (await row(...names)).object as RegistryObject;

test("a registry unfolds to repositories and tags, and a tag tells what is behind it", async (context) => {
  if (!ready(context)) return;
  await publish({ address: address, user: tester }, "shop/web", ["9", "10"]);
  await logInto(address);
  assert.deepEqual(
    (await registryRows(registries)).map(({ id, contextValue }) => [id, contextValue]),
    [[`registries/${address}/:`, "registry.in"]],
  );
  const tags = await below(address, "shop/web");
  assert.deepEqual(
    tags.map(({ object: one }) => (one as RegistryObject).tag),
    ["10", "9"],
  );
  const told = (await tags[0]?.tooltip?.()) ?? "";
  for (const part of [/linux&#47;amd64/, /Created:\*\*/, /sha256&#58;/]) assert.match(told, part);
});

test("a tag is pulled, inspected, copied by name and by digest", async (context) => {
  if (!ready(context)) return;
  const tag = `${address}/shop/app:1`;
  await logInto(address);
  await createImage(tag);
  script();
  await run("images.push", [await object("image", tag)]);
  await raw("DELETE", `/images/${tag}`);
  await gone("image", tag);
  registries.forget();
  const one = await objectOf(address, "shop/app", "1");
  assert.equal((await row(address, "shop/app", "1")).item().description, "");
  script();
  await run("registries.pull", [one]);
  assert.deepEqual(lines, [`docker pull ${tag}`]);
  await object("image", tag);
  assert.equal((await row(address, "shop/app", "1")).item().description, "on this engine");

  script("Pull");
  await run("registries.pullAll", [{ ...one, tag: undefined }]);
  assert.deepEqual(
    [shown[0]?.text, lines],
    [`Pull all tags of ${address}/shop/app?`, [`docker pull ${tag}`]],
  );

  script();
  await run("registries.inspect", [one]);
  assert.deepEqual(lines, [`docker manifest inspect ${tag}`]);
  assert.match(documents.get(tag) ?? "", /"config":\{/);
  await run("registries.copyReference", [one]);
  assert.equal(clipboard.text, tag);
  await run("registries.copyDigest", [one]);
  assert.match(clipboard.text, new RegExp(`^${address}/shop/app@sha256:[0-9a-f]{64}$`));
  // From the palette: registry, repository and tag are picked.
  script(address, "shop/app", "1");
  await run("registries.copyReference");
  assert.equal(clipboard.text, tag);
  await assert.rejects(run("registries.inspect", [{ ...one, tag: "none" }]), { kind: "notFound" });
  await run("registries.openInBrowser", [
    { kind: "repository", host: "docker.io", repository: "a/b" },
  ]);
  assert.equal(opened.at(-1), "https://hub.docker.com/r/a/b");
});

test("a deletion names all tags of the same image, and takes them", async (context) => {
  if (!ready(context)) return;
  await publish({ address: address, user: tester }, "shop/old", ["1", "1.0", "latest"]);
  await publish({ address: address, user: tester }, "shop/old", ["2"], "another image");
  await logInto(address);
  const one = await objectOf(address, "shop/old", "1");
  script(undefined);
  await run("registries.deleteTag", [one]);
  assert.match(shown.at(-1)?.text ?? "", /^Delete shop\/old:1 from 127/);
  assert.match(shown.at(-1)?.detail ?? "", /deleted with it: 1\.0, latest\n/);
  assert.equal((await below(address, "shop/old")).length, 4);
  script("Delete");
  await run("registries.deleteTag", [one]);
  const left = (await below(address, "shop/old")).map(({ object: it }) =>
    nameOf(it as RegistryObject),
  );
  assert.deepEqual(left, ["2"]);
  script("Delete");
  await assert.rejects(run("registries.deleteTag", [one]), { kind: "notFound" });
});

test("where deletion is switched off, that is said, and how to switch it on", async (context) => {
  if (!ready(context)) return;
  await publish({ address: strict, user: tester }, "shop/web", ["1"]);
  await logInto(strict);
  const one = await objectOf(strict, "shop/web", "1");
  script("Delete");
  const refused = run("registries.deleteTag", [one]);
  await assert.rejects(refused, { kind: "unsupported", remedy: /REGISTRY_STORAGE_DELETE_ENABLED/ });
  assert.equal((await below(strict, "shop/web")).length, 1);
});

test("a long catalog comes in parts", async (context) => {
  if (!ready(context)) return;
  for (const name of ["1", "2", "3", "4", "5"])
    await publish({ address: strict, user: tester }, `many/${name}`, ["1"]);
  await logInto(strict);
  const first = await below(strict);
  assert.deepEqual(
    first.map(({ contextValue }) => contextValue),
    [...Array(4).fill("repository"), "registry.doing"],
  );
  await run("registries.more", [first.at(-1)?.object as object]);
  const all = await below(strict);
  assert.equal(nameOf(all[4]?.object as RegistryObject), "many/5");
});

test("a wrong password, no login and a registry that is gone say what helps", async (context) => {
  if (!ready(context)) return;
  const wrong = { [address]: { auth: Buffer.from("tester:no").toString("base64") } };
  await writeFile(join(folder, "docker/config.json"), JSON.stringify({ auths: wrong }));
  const nobody = `127.0.0.1:${await freePort()}`;
  settings.set("registries.added", [strict, nobody]);
  try {
    registries.forget();
    const helps = async (host: string) => {
      const trouble = (await registries.listing(host)).trouble;
      const [line, help] = await below(host);
      assert.equal(line?.contextValue, "line");
      return [trouble?.kind, trouble?.said, String(help?.stamp).trim()];
    };
    assert.deepEqual(await helps(address), [
      "unauthorized",
      `${address} refused the user name or password.`,
      "Log In to Registry…",
    ]);
    assert.deepEqual(await helps(strict), [
      "unauthorized",
      `${strict} requires a login.`,
      "Log In to Registry…",
    ]);
    const [kind, , help] = await helps(nobody);
    assert.deepEqual([kind, help], ["unreachable", "Try Again"]);

    script("tester", tester.password);
    await run("registries.login", [(await below(address))[1]?.object as object]);
    assert.equal((await registries.listing(address)).trouble, undefined);
    await run("registries.retry");
    script();
    await run("registries.logout", [await objectOf(address)]);
    assert.deepEqual(lines, [`docker logout ${address}`]);
  } finally {
    settings.delete("registries.added");
    registries.forget();
  }
});

test("registries and repositories are added by hand, and taken out again", async () => {
  await writeFile(join(folder, "docker/config.json"), "{}");
  registries.forget();
  try {
    script("ghcr.io");
    await run("registries.add");
    script("owner/app");
    await run("registries.addRepository", [await objectOf("ghcr.io")]);
    script("quay.io/team/tool:1");
    await run("registries.add");
    assert.deepEqual(settings.get("registries.added"), [
      "ghcr.io",
      "ghcr.io/owner/app",
      "quay.io/team/tool",
    ]);
    const rows = await registryRows(registries);
    assert.deepEqual(
      rows.map(({ contextValue }) => contextValue),
      ["registry.out.added", "registry.out.added"],
    );
    await run("registries.leaveOut", [
      { kind: "repository", host: "ghcr.io", repository: "owner/app" },
    ]);
    assert.deepEqual(settings.get("registries.added"), ["ghcr.io", "quay.io/team/tool"]);
    await run("registries.leaveOut", [await objectOf("quay.io")]);
    assert.deepEqual(settings.get("registries.added"), ["ghcr.io"]);
    script("not a place");
    await assert.rejects(run("registries.add"), /names no registry/);
  } finally {
    settings.delete("registries.added");
  }
});
