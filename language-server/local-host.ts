// The Host of the real server: files of this machine, and the engine as far as the client
// answers for it. Answers at once from what it knows. Used by main.ts alone; the tests have a
// host in memory.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FileKind, Host, HostEngine, HostFiles, HostShellCheck } from "./host.ts";
import type { BuiltImage, EngineQuestion, ImageFacts } from "./protocol.ts";

/** Larger files are nothing that a Dockerfile or Compose file asks about. */
const largest = 4 * 1024 * 1024;
/** Answers about the engine that are kept at most. */
const mostAnswers = 500;

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
  readonly #built: BuiltImages;
  readonly #ask: Ask;
  readonly #changed: () => void;

  constructor(ask: Ask, changed: () => void, builtChanged: () => void) {
    this.#ask = ask;
    this.#changed = changed;
    this.#built = new BuiltImages(ask, builtChanged);
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
 * The images that Dockerfiles were built into. What is drawn of them stays while they are asked for
 * again, which each change in the engine is a reason for; only a new answer is told of.
 */
class BuiltImages {
  readonly #images = new Map<string, BuiltImage | undefined>();
  readonly #ask: Ask;
  readonly #changed: () => void;

  constructor(ask: Ask, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  of(dockerfile: string): BuiltImage | undefined {
    if (!this.#images.has(dockerfile)) {
      if (this.#images.size >= mostAnswers) this.#images.clear();
      this.#images.set(dockerfile, undefined);
      this.#askFor(dockerfile);
    }
    return this.#images.get(dockerfile);
  }

  askAgain(): void {
    for (const dockerfile of this.#images.keys()) this.#askFor(dockerfile);
  }

  #askFor(dockerfile: string): void {
    this.#ask({ about: "builtImage", name: dockerfile }).then(
      (answer) => {
        const image = (answer ?? undefined) as BuiltImage | undefined;
        if (JSON.stringify(image) === JSON.stringify(this.#images.get(dockerfile))) return;
        this.#images.set(dockerfile, image);
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

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
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
