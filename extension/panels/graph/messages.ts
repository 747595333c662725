// What the graph's page and the extension say to each other.
import type { Graph } from "../../projects/graph.ts";

export interface GraphTexts {
  readonly copy: string;
  readonly order: string;
  readonly empty: string;
}

export type ToGraph = {
  readonly type: "graph";
  readonly graph: Graph;
  readonly order: readonly (readonly string[])[];
  readonly texts: GraphTexts;
};

export type FromGraph =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly service: string }
  | { readonly type: "copy" };
