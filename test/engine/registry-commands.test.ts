// A private registry with passwords, Debian's own, beside the test engine: log in, push, pull, be refused, log out.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { isDebianRoot, ownSuite, unpackOnce } from "../../scripts/debian.ts";
import { freePort } from "../../scripts/editor.ts";
import { engineProcess } from "../../scripts/engine-network.ts";
import { panel } from "./commands.ts";
import { busybox, cleanUp, labels, engine as raw, socket, until } from "./engine.ts";
import { lines, script } from "./scripted-vscode.ts";

// “a secret word” in bcrypt, the only hash that the registry takes.
const passwords = "tester:$2b$04$QBMIAaY.HdnzRZDgI8GRmeKOHxt2UEQMfNYroEEIjmlTptFNk1TRy\n";
const password = "a secret word";

const { run, object, gone, dispose } = panel();
const folder = await mkdtemp(join(tmpdir(), "dockwright-registry-"));
let registry: ChildProcess | undefined;
let address = "";
let missing = "";

before(async () => {
  process.env.DOCKER_CONFIG = join(folder, "docker");
  await mkdir(process.env.DOCKER_CONFIG);
  try {
    if (!isDebianRoot()) throw new Error("there is no Debian here");
    const tree = unpackOnce(ownSuite(), ["docker-registry"]);
    await startRegistry(join(tree, "usr/bin/docker-registry"));
  } catch (error) {
    missing = `no registry can be had: ${error}`;
  }
});
after(async () => {
  registry?.kill("SIGKILL");
  dispose();
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

/** Starts it where the engine can reach it: in the engine's own network, if it has one. */
async function startRegistry(program: string): Promise<void> {
  const port = await freePort();
  address = `127.0.0.1:${port}`;
  await writeFile(join(folder, "passwords"), passwords);
  await writeFile(
    join(folder, "config.yml"),
    [
      "version: 0.1",
      "log: { level: error }",
      `storage: { filesystem: { rootdirectory: "${join(folder, "data")}" } }`,
      `http: { addr: "${address}" }`,
      `auth: { htpasswd: { realm: test, path: "${join(folder, "passwords")}" } }`,
    ].join("\n"),
  );
  const pid = engineProcess(socket);
  const line = [program, "serve", join(folder, "config.yml")];
  const [first = "", ...rest] = pid ? ["nsenter", `--net=/proc/${pid}/ns/net`, ...line] : line;
  registry = spawn(first, rest, { stdio: "ignore" });
  const body = { username: "tester", password, serveraddress: address };
  await until("the registry", async () => (await raw("POST", "/auth", body)).status === 200);
}

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
  const made = await raw("POST", "/containers/create", { Image: busybox, Labels: labels });
  const { Id } = JSON.parse(made.body);
  const query = new URLSearchParams({ container: Id, repo: tag.slice(0, -2), tag: "1" });
  for (const [key, value] of Object.entries(labels))
    query.append("changes", `LABEL ${key}=${value}`);
  await raw("POST", `/commit?${query}`, {});
  await raw("DELETE", `/containers/${Id}`);
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
  await object("image", tag);

  script(address);
  await run("registries.logout");
  assert.equal((await config()).auths?.[address], undefined);
  script(tag);
  await assert.rejects(run("images.pull"), { kind: "unauthorized", remedy: /Log in/ });
});
