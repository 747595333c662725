// Processes and logs on a real engine, as the terminals use them.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { exec, findShell } from "../../extension/engine/streams/exec.ts";
import { logLines } from "../../extension/engine/streams/logs.ts";
import { create, remove, start, wait } from "../../extension/engine/verbs/containers.ts";
import { followLogs } from "../../extension/terminals/follow-logs.ts";
import { inTimeOrder, parseLine } from "../../extension/terminals/log-lines.ts";
import { SafeOutput } from "../../extension/terminals/safe-output.ts";
import { Screen } from "./commands.ts";
import { busybox, cleanUp, engine, engineAt, isPodman, labels, socket, until } from "./engine.ts";
import { execAndKeep } from "./exec-and-keep.ts";

const client = engineAt(socket);
after(async () => {
  await cleanUp();
  client.dispose();
});

async function container(...command: string[]): Promise<string> {
  const { Id } = await create(client, { Image: busybox, Cmd: command, Labels: { ...labels } });
  await start(client, Id);
  return Id;
}

test("what is typed into a shell runs, and its exit code comes back", async () => {
  const id = await container("sleep", "600");
  const shell = await findShell(client, id);
  assert.ok(shell);
  const session = await exec(client, id, { command: [shell], tty: true, input: true });
  await session.resize(77, 20);
  await session.write("stty size; printf '\\033]0;evil\\007safe'; exit 7\r");
  const safe = new SafeOutput("screen");
  let text = "";
  for await (const { bytes } of session.output) text += safe.push(bytes.toString());
  assert.match(text, /20 77/);
  assert.doesNotMatch(text, /\x1b\]/);
  assert.equal(await session.exitCode(), 7);
  await remove(client, id, { force: true });
});

test("closing a terminal ends a command that ignores its keys and hang-ups", async () => {
  const id = await container("sleep", "600");
  // The terminal in raw mode sends no signals, and the trap takes the one that comes instead.
  const stubborn = "stty raw -echo; trap '' HUP INT TERM; echo ready; while :; do sleep 4711; done";
  const session = await exec(client, id, { command: ["sh", "-c", stubborn] });
  for await (const { bytes } of session.output) if (bytes.includes("ready")) break;
  await session.kill();
  const path = `/exec/${session.execId}/json`;
  await until(
    "its end",
    async () => !(await client.request<{ Running: boolean }>({ path })).Running,
  );
  await remove(client, id, { force: true });
});

const { openAttach } = await import("../../extension/terminals/attach.ts");
const { openExec } = await import("../../extension/terminals/exec.ts");
type ExecWish = Parameters<typeof openExec>[2];

test("what is typed before a terminal is connected waits for the process", async () => {
  const id = await container("sleep", "600");
  await openExec(client, { id, name: "early" }, { command: ["sh"] });
  const shell = new Screen();
  shell.type("echo early-$((40+2)); ");
  shell.type("exit 7\r");
  await shell.shows(/early-42[\s\S]*7/);
  await remove(client, id, { force: true });
});

test("input of a program without a terminal waits for it, too", async () => {
  const wish = { Image: busybox, Cmd: ["cat"], OpenStdin: true, Labels: { ...labels } };
  const { Id: id } = await create(client, wish);
  await start(client, id);
  openAttach(client, { id, name: "early" });
  const program = new Screen();
  program.type("early\r");
  // Once it is echoed, once it comes from the program.
  await program.shows(/early\s+early/);
  program.close();
  await remove(client, id, { force: true });
});

test("Ctrl+C reaches a program without a terminal, as with the CLI", async () => {
  const ticks = "trap 'echo told; exit 5' INT; while :; do echo tick; sleep 0.1; done";
  const id = await container("sh", "-c", ticks);
  openAttach(client, { id, name: "loop" });
  const program = new Screen();
  await program.shows(/tick/);
  program.type("\x03");
  await program.shows(/told[\s\S]*Exit code 5/);
  await remove(client, id, { force: true });
});

// Podman wants both keys in one piece.
if (!isPodman)
  test("a command that one detaches from has no exit code yet", async () => {
    const id = await container("sleep", "600");
    await openExec(client, { id, name: "left" }, { command: ["cat"] });
    const shell = new Screen();
    shell.type("here\r");
    await shell.shows(/here\s+here/);
    shell.type("\x10");
    shell.type("\x11");
    // Whether it goes on is the engine's affair: 20.10 ends it.
    await shell.shows(/Detached from cat in left/);
    await remove(client, id, { force: true });
  });

test("attaching to a container that has ended says so", async () => {
  const id = await container("true");
  await wait(client, id);
  openAttach(client, { id, name: "over" });
  await new Screen().shows(/is not running\. Start the container first\.[\s\S]*attach again/);
  await remove(client, id, { force: true });
});

test("a command that the engine cannot run says why, whatever exit code the engine gives", async () => {
  const id = await container("sleep", "600");
  const shows = async (wish: ExecWish, pattern: RegExp) => {
    await openExec(client, { id, name: "refusing" }, wish);
    await new Screen().shows(pattern);
  };
  await shows({ command: ["nope"] }, /does not contain that program/);
  await shows({ command: ["/etc/passwd"] }, /may not be executed/);
  await shows({ command: ["sh"], user: "ghost" }, /Name a user of the image/);
  await shows({ command: ["sh"], directory: "/no/such" }, /directory does not exist/);
  // A command that ran is told by its code, whatever it has said.
  const quoted = "echo so: OCI runtime exec failed: executable file not found; exit 126";
  await shows({ command: ["sh", "-c", quoted] }, /Exit code 126: the command was found/);
  await remove(client, id, { force: true });
});

