// Everything that the languages may ask of the outside. Answers come at once: the real host
// keeps what it knows, asks for the rest behind the scenes and says so when more has become
// known. `undefined` always means "not known", never "does not exist".
import type { BuiltImage, ImageFacts, Listener } from "./protocol.ts";

/** What lies at an address in the file system. */
export type FileKind = "file" | "folder";

export interface HostFiles {
  /** A file's text, the open editor's before the disk's. `null`: it does not exist. */
  read(uri: string): string | null | undefined;
  /** `null`: nothing lies there. */
  kind(uri: string): FileKind | null | undefined;
  /** The names in a folder, folders with a `/` at their end. */
  list(uri: string): readonly string[] | undefined;
}

/** A port of the engine's machine that a running container publishes. */
export interface UsedPort {
  readonly port: number;
  readonly protocol: string;
  readonly container: string;
  readonly project?: string;
}

export interface HostEngine {
  /** References (`name:tag`) of the local images. */
  images(): readonly string[] | undefined;
  imageFacts(reference: string): ImageFacts | undefined;
  /** The image that a Dockerfile was last built into, by the file's address. */
  builtImage(dockerfile: string): BuiltImage | undefined;
  usedPorts(): readonly UsedPort[] | undefined;
  /** What else listens on this machine, as long as the engine runs here; names for these ports (`80/tcp`). */
  listeners(ports: readonly string[]): readonly Listener[] | undefined;
  networks(): readonly string[] | undefined;
  volumes(): readonly string[] | undefined;
  /** The state of a project's services: service → words such as "running (healthy)". */
  serviceStates(project: string): Readonly<Record<string, string>> | undefined;
}

/** Runs ShellCheck, where it is installed. */
export interface HostShellCheck {
  /** Its findings for a script; `undefined` until it has answered, then {@link Host.onDidChange} is told. */
  check(shell: string, script: string): readonly ShellFinding[] | undefined;
  /** Grows whenever it would answer otherwise than before. */
  readonly answers: number;
  /** False once it is known that it cannot be run. */
  readonly available: boolean;
}

/** A finding of ShellCheck: lines and columns from 1. */
export interface ShellFinding {
  readonly code: number;
  readonly level: "error" | "warning" | "info" | "style";
  readonly message: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface Host {
  readonly files: HostFiles;
  /** Missing: no engine may be asked (untrusted workspace, other editors). */
  readonly engine?: HostEngine;
  readonly shellcheck?: HostShellCheck;
  /** The environment that Compose would see, as far as the client gives it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folders of the workspace. */
  readonly folders: readonly string[];
}
