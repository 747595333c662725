// The Compose projects that the workspace's files define, as the Projects view follows them.
import { Emitter } from "./engine/disposable.ts";
import type { Definition } from "./projects/definition.ts";
import type { Projects } from "./views/views.ts";

export class WorkspaceProjects implements Projects {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = (listener: () => void) => this.#changed.event(listener);
  definitions: readonly Definition[] = [];

  start(): void {}

  recreate(): string {
    return "";
  }

  dispose(): void {
    this.#changed.clear();
  }
}
