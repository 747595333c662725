// What is told of a project: its folder, and what was found out of it.
import type { ProjectKind } from "./templates-data.ts";

/** What is known of a project's folder. */
export interface Folder {
  readonly name: string;
  /** Names in it, not below it. */
  readonly files: readonly string[];
  /** A file's text; empty where it is not there. */
  readonly read: (file: string) => string;
}

/** The files whose texts tell more than that they are there. */
export const READ =
  /^(package\.json|\.nvmrc|\.node-version|Cargo\.toml|pom\.xml|requirements\.txt|pyproject\.toml|Pipfile|Gemfile)$/;

export interface ProjectFacts {
  readonly kind: ProjectKind;
  readonly port: number;
  /** False: the port is the usual one, and better asked for. */
  readonly isPortSure: boolean;
  readonly entry: string;
  /** False: the entry is a guess, and better asked for. */
  readonly isSure: boolean;
}
