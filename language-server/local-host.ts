// The Host of the real server: files of this machine, and the engine as far as the client
// answers for it. Answers at once from what it knows. Used by main.ts alone; the tests have a
// host in memory.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileKind, Host, HostEngine, HostFiles, HostShellCheck } from "./host.ts";
import type { BuiltImage, EngineQuestion, ImageFacts, Listener } from "./protocol.ts";

/** Larger files are nothing that a Dockerfile or Compose file asks about. */
const largest = 4 * 1024 * 1024;
/** Answers about the engine that are kept at most. */
const mostAnswers = 500;
/** For how long (ms) it is taken as known who listens on this machine. */
const listenersLast = 5000;

interface CachedFile {
  readonly stamp: string;
  readonly text: string | null;
}

/** Files read synchronously: each read costs one stat, and the text is kept while that is the same. */
class LocalFiles implements HostFiles {
  readonly #cache = new Map<string, CachedFile>();
  readonly #opened: (uri: string) => string | undefined;

  constructor(opened: (uri: string) => string | undefined) {
    this.#opened = opened;
  }

  read(uri: string): string | null | undefined {
    const opened = this.#opened(uri);
    if (opened !== undefined) return opened;
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const stat = statOf(path);
    if (stat === undefined) return undefined;
    if (!stat?.isFile() || stat.size > largest) return null;
    const stamp = `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    const cached = this.#cache.get(uri);
    if (cached?.stamp === stamp) return cached.text;
    const text = readText(path);
    this.#cache.set(uri, { stamp, text });
    return text;
  }

  kind(uri: string): FileKind | null | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const stat = statOf(path);
    if (stat === undefined || stat === null) return stat;
    return stat.isDirectory() ? "folder" : "file";
  }

  list(uri: string): readonly string[] | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return readdirSync(path, { withFileTypes: true }).map((entry) =>
        entry.isDirectory() ? `${entry.name}/` : entry.name,
      );
    } catch {
      return undefined;
    }
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }
}

type Ask = (question: EngineQuestion) => Promise<unknown>;

/** The engine as the client tells of it: an unknown answer is asked for, and then told of. */
class RemoteEngine implements HostEngine {
  readonly #answers = new Map<string, unknown>();
  /** By the Dockerfile's address. */
  readonly #built: LastingAnswers<BuiltImage>;
  /** By the ports that names are asked for. No engine tells when a program begins to listen. */
  readonly #listeners: LastingAnswers<readonly Listener[]>;
  readonly #ask: Ask;
  readonly #changed: () => void;

  constructor(ask: Ask, changed: () => void, builtChanged: () => void) {
    this.#ask = ask;
    this.#changed = changed;
    this.#built = new LastingAnswers("builtImage", ask, builtChanged);
    this.#listeners = new LastingAnswers("listeners", ask, changed, listenersLast);
  }

  images() {
    return this.#know<readonly string[]>({ about: "images" });
  }
  imageFacts(reference: string) {
    return this.#know<ImageFacts>({ about: "imageFacts", name: reference });
  }
  builtImage(dockerfile: string) {
    return this.#built.of(dockerfile);
  }
  usedPorts() {
    return this.#know<ReturnType<HostEngine["usedPorts"]>>({ about: "usedPorts" });
  }
  listeners(ports: readonly string[]) {
    return ports.length === 0
      ? undefined
      : this.#listeners.of([...new Set(ports)].sort().join(" "));
  }
  networks() {
    return this.#know<readonly string[]>({ about: "networks" });
  }
  volumes() {
    return this.#know<readonly string[]>({ about: "volumes" });
  }
  serviceStates(project: string) {
    return this.#know<Readonly<Record<string, string>>>({ about: "serviceStates", name: project });
  }

  forget(): void {
    this.#answers.clear();
    this.#built.askAgain();
    this.#listeners.expire();
  }

  #know<Answer>(question: EngineQuestion): Answer | undefined {
    const key = `${question.about} ${question.name ?? ""}`;
    if (this.#answers.has(key)) return (this.#answers.get(key) ?? undefined) as Answer | undefined;
    if (this.#answers.size >= mostAnswers) this.#answers.clear();
    this.#answers.set(key, undefined);
    this.#ask(question).then(
      (answer) => {
        this.#answers.set(key, answer);
        if (answer !== null && answer !== undefined) this.#changed();
      },
      () => undefined, // The client is gone or does not know the request: nothing is known.
    );
    return undefined;
  }
}

/**
 * Answers about things that are asked for again, since every change in the engine, or time, may change
 * them. What is drawn of an answer stays meanwhile; only a new one is told of.
 */
class LastingAnswers<Answer> {
  readonly #about: EngineQuestion["about"];
  readonly #known = new Map<string, { answer: Answer | undefined; askedAt: number }>();
  readonly #ask: Ask;
  readonly #changed: () => void;
  /** Milliseconds after which a question is asked again. */
  readonly #lasts: number;

  constructor(about: EngineQuestion["about"], ask: Ask, changed: () => void, lasts = Infinity) {
    this.#about = about;
    this.#ask = ask;
    this.#changed = changed;
    this.#lasts = lasts;
  }

  of(name: string): Answer | undefined {
    const known = this.#known.get(name);
    if (known && Date.now() - known.askedAt < this.#lasts) return known.answer;
    if (!known && this.#known.size >= mostAnswers) this.#known.clear();
    this.#askFor(name);
    return known?.answer;
  }

  askAgain(): void {
    for (const name of this.#known.keys()) this.#askFor(name);
  }

  /** Each is asked for again when somebody next wants to know. */
  expire(): void {
    for (const known of this.#known.values()) known.askedAt = -Infinity;
  }

  #askFor(name: string): void {
    const last = this.#known.get(name)?.answer;
    this.#known.set(name, { answer: last, askedAt: Date.now() });
    this.#ask({ about: this.#about, name }).then(
      (given) => {
        const answer = (given ?? undefined) as Answer | undefined;
        const known = this.#known.get(name);
        if (!known || JSON.stringify(answer) === JSON.stringify(known.answer)) return;
        known.answer = answer;
        this.#changed();
      },
      () => undefined, // The client is gone or does not know the request: nothing is known.
    );
  }
}

export interface LocalHostOptions {
  /** The text of an opened document. */
  readonly opened: (uri: string) => string | undefined;
  readonly folders: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Missing: no engine is asked. */
  readonly ask?: ((question: EngineQuestion) => Promise<unknown>) | undefined;
  readonly shellcheck?: HostShellCheck | undefined;
  /** Something has become known that was not before. */
  readonly changed: () => void;
  /** A Dockerfile was built into another image. */
  readonly builtChanged?: () => void;
}

/** A Host over the file system of this machine, and what empties its memory. */
export interface LocalHost {
  readonly host: Host;
  forgetFile(uri: string): void;
  forgetEngine(): void;
}

export function localHost(options: LocalHostOptions): LocalHost {
  const files = new LocalFiles(options.opened);
  const engine =
    options.ask &&
    new RemoteEngine(options.ask, options.changed, options.builtChanged ?? (() => {}));
  return {
    host: {
      files,
      environment: options.environment,
      folders: options.folders,
      ...(engine ? { engine } : {}),
      ...(options.shellcheck ? { shellcheck: options.shellcheck } : {}),
    },
    forgetFile: (uri) => files.forget(uri),
    forgetEngine: () => engine?.forget(),
  };
}

/** A path in which URI and file system write every letter the same. */
const PLAIN = /^file:\/\/(?=\/)([\w/.+,@-]+)$/;

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  // Most are plain, and Node reads a URI more slowly than it looks for the file.
  const plain = sep === "/" && !uri.includes("/..") && PLAIN.exec(uri)?.[1];
  if (plain) return plain;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** `null`: nothing there; `undefined`: it may not be looked at. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOTDIR" || code === "ENAMETOOLONG" ? null : undefined;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
