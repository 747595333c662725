// What differs between the configurations of two images, as the Dockerfile lines that would set them. Pure.
import type Docker from "dockerode";

type Inspected = Docker.ImageInspectInfo;
/** What dockerode does not tell of. */
interface Config {
  readonly Env?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
  readonly Volumes?: Readonly<Record<string, unknown>> | null;
  readonly Entrypoint?: readonly string[] | string | null;
  readonly Cmd?: readonly string[] | string | null;
  readonly Shell?: readonly string[] | null;
  readonly OnBuild?: readonly string[] | null;
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly StopSignal?: string;
  readonly Healthcheck?: unknown;
}

export interface ConfigurationChange {
  readonly change: "added" | "removed";
  readonly line: string;
}

/** The lines of either side that the other one has not, by instruction. */
export function compareConfigurations(older: Inspected, newer: Inspected): ConfigurationChange[] {
  const [old, fresh] = [linesOf(older), linesOf(newer)];
  const left = new Set(old);
  const right = new Set(fresh);
  const changes = [
    ...old.filter((line) => !right.has(line)).map((line) => ({ change: "removed", line }) as const),
    ...fresh.filter((line) => !left.has(line)).map((line) => ({ change: "added", line }) as const),
  ];
  // What an instruction was stands before what it is.
  const order = (line: string) => instructions.indexOf(line.slice(0, line.indexOf(" ")));
  return changes.sort(
    (a, b) => order(a.line) - order(b.line) || keyOf(a.line).localeCompare(keyOf(b.line)),
  );
}

const keyOf = (line: string) => /^(?:ENV|LABEL) [^=]*/.exec(line)?.[0] ?? "";

const instructions = [
  "PLATFORM",
  "ENV",
  "WORKDIR",
  "USER",
  "EXPOSE",
  "VOLUME",
  "SHELL",
  "ENTRYPOINT",
  "CMD",
  "HEALTHCHECK",
  "STOPSIGNAL",
  "ONBUILD",
  "LABEL",
];

function linesOf(image: Inspected): string[] {
  const config = (image.Config ?? {}) as Config;
  const { Variant } = image as { Variant?: string };
  const platform = [image.Os, image.Architecture, Variant].filter(Boolean).join("/");
  return [
    `PLATFORM ${platform}`,
    ...(config.Env ?? []).map((one) => `ENV ${one}`),
    ...said("WORKDIR", config.WorkingDir),
    ...said("USER", config.User),
    ...Object.keys(config.ExposedPorts ?? {}).map((port) => `EXPOSE ${port}`),
    ...Object.keys(config.Volumes ?? {}).map((path) => `VOLUME ${path}`),
    ...said("SHELL", config.Shell),
    ...said("ENTRYPOINT", config.Entrypoint),
    ...said("CMD", config.Cmd),
    ...said("HEALTHCHECK", config.Healthcheck),
    ...said("STOPSIGNAL", config.StopSignal),
    ...(config.OnBuild ?? []).map((one) => `ONBUILD ${one}`),
    ...Object.entries(config.Labels ?? {}).map(([key, value]) => `LABEL ${key}=${value}`),
  ];
}

function said(instruction: string, value: unknown): string[] {
  const empty = value === undefined || value === null || value === "";
  if (empty || (Array.isArray(value) && value.length === 0)) return [];
  return [`${instruction} ${typeof value === "string" ? value : JSON.stringify(value)}`];
}
