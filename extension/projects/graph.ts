// The services of a project as a graph: what waits for what, in which order they start, where each
// stands in the picture. Pure; the same graph is drawn and copied as Mermaid text.
import { conditionText, type GraphEdge, type GraphNode } from "./graph-text.ts";
import type { ProjectState, ServiceState } from "./overview.ts";
import { serviceWords } from "./words.ts";

export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph of a project. Circles, which Compose refuses, and names that do not exist do no harm. */
export function graphOf({ name, services }: ProjectState): Graph {
  const known = new Map(services.map((service) => [service.name, service]));
  const edges = services.flatMap((service) =>
    service.dependencies
      .filter((one) => known.has(one.service))
      .map((one) => ({ from: service.name, to: one.service, condition: one.condition })),
  );
  const steps = stepsOf(services, known);
  const rows = new Map<number, number>();
  const nodes = services.map((service): GraphNode => {
    const step = steps.get(service.name) ?? 0;
    const row = rows.get(step) ?? 0;
    rows.set(step, row + 1);
    return {
      name: service.name,
      words: serviceWords(service),
      condition: service.condition,
      off: isOff(service),
      step,
      row,
    };
  });
  return { name, nodes, edges };
}

const isOff = ({ definition }: ServiceState) => definition?.enabled === false;

/** The longest way from each service down to one that waits for nobody. */
function stepsOf(
  services: readonly ServiceState[],
  known: ReadonlyMap<string, ServiceState>,
): Map<string, number> {
  const steps = new Map<string, number>();
  const open = new Set<string>();
  const stepOf = (name: string): number => {
    const found = steps.get(name);
    if (found !== undefined) return found;
    if (open.has(name)) return -1;
    open.add(name);
    const self = known.get(name);
    // What is off is not waited for.
    const below = (self?.dependencies ?? []).filter(({ service }) => {
      const other = known.get(service);
      return other && (!isOff(other) || (self && isOff(self)));
    });
    const step = Math.max(-1, ...below.map(({ service }) => stepOf(service))) + 1;
    open.delete(name);
    steps.set(name, step);
    return step;
  };
  for (const { name } of services) stepOf(name);
  return steps;
}

/** Text that Mermaid shows as it is, between quotes. */
const quoted = (text: string) =>
  `"${text.replace(/[&"<>#;[\]{}|`\\\u0000-\u001f]/g, (mark) => `#${mark.charCodeAt(0)};`)}"`;

/** The graph as Mermaid's flowchart: arrows lead from a service to what it waits for. */
export function mermaidOf({ nodes, edges }: Graph): string {
  const ids = new Map(nodes.map(({ name }, index) => [name, `s${index}`]));
  const lines = [
    ...nodes.map(({ name }) => `  ${ids.get(name)}[${quoted(name)}]`),
    ...edges.map(
      ({ from, to, condition }) =>
        `  ${ids.get(from)} -->|${quoted(conditionText(condition))}| ${ids.get(to)}`,
    ),
  ];
  return ["flowchart LR", ...lines, ""].join("\n");
}

/** The order in which `up` starts services, a line for each step. */
export function startOrder({ nodes }: Graph): readonly (readonly string[])[] {
  const steps: string[][] = [];
  for (const { name, step, off } of nodes) {
    if (off) continue;
    const names = steps[step] ?? [];
    names.push(name);
    steps[step] = names;
  }
  return Array.from(steps, (names) => names ?? []).filter(({ length }) => length > 0);
}
