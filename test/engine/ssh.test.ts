// Engines over a real sshd: the person's ssh settings, agent and known hosts count, and each failure says what to do.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { Engine } from "../../extension/engine/engine.ts";
import { isDebianRoot } from "../../scripts/debian.ts";
import { socket, until } from "./engine.ts";
import { knownHost, makeKey, provideSsh, type Sshd, startSshd, wrapSsh } from "./sshd.ts";

const skip = !(isDebianRoot() && provideSsh()) && "no sshd of our own can be had here";
const folder = mkdtempSync(join(tmpdir(), "dockwright-ssh-"));
const at = (name: string) => join(folder, name);
const path = process.env.PATH;
let sshd: Sshd;
let agent: ChildProcess | undefined;

before(async () => {
  if (skip) return;
  for (const name of ["host", "other-host", "limited", "unknown"]) makeKey(at(name));
  makeKey(at("user"), "a passphrase");
  const limited = { key: at("limited"), command: "exec no-such-docker" };
  sshd = await startSshd(folder, { host: at("host"), user: at("user"), limited }, socket);
  writeFileSync(at("known"), knownHost(sshd.port, at("host")));
  writeFileSync(at("changed"), knownHost(sshd.port, at("other-host")));
  writeFileSync(at("none"), "");
  const host = (name: string, known: string, key: string) =>
    `Host ${name}\n HostName 127.0.0.1\n Port ${sshd.port}\n User root\n UserKnownHostsFile ${at(known)}\n GlobalKnownHostsFile /dev/null\n IdentityFile ${at(key)}\n IdentitiesOnly yes\n`;
  wrapSsh(
    at("bin"),
    [
      host("box", "known", "user"),
      host("new-box", "none", "user"),
      host("changed-box", "changed", "user"),
      host("closed-box", "known", "unknown"),
      host("bare-box", "known", "limited"),
    ].join(""),
  );
  process.env.PATH = `${at("bin")}${delimiter}${path}`;
  await startAgent();
});

/** The agent knows the passphrase, so that nobody is asked for it. */
async function startAgent(): Promise<void> {
  process.env.SSH_AUTH_SOCK = at("agent.sock");
  agent = spawn("ssh-agent", ["-D", "-a", at("agent.sock")], { stdio: "ignore" });
  writeFileSync(at("askpass"), "#!/bin/sh\necho a passphrase\n");
  chmodSync(at("askpass"), 0o700);
  const env = { ...process.env, SSH_ASKPASS: at("askpass"), SSH_ASKPASS_REQUIRE: "force" };
  await until("the agent", () => {
    try {
      execFileSync("ssh-add", ["-q", at("user")], { env, stdio: ["ignore", "ignore", "ignore"] });
      return true;
    } catch {
      return false;
    }
  });
}

after(() => {
  process.env.PATH = path;
  agent?.kill();
  if (!skip) sshd.cut();
  rmSync(folder, { recursive: true, force: true });
});

const engineAt = (host: string) =>
  new Engine({ host, transport: "ssh", origin: "setting", name: "test", local: false });

const failures: [name: string, host: string, kind: string, said: RegExp, remedy: RegExp][] = [
  ["a host that is not known yet", "new-box", "denied", /Host key verification/, /Connect once/],
  ["a host whose key is another", "changed-box", "denied", /Host key verif/, /ssh-keygen -R/],
  ["a key that the host does not know", "closed-box", "denied", /Permission denied/, /ssh agent/],
  ["a host without docker", "bare-box", "unreachable", /not found/, /docker CLI/],
  ["a host that does not listen", "127.0.0.1:1", "unreachable", /refused/, /name, port/],
];

for (const [name, host, kind, said, remedy] of failures)
  test(`ssh: ${name}`, { skip }, async () => {
    const engine = engineAt(`ssh://${host}`);
    try {
      await assert.rejects(engine.connect(), { kind, said, remedy });
    } finally {
      engine.dispose();
    }
  });

test("a host of the ssh settings, by an agent's key: many requests at once, and again after a cut", {
  skip,
}, async () => {
  const engine = engineAt("ssh://box");
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(120_000));
    assert.ok(engine.model.images.size > 0);
    // sshd turns down more than ten that are not yet known.
    const many = await Promise.all(
      Array.from({ length: 30 }, () => engine.request<object[]>({ path: "/images/json" })),
    );
    assert.ok(many.every(({ length }) => length > 0));
    sshd.cut();
    await until("the loss", () => engine.state.status === "unreachable");
    await sshd.start();
    const isBack = () => engine.model.live && engine.state.status === "connected";
    await until("the engine", isBack, 120_000);
  } finally {
    watching.dispose();
    engine.dispose();
  }
});
