// TAR read and written as streams, as far as the archive API needs it: plain entries, long names. Touches no disk.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar and pax)
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";

export type EntryType = "file" | "folder" | "symlink" | "link" | "other";

export interface TarHeader {
  readonly path: string;
  readonly type: EntryType;
  /** Bytes of content; 0 for all but files. */
  readonly size: number;
  readonly mode: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  readonly linkTarget: string;
  /** Whose it is; 0 (root) when left out. */
  readonly uid?: number;
  readonly gid?: number;
}

export interface TarEntry extends TarHeader {
  /** The content; must be read to its end before the next entry, else it is skipped. */
  readonly content: AsyncGenerator<Buffer>;
}

const block = 512;
const maxMetadata = 1024 * 1024;
const types: Record<string, EntryType> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  "5": "folder",
  "2": "symlink",
  "1": "link",
};

/** The entries of a TAR, in order. @throws EngineError for a damaged or cut one */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const input = new ByteReader(source);
  let override: Partial<Record<string, string>> = {};
  for (;;) {
    const header = await input.take(block);
    if (header.length === 0 || header.every((byte) => byte === 0)) return;
    const { flag, ...parsed } = parseHeader(header);
    const padding = (block - (parsed.size % block)) % block;
    if (flag === "x" || flag === "L" || flag === "K" || flag === "g") {
      const metadata = await takeMetadata(input, parsed.size, padding);
      if (flag !== "g") override = { ...override, ...parseMetadata(flag, metadata) };
      continue;
    }
    const entry = applyOverride(parsed, override);
    override = {};
    let left = entry.size;
    const content = async function* () {
      while (left > 0) {
        const bytes = await input.some(left);
        left -= bytes.length;
        yield bytes;
      }
    };
    yield { ...entry, content: content() };
    while (left > 0) left -= (await input.some(left)).length;
    await input.take((block - (entry.size % block)) % block);
  }
}

async function takeMetadata(input: ByteReader, size: number, padding: number): Promise<Buffer> {
  if (size > maxMetadata) throw damaged();
  const metadata = await input.take(size);
  await input.take(padding);
  return metadata;
}

function parseMetadata(flag: string, metadata: Buffer): Record<string, string> {
  const text = metadata.toString().replace(/\0+$/, "");
  if (flag === "L") return { path: text };
  if (flag === "K") return { linkpath: text };
  // pax records: "LENGTH KEY=VALUE\n", the length in bytes and of the whole record
  const records: Record<string, string> = {};
  for (let at = 0; at < metadata.length; ) {
    const space = metadata.indexOf(0x20, at);
    const length = Number(metadata.toString("latin1", at, space));
    if (space < 0 || !(length > 0)) throw damaged();
    const record = metadata.toString("utf8", space + 1, at + length - 1);
    const equals = record.indexOf("=");
    records[record.slice(0, equals)] = record.slice(equals + 1);
    at += length;
  }
  return records;
}

function applyOverride(header: TarHeader, override: Partial<Record<string, string>>): TarHeader {
  const size = override.size === undefined ? header.size : Number(override.size);
  if (!Number.isSafeInteger(size) || size < 0) throw damaged();
  return {
    ...header,
    path: override.path ?? header.path,
    linkTarget: override.linkpath ?? header.linkTarget,
    size,
    uid: Number(override.uid ?? header.uid ?? 0),
    gid: Number(override.gid ?? header.gid ?? 0),
  };
}

function parseHeader(header: Buffer): TarHeader & { flag: string } {
  checkSum(header);
  const field = (from: number, to: number) =>
    header.toString("utf8", from, to).replace(/\0[\s\S]*$/, "");
  const flag = String.fromCharCode(header[156] ?? 0);
  const prefix = field(257, 262) === "ustar" ? field(345, 500) : "";
  const type = types[flag] ?? "other";
  const size = numberField(header, 124, 12);
  return {
    flag,
    path: prefix ? `${prefix}/${field(0, 100)}` : field(0, 100),
    type,
    size: type === "symlink" || type === "link" || type === "folder" ? 0 : size,
    mode: numberField(header, 100, 8) & 0o7777,
    mtime: numberField(header, 136, 12),
    linkTarget: field(157, 257),
    uid: idField(header, 108),
    gid: idField(header, 116),
  };
}

