// All views of the panel: makes them, follows the model, keeps badge, messages and context keys right.
import { commands, type Memento, type TreeView, window, workspace } from "vscode";
import type { Connection } from "../connection.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { containerRows } from "./containers.ts";
import { dragAndDrop } from "./drag-and-drop.ts";
import { engineRows } from "./engines.ts";
import { Explorer } from "./explorer.ts";
import { imageRows } from "./images.ts";
import type { Node } from "./node.ts";
import { Ongoing } from "./ongoing.ts";
import { type Options, optionsOf, type ViewName } from "./options.ts";
import { Pace } from "./pace.ts";
import { type ProjectFacts, projectRows } from "./projects.ts";
import { networkRows, volumeRows } from "./volumes.ts";

const makers: Record<
  Exclude<ViewName, "projects">,
  (engine: Engine, options: Options) => Node[]
> = {
  containers: containerRows,
  images: imageRows,
  volumes: volumeRows,
  networks: networkRows,
};

/** The projects of the workspace, as the view follows them. */
export interface Projects extends ProjectFacts {
  /** Begins to read the workspace's files; called when somebody looks. */
  start(): void;
  /** Whether they have been read. */
  readonly known: boolean;
  readonly onDidChange: (listener: () => void) => { dispose(): unknown };
}

export class Views {
  /** What is being done to objects just now. */
  readonly ongoing = new Ongoing();
  readonly #connection: Connection;
  readonly #state: Memento;
  readonly #projects: Projects;
  readonly #explorers = new Map<string, Explorer>();
  readonly #trees = new Map<string, TreeView<Node>>();
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #newer = new Set<string>();
  #volumeSizes: ReadonlyMap<string, number> | undefined;
  #watch: { dispose(): void } | undefined;
  readonly #told = new Map<string, unknown>();
  readonly #pace: Pace;

