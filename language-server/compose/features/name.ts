// A name in a Compose file, at one of its places.
import type { Span } from "../../text.ts";
import type { Node } from "../yaml/tree.ts";
import type { Section } from "./outline.ts";

export type NameKind = Section | "profile" | "anchor" | "variable" | "stage" | "argument";

export interface Name extends Span {
  readonly kind: NameKind;
  readonly name: string;
  readonly declares: boolean;
  /** The same for all places in the file that name one thing. */
  readonly key: string;
  /** The file of the service that `extends` names. */
  readonly file?: string;
  /** The `build` whose Dockerfile knows the stage or argument. */
  readonly build?: Node;
}
