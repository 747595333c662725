// The terminal of a log, with its keys, on a real engine.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { create, remove, restart, start, stop } from "../../extension/engine/verbs/containers.ts";
import { Screen } from "./commands.ts";
import { busybox, cleanUp, engineAt, isPodman, labels, socket, until } from "./engine.ts";
import { execAndKeep } from "./exec-and-keep.ts";
import { opened, script } from "./scripted-vscode.ts";

const { openLogs } = await import("../../extension/terminals/logs.ts");

const client = engineAt(socket);
const folder = mkdtempSync(join(tmpdir(), "dockwright-logs-"));
after(async () => {
  await cleanUp();
  client.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Says some lines, and one more for every file /tmp/go that somebody makes. */
const talk = [
  "echo plain first",
  // Podman 4.3 knows whole seconds.
  "sleep 1.1",
  `echo '{"level":"warn","msg":"disk is full","left":1}'`,
  "sleep 0.2",
  "printf '\\033]0;title\\007ERROR broken\\n' >&2",
  "n=0; while :; do if rm /tmp/go 2>/dev/null; then n=$((n+1)); echo later $n; fi; sleep 0.1; done",
].join("; ");

/** What is on the screen since it was cleared last. */
const since = ({ text }: Screen) => text.slice(text.lastIndexOf("\x1b[H"));

test("a log is filtered, stamped, paused, shown from a time on, opened and saved", async () => {
  const wish = { Image: busybox, Cmd: ["sh", "-c", talk], Labels: { ...labels } };
  const { Id: id } = await create(client, wish);
  await start(client, id);
  const taken = "touch /tmp/go; while [ -e /tmp/go ]; do sleep 0.1; done; sleep 0.2";
  const more = () => execAndKeep(client, id, ["sh", "-c", taken]);
  openLogs(client, [{ id, name: "talker" }], { tail: 100, timestamps: false });
  const log = new Screen();
  await log.shows(/plain first[\s\S]*warn disk is full left=1[\s\S]*ERROR broken/);
  assert.doesNotMatch(log.text, /\x1b\]/);

  log.type("l");
  log.type("l");
  await log.shows(/Level: warn/);
  assert.match(since(log), /disk is full[\s\S]*broken/);
  assert.doesNotMatch(since(log), /plain first/);
  log.type("l");
  log.type("l");
  log.type("t");
  const stamp = () => /(20\d\d-\S+Z)\x1b\[0m warn disk is full/.exec(since(log))?.[1];
  const second = await until("the times", stamp);
  log.type("t");
  log.type("j");
  await until("the whole JSON", () => since(log).includes('"left":1'));
  log.type("j");

  log.type("p");
  await more();
  assert.doesNotMatch(since(log), /later 1/);
  log.type("p");
  await log.shows(/later 1/);

  script("/FULL|later/i");
  log.type("/");
  await log.shows(/Only lines with/);
  assert.doesNotMatch(since(log), /plain|broken/);
  const path = join(folder, "saved.log");
  script(path);
  log.type("s");
  await until("the file", () => readOr(path).endsWith("later 1\n"));
  assert.match(readFileSync(path, "utf8"), /^\{"level":"warn".*\}\nlater 1\n$/);
  script("");
  log.type("/");
  await until("no filter", () => since(log).includes("plain first"));
  log.type("o");
  await until("the document", () => opened.at(-1)?.startsWith("plain first\n"));
  assert.match(opened.at(-1) ?? "", /\nERROR broken\nlater 1\n$/);

  script(second);
  log.type("w");
  const later = /disk is full[\s\S]*later 1/;
  const isLater = (text: string) => later.test(text) && !text.includes("plain first");
  await until("the later lines alone", () => isLater(since(log)));
  await more();
  await log.shows(/later 2/);
  log.close();
  await remove(client, id, { force: true });
});

const longLine = async () => {
  const say = "head -c 90000 /dev/zero | tr '\\0'";
  const json = `printf '{"level":"warn","msg":"'; ${say} x; echo '"}'; ${say} y; echo; echo end`;
  for (const Tty of [false, true]) {
    const wish = { Image: busybox, Cmd: ["sh", "-c", json], Tty, Labels: { ...labels } };
    const { Id: id } = await create(client, wish);
    await start(client, id);
    openLogs(client, [{ id, name: "long" }], { tail: 100, timestamps: false });
    const log = new Screen();
    await log.shows(/end\r\n[\s\S]*The log has ended/);
    assert.ok(/warn x{90000} /.test(log.text), "the JSON line is not whole");
    assert.ok(/\ny{90000}\r/.test(log.text), "the other line is not whole");
    log.close();
    await remove(client, id, { force: true });
  }
};
// Podman 4.3 loses the first pieces itself.
if (!isPodman)
  test(
    "a line that is longer than the engine keeps in one piece is whole, with one time",
    longLine,
  );

/** Starts a container that says its name and goes on. */
async function speaker(name: string, project = ""): Promise<string> {
  const compose = { "com.docker.compose.project": project, "com.docker.compose.service": name };
  const { Id: id } = await create(client, {
    Image: busybox,
    Cmd: ["sh", "-c", `echo ${name} speaks; exec sleep 600`],
    StopTimeout: 0,
    Labels: { ...labels, ...(project && compose) },
  });
  await start(client, id);
  return id;
}

const times = (text: string, part: RegExp) => [...text.matchAll(part)].length;

test("a log goes on when its container is started again, with every line once", async () => {
  const id = await speaker("phoenix");
  openLogs(client, [{ id, name: "phoenix" }], { tail: 100, timestamps: false });
  const log = new Screen();
  await log.shows(/phoenix speaks/);
  await stop(client, id);
  await log.shows(/The log has ended/);
  await start(client, id);
  await log.shows(/has started[\s\S]*phoenix speaks/);
  await restart(client, id);
  await until("the third run", () => times(log.text, /phoenix speaks/g) === 3);
  log.type("c");
  log.type("\x03");
  log.close();
  await remove(client, id, { force: true });
});

test("a project's log takes in what starts later, and tells what has stopped", async () => {
  const first = await speaker("early", "choir");
  const project = { name: "choir", services: ["early", "late"] };
  openLogs(client, [{ id: first, name: "early" }], { tail: 100, timestamps: false }, { project });
  const log = new Screen();
  await log.shows(/early speaks/);
  const others = [await speaker("late", "band"), await speaker("silent", "choir")];
  const late = await speaker("late", "choir");
  await log.shows(/ \|\S* late speaks/);
  await stop(client, first);
  await log.shows(/early has stopped/);
  assert.equal(times(log.text, /speaks/g), 2, log.text);
  log.close();
  for (const id of [first, late, ...others]) await remove(client, id, { force: true });
});

function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
