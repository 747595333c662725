// A Compose project of a test: its folder, the real Compose on it, and what the Projects view says of it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Engine } from "../../extension/engine/engine.ts";
import {
  type Definition,
  dependenciesOf,
  mapOf,
  type Raw,
  replicasOf,
} from "../../extension/projects/definition.ts";
import { DriftWatcher } from "../../extension/projects/drift/watcher.ts";
import { type ProjectState, projectsOf } from "../../extension/projects/overview.ts";
import { definitionFrom } from "../../extension/projects/server-definition.ts";
import { composeProject } from "../../language-server/compose/requests.ts";
import { localHost } from "../../language-server/local-host.ts";
import { isPodman, socket, until } from "./engine.ts";

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

  /** Runs Compose to its end, whatever it is. */
  compose(...args: readonly string[]): Promise<Ended> {
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
      execFile(this.#program, [...args], options, (error, stdout, stderr) => {
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

  /** What the files define, as Compose itself tells it. */
  async definition(...options: readonly string[]): Promise<Definition> {
    const text = await this.run(...options, "config", "--format", "json");
    // What it prints is meant to be read by Compose again: a dollar stands for itself as two.
    const effective = JSON.parse(text.replaceAll("$$", "$")) as Raw;
    const name = String(effective.name);
    return {
      name,
      files: [join(this.folder, "compose.yaml")],
      folder: this.folder,
      profiles: [],
      sources: [],
      services: Object.entries(mapOf(effective.services)).map(([service, raw]) => {
        const config = mapOf(raw);
        const image = String(config.image ?? `${name}-${service}`);
        const replicas = replicasOf(config);
        const dependencies = dependenciesOf(config);
        return {
          name: service,
          profiles: [],
          enabled: true,
          replicas,
          image,
          dependencies,
          config,
        };
      }),
      networks: mapOf(effective.networks),
      volumes: mapOf(effective.volumes),
      secrets: mapOf(effective.secrets),
      configs: mapOf(effective.configs),
      fault: "",
    };
  }

  /** What the files define as the view gets it: from our own reading of them. */
  ours(profiles: readonly string[] = []): Definition {
    const uri = `${pathToFileURL(this.folder)}/compose.yaml`;
    const { host } = localHost({
      opened: () => undefined,
      folders: [],
      environment: {},
      changed: () => undefined,
    });
    const project = composeProject({ uri, profiles }, host);
    assert.ok(project);
    return definitionFrom(project, fileURLToPath);
  }

  /** Our own reading has the services, images and profiles of `config`. */
  async readAsByConfig(profiles: readonly string[] = []): Promise<void> {
    const ours = this.ours(profiles);
    const options = profiles.flatMap((profile) => ["--profile", profile]);
    const on = ours.services.filter(({ enabled }) => enabled);
    const sets = {
      services: on.map(({ name }) => name),
      images: on.map(({ image }) => image),
      profiles: ours.profiles,
    };
    for (const [what, own] of Object.entries(sets)) {
      const told = await this.run(...options, "config", `--${what}`);
      const lines = [...new Set(told.split("\n").filter(Boolean))].sort();
      assert.deepEqual([...new Set(own)].sort(), lines, `config --${what}`);
    }
  }

  /** Waits until the view says the same as `ps -a`, and gives what it says. */
  async agreed(engine: Engine, definition: Definition): Promise<ProjectState> {
    let last = "";
    try {
      return await until("the view as ps -a", async () => {
        const told = JSON.stringify(await this.#ps(definition.name));
        const view = projectsOf(engine.model.containers.values(), [definition]).find(
          (one) => one.definition === definition,
        );
        const shown = JSON.stringify(view ? rowsOf(view) : []);
        last = `ps:   ${told}\nview: ${shown}`;
        return told === shown && view;
      });
    } catch (error) {
      throw new Error(`${error}\n${last}`);
    }
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

/** The keys that differ, service by service, once the engine has been asked. */
export async function driftIn(engine: Engine, project: ProjectState, definition: Definition) {
  let waiting = 0;
  const watcher = new DriftWatcher(() => waiting--);
  const look = () =>
    Object.fromEntries(
      project.services.map((service) => [
        service.name,
        watcher.differences(engine, service, definition).map(({ key }) => key),
      ]),
    );
  const compared = project.services.filter(
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
