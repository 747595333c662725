// What is told of a project: its folder, and what was found out of it.
import type { ProjectKind } from "./templates-data.ts";

/** What is known of a project's folder. */
export interface Folder {
  readonly name: string;
  /** Names in it, not below it. */
  readonly files: readonly string[];
  /** Paths of files below it, in the folders where a program's start usually stands: {@link BELOW}. */
  readonly below: readonly string[];
  /** A file's text; empty where it is not there. */
  readonly read: (file: string) => string;
}

/** Folders, one of which each of {@link Folder.below}'s files stands in, and in folders in these. */
export const BELOW = ["app", "cmd", "src"] as const;

/** The files whose texts tell more than that they are there. */
export const READ =
  /^(package\.json|composer\.json|\.nvmrc|\.node-version|go\.mod|Cargo\.(toml|lock)|pom\.xml|requirements\.txt|pyproject\.toml|Pipfile|\.python-version|runtime\.txt|Gemfile|.*\.slnx?|.*\.(cs|fs|vb)proj|global\.json|Directory\.Build\.props|(app\/)?(build|settings)\.gradle(\.kts)?)$/;

export interface ProjectFacts {
  readonly kind: ProjectKind;
  readonly port: number;
  /** False: the port is the usual one, and better asked for. */
  readonly isPortSure: boolean;
  readonly entry: string;
  /** False: the entry is a guess, and better asked for. */
  readonly isSure: boolean;
}

/** What stands in the places of a template, and another template where the project needs one. */
export type Details = Readonly<Record<string, string>> & { readonly dockerfile?: string };
