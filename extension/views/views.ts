// All views of the panel: makes them, follows the model, and draws what has changed.
import { type Memento, type TreeView, window, workspace } from "vscode";
import type { Connection } from "../connections/connection.ts";
import type { Registries } from "../connections/registries.ts";
import type { UnfoldedEngines } from "../connections/unfolded-engines.ts";
import type { Engine } from "../engine/engine.ts";
import { containerRows } from "./containers.ts";
import { ContextKeys } from "./context-keys.ts";
import { dragAndDrop } from "./drag-and-drop.ts";
import { engineRows, followFolding } from "./engines.ts";
import { Explorer } from "./explorer.ts";
import { rowsMeant } from "./focused-rows.ts";
import { Frames } from "./frames.ts";
import { imageRows } from "./images.ts";
import type { Node } from "./node.ts";
import { Ongoing } from "./ongoing.ts";
import { type Options, optionsOf, type ViewName } from "./options.ts";
import { Pace } from "./pace.ts";
import { type ProjectFacts, projectRows } from "./projects.ts";
import { registryRows } from "./registries.ts";
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
  /** The names of the engine's images, when the Registries view was told of them. */
  #names = "";
  #volumeSizes: ReadonlyMap<string, number> | undefined;
  #watch: { dispose(): void } | undefined;
  readonly #keys = new ContextKeys();
  readonly #frames: Frames;
  readonly #pace: Pace;

  constructor(
    connection: Connection,
    state: Memento,
    projects: Projects,
    registries: Registries,
    unfolded: UnfoldedEngines,
  ) {
    this.#connection = connection;
    this.#pace = new Pace(() => this.#draw());
    this.#state = state;
    this.#frames = new Frames(connection, state, this.#trees, this.#keys);
    this.#projects = projects;
    this.#add("projects", () => this.#projectRows());
    for (const view of Object.keys(makers) as (keyof typeof makers)[])
      this.#add(view, () => this.#rows(view));
    this.#add("registries", () => registryRows(registries));
    const others = { unfolded, options: (view: ViewName) => this.#optionsOfOthers(view) };
    this.#add("engines", () => engineRows(connection.current, connection.state, others));
    const drawEngines = new Pace(() => void this.#explorers.get("engines")?.refresh());
    const engines = this.#trees.get("engines");
    this.#disposables.push(
      drawEngines,
      unfolded.onDidChange(() => drawEngines.changed()),
      ...(engines ? followFolding(engines, unfolded) : []),
      this.#pace,
      connection.onDidChange(() => this.#soon()),
      projects.onDidChange(() => this.#soon()),
      this.ongoing.onDidChange(() => this.#soon()),
      registries.onDidChange(() => this.#explorers.get("registries")?.redraw()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("dockwright")) this.redraw();
      }),
      // Back from another program, where networks may have been made.
      window.onDidChangeWindowState(({ focused }) => focused && this.#lookForUnseen()),
      { dispose: () => this.#watch?.dispose() },
    );
    this.#frames.show();
  }

  /** The rows of the focused view that a key is for. */
  async meant(view: string): Promise<readonly Node[]> {
    const tree = this.#trees.get(view);
    return tree ? rowsMeant(tree) : [];
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
    this.#frames.show();
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
    this.#keys.tell("noProjects", known && rows.length === 0);
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

  /** What was chosen for a view is not meant for other engines; its settings are. */
  #optionsOfOthers(view: ViewName): Options {
    return { ...this.#options(view), filter: "", onlyWorkspace: false };
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
    this.#markRegistries();
    this.#frames.show();
  }

  // Tags that the engine has are marked. They stand deep below the registries, which stay the same.
  #markRegistries(): void {
    const images = this.#connection.current?.model.images.values() ?? [];
    const names = [...images].flatMap(({ tags }) => tags).join();
    if (names === this.#names || !this.#trees.get("registries")?.visible) return;
    this.#names = names;
    this.#explorers.get("registries")?.redraw();
  }
}