// Podman tells nothing of this.
if (!isPodman)
  test("a program that memory ran out for is told from one that was killed", async (context) => {
    const { MemoryLimit } = await client.request<{ MemoryLimit: boolean }>({ path: "/info" });
    if (!MemoryLimit) return context.skip("this engine limits no memory");
    const { openRun } = await import("../../extension/terminals/run.ts");
    const limit = 16 * 1024 * 1024;
    const run = (script: string) => {
      const wish = { Image: busybox, Cmd: ["sh", "-c", script], Labels: { ...labels } };
      const HostConfig = { Memory: limit, MemorySwap: limit };
      openRun(client, "greedy", { ...wish, HostConfig }, "docker run …");
      return new Screen();
    };
    const greedy = run("head -c 100000000 /dev/zero | tail");
    await greedy.shows(/Exit code 137: it was killed because it used more memory than allowed/);
    await run("sh -c 'kill -9 $$'; exit $?").shows(/Exit code 137: it was killed \(SIGKILL\)/);
  });

test("a container that has ended is started again in a terminal, with all that it says", async () => {
  const { openStartAttached } = await import("../../extension/terminals/run.ts");
  const id = await container("sh", "-c", "echo from inside; exit 4");
  await wait(client, id);
  openStartAttached(client, { id, name: "again" });
  await new Screen().shows(/from inside[\s\S]*Exit code 4/);
  await remove(client, id, { force: true });
});

test("a container that ran in a terminal before a reload is taken up, and another like it is run", async () => {
  const { openRunAgain, startRun } = await import("../../extension/terminals/run.ts");
  const name = `again-${process.pid}`;
  const { id, close } = await startRun(client, {
    name,
    Image: busybox,
    Cmd: ["sh", "-c", 'echo begun in $PWD with $GRAIN; read line; echo "told $line"; exit 4'],
    Env: ["GRAIN=rye"],
    WorkingDir: "/tmp",
    Labels: { ...labels },
    HostConfig: { Memory: 64 * 1024 * 1024 },
  });
  close();
  openRunAgain(client, { id, name }, { quietly: true });
  const terminal = new Screen();
  await terminal.shows(/docker attach/);
  terminal.type("one\r");
  // The engine removes it as it ends, and its exit code is known all the same.
  await terminal.shows(/told one[\s\S]*Exit code 4[\s\S]*Enter to run it again/);
  await until("its removal", async () => {
    const { status } = await engine("GET", `/containers/${id}/json`);
    return status === 404;
  });
  terminal.type("\r");
  await terminal.shows(
    /docker run -i -t --rm --name again-\d+ .*-e GRAIN=rye .*--memory 67108864b[\s\S]*begun in \/tmp with rye/,
  );
  terminal.type("two\r");
  await terminal.shows(/told two[\s\S]*Exit code 4[\s\S]*Enter to run it again/);
  terminal.close();
});

test("the logs of two containers merge in the order of time", async () => {
  const say = (name: string, first: number) =>
    container("sh", "-c", `for n in 1 2 3; do sleep 0.$((${first} + n)); echo ${name}$n; done`);
  const ids = await Promise.all([say("a", 0), say("b", 3)]);
  const lists = await Promise.all(
    ids.map(async (id, source) => {
      const lines = [];
      // Following ends with the container.
      for await (const { text } of logLines(client, id, { follow: true, timestamps: true }))
        lines.push(parseLine(source, text));
      return lines;
    }),
  );
  const merged = inTimeOrder(lists);
  assert.deepEqual(merged.map(({ text }) => text).sort(), ["a1", "a2", "a3", "b1", "b2", "b3"]);
  const times = merged.map(({ time }) => time);
  assert.deepEqual(times, [...times].sort());
  for (const id of ids) await remove(client, id, { force: true });
});

test("a log that is followed from its last lines on has every line", async () => {
  // Some are written while the last ones are looked for.
  const count = "n=$((n+1)); echo $n; [ $n -ne 80 ] || touch /tmp/many; usleep 20000";
  const id = await container("sh", "-c", `n=0; while :; do ${count}; done`);
  await execAndKeep(client, id, ["sh", "-c", "until [ -e /tmp/many ]; do usleep 20000; done"]);
  for (const wish of [{ tail: 50 }, { tail: 50, since: "1h" }]) {
    const control = new AbortController();
    const seen: number[] = [];
    await followLogs(client, [{ id, name: "counter" }], wish, {
      signal: control.signal,
      take: ({ text }) => void (seen.push(Number(text)) === 200 && control.abort()),
      note: (text) => assert.fail(text),
    });
    const [first = 0] = seen;
    assert.deepEqual(
      seen,
      Array.from(seen, (_, index) => first + index),
    );
    assert.equal(first > 1, !("since" in wish));
  }
  await remove(client, id, { force: true });
});
