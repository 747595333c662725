// The Compose projects that the workspace's files define: found by their names, read by the language
// server, read again when a file changes. Nothing is read before somebody looks.
import { basename, dirname, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Disposable, FileType, type Memento, type Uri, workspace } from "vscode";
import type { Connection } from "../connections/connection.ts";
import { Emitter } from "../engine/disposable.ts";
import type { ComposeChoice, ReadProject } from "../projects/choice.ts";
import type { Definition } from "../projects/definition.ts";
import type { Difference } from "../projects/drift/drift.ts";
import { DriftWatcher } from "../projects/drift/watcher.ts";
import type { ServiceState } from "../projects/overview.ts";

const baseFiles = "**/{compose,docker-compose}.{yaml,yml}";
/** Among these is every file that may change what a project is. VS Code knows no braces within braces. */
const watched = "**/*.{yaml,yml,env}";
const notOurs = "**/{node_modules,.git,vendor,.venv}/**";
const mostFiles = 200;
const pause = 150;

export class WorkspaceProjects {
  readonly #connection: Connection;
  readonly #state: Memento;
  readonly #read: ReadProject;
  readonly #changed = new Emitter<void>();
  readonly #disposables: Disposable[] = [];
  #definitions: readonly Definition[] = [];
  #known = false;
  #reading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Compares what runs with what the files say. */
  readonly drift = new DriftWatcher(() => this.#changed.fire());

  constructor(connection: Connection, state: Memento, read: ReadProject) {
    this.#connection = connection;
    this.#state = state;
    this.#read = read;
  }

  readonly onDidChange = (listener: () => void) => this.#changed.event(listener);

  get definitions(): readonly Definition[] {
    return this.#definitions;
  }

  get known(): boolean {
    return this.#known;
  }

  start(): void {
    if (this.#reading) return;
    this.#reading = this.#readAll();
    const watcher = workspace.createFileSystemWatcher(watched);
    // Of a folder that comes or goes VS Code tells alone, not of what is in it.
    const folders = workspace.createFileSystemWatcher("**", false, true, false);
    const changed = ({ fsPath }: Uri) => {
      if (this.#concerns(fsPath)) this.#soon();
    };
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
      folders,
      folders.onDidCreate(async (uri) => {
        if (await isFolder(uri)) this.#soon();
      }),
      folders.onDidDelete(({ fsPath }) => {
        if (this.#definitions.some(({ folder }) => `${folder}${sep}`.startsWith(`${fsPath}${sep}`)))
          this.#soon();
      }),
      // Watchers may be slow, or fail on a network's drive; what is saved here is known at once.
      workspace.onDidSaveTextDocument(({ uri }) => changed(uri)),
      // An open file that changes on the disk is known to the language server only when its editor has it.
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!document.isDirty && contentChanges.length > 0) changed(document.uri);
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#soon()),
    );
  }

  /** Resolves when the files have been read as they are now. */
  async ready(): Promise<void> {
    this.start();
    await this.#reading;
  }

  /** The project of one file, read now; as it was where nobody can read it for the moment. */
  load(path: string): Promise<Definition | undefined> {
    return this.#read(path, this.choice(path)).catch(() =>
      this.#definitions.find(({ files }) => files[0] === path),
    );
  }

  /** What the person chose for the project whose first file this is. */
  choice(path: string): ComposeChoice {
    return this.#state.get(`project.${path}`, {});
  }

  async choose(path: string, choice: ComposeChoice): Promise<void> {
    await this.#state.update(`project.${path}`, choice);
    await this.#readAgain();
  }

  differences(service: ServiceState): readonly Difference[] {
    const engine = this.#connection.current;
    const definition = this.#definitions.find((one) =>
      one.services.some((own) => own === service.definition),
    );
    return engine && definition ? this.drift.differences(engine, service, definition) : [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#disposables) one.dispose();
    this.#changed.clear();
  }

  /** Whether a file is part of a project, or may begin one. */
  #concerns(path: string): boolean {
    return (
      /compose[^\\/]*\.ya?ml$|\.env$/.test(path) ||
      this.#definitions.some(({ sources }) => sources.includes(path))
    );
  }

  // Editors save in bursts.
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readAgain(), pause);
  }

  async #readAgain(): Promise<void> {
    this.#reading = this.#reading ? this.#reading.then(() => this.#readAll()) : this.#readAll();
    await this.#reading;
  }

  async #readAll(): Promise<void> {
    const paths = await this.#find();
    const read = await Promise.all(paths.map((path) => this.load(path)));
    const definitions = read
      .filter((one) => one !== undefined)
      .map((one) => this.#definitions.find((old) => isDeepStrictEqual(old, one)) ?? one);
    const same = this.#known && isDeepStrictEqual(definitions, this.#definitions);
    // What reads the same stays the same object, and what is known of its drift stays with it: else
    // rows would go and come again whenever a file beside it is saved.
    this.#definitions = definitions;
    this.#known = true;
    if (!same) this.#changed.fire();
  }

  /** The first files of projects: in each folder the one that Compose would take. */
  async #find(): Promise<string[]> {
    const found = await workspace.findFiles(baseFiles, notOurs, mostFiles);
    const byFolder = new Map<string, string>();
    for (const { fsPath } of found.filter(({ scheme }) => scheme === "file")) {
      const known = byFolder.get(dirname(fsPath));
      if (!known || rank(fsPath) < rank(known)) byFolder.set(dirname(fsPath), fsPath);
    }
    for (const [folder, first] of await this.#named()) byFolder.set(folder, first);
    return [...new Set(byFolder.values())].sort();
  }

  /** By folder, the first file that its `.env` names in the place of those that Compose looks for. */
  async #named(): Promise<[folder: string, first: string][]> {
    const found = await workspace.findFiles("**/.env", notOurs, mostFiles);
    const named = found.map(async (uri): Promise<[string, string][]> => {
      const bytes = await workspace.fs.readFile(uri).then(undefined, () => undefined);
      if (!bytes || !Buffer.from(bytes).includes("COMPOSE_FILE=")) return [];
      const project = await this.#read(uri.fsPath, {}).catch(() => undefined);
      const first = project?.files[0];
      return first ? [[dirname(uri.fsPath), first]] : [];
    });
    return (await Promise.all(named)).flat();
  }
}

async function isFolder(uri: Uri): Promise<boolean> {
  const stat = await workspace.fs.stat(uri).then(undefined, () => undefined);
  return stat?.type === FileType.Directory;
}

const order = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
const rank = (path: string) => order.indexOf(basename(path));
