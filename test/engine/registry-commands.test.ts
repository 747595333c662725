// A private registry with passwords, Debian's own, beside the test engine: log in, push, pull, search, be refused, log out.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { freePort } from "../../scripts/editor.ts";
import { besideEngine, type Registry, startRegistry } from "../../scripts/registry.ts";
import { createImage, panel, Screen } from "./commands.ts";
import { cleanUp, engine as raw, socket, until } from "./engine.ts";
import { fake, lines, script, shown } from "./scripted-vscode.ts";

const password = "a secret word";
const tester = {
  name: "tester",
  password,
  line: "tester:$2b$04$QBMIAaY.HdnzRZDgI8GRmeKOHxt2UEQMfNYroEEIjmlTptFNk1TRy",
};

const { run, object, gone, newer, dispose } = panel();
const folder = await mkdtemp(join(tmpdir(), "dockwright-registry-"));
let registry: Registry | undefined;
let address = "";
let missing = "";

before(async () => {
  process.env.DOCKER_CONFIG = join(folder, "docker");
  await mkdir(process.env.DOCKER_CONFIG);
  try {
    registry = await startRegistry(socket, folder, tester);
    address = registry.address;
  } catch (error) {
    missing = `no registry can be had: ${error}`;
  }
});
after(async () => {
  registry?.stop();
  dispose();
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

/** Whether the test can run; says why not. */
function ready(context: TestContext): boolean {
  if (missing) context.skip(missing);
  return !missing;
}

const config = async () =>
  JSON.parse(await readFile(join(folder, "docker/config.json"), "utf8").catch(() => "{}"));

test("a wrong password is refused, and nothing is kept", async (context) => {
  if (!ready(context)) return;
  script(address, "tester", "a wrong word");
  await assert.rejects(run("registries.login"), { kind: "unauthorized" });
  assert.equal((await config()).auths?.[address], undefined);
});

/** An image of the tests' own under this name, so that nobody misses it while it is away. */
async function image(tag: string) {
  await createImage(tag);
  return object("image", tag);
}

test("without a login a push is refused with what to do", async (context) => {
  if (!ready(context)) return;
  script();
  const push = run("images.push", [await image(`${address}/verbs/app:1`)]);
  await assert.rejects(push, { kind: "unauthorized", remedy: /Log in/ });
});

test("after a login an image is pushed, removed, pulled again; after the logout no more", async (context) => {
  if (!ready(context)) return;
  script(address, "tester", password);
  await run("registries.login");
  assert.deepEqual(lines, [`docker login --username tester --password-stdin ${address}`]);
  const { auth } = (await config()).auths[address];
  assert.equal(Buffer.from(auth, "base64").toString(), `tester:${password}`);

  const tag = `${address}/verbs/own:1`;
  script();
  await run("images.push", [await image(tag)]);
  await raw("DELETE", `/images/${tag}`);
  await gone("image", tag);
  script(tag);
  await run("images.pull");
  const pulled = await object("image", tag);
  script();
  await run("images.pullAgain", [pulled]);
  const [digest = ""] = pulled.digests;
  const [from = ""] = digest.split("/verbs");
  assert.equal(from, address);
  script(digest);
  await run("images.pull");
  const { Architecture } = JSON.parse((await raw("GET", `/images/${pulled.id}/json`)).body);
  script(tag, `linux/${Architecture}`);
  await run("images.pullForPlatform");
  assert.match(lines[0] ?? "", /^docker pull --platform linux\//);

  // Another image takes the tag in the registry: the row says so until it is pulled.
  script();
  await run("images.lookForNewer", [pulled]);
  assert.deepEqual([shown.at(-1)?.text, newer], ["The registries have nothing newer.", []]);
  const other = await image(`${address}/verbs/other:1`);
  await raw("POST", `/images/${other.id}/tag?repo=${address}/verbs/own&tag=1`);
  const moved = await object("image", tag, ({ id }) => id === other.id);
  script();
  await run("images.push", [{ ...moved, tags: [tag] }]);
  await raw("POST", `/images/${pulled.id}/tag?repo=${address}/verbs/own&tag=1`);
  script();
  await run("images.lookForNewer", [pulled]);
  assert.deepEqual(newer, [`${pulled.id} ${tag}`]);
  assert.match(shown.at(-1)?.text ?? "", /newer images: \S+\/verbs\/own:1\.$/);
  assert.deepEqual(shown.at(-1)?.choices, ["Pull Again"]);
  script();
  await run("images.lookForNewer", [{ ...moved, tags: ["made-here:1"] }]);
  assert.match(shown.at(-1)?.text ?? "", /no registry knows/);

  script(`${address}/verbs/none:1`);
  await assert.rejects(run("images.pull"), { kind: "notFound" });

  script(address);
  await run("registries.logout");
  assert.equal((await config()).auths?.[address], undefined);
  script(tag);
  await assert.rejects(run("images.pull"), { kind: "unauthorized", remedy: /Log in/ });
  const look = run("images.lookForNewer", [pulled]);
  await assert.rejects(look, { kind: "unauthorized", remedy: /Log in/ });
});

test("a build takes its base image from a registry with the login, and without one says what hinders it", async (context) => {
  if (!ready(context)) return;
  script(address, "tester", password);
  await run("registries.login");
  const base = `${address}/verbs/base:1`;
  script();
  await run("images.push", [await image(base)]);
  await raw("DELETE", `/images/${base}`);
  await gone("image", base);
  await writeFile(join(folder, "Dockerfile"), `FROM ${base}\nLABEL dockwright.test=1\n`);
  const build = async (tag: string) => {
    script(tag, ["--pull"]);
    await run("builds.build", [], [fake.Uri.file(join(folder, "Dockerfile"))]);
    return new Screen();
  };
  const screen = await build("verbs/built:1");
  await screen.shows(/Built verbs\/built:1[\s\S]*Enter to build again/);
  assert.ok(!screen.text.includes(password));

  script(address);
  await run("registries.logout");
  const refused = await build("verbs/built:2");
  await refused.shows(/\/verbs\/base[\s\S]*(401|uthori|credentials)[\s\S]*Enter to build again/);
});

// As such programs do it: the verb as argument, the rest by standard input and output.
const drawer = (at: string) => `#!${process.execPath}
const fs = require("node:fs");
const drawer = ${JSON.stringify(at)};
const all = fs.existsSync(drawer) ? JSON.parse(fs.readFileSync(drawer, "utf8")) : {};
const input = fs.readFileSync(0, "utf8").trim();
const verb = process.argv[2];
if (verb === "store") { const one = JSON.parse(input); all[one.ServerURL] = one; }
if (verb === "erase") delete all[input];
if (verb === "list") console.log(JSON.stringify(Object.fromEntries(Object.values(all).map((one) => [one.ServerURL, one.Username]))));
if (verb === "get" && !all[input]) { console.log("credentials not found in native keychain"); process.exit(1); }
if (verb === "get") console.log(JSON.stringify(all[input]));
fs.writeFileSync(drawer, JSON.stringify(all));
`;

test("a helper program keeps the credentials, and config.json does not", async (context) => {
  if (!ready(context)) return;
  const program = join(folder, "docker-credential-drawer");
  await writeFile(program, drawer(join(folder, "drawer.json")), { mode: 0o755 });
  await writeFile(join(folder, "docker/config.json"), JSON.stringify({ credsStore: "drawer" }));
  const path = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${path}`;
  try {
    script(address, "tester", password);
    await run("registries.login");
    const text = JSON.stringify(await config());
    assert.ok(!text.includes(password) && !text.includes(Buffer.from(password).toString("base64")));
    assert.match(await readFile(join(folder, "drawer.json"), "utf8"), /a secret word/);
    script();
    await run("images.push", [await image(`${address}/verbs/kept:1`)]);
    script(address);
    await run("registries.logout");
    assert.equal(await readFile(join(folder, "drawer.json"), "utf8"), "{}");
  } finally {
    process.env.PATH = path;
  }
});

/** An index as `docker search` asks one: it knows a single image. */
const index = `
const found = { name: "verbs/found", description: "one of ours", star_count: 3, is_official: false };
require("node:http").createServer((request, reply) => {
  reply.setHeader("Content-Type", "application/json");
  reply.end(JSON.stringify(request.url.includes("/search") ? { num_results: 1, results: [found] } : {}));
}).listen(Number(process.argv[1]), "127.0.0.1");
`;

test("a search lists what the registry's index knows", async (context) => {
  if (!ready(context)) return;
  const port = await freePort();
  const server = besideEngine(socket, process.execPath, "-e", index, String(port));
  try {
    const search = () =>
      raw("GET", `/images/search?term=127.0.0.1:${port}/found`).catch(() => undefined);
    await until("the index", async () => (await search())?.status === 200);
    script(`127.0.0.1:${port}/found`, (choices, { detail }) => {
      assert.deepEqual(choices, ["verbs/found"]);
      assert.match(detail, /★ 3[\s\S]*one of ours/);
      return undefined;
    });
    await run("images.search");
    assert.deepEqual(lines, [`docker search 127.0.0.1:${port}/found`]);
  } finally {
    server.kill("SIGKILL");
  }
});
