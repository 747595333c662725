// Which files and settings make a project, where the person has said so.
import type { Definition } from "./definition.ts";

/** What the person chose for a project; what is missing is as Compose finds it. */
export interface ComposeChoice {
  readonly files?: readonly string[];
  /** Where relative paths start. */
  readonly folder?: string;
  readonly profiles?: readonly string[];
  readonly environmentFiles?: readonly string[];
  readonly name?: string;
}

/** Reads the project of a file; undefined where nobody can. */
export type ReadProject = (path: string, choice: ComposeChoice) => Promise<Definition | undefined>;
