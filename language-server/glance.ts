// Files as a check sees them that follows a key: what was seen is believed for a moment, as a large
// Compose file asks for a thousand others each time. A check for any other reason looks anew.
import type { FileKind, Host, HostFiles } from "./host.ts";

/** Milliseconds for which what was seen is believed. */
const believed = 1_000;

/** The files of a host, each looked at once in a moment. */
class Glance implements HostFiles {
  readonly #files: HostFiles;
  readonly #now: () => number;
  readonly #texts = new Map<string, string | null | undefined>();
  readonly #kinds = new Map<string, FileKind | null | undefined>();
  readonly #lists = new Map<string, readonly string[] | undefined>();
  #until = 0;

  constructor(files: HostFiles, now: () => number) {
    this.#files = files;
    this.#now = now;
  }

  read(uri: string): string | null | undefined {
    return this.#once(this.#texts, uri, () => this.#files.read(uri));
  }

  kind(uri: string): FileKind | null | undefined {
    return this.#once(this.#kinds, uri, () => this.#files.kind(uri));
  }

  list(uri: string): readonly string[] | undefined {
    return this.#once(this.#lists, uri, () => this.#files.list(uri));
  }

  #once<Seen>(known: Map<string, Seen>, uri: string, look: () => Seen): Seen {
    this.#forgetOld();
    const last = known.get(uri);
    if (last !== undefined || known.has(uri)) return last as Seen;
    const seen = look();
    known.set(uri, seen);
    return seen;
  }

  #forgetOld(): void {
    const now = this.#now();
    if (now < this.#until) return;
    this.#until = now + believed;
    this.#texts.clear();
    this.#kinds.clear();
    this.#lists.clear();
  }
}

/** The host, whose files are looked at once in a moment. */
export function glancing(host: Host, now: () => number = () => performance.now()): Host {
  return { ...host, files: new Glance(host.files, now) };
}
