// A Compose project of a test: its folder, the real Compose on it, and what the Projects view says of it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Engine } from "../../extension/engine/engine.ts";
import type { ComposeChoice } from "../../extension/projects/choice.ts";
import { targetArguments } from "../../extension/projects/cli.ts";
import {
  type Definition,
  dependenciesOf,
  mapOf,
  type Raw,
  replicasOf,
  textsOf,
} from "../../extension/projects/definition.ts";
import { DriftWatcher } from "../../extension/projects/drift/watcher.ts";
import { type ProjectState, projectsOf } from "../../extension/projects/overview.ts";
import { definitionFrom } from "../../extension/projects/server-definition.ts";
import { composeProject } from "../../language-server/compose/requests.ts";
import { localHost } from "../../language-server/local-host.ts";
import { type ComposeSuite, provideCompose } from "../../scripts/compose.ts";
import { engineAt, isPodman, socket, until } from "./engine.ts";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One container, as both sides tell it. */
interface Row {
  readonly name: string;
  readonly service: string;
  readonly state: string;
  readonly health: string;
  readonly ports: string;
}

export class TestProject {
  readonly folder: string;
  readonly #program: string;
  readonly #root: string;
  #choice: ComposeChoice = {};

  /** A folder of this name with these files in it. */
  constructor(program: string, name: string, files: Readonly<Record<string, string>>) {
    this.#program = program;
    this.#root = mkdtempSync(join(tmpdir(), "dockwright-compose-"));
    this.folder = join(this.#root, name);
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** What the person chose for it; paths start at its folder. */
  choose({ files, folder, environmentFiles, ...rest }: ComposeChoice): void {
    const at = (path: string) => join(this.folder, path);
    this.#choice = {
      ...rest,
      ...(files && { files: files.map(at) }),
      ...(folder && { folder: at(folder) }),
      ...(environmentFiles && { environmentFiles: environmentFiles.map(at) }),
    };
  }

  /** Runs Compose with what was chosen to its end, whatever it is. */
  compose(...args: readonly string[]): Promise<Ended> {
    const { files = [], folder, ...rest } = this.#choice;
    const target = targetArguments({
      folder: this.folder,
      files,
      ...(folder && { projectFolder: folder }),
      ...rest,
    });
    const env = {
      PATH: process.env.PATH,
      HOME: this.#root,
      DOCKER_HOST: `unix://${socket}`,
      BUILDX_BUILDER: "",
      COMPOSE_BAKE: "false",
      COMPOSE_ANSI: "never",
      // As the extension does where the engine has no BuildKit.
      ...(isPodman ? { DOCKER_BUILDKIT: "0" } : {}),
    };
    const options = { cwd: this.folder, env, timeout: 100_000, maxBuffer: 1e8 };
    return new Promise((resolve) => {
      execFile(this.#program, [...target, ...args], options, (error, stdout, stderr) => {
        const code = error ? (typeof error.code === "number" ? error.code : 1) : 0;
        resolve({ code, stdout, stderr });
      });
    });
  }

