// What a request costs over ssh, once the first one is through: beside the same request without it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Engine } from "../../extension/engine/engine.ts";
import { knownHost, makeKey, startSshd, wrapSsh } from "../../test/engine/sshd.ts";
import { figures, medianOf, startBed, timed } from "./engine/bed.ts";

const rounds = 200;
const folder = mkdtempSync(join(tmpdir(), "dockwright-ssh-"));
const at = (name: string) => join(folder, name);
const bed = await startBed("bench-ssh");
const keys = { host: makeKey(at("host")), user: makeKey(at("user")) };
const limited = { key: makeKey(at("limited")), command: "false" };
const sshd = await startSshd(folder, { ...keys, limited }, bed.own.socket);
writeFileSync(at("known"), knownHost(sshd.port, keys.host));
wrapSsh(
  at("bin"),
  `Host box
 HostName 127.0.0.1
 Port ${sshd.port}
 User root
 UserKnownHostsFile ${at("known")}
 GlobalKnownHostsFile /dev/null
 IdentityFile ${keys.user}
 IdentitiesOnly yes
`,
);
process.env.PATH = `${at("bin")}${delimiter}${process.env.PATH}`;
const remote = new Engine({
  host: "ssh://box",
  transport: "ssh",
  origin: "setting",
  name: "box",
  local: false,
});
try {
  const first = await timed(() => remote.connect());
  const ask = (engine: Engine) => timed(() => engine.request({ path: "/version" }));
  const near: number[] = [];
  const far: number[] = [];
  // By turns, so that both meet the same machine.
  for (let round = 0; round < rounds; round++) {
    near.push(await ask(bed.engine));
    far.push(await ask(remote));
  }
  console.log(`a request over ssh, the first: ${first.toFixed(0)} ms`);
  console.log(`a request without ssh: ${figures(near)}`);
  console.log(
    `a request over ssh, further ones: ${figures(far)}, ${(medianOf(far) - medianOf(near)).toFixed(1)} ms more`,
  );
} finally {
  remote.dispose();
  sshd.cut();
  await bed.close();
  rmSync(folder, { recursive: true, force: true });
}
