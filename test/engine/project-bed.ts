// A Compose project and the panel beside it: what the tests of the commands on projects and services
// stand on. Compose is a real one, and the questions are answered by a script.
import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { ComposeChoice } from "../../extension/projects/choice.ts";
import type { Definition } from "../../extension/projects/definition.ts";
import { DriftWatcher } from "../../extension/projects/drift/watcher.ts";
import {
  type ProjectState,
  projectsOf,
  type ServiceState,
} from "../../extension/projects/overview.ts";
import { provideCompose } from "../../scripts/compose.ts";
import { type Panel, panel } from "./commands.ts";
import { TestProject } from "./compose.ts";
import { cleanUp, until } from "./engine.ts";
import { type Run, runs } from "./scripted-tasks.ts";
import { type Answer, script, settings } from "./scripted-vscode.ts";

const mine = 'labels: {dockwright.test: "1"}';
const quick = `stop_signal: SIGKILL\n    ${mine}`;

/** web is built, publishes a port, and waits for worker, which nobody can pull. */
const files = {
  "compose.yaml": `
services:
  web:
    build: {context: ., dockerfile_inline: "FROM busybox:1.35\\nLABEL dockwright.test=1\\n"}
    command: sh -c "while true; do echo said by web; sleep 1; done"
    ports: ["80"]
    depends_on: [worker]
    develop: {watch: [{path: ./src, target: /src, action: sync}]}
    ${quick}
  worker:
    image: busybox:1.35
    pull_policy: never
    command: sleep 1000
    ${quick}
networks: {default: {${mine}}}
`,
  "src/page.html": "one\n",
};

export interface ProjectBed extends Panel {
  readonly project: TestProject;
  readonly definition: Definition;
  readonly choices: ReadonlyMap<string, ComposeChoice>;
  /** Takes back what was chosen for the project. */
  forget(): void;
  /** The project, once it fits. */
  row(fits?: (project: ProjectState) => boolean): Promise<ProjectState>;
  /** A service of it, once it fits. */
  service(name: string, fits?: (service: ServiceState) => boolean): Promise<ServiceState>;
  /** Runs a command with these answers; it has to end well. Gives what Compose was told. */
  does(id: string, row: object, ...answers: Answer[]): Promise<readonly string[]>;
  /** Begins a command that Compose does not end by itself. */
  begins(id: string, row: object): Promise<Run>;
}

/** The workspace's projects as the files of the definitions tell them. */
function projectsFrom(definitions: readonly Definition[], choices: Map<string, ComposeChoice>) {
  return {
    definitions,
    ready: async () => {},
    load: async () => definitions[0],
    choice: (path: string) => choices.get(path) ?? {},
    choose: async (path: string, choice: ComposeChoice) => void choices.set(path, choice),
    drift: new DriftWatcher(() => {}),
  };
}

/** The project in a folder of this name, on the tests' engine; undefined where no Compose can be had. */
export async function projectBed(
  context: TestContext,
  name: string,
  socket?: string,
): Promise<ProjectBed | undefined> {
  const program = provideCompose("sid");
  if (!program) {
    context.skip("no Compose can be had here");
    return undefined;
  }
  settings.set("compose.path", program);
  // As for the Compose that the tests start themselves.
  Object.assign(process.env, { BUILDX_BUILDER: "", COMPOSE_BAKE: "false", COMPOSE_ANSI: "never" });
  const project = new TestProject(program, name, files);
  const definition = project.definition();
  const choices = new Map<string, ComposeChoice>();
  const here = panel(socket, projectsFrom([definition], choices));
  after(async () => {
    here.dispose();
    await project.remove();
    await cleanUp();
  });
  const row = (fits: (project: ProjectState) => boolean = () => true) =>
    until(`the project as wanted`, () => {
      const all = projectsOf(here.engine.model.containers.values(), [definition]);
      const one = all.find((project) => project.name === definition.name);
      return one && fits(one) && one;
    });
  const service = async (name: string, fits: (service: ServiceState) => boolean = () => true) => {
    const found = (of: ProjectState) => of.services.find((one) => one.name === name);
    const of = await row((project) => {
      const one = found(project);
      return one !== undefined && fits(one);
    });
    const one = found(of);
    assert.ok(one);
    return one;
  };
  return {
    ...here,
    ...{ project, definition, choices, row, service },
    forget: () => choices.clear(),
    does: async (id, object, ...answers) => {
      script(...answers);
      const before = runs.length;
      const code = await here.run(id, [object]);
      const run = runs.at(-1);
      assert.ok(run && runs.length > before, `${id} runs no Compose`);
      assert.equal(code, 0, `${id}: ${run.output}`);
      return run.args;
    },
    begins: async (id, object) => {
      script();
      const before = runs.length;
      void here.run(id, [object]);
      return until(`${id} to run Compose`, () => (runs.length > before ? runs.at(-1) : undefined));
    },
  };
}

export const running = ({ condition }: { readonly condition: string }): boolean =>
  condition === "running";

/** The ids of a service's containers. */
export const idsOf = ({ members }: ServiceState): string[] =>
  members.map(({ container }) => container.id);