  /** The same; it has to succeed. */
  async run(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.compose(...args);
    assert.equal(code, 0, `compose ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  /** What the files define as the view gets it: by our own reading of them. */
  definition(): Definition {
    const address = (path: string) => String(pathToFileURL(path));
    const { files, folder, profiles, environmentFiles, name } = this.#choice;
    const question = {
      ...(files ? { files: files.map(address) } : { uri: `${address(this.folder)}/compose.yaml` }),
      ...(folder && { folder: `${address(folder)}/` }),
      ...(profiles && { profiles }),
      ...(environmentFiles && { envFiles: environmentFiles.map(address) }),
      ...(name && { name }),
    };
    const { host } = localHost({
      opened: () => undefined,
      folders: [],
      environment: {},
      changed: () => undefined,
    });
    const project = composeProject(question, host);
    assert.ok(project);
    return definitionFrom(project, fileURLToPath);
  }

  /**
   * Waits until the view says what `ps -a` says, of files that it reads as `config` does, and gives
   * what it says.
   */
  async agreed(engine: Engine): Promise<ProjectState & { readonly definition: Definition }> {
    const definition = this.definition();
    await this.#sameAsConfig(definition);
    let last = "";
    try {
      return await until("the view as ps -a", async () => {
        const told = JSON.stringify(await this.#ps(definition.name));
        const view = projectsOf(engine.model.containers.values(), [definition]).find(
          (one) => one.definition === definition,
        );
        const shown = JSON.stringify(view ? rowsOf(view) : []);
        last = `ps:   ${told}\nview: ${shown}`;
        return told === shown && view && { ...view, definition };
      });
    } catch (error) {
      throw new Error(`${error}\n${last}`);
    }
  }

  async #sameAsConfig(ours: Definition): Promise<void> {
    const effective = JSON.parse(await this.run("config", "--format", "json")) as Raw;
    const images = (await this.run("config", "--images")).split("\n").filter(Boolean);
    const on = ours.services.filter(({ enabled }) => enabled);
    const names = (resources: Raw) =>
      Object.entries(resources).map(([key, resource]) => [key, mapOf(resource).name]);
    assert.deepEqual(
      {
        name: ours.name,
        images: [...new Set(on.map(({ image }) => image))].sort(),
        services: Object.fromEntries(on.map(({ name, config }) => [name, factsOf(config)])),
        volumes: Object.fromEntries(names(ours.volumes)),
      },
      {
        name: effective.name,
        images: [...new Set(images)].sort(),
        services: Object.fromEntries(
          Object.entries(mapOf(effective.services)).map(([name, config]) => [
            name,
            factsOf(config),
          ]),
        ),
        volumes: Object.fromEntries(names(mapOf(effective.volumes))),
      },
    );
  }

  async #ps(name: string): Promise<Row[]> {
    const text = await this.run("-p", name, "ps", "-a", "--format", "json");
    const lines = text.trim().startsWith("[") ? JSON.parse(text) : text.trim().split("\n");
    const all = (lines as (string | Raw)[]).filter(Boolean);
    return all
      .map((line) => toRow(typeof line === "string" ? JSON.parse(line) : line))
      .sort(byName);
  }

  /** Takes it down with everything, and removes the folder. */
  async remove(): Promise<void> {
    await this.compose("--profile", "*", "down", "--volumes", "--remove-orphans", "-t", "0");
    rmSync(this.#root, { recursive: true, force: true });
  }
}

/** What of a service the view tells from the files alone. */
function factsOf(service: unknown) {
  const config = mapOf(service);
  return {
    replicas: replicasOf(config),
    dependencies: dependenciesOf(config),
    profiles: textsOf(config.profiles),
  };
}

export interface ComposeBed {
  readonly engine: Engine;
  readonly program: string;
}

export const suites: readonly ComposeSuite[] = ["trixie", "sid"];

/** Runs with a Compose of the suite and a live engine; skips where that Compose cannot be had. */
export async function withCompose(
  context: TestContext,
  suite: ComposeSuite,
  act: (bed: ComposeBed) => Promise<void>,
) {
  const program = provideCompose(suite);
  if (!program) return context.skip(`no Compose of ${suite} can be had here`);
  const engine = engineAt(socket);
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(60_000));
    await act({ engine, program });
  } finally {
    watching.dispose();
    engine.dispose();
  }
}

/** The keys that differ, service by service, once the engine has been asked. */
export async function driftIn(
  engine: Engine,
  { services, definition }: ProjectState & { readonly definition: Definition },
) {
  let waiting = 0;
  const watcher = new DriftWatcher(() => waiting--);
  const look = () =>
    Object.fromEntries(
      services.map((service) => [
        service.name,
        watcher.differences(engine, service, definition).map(({ key }) => key),
      ]),
    );
  const compared = services.filter(
    ({ members, definition }) => members.length > 0 && definition?.enabled,
  );
  waiting = compared.length;
  look();
  await until("the comparison", () => waiting <= 0);
  return look();
}

const byName = (a: Row, b: Row) => (a.name < b.name ? -1 : 1);

type Publisher = Readonly<Record<"TargetPort" | "PublishedPort", number>>;

function toRow(raw: Raw): Row {
  const publishers = ((raw.Publishers ?? []) as Publisher[]).filter((one) => one.PublishedPort);
  const ports = publishers.map((one) => `${one.PublishedPort}→${one.TargetPort}`);
  return {
    name: String(raw.Name),
    service: String(raw.Service),
    state: String(raw.State),
    health: String(raw.Health ?? ""),
    ports: [...new Set(ports)].sort().join(),
  };
}

function rowsOf({ services }: ProjectState): Row[] {
  return services
    .flatMap(({ name, members }) =>
      members.map(({ container }) => {
        const published = container.ports.filter(({ host }) => host !== undefined);
        const ports = published.map((one) => `${one.host}→${one.container}`);
        return {
          name: container.name,
          service: name,
          state: container.state,
          health: container.health ?? "",
          ports: [...new Set(ports)].sort().join(),
        };
      }),
    )
    .sort(byName);
}
