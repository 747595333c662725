// The figures as lines and as a table, each beside its target where there is one.
import { digits } from "./figures.ts";
import {
  type Figures,
  featureNames,
  type SizeFigures,
  type StartFigures,
  type Subject,
} from "./measure.ts";

/** CPU milliseconds by feature and size: the targets of this project. */
const targets: Readonly<Record<Subject["name"], Readonly<Record<string, readonly number[]>>>> = {
  Dockerfile: { "edit → diagnostics": [1, 5, 60], completion: [2, 6, 60] },
  Compose: { "edit → diagnostics": [5, 10, 60], completion: [5, 10, 60] },
};

/** Megabytes after a thousand edits, and by how much more than its text a feature may grow. */
const memoryTarget = { Dockerfile: 90, Compose: 120 };
const growthTarget = 1.15;
const startTarget = 60;

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly verdict: string;
}

export function startRow({ name }: Subject, { bare, answer, findings }: StartFigures): Row {
  return {
    what: `${name}, start`,
    figure: `CPU ${digits(answer)} ms to the first answer (${digits(bare)} of Node alone), ${digits(findings)} to the first diagnostics`,
    verdict: verdict(answer, startTarget, "ms"),
  };
}

export function sizeRows(subject: Subject, { size, features, memory }: SizeFigures): Row[] {
  const index = subject.sizes.indexOf(size);
  const rows = featureNames.map((feature) => {
    const figures = features.get(feature);
    return {
      what: `${subject.name}, ${size} ${subject.unit}, ${feature}`,
      figure: figures ? inWords(figures) : "not offered",
      verdict: verdict(figures?.cpu, targets[subject.name][feature]?.[index], "ms"),
    };
  });
  const { opened, edited, edits } = memory;
  rows.push({
    what: `${subject.name}, ${size} ${subject.unit}, memory`,
    figure: `${Math.round(opened)} MB opened, ${Math.round(edited)} after ${edits} edits`,
    verdict: verdict(edited, memoryTarget[subject.name], "MB"),
  });
  return rows;
}

/** How the cost of each feature grows with the text between two sizes: 1 is in proportion. */
export function growthRows(subject: Subject, from: SizeFigures, to: SizeFigures): Row[] {
  return featureNames.flatMap((feature) => {
    const [small, large] = [from.features.get(feature), to.features.get(feature)];
    if (!small || !large) return [];
    const exponent = Math.log(large.cpu / small.cpu) / Math.log(to.bytes / from.bytes);
    return [
      {
        what: `${subject.name}, ${from.size} → ${to.size} ${subject.unit}, growth of ${feature}`,
        figure: `exponent ${exponent.toFixed(2)}`,
        verdict: verdict(exponent, growthTarget, ""),
      },
    ];
  });
}

/** One table, a column for each server; the verdicts are on the first, which is ours. */
export function table(columns: readonly { readonly name: string; readonly rows: Row[] }[]): string {
  const [ours, ...others] = columns;
  if (!ours) return "";
  const names = ["what", ...columns.map(({ name }) => name)];
  const lines = ours.rows.map(({ what, figure, verdict: judged }) => [
    what,
    `${figure}${judged}`,
    ...others.map(({ rows }) => rows.find((row) => row.what === what)?.figure ?? "–"),
  ]);
  return [names, names.map(() => "---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function inWords({ cpu, wall, slowest, times }: Figures): string {
  return `CPU ${digits(cpu)} ms, wall p50 ${digits(wall)}, p95 ${digits(slowest)} (n=${times})`;
}

function verdict(value: number | undefined, target: number | undefined, unit: string): string {
  if (value === undefined || target === undefined) return "";
  return ` ${value <= target ? "✓" : "✗"} (≤${target}${unit && ` ${unit}`})`;
}
