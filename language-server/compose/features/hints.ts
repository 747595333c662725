// Inlay hints: the values of variables, what a service overrides of the one it extends, and the
// names that the engine gives to volumes and networks. Each kind has its own switch.
import { t } from "../../l10n.ts";
import type { FeatureContext, Hint } from "../../language.ts";
import type { Span } from "../../text.ts";
import { addressOf } from "../project/loader.ts";
import { folderOf } from "../uri.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { at, entriesAt, type MapNode, mapAt, type Node, textAt } from "../yaml/tree.ts";
import { projectName } from "./project-name.ts";
import { type Files, filesOf } from "./related.ts";
import { expressionsOf } from "./variable-uses.ts";
import { shownValue, variableNamed } from "./variables.ts";

export function hints(
  document: ComposeDocument,
  span: Span,
  context: FeatureContext,
): readonly Hint[] {
  const { images = true, inherited = true, names = true } = context.settings.inlayHints ?? {};
  return [
    ...(images ? variableHints(document, span, context) : []),
    ...(inherited ? inheritedHints(document, span, context) : []),
    ...(names ? nameHints(document, span, context) : []),
  ].sort((one, other) => one.offset - other.offset);
}

function within({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function variableHints(
  document: ComposeDocument,
  span: Span,
  context: FeatureContext,
): readonly Hint[] {
  const seen = new Map<string, string | undefined>();
  return expressionsOf(document).flatMap(({ expression: { name }, end }) => {
    if (!within(span, end)) return [];
    if (!seen.has(name)) seen.set(name, variableNamed(name, context)?.value);
    const value = seen.get(name);
    return value === undefined
      ? []
      : [{ offset: end, label: `= ${shownValue({ name, value })}`, paddingLeft: true }];
  });
}

/** How far `extends` is followed. */
const deepest = 20;

function inheritedHints(
  document: ComposeDocument,
  span: Span,
  context: FeatureContext,
): readonly Hint[] {
  const found: Hint[] = [];
  const own: Files = new Map([[context.uri, document]]);
  for (const root of document.documents)
    for (const { key, value } of entriesAt(root, "services")) {
      if (value.kind !== "map" || value.end < span.start || value.start > span.end) continue;
      const chain = ancestors(own, context.uri, value, key, context);
      if (chain.length > 0) compare(document, span, value, chain, found);
    }
  return found;
}

/** The services that one extends, the nearest first; nothing where they go round in a circle. */
function ancestors(
  files: Files,
  uri: string,
  service: Node,
  name: string,
  context: FeatureContext,
): readonly Node[] {
  const found: Node[] = [];
  const seen = new Set([`${uri} ${name}`]);
  let [here, known, current] = [uri, files, service];
  for (let depth = 0; depth < deepest; depth++) {
    const extend = at(current, "extends");
    const target = textAt(extend) ?? textAt(extend, "service");
    if (target === undefined) return found;
    const file = textAt(extend, "file");
    if (file !== undefined) {
      here = addressOf(folderOf(here), file) ?? "";
      known = filesOf(here, context);
    }
    const base = serviceIn(known.get(here), target);
    const step = `${here} ${target}`;
    if (!base || seen.has(step)) return seen.has(step) ? [] : found;
    seen.add(step);
    found.push(base);
    current = base;
  }
  return found;
}

function serviceIn(document: ComposeDocument | undefined, name: string): Node | undefined {
  for (const root of document?.documents ?? []) {
    const found = at(root, "services", name);
    if (found) return found;
  }
  return undefined;
}

/** Tells of each value that stands otherwise in the nearest ancestor that has it. */
function compare(
  document: ComposeDocument,
  span: Span,
  own: MapNode,
  chain: readonly Node[],
  found: Hint[],
): void {
  for (const { key, value } of own.entries.values()) {
    if (key === "extends") continue;
    const bases = chain.flatMap((node) => at(node, key) ?? []);
    const [nearest] = bases;
    if (value.kind === "map") {
      const maps = bases.filter(({ kind }) => kind === "map");
      if (maps.length > 0) compare(document, span, value, maps, found);
    } else if (nearest && value.source === document.source && within(span, value.end))
      found.push(...overridden(key, value, nearest));
  }
}

function overridden(key: string, value: Node, base: Node): readonly Hint[] {
  if (value.kind !== "scalar" || base.kind !== "scalar") return [];
  if (value.value === null || base.value === null || value.text === base.text) return [];
  const label = t("instead of {0}", shownValue({ name: key, value: base.text }));
  return [{ offset: value.end, label, paddingLeft: true }];
}

function nameHints(
  document: ComposeDocument,
  span: Span,
  context: FeatureContext,
): readonly Hint[] {
  const unnamed = document.documents.flatMap((root) =>
    ["volumes", "networks"].flatMap((section) =>
      entriesAt(root, section).filter(
        ({ source, keySpan, value }) =>
          source === document.source &&
          within(span, keySpan.end) &&
          !mapAt(value)?.entries.has("name") &&
          !at(value, "external"),
      ),
    ),
  );
  if (unnamed.length === 0) return [];
  const name = projectName(document, context);
  return unnamed.map(({ key, keySpan: { end } }) => ({
    offset: document.text[end] === ":" ? end + 1 : end,
    label: `${name}_${key}`,
    tooltip: t("Its name in the engine."),
    paddingLeft: true,
  }));
}