// Octal, or (GNU) big-endian with the highest bit set.
function numberField(header: Buffer, at: number, length: number): number {
  if ((header[at] ?? 0) & 0x80) {
    const value = Number(header.readBigUInt64BE(at + length - 8) & 0x7fff_ffff_ffff_ffffn);
    if (!Number.isSafeInteger(value)) throw damaged();
    return value;
  }
  const value = Number.parseInt(header.toString("latin1", at, at + length).trim() || "0", 8);
  return Number.isNaN(value) ? 0 : value;
}

// Ids of users and groups have 32 bits; whatever else stands there damages no archive.
function idField(header: Buffer, at: number): number {
  return (header[at] ?? 0) & 0x80 ? header.readUInt32BE(at + 4) : numberField(header, at, 8);
}

function checkSum(header: Buffer): void {
  if (!hasRightSum(header)) throw damaged();
}

function hasRightSum(header: Buffer): boolean {
  let sum = 8 * 0x20;
  for (let i = 0; i < block; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return sum === numberField(header, 148, 8);
}

/** Whether a TAR may begin with these bytes: an entry, or the end of an empty one. */
export function beginsTar(bytes: Buffer): boolean {
  if (bytes.length < block) return false;
  const header = bytes.subarray(0, block);
  return hasRightSum(header) || header.every((byte) => byte === 0);
}

const damaged = () => new EngineError("badAnswer", t("The archive is damaged."));

/** The header block(s) of an entry; names that are too long for one get a pax header. */
export function tarHeader(entry: TarHeader): Buffer {
  const records = [
    ...(Buffer.byteLength(entry.path) > 100 ? [paxRecord("path", entry.path)] : []),
    ...(Buffer.byteLength(entry.linkTarget) > 100 ? [paxRecord("linkpath", entry.linkTarget)] : []),
    ...(entry.size > 0o77777777777 ? [paxRecord("size", String(entry.size))] : []),
  ];
  const own = headerBlock(
    entry,
    { file: "0", folder: "5", symlink: "2", link: "1", other: "0" }[entry.type],
  );
  if (records.length === 0) return own;
  const pax = Buffer.from(records.join(""));
  const paxHeader = headerBlock(
    { ...entry, path: "PaxHeader", size: pax.length, linkTarget: "" },
    "x",
  );
  return Buffer.concat([paxHeader, pax, tarPadding(pax.length), own]);
}

/** The zeros after content of this length. */
export const tarPadding = (size: number) => Buffer.alloc((block - (size % block)) % block);

/** The end of a TAR. */
export const tarEnd = () => Buffer.alloc(2 * block);

function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  // The length counts itself.
  let length = rest + String(rest).length;
  if (String(length).length > String(rest).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function headerBlock(entry: TarHeader, flag: string): Buffer {
  const header = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) =>
    header.write(
      value
        .toString(8)
        .padStart(length - 1, "0")
        .slice(-(length - 1)),
      at,
      "latin1",
    );
  Buffer.from(entry.path).copy(header, 0, 0, 100);
  octal(entry.mode, 100, 8);
  octal(entry.uid ?? 0, 108, 8);
  octal(entry.gid ?? 0, 116, 8);
  octal(entry.size, 124, 12);
  octal(Math.max(Math.floor(entry.mtime), 0), 136, 12);
  header.write(flag, 156, "latin1");
  Buffer.from(entry.linkTarget).copy(header, 157, 0, 100);
  header.write("ustar\x0000", 257, "latin1");
  header.fill(0x20, 148, 156);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

/** Takes bytes from a source of chunks, just as many as are asked for. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** At least one and at most `limit` bytes. */
  async some(limit: number): Promise<Buffer> {
    if (!(await this.#fill())) throw damaged();
    const bytes = this.#rest.subarray(0, limit);
    this.#rest = this.#rest.subarray(bytes.length);
    return bytes;
  }

  /** Exactly `size` bytes; none at the end of the source. */
  async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      if (!(await this.#fill())) {
        if (parts.length > 0) throw damaged();
        break;
      }
      const bytes = await this.some(left);
      parts.push(bytes);
      left -= bytes.length;
    }
    return Buffer.concat(parts);
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next();
      if (done) return false;
      this.#rest = value;
    }
    return true;
  }
}
