// More of the panel's commands on containers, on a real engine: terminals, copies, what is kept of them.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { create, panel, Screen, start } from "./commands.ts";
import { cleanUp, engine as raw, until } from "./engine.ts";
import { clipboard, lines, opened, script, shown } from "./scripted-vscode.ts";

const { run, object, gone, tables, documents, dispose } = panel();
/** A shell waits for keys. */
const prompt = /\/\w* [#$] /;
const folder = await mkdtemp(join(tmpdir(), "dockwright-containers-"));
after(async () => {
  dispose();
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

const state = (name: string, wanted: string) =>
  object("container", name, (one) => one.state === wanted);

async function running(name: string, more: object = {}) {
  await start(name, more);
  return state(name, "running");
}

test("one key pauses what runs and lets go on what is paused", async () => {
  const one = await running("more-pause");
  script();
  await run("containers.pauseOrGoOn", [one]);
  await run("containers.pauseOrGoOn", [await state(one.name, "paused")]);
  await state(one.name, "running");
  assert.deepEqual(lines, ["docker pause more-pause", "docker unpause more-pause"]);
});

test("a stop with a timeout kills what does not listen; nothing is done when it is dismissed", async () => {
  const stubborn = ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"];
  const one = await running("more-stop", { Cmd: stubborn, StopTimeout: 1000 });
  script(undefined);
  await run("containers.stopAfter", [one]);
  assert.deepEqual(lines, []);
  script("0");
  await run("containers.stopAfter", [one]);
  assert.equal((await state(one.name, "exited")).exitCode, 137);
  assert.deepEqual(lines, ["docker stop --time 0 more-stop"]);
});

test("waiting for the end tells the exit code", async () => {
  const one = await running("more-wait");
  script();
  const waiting = run("containers.wait", [one]);
  await raw("POST", `/containers/${one.id}/kill`);
  await waiting;
  assert.match(shown.at(-1)?.text ?? "", /more-wait.*137/);
});

test("with the container its anonymous volumes go, and only they", async () => {
  const one = await running("more-volumes", { Volumes: { "/data": {} } });
  const volume = one.mounts[0]?.name ?? "";
  assert.ok(volume);
  script("Remove");
  await run("containers.removeWithVolumes", [one]);
  await gone("container", one.name);
  assert.equal((await raw("GET", `/volumes/${volume}`)).status, 404);
});

test("lists of stopped and of all containers remove what stays ticked", async () => {
  await create("more-stopped");
  await running("more-up");
  await object("container", "more-stopped");
  script((choices) => {
    assert.ok(choices.includes("more-stopped") && !choices.includes("more-up"));
    return ["more-stopped"];
  }, "Remove");
  await run("containers.prune");
  await gone("container", "more-stopped");
  script(["more-up"]);
  await run("containers.stopAll");
  assert.deepEqual(lines, ["docker stop more-up"]);
  await object("container", "more-up", ({ state }) => state === "exited");
  script(["more-up"], "Remove");
  await run("containers.removeAll");
  await gone("container", "more-up");
  assert.deepEqual(lines, ["docker rm more-up"]);
});

test("shells, commands and the main process are terminals that take keys", async () => {
  const ticking = "while :; do echo tick; sleep 1; done & read line; echo got $line; wait";
  const main = ["sh", "-c", ticking];
  const one = await running("more-shell", { Cmd: main, Tty: true, OpenStdin: true });
  script();
  await run("containers.openShell", [one]);
  const shell = new Screen();
  await shell.shows(prompt);
  shell.type("echo in-$((40+2)); exit 3\r");
  await shell.shows(/in-42[\s\S]*Exit code 3/);

  script("1000", "/tmp", "sh");
  await run("containers.openShellAs", [one]);
  assert.deepEqual(lines, [`docker exec -it --user 1000 --workdir /tmp ${one.name} sh`]);
  const other = new Screen();
  await other.shows(prompt);
  other.type("echo $(id -u):$(pwd); exit\r");
  await other.shows(/1000:\/tmp/);

  script("echo from-$((40+2)); exit 2");
  await run("containers.exec", [one]);
  await new Screen().shows(/from-42[\s\S]*Exit code 2/);

  script();
  // What is opened again after a reload: attached terminals, until they are left.
  const { onDidChangeOpen } = await import("../../extension/terminals/open.ts");
  const kept: string[] = [];
  const heard = onDidChangeOpen((open) => kept.push(open.map(({ kind }) => kind).join()));
  await run("containers.attach", [one]);
  const attached = new Screen();
  await attached.shows(/tick/);
  attached.type("hello\r");
  await attached.shows(/got hello/);
  assert.equal(kept.at(-1), "attach");
  attached.type("\x10\x11");
  await attached.shows(/Detached from more-\S+, which keeps running\.[\s\S]*Enter/);
  assert.equal(kept.at(-1), "");
  attached.type("\r");
  await attached.shows(/Enter[\s\S]*tick/);
  assert.equal(kept.at(-1), "attach");
  heard.dispose();
  attached.close();
  await state(one.name, "running");
});

test("the logs of several containers share a terminal", async () => {
  const say = (word: string) => ({ Cmd: ["sh", "-c", `echo ${word}; sleep 1000`] });
  const both = [
    await running("more-log-a", say("apple")),
    await running("more-log-b", say("pear")),
  ];
  script();
  await run("containers.logs", both);
  const screen = new Screen();
  await screen.shows(/apple/);
  await screen.shows(/pear/);
  screen.close();
});

test("name, id, address and a Compose service go to the clipboard, or to a new file", async () => {
  const one = await running("more-copy", { Env: ["MODE=it's"] });
  for (const [verb, text] of [
    ["copyName", "more-copy"],
    ["copyId", one.id],
    ["copyIp", one.networks.map(({ ip }) => ip).join(" ")],
  ] as const) {
    script();
    await run(`containers.${verb}`, [one]);
    assert.equal(clipboard.text, text);
  }
  await run("containers.copyAsComposeService", [one]);
  assert.match(clipboard.text, /more-copy:[\s\S]*image: busybox:1\.35[\s\S]*MODE/);
  await run("containers.createComposeFile", [one]);
  assert.match(opened.at(-1) ?? "", /^services:[\s\S]*more-copy/);
});

test("a container becomes an image, its files an archive; a wrong name or folder is refused", async () => {
  const one = await running("more-keep", { Cmd: ["sh", "-c", "echo kept > /kept; sleep 1000"] });
  script("Not A Name");
  await assert.rejects(run("containers.commit", [one]), /not the name of an image/);
  script("more/kept:1");
  await run("containers.commit", [one]);
  await object("image", "more/kept:1");
  const file = join(folder, "files.tar");
  script(file);
  await run("containers.export", [one]);
  assert.ok((await readFile(file)).includes("kept"));
  assert.deepEqual(lines, [`docker export -o ${file} more-keep`]);
  script(join(folder, "no/such/folder.tar"));
  await assert.rejects(run("containers.export", [one]), /no such file/);
});

test("the use of all containers is one table; a published port opens in the browser", async () => {
  const ports = { "80/tcp": [{ HostPort: "" }] };
  await start("more-port", { ExposedPorts: { "80/tcp": {} }, HostConfig: { PortBindings: ports } });
  const one = await object("container", "more-port", ({ ports: list }) =>
    list.some(({ host }) => host),
  );
  script();
  await run("containers.statsOfAll");
  await until("its row", () => JSON.stringify(tables.get("Stats") ?? "").includes("more-port"));
  script((choices) => choices[0]);
  await run("containers.openInBrowser", [one]);
  assert.equal(opened.at(-1), `http://localhost:${one.ports.find(({ host }) => host)?.host}`);
});

/** Containers with this check, which the engine itself runs seldom. */
const checkedBy = (test: readonly string[], more: object = {}) => ({
  Healthcheck: { Test: test, Interval: 600e9, Timeout: 600e9, Retries: 1, ...more },
});

test("a health check is run now: as the user, in the directory, with its output and its meaning", async () => {
  const test = ["CMD-SHELL", "echo in $(pwd) as $(id -u); echo bad >&2; exit 1"];
  await running("more-check", { ...checkedBy(test), User: "1000", WorkingDir: "/tmp" });
  const one = await object("container", "more-check", ({ health }) => health !== undefined);
  script();
  await run("containers.runHealthCheck", [one]);
  const text = documents.get("more-check health.txt") ?? "";
  // Two streams come in any order.
  for (const wanted of [/failed with exit code 1 /, /^ {2}in \/tmp as 1000$/m, /^ {2}bad$/m])
    assert.match(text, wanted);
  assert.deepEqual(lines, [`docker exec more-check /bin/sh -c '${test[1]}'`]);

  await running("more-check-cmd", checkedBy(["CMD", "echo", "all is well"]));
  const other = await object("container", "more-check-cmd", ({ health }) => health !== undefined);
  script();
  await run("containers.runHealthCheck", [other]);
  assert.match(documents.get("more-check-cmd health.txt") ?? "", /passed[\s\S]* {2}all is well/);
  assert.deepEqual(lines, ["docker exec more-check-cmd echo 'all is well'"]);
});

test("a check that takes too long is ended; one whose program is missing says so", async () => {
  await running("more-slow", checkedBy(["CMD-SHELL", "sleep 999"], { Timeout: 1e9 }));
  const slow = await object("container", "more-slow", ({ health }) => health !== undefined);
  script();
  await run("containers.runHealthCheck", [slow]);
  assert.match(documents.get("more-slow health.txt") ?? "", /took longer than 1 s/);
  const processes = async () => (await raw("GET", `/containers/${slow.id}/top`)).body;
  await until("the end of the check", async () => !(await processes()).includes("sleep 999"));

  await running("more-missing", checkedBy(["CMD", "curl", "localhost"]));
  const missing = await object("container", "more-missing", ({ health }) => health !== undefined);
  script();
  await run("containers.runHealthCheck", [missing]);
  assert.match(documents.get("more-missing health.txt") ?? "", /does not contain it/);
});

test("what the engine's own checks found stands there, too; without a check there is nothing to run", async () => {
  const often = checkedBy(["CMD-SHELL", "echo disk is full; exit 3"], { Interval: 1e9 });
  await running("more-sick", often);
  const sick = await object("container", "more-sick", ({ health }) => health === "unhealthy");
  script();
  await run("containers.runHealthCheck", [sick]);
  assert.match(
    documents.get("more-sick health.txt") ?? "",
    /What the engine found: unhealthy[\s\S]*failed with exit code 3[^\n]*\n {4}disk is full/,
  );
  documents.clear();
  const off = await running("more-off", checkedBy(["NONE"]));
  script();
  await run("containers.runHealthCheck", [off]);
  assert.deepEqual([...documents], []);
  await assert.rejects(run("containers.runHealthCheck", [{ ...off, health: "healthy" }]), {
    kind: "invalid",
    remedy: /HEALTHCHECK/,
  });
});
