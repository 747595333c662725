// What is wanted of a log, and the docker lines that equal it. Pure.
import { engineLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import type { Container } from "../engine/model/objects.ts";

export interface LogsWish {
  readonly tail: number;
  /** As the CLI writes it: `10m`, or a time. */
  readonly since?: string;
  readonly timestamps: boolean;
}

/** What the containers of a log are together, where they are more than a choice of somebody's. */
export interface LogsOf {
  readonly title?: string;
  /** A Compose project, and those of its services that are meant: none are all. */
  readonly project?: { readonly name: string; readonly services: readonly string[] };
}

/** Whether a container is one of the project's services that are meant. */
export function isOf(
  { name, services }: NonNullable<LogsOf["project"]>,
  { project, service = "" }: Pick<Container, "project" | "service">,
): boolean {
  return project === name && (services.length === 0 || services.includes(service));
}

/** The docker lines that equal it: Compose follows a project, `docker logs` one container at a time. */
export function logsLines(
  engine: Pick<Engine, "endpoint">,
  containers: readonly { readonly name: string }[],
  { tail, since, timestamps }: LogsWish,
  project: LogsOf["project"],
): string[] {
  const range = since ? ["--since", since] : ["--tail", String(tail)];
  const words = ["logs", "-f", ...(timestamps ? ["-t"] : []), ...range];
  if (project)
    return [engineLine(engine, "compose", "-p", project.name, ...words, ...project.services)];
  return containers.map(({ name }) => engineLine(engine, ...words, name));
}
