// Who listens on which port: of this machine, and as other systems print it.
import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { basename } from "node:path";
import { after, test } from "node:test";
import {
  fromLsof,
  fromNetstat,
  fromProc,
  listenersOf,
} from "../../../extension/language-client/listeners.ts";

const server = createServer();
after(() => server.close());

test("a program that listens is found by its port, and named where that is asked", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const find = async (...ports: readonly string[]) =>
    (await listenersOf(new Set(ports))).find((one) => one.port === port);
  const listener = { port, protocol: "tcp", address: "127.0.0.1" };
  assert.deepEqual(await find(`${port}/tcp`), {
    ...listener,
    program: basename(realpathSync(process.execPath)),
  });
  if (process.platform === "linux") assert.deepEqual(await find(`${port}/udp`), listener);
  await new Promise((resolve) => server.close(resolve));
  assert.equal(await find(`${port}/tcp`), undefined);
});

test("a system that is not known has no answer", async () => {
  assert.deepEqual(await listenersOf(new Set(["80/tcp"]), "aix"), []);
});

test("the tables of Linux: who waits, on which address; not who is connected", () => {
  const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:4A37 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1635242 1 0000 100 0 0 10 0
   1: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1658 1 0000 100 0 0 10 0
   2: 0100007F:9C40 0100007F:4A37 01 00000000:00000000 00:00000000 00000000     0        0 1700 1 0000 100 0 0 10 0
`;
  assert.deepEqual(fromProc(tcp, "tcp"), [
    { listener: { port: 18999, protocol: "tcp", address: "127.0.0.1" }, inode: "1635242" },
    { listener: { port: 2024, protocol: "tcp", address: "" }, inode: "1658" },
  ]);
  const udp6 = "  9: 00000000000000000000000000000000:14E9 0:0 07 0:0 00:0 0 104 0 21 2 0 0\n";
  assert.deepEqual(fromProc(udp6, "udp"), [
    { listener: { port: 5353, protocol: "udp", address: "" }, inode: "21" },
  ]);
});

test("what lsof prints", () => {
  const text = [
    ...["p5480", "cpython3", "f3", "PTCP", "n127.0.0.1:18999", "f4", "PTCP", "n[::1]:18999"],
    ...[
      "p77",
      "cmDNSResponder",
      "f7",
      "PUDP",
      "n*:5353",
      "f8",
      "PUDP",
      "n10.0.0.2:68->10.0.0.1:67",
    ],
    "",
  ].join("\n");
  assert.deepEqual(fromLsof(text), [
    { port: 18999, protocol: "tcp", address: "127.0.0.1", program: "python3" },
    { port: 18999, protocol: "tcp", address: "::1", program: "python3" },
    { port: 5353, protocol: "udp", address: "", program: "mDNSResponder" },
  ]);
});

test("what Windows prints, in any language", () => {
  const sockets = [
    "Aktive Verbindungen",
    "",
    "  Proto  Lokale Adresse         Remoteadresse          Status           PID",
    "  TCP    0.0.0.0:3306           0.0.0.0:0              ABHÖREN          4120",
    "  TCP    [::]:3306              [::]:0                 ABHÖREN          4120",
    "  TCP    127.0.0.1:50000        127.0.0.1:3306         HERGESTELLT      99",
    "  UDP    127.0.0.1:1900         *:*                                     7",
    "",
  ].join("\r\n");
  const tasks = '"mysqld.exe","4120","Services","0","40.000 K"\r\n';
  assert.deepEqual(fromNetstat(sockets, tasks), [
    { port: 3306, protocol: "tcp", address: "", program: "mysqld.exe" },
    { port: 3306, protocol: "tcp", address: "", program: "mysqld.exe" },
    { port: 1900, protocol: "udp", address: "127.0.0.1" },
  ]);
});
