// The differences of two images as a text in the manner of a diff: `+`, `-` and `!` at the beginning of lines. Pure.
import { table } from "../documents/table.ts";
import { type Aspect, type FileChange, filesBelow } from "../engine/image-files/compare.ts";
import type { ComparedImage, ImageDiff } from "../engine/image-files/diff.ts";
import type { LayerFile } from "../engine/image-files/layers.ts";
import type { Waste } from "../engine/image-files/tree.ts";
import { t } from "../engine/text.ts";
import { plain, size } from "./format.ts";

const largest = 20;
const mostWaste = 10;
/** More lines than that nobody reads. */
const mostLines = 20_000;
const longest = 2000;

const marks = { added: "+", removed: "-", changed: "!" } as const;

/** The whole text. `names` are those of the older and the newer image. */
export function imageDiffText(diff: ImageDiff, names: readonly [string, string]): string {
  return [
    names.join(" → "),
    t(
      "Only in {0}: + · only in {1}: - · different: ! · times are not compared",
      names[1],
      names[0],
    ),
    "",
    ...overview(diff, names),
    ...configuration(diff),
    ...files(diff),
    ...wasted(names[0], diff.older.waste),
    ...wasted(names[1], diff.newer.waste),
  ].join("\n");
}

function overview({ older, newer, sharedLayers }: ImageDiff, names: readonly [string, string]) {
  const row = (title: string, text: (image: ComparedImage) => string) => [
    title,
    text(older),
    text(newer),
  ];
  const rows = [
    row(t("Files"), ({ content }) => String(content.files)),
    row(t("Size of the files"), ({ content }) => size(content.bytes)),
    row(t("Layers"), ({ layers }) => String(layers)),
    row(t("Wasted"), ({ waste }) => size(bytesOf(waste))),
  ];
  return [
    ...table(["", ...names], rows)
      .split("\n")
      .slice(0, -1),
    t("Layers that both share, from the lowest: {0}", sharedLayers),
    "",
  ];
}

const bytesOf = (waste: readonly Waste[]) => waste.reduce((sum, one) => sum + one.size, 0);

function configuration({ configuration: changes }: ImageDiff): string[] {
  const lines = changes.map(({ change, line }) => `${marks[change]} ${plain(line, longest)}`);
  const none = t("The configuration is the same.");
  return [t("Configuration"), ...(lines.length > 0 ? lines : [none]), ""];
}

function files({ files: changes }: ImageDiff): string[] {
  const count = (wanted: FileChange["change"]) => {
    const some = changes.filter(({ change }) => change === wanted);
    const bytes = some.reduce((sum, { before, after }) => sum + after - before, 0);
    const number = some.reduce((sum, one) => sum + one.files, 0);
    return bytes === 0 ? String(number) : `${number} (${signed(bytes)})`;
  };
  if (changes.length === 0) return [t("Files"), t("The files are the same."), ""];
  const grown = [...changes]
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, largest);
  return [
    t(
      "Files: {0} added, {1} removed, {2} changed",
      count("added"),
      count("removed"),
      count("changed"),
    ),
    "",
    ...(grown.length > 1 ? [t("Largest differences"), ...grown.map(lineOf), ""] : []),
    t("All differences"),
    ...allLines(changes),
    "",
  ];
}

function allLines(changes: readonly FileChange[]): string[] {
  const lines: string[] = [];
  for (const change of changes) {
    lines.push(lineOf(change));
    if (change.change !== "changed")
      for (const [path, bytes] of filesBelow(change.newer ?? change.older, change.path)) {
        if (lines.length >= mostLines) break;
        lines.push(`${marks[change.change]} ${sizeCell(bytes)}  ${plain(path, longest)}`);
      }
    if (lines.length >= mostLines) return [...lines, t("… and more")];
  }
  return lines;
}

const sizeCell = (bytes: number) => size(bytes).padStart(8);
const signed = (bytes: number) => `${bytes < 0 ? "−" : "+"}${size(Math.abs(bytes))}`;

function lineOf(change: FileChange): string {
  const { path, before, after, files: count, aspects } = change;
  const isFolder = path.endsWith("/");
  const bytes = change.change === "removed" ? before : after;
  const facts =
    change.change === "changed"
      ? aspects.map((aspect) => aspectText(aspect, change))
      : isFolder
        ? [t("files: {0}", count)]
        : [];
  const more = facts.length > 0 ? `  (${facts.join(", ")})` : "";
  return `${marks[change.change]} ${sizeCell(bytes)}  ${plain(path, longest)}${more}`;
}

function aspectText(aspect: Aspect, { older, newer, before, after }: FileChange): string {
  const from = <T>(text: (file: LayerFile) => T) =>
    [older, newer].map((place) => (place?.file ? text(place.file) : "")).join(" → ");
  switch (aspect) {
    case "kind":
      return from(({ kind }) => kindWords[kind]());
    case "content":
      return before === after ? t("other content") : t("it was {0}", size(before));
    case "target":
      return from(({ target }) => plain(target, longest));
    case "mode":
      return t(
        "mode {0}",
        from(({ mode }) => mode.toString(8)),
      );
    case "owner":
      return t(
        "owner {0}",
        from(({ owner }) => owner),
      );
  }
}

const kindWords: Record<LayerFile["kind"], () => string> = {
  file: () => t("file"),
  folder: () => t("folder"),
  symlink: () => t("link"),
  other: () => t("other"),
  removed: () => t("nothing"),
  emptied: () => t("folder"),
};

function wasted(name: string, waste: readonly Waste[]): string[] {
  if (waste.length === 0) return [];
  const sorted = [...waste].sort((a, b) => b.size - a.size);
  const rest = sorted.length - mostWaste;
  return [
    t(
      "Wasted in {0}: {1} in files that a later layer replaces or removes",
      name,
      size(bytesOf(waste)),
    ),
    ...sorted
      .slice(0, mostWaste)
      .map(({ path, size: bytes }) => `  ${sizeCell(bytes)}  /${plain(path, longest)}`),
    ...(rest > 0 ? [`  ${t("… and {0} more", rest)}`] : []),
    "",
  ];
}