  constructor(connection: Connection, state: Memento, projects: Projects) {
    this.#connection = connection;
    this.#pace = new Pace(() => this.#draw());
    this.#state = state;
    this.#projects = projects;
    this.#add("projects", () => this.#projectRows());
    for (const view of Object.keys(makers) as (keyof typeof makers)[])
      this.#add(view, () => this.#rows(view));
    this.#add("engines", () => engineRows(connection.current, connection.state));
    this.#disposables.push(
      this.#pace,
      connection.onDidChange(() => this.#soon()),
      projects.onDidChange(() => this.#soon()),
      this.ongoing.onDidChange(() => this.#soon()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("dockwright")) this.redraw();
      }),
      // Back from another program, where networks may have been made.
      window.onDidChangeWindowState(({ focused }) => focused && this.#lookForUnseen()),
      { dispose: () => this.#watch?.dispose() },
    );
    this.#showState();
  }

  /** The rows of the focused view that a key is for: several that are selected, else the one with the focus. */
  async meant(view: string): Promise<readonly Node[]> {
    const tree = this.#trees.get(view);
    const before = tree?.selection ?? [];
    if (!tree || before.length > 1) return before;
    // VS Code tells extensions what is selected, not what has the focus, and arrow keys move only the
    // focus. So the focused row is taken into the selection, or out of it, and all is put back.
    const told = new Promise((resolve) => {
      const heard = tree.onDidChangeSelection(resolve);
      setTimeout(() => resolve(heard.dispose()), 300);
    });
    await commands.executeCommand("list.toggleSelection");
    await told;
    const added = tree.selection.filter((row) => !before.includes(row));
    await commands.executeCommand("list.toggleSelection");
    return added.length > 0 ? added : before;
  }

  /** The views that can be seen now. */
  visible(): string[] {
    return [...this.#trees].filter(([, tree]) => tree.visible).map(([view]) => view);
  }

  /** What a view is filtered by; empty: by nothing. */
  filter(view: ViewName): string {
    return optionsOf(view, this.#state).filter;
  }

  /** What volumes take, in bytes by name, once somebody has asked; undefined forgets it. */
  showVolumeSizes(sizes: ReadonlyMap<string, number> | undefined): void {
    this.#volumeSizes = sizes;
    this.redraw();
  }

  /** What a registry was found to have newer, and what not, each as `id tag`. */
  markNewer(newer: readonly string[], same: readonly string[]): void {
    for (const one of same) this.#newer.delete(one);
    for (const one of newer) this.#newer.add(one);
    this.redraw();
  }

  /** Changes what the person chose for a view, kept per workspace. */
  async choose(
    key: `filter.${ViewName}` | "onlyWorkspace",
    value: string | boolean,
  ): Promise<void> {
    await this.#state.update(key, value);
    this.redraw();
  }

  redraw(): void {
    for (const explorer of this.#explorers.values()) explorer.redraw();
    this.#showState();
  }

  dispose(): void {
    for (const one of [...this.#disposables].reverse()) one.dispose();
  }

  #add(view: string, roots: () => readonly Node[] | Promise<readonly Node[]>): void {
    const explorer = new Explorer(roots);
    const tree = window.createTreeView(`dockwright.${view}`, {
      treeDataProvider: explorer,
      canSelectMany: true,
      showCollapseAll: view !== "engines",
      ...(dragAndDrop[view] && { dragAndDropController: dragAndDrop[view] }),
    });
    this.#explorers.set(view, explorer);
    this.#trees.set(view, tree);
    this.#disposables.push(
      explorer,
      tree,
      tree.onDidChangeVisibility(() => {
        this.#follow();
        this.#lookForUnseen();
      }),
    );
  }

  // What files define is shown without an engine, too.
  #projectRows(): Node[] {
    this.#follow();
    this.#projects.start();
    const answers = this.#connection.state.status === "connected";
    const engine = answers ? this.#connection.current : undefined;
    const rows = projectRows(engine, this.#options("projects"), this.#projects);
    // Until files and engine have been read, "there is none" would be a guess.
    const known = this.#projects.known && engine?.model.live === true;
    this.#tell("noProjects", known && rows.length === 0);
    return rows;
  }

  #rows(view: keyof typeof makers): Node[] {
    this.#follow();
    const engine = this.#connection.current;
    if (!engine || this.#connection.state.status !== "connected") return [];
    const asked = { volumeSizes: this.#volumeSizes, newer: this.#newer };
    return makers[view](engine, { ...this.#options(view), ...asked });
  }

  #options(view: ViewName): Options {
    return { ...optionsOf(view, this.#state), doing: (id) => this.ongoing.words(id) };
  }

  // The model is followed while a view is visible, and let go a while after the last one is hidden.
  #follow(): void {
    const visible = [...this.#trees.values()].some((tree) => tree.visible);
    if (visible && !this.#watch) this.#watch = this.#connection.watch();
    else if (!visible && this.#watch) {
      this.#watch.dispose();
      this.#watch = undefined;
    }
  }

  #lookForUnseen(): void {
    if (this.#trees.get("networks")?.visible) this.#connection.current?.unseen.look();
  }

  #soon(): void {
    this.#pace.changed(this.#connection.current?.model.containers);
  }

  #draw(): void {
    for (const explorer of this.#explorers.values())
      void explorer.refresh().catch(() => explorer.redraw());
    this.#showState();
  }

  #showState(): void {
    const { status, message } = this.#connection.state;
    // Until the lists are there, "nothing here yet" would be a guess.
    const live = this.#connection.current?.model.live ?? false;
    this.#tell("engineState", status === "connected" && !live ? "connecting" : status);
    this.#tell("engineAt", placeOf(this.#connection.current, message));
    this.#tellHidden();
    for (const [view, tree] of this.#trees) {
      const filter = view === "engines" ? "" : this.filter(view as ViewName);
      this.#tell(`${view}.filtered`, filter !== "");
      // A message hides the welcome text, which is what helps in the Containers view; the rows of
      // the Engines view tell it themselves.
      const silent = status === "connected" || view === "containers" || view === "engines";
      const told = silent ? "" : message;
      const shown = told || (filter ? t("Filter: {0}", filter) : this.#hint(view));
      // VS Code holds back a change of rows that comes within 200 ms of a message, even of the same.
      if ((tree.message ?? "") !== shown) tree.message = shown;
    }
    this.#showBadge(status === "connected");
  }

  /** What somebody who looks at the view should know. */
  #hint(view: string): string {
    if (view !== "networks" || !this.#connection.current?.unseen.exists) return "";
    return t("This Podman does not report networks created elsewhere: refresh to see them.");
  }

  /** Whether what is hidden may be all there is. */
  #tellHidden(): void {
    const { showStopped, onlyWorkspace } = optionsOf("containers", this.#state);
    this.#tell("onlyWorkspace", onlyWorkspace);
    const some = (this.#connection.current?.model.containers.size ?? 0) > 0;
    this.#tell("someHidden", some && (!showStopped || onlyWorkspace));
  }

  /** Sets a context key of ours, if it is another value than before. */
  #tell(key: string, value: unknown): void {
    if (this.#told.get(key) === value) return;
    this.#told.set(key, value);
    void commands.executeCommand("setContext", `dockwright.${key}`, value);
  }

  #showBadge(answers: boolean): void {
    const all = [...(this.#connection.current?.model.containers.values() ?? [])];
    const running = answers ? all.filter(({ state }) => state === "running").length : 0;
    const containers = this.#trees.get("containers");
    if (containers)
      containers.badge =
        running > 0
          ? { value: running, tooltip: t("Running containers: {0}", running) }
          : undefined;
  }
}

/** Where the engine is or should be: on a machine of this kind, or elsewhere; Podman has ways of its own. */
function placeOf(engine: Engine | undefined, trouble: string): string {
  // What should name the engine names none.
  if (!engine && trouble) return "nowhere";
  const { local = true, host = "" } = engine?.endpoint ?? {};
  if (!local) return "remote";
  if (/podman/i.test(host)) return "podman";
  return /^(darwin|win32)$/.test(process.platform) ? process.platform : "linux";
}
