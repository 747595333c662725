// Packs a build context as a tar stream for builders without BuildKit, leaving out what
// .dockerignore names. Plain tar with PAX headers where a name or size wants them.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { Readable } from "node:stream";
import { type ContextPlace, onDisk } from "./context-names.ts";
import { type ContextEntry, permissions, walkContext } from "./context-walk.ts";
import { ignorePatterns } from "./dockerignore.ts";

/** The name that a Dockerfile outside of the context gets inside of the tar. */
const FOREIGN_DOCKERFILE = ".dockwright.Dockerfile";

export interface PackedContext {
  readonly tar: Readable;
  /** The Dockerfile's path in the tar. */
  readonly dockerfile: string;
}

/** Paths are absolute. What cannot be read ends the stream with an error. */
export async function packContext(folder: string, dockerfile: string): Promise<PackedContext> {
  const exclude = await ignorePatterns(folder, dockerfile);
  const inside = relative(folder, dockerfile).split(sep).join("/");
  const isInside = inside !== "" && !inside.startsWith("../") && !/^([A-Za-z]:|\/)/.test(inside);
  // The builder needs both files even where the patterns leave them out.
  const needed = isInside ? [`!${inside}`, "!.dockerignore"] : ["!.dockerignore"];
  const patterns = exclude.length > 0 ? [...exclude, ...needed] : [];
  async function* parts() {
    for await (const entry of walkContext(folder, { exclude: patterns }))
      yield* entryParts(folder, entry);
    if (!isInside) {
      const text = await readFile(dockerfile);
      yield header({
        path: FOREIGN_DOCKERFILE,
        type: "0",
        size: text.length,
        mode: 0o644,
        time: 0,
        link: "",
      });
      yield text;
      yield padding(text.length);
    }
    yield Buffer.alloc(1024);
  }
  return {
    tar: Readable.from(parts(), { objectMode: false }),
    dockerfile: isInside ? inside : FOREIGN_DOCKERFILE,
  };
}

async function* entryParts(root: string, entry: ContextEntry): AsyncGenerator<Buffer> {
  const { path, stats, link, sameAs } = entry;
  const folder = stats.isDirectory();
  const size = stats.isFile() && !sameAs ? Number(stats.size) : 0;
  yield header({
    path: folder ? `${inBytes(entry)}/` : inBytes(entry),
    type: folder ? "5" : link ? "2" : sameAs ? "1" : "0",
    size,
    mode: permissions(stats),
    time: Number(stats.mtimeMs) / 1000,
    link: link?.toString("latin1") ?? (sameAs ? inBytes(sameAs) : ""),
  });
  if (size === 0) return;
  let read = 0;
  // `end` keeps a file that grows meanwhile at the size that its header says.
  for await (const chunk of createReadStream(onDisk(root, entry), { end: size - 1 })) {
    read += chunk.length;
    yield chunk;
  }
  if (read !== size) throw new Error(`${path} became shorter while it was read.`);
  yield padding(size);
}

/** One character for each byte: names need not be UTF-8. */
function inBytes({ path, bytes }: ContextPlace): string {
  return (bytes ?? Buffer.from(path)).toString("latin1");
}

interface Header {
  /** In bytes, as the link. */
  readonly path: string;
  readonly type: string;
  readonly size: number;
  readonly mode: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly link: string;
}

function padding(size: number): Buffer {
  return Buffer.alloc((512 - (size % 512)) % 512);
}

function header(entry: Header): Buffer {
  const records: string[] = [];
  const fits = (text: string) => text.length <= 100 && /^[\x20-\x7e]*$/.test(text);
  if (!fits(entry.path)) records.push(record("path", entry.path));
  if (!fits(entry.link)) records.push(record("linkpath", entry.link));
  if (entry.size >= 8 ** 11) records.push(record("size", String(entry.size)));
  if (records.length === 0) return block(entry);
  const body = Buffer.from(records.join(""), "latin1");
  const pax = block({ ...entry, path: "PaxHeader", type: "x", size: body.length, link: "" });
  return Buffer.concat([pax, body, padding(body.length), block(entry)]);
}

/** One PAX record; its length counts its own digits. */
function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`.length;
  let length = rest + String(rest).length;
  if (rest + String(length).length !== length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function block(entry: Header): Buffer {
  const bytes = Buffer.alloc(512);
  const octal = (value: number, at: number, width: number) =>
    bytes.write(
      `${Math.max(0, Math.floor(value))
        .toString(8)
        .padStart(width - 1, "0")}\0`,
      at,
    );
  bytes.write(entry.path, 0, 100, "latin1");
  octal(entry.mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(entry.size >= 8 ** 11 ? 0 : entry.size, 124, 12);
  octal(entry.time, 136, 12);
  bytes.fill(" ", 148, 156);
  bytes.write(entry.type, 156);
  bytes.write(entry.link, 157, 100, "latin1");
  bytes.write("ustar\u000000", 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}
