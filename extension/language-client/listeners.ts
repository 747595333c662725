// Which programs of this machine listen on which ports. Linux tells in /proc, macOS through lsof,
// Windows through netstat and tasklist. Knows no engine.
import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import type { Listener } from "../../language-server/protocol.ts";

/** What listens for an engine: whoever holds the port is one of its containers. */
const ofEngines =
  /^(?:docker-proxy|dockerd|com\.docker\.|rootlessport|rootlesskit|slirp4netns|pasta|conmon|gvproxy|vpnkit|wslrelay)/i;
const timeout = 5000;

/** Gives all that listen; names only of those on these ports (`80/tcp`), and only where the system tells them. */
export async function listenersOf(
  ports: ReadonlySet<string>,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly Listener[]> {
  const all = await (byPlatform[platform] ?? onNothing)(ports);
  return all.filter(({ program }) => !program || !ofEngines.test(program));
}

type List = (ports: ReadonlySet<string>) => Promise<Listener[]>;

const onNothing: List = async () => [];

const byPlatform: Partial<Record<NodeJS.Platform, List>> = {
  linux: listOfProc,
  darwin: async () =>
    fromLsof(await output("lsof", "-nP", "-iTCP", "-sTCP:LISTEN", "-iUDP", "-FcPn")),
  win32: async () =>
    fromNetstat(await output("netstat", "-ano"), await output("tasklist", "/FO", "CSV", "/NH")),
};

/** What a program prints; it may find nothing, and then fails. */
async function output(program: string, ...args: readonly string[]): Promise<string> {
  const run = promisify(execFile);
  const options = { timeout, windowsHide: true, maxBuffer: 8 * 1024 * 1024 };
  return run(program, [...args], options).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? "",
  );
}

const key = ({ port, protocol }: Listener) => `${port}/${protocol}`;

async function listOfProc(ports: ReadonlySet<string>): Promise<Listener[]> {
  const tables = ["tcp", "tcp6", "udp", "udp6"].map(async (table) =>
    fromProc(await readFile(`/proc/net/${table}`, "latin1").catch(() => ""), table.slice(0, 3)),
  );
  const sockets = (await Promise.all(tables)).flat();
  const wanted = sockets.filter(({ listener }) => ports.has(key(listener)));
  const programs = await programsOf(new Set(wanted.map(({ inode }) => inode)));
  return sockets.map(({ listener, inode }) => {
    const program = programs.get(inode);
    return program ? { ...listener, program } : listener;
  });
}

/** The states of sockets that wait for others: TCP_LISTEN, and of UDP all that are bound. */
const waiting: Readonly<Record<string, string>> = { tcp: "0A", udp: "07" };

/** Reads a table of /proc/net as proc(5) describes it. */
export function fromProc(table: string, protocol: string): { listener: Listener; inode: string }[] {
  return table.split("\n").flatMap((line) => {
    const [, local = "", , state, , , , , , inode = ""] = line.trim().split(/\s+/);
    const [address = "", port = ""] = local.split(":");
    if (state !== waiting[protocol]) return [];
    return {
      listener: { port: Number.parseInt(port, 16), protocol, address: dotted(address) },
      inode,
    };
  });
}

/** Four bytes as this machine keeps them, in hexadecimal digits; empty: all addresses, or not of version 4. */
function dotted(hex: string): string {
  if (hex.length !== 8 || /^0+$/.test(hex)) return /^0+$/.test(hex) ? "" : hex;
  return (hex.match(/../g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join(".");
}

/** The names of the programs that have these sockets, by the socket's inode. */
async function programsOf(inodes: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (inodes.size === 0) return found;
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const look = async (id: string) => {
    // Those of other people are not told.
    const files = await readdir(`/proc/${id}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${id}/fd/${file}`).catch(() => "");
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (!inode || !inodes.has(inode)) continue;
      const program = basename(await readlink(`/proc/${id}/exe`).catch(() => ""));
      if (program) found.set(inode, program.replace(/ \(deleted\)$/, ""));
    }
  };
  await Promise.all(processes.map(look));
  return found;
}

/** Reads what `lsof -FcPn` prints: a line per field, its first letter the field's name. */
export function fromLsof(text: string): Listener[] {
  const listeners: Listener[] = [];
  let program = "";
  let protocol = "";
  for (const line of text.split("\n")) {
    const value = line.slice(1);
    if (line[0] === "c") program = value;
    else if (line[0] === "P") protocol = value.toLowerCase();
    else if (line[0] === "n") {
      const place = placeOf(value);
      if (place) listeners.push({ ...place, protocol, program });
    }
  }
  return listeners;
}

/** Reads what Windows prints; the words in it are in the system's language. */
export function fromNetstat(sockets: string, tasks: string): Listener[] {
  const programs = new Map(
    [...tasks.matchAll(/^"([^"]+)","(\d+)"/gm)].map(([, name = "", id = ""]) => [id, name]),
  );
  const line = /^\s*(TCP|UDP)\s+(\S+)\s+(?:(?:0\.0\.0\.0|\[::\]):0\s+\S+|\*:\*)\s+(\d+)\s*$/gm;
  return [...sockets.matchAll(line)].flatMap(([, protocol = "", local = "", id = ""]) => {
    const place = placeOf(local);
    const program = programs.get(id);
    return place ? { ...place, protocol: protocol.toLowerCase(), ...(program && { program }) } : [];
  });
}

/** `127.0.0.1:80`, `*:80`, `[::1]:80`; nothing where it is connected to somebody. */
function placeOf(text: string): { port: number; address: string } | undefined {
  const match = /^(\*|\[[^\]]*\]|[\d.]+):(\d+)$/.exec(text);
  if (!match) return undefined;
  const [, address = "", port] = match;
  const bare = address.replace(/^\[|\]$/g, "");
  return { port: Number(port), address: /^(?:\*|0\.0\.0\.0|::)$/.test(bare) ? "" : bare };
}
