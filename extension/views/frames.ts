// What stands around the rows of the views: messages, what is said beside the titles, the badge, and the
// context keys that menus and welcome texts go by. Makes no row.
import type { Memento, TreeView } from "vscode";
import type { Connection } from "../connections/connection.ts";
import { engineName } from "../connections/engine-names.ts";
import { isGuarded } from "../connections/guard.ts";
import { t } from "../engine/text.ts";
import { type ContextKeys, placeOf } from "./context-keys.ts";
import type { Node } from "./node.ts";
import { isViewName, optionsOf, type ViewName } from "./options.ts";

/**
 * Views that do not say above their rows why no engine answers: a message would hide the welcome text,
 * which is what helps in Containers; the rows of Engines tell it themselves; registries need no engine.
 */
const silentViews: ReadonlySet<string> = new Set(["containers", "engines", "registries"]);

export class Frames {
  readonly #connection: Connection;
  readonly #state: Memento;
  readonly #trees: ReadonlyMap<string, TreeView<Node>>;
  readonly #keys: ContextKeys;

  /** `state` keeps what was chosen for the views. */
  constructor(
    connection: Connection,
    state: Memento,
    trees: ReadonlyMap<string, TreeView<Node>>,
    keys: ContextKeys,
  ) {
    this.#connection = connection;
    this.#state = state;
    this.#trees = trees;
    this.#keys = keys;
  }

  /** Brings all of it up to date; tells VS Code only what is new. */
  show(): void {
    const { status, message } = this.#connection.state;
    // Until the lists are there, "nothing here yet" would be a guess.
    const live = this.#connection.current?.model.live ?? false;
    this.#keys.tell("engineState", status === "connected" && !live ? "connecting" : status);
    this.#keys.tell("engineAt", placeOf(this.#connection.current, message));
    this.#tellHidden();
    for (const [view, tree] of this.#trees) {
      const filter = this.#filterOf(view);
      this.#keys.tell(`${view}.filtered`, filter !== "");
      const failure = status === "connected" || silentViews.has(view) ? "" : message;
      const shown = failure || (filter ? t("Filter: {0}", filter) : this.#hint(view));
      // VS Code holds back a change of rows that comes within 200 ms of a message, even of the same.
      if ((tree.message ?? "") !== shown) tree.message = shown;
    }
    this.#showBadge(status === "connected");
  }

  #filterOf(view: string): string {
    return isViewName(view) ? optionsOf(view, this.#state).filter : "";
  }

  /** What somebody who looks at the view should know. */
  #hint(view: string): string {
    if (view !== "networks" || !this.#connection.current?.unseen.exists) return "";
    return t("This Podman does not report networks created elsewhere: refresh to see them.");
  }

  /**
   * Whether what is hidden may be all there is; and, beside the titles, what is hidden and whether the
   * engine is guarded: a message would hide the welcome text.
   */
  #tellHidden(): void {
    const { showStopped, onlyWorkspace } = optionsOf("containers", this.#state);
    this.#keys.tell("onlyWorkspace", onlyWorkspace);
    const some = (this.#connection.current?.model.containers.size ?? 0) > 0;
    this.#keys.tell("someHidden", some && (!showStopped || onlyWorkspace));
    const only = onlyWorkspace ? [t("this workspace")] : [];
    const engine = this.#connection.current;
    const guard =
      engine && isGuarded(engine.endpoint) ? [t("guarded: {0}", engineName(engine))] : [];
    this.#describe("projects", [...guard, ...only]);
    const hidden = showStopped ? [] : [t("stopped hidden")];
    this.#describe("containers", [...guard, ...only, ...hidden]);
    for (const view of ["images", "volumes", "networks"] as const) this.#describe(view, guard);
  }

  #describe(view: ViewName, words: readonly string[]): void {
    const tree = this.#trees.get(view);
    const description = words.join(" · ");
    if (tree && (tree.description ?? "") !== description) tree.description = description;
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
