// Compares a tree with the schema. Of several alternatives the one that is meant, by the kind of
// the value, is judged alone; one fault gives one problem.
import { t } from "../../l10n.ts";
import type { Fix } from "../../lint/rule.ts";
import { KeptComplaints } from "../kept.ts";
import type { Complain } from "../problem.ts";
import { itemSpan } from "../yaml/edits.ts";
import {
  type Entry,
  isNull,
  kindOf,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
} from "../yaml/tree.ts";
import { givenText, wantedText } from "./kinds.ts";
import { amongServices, dropped } from "./misplaced.ts";
import { byLikeness, nearest } from "./nearest.ts";
import { alternatives, compiled, part, type Row, root, rowOfKey } from "./schema.ts";
import { type Level, unknownKey } from "./unknown-key.ts";
import { itemsAreMaps, removeEmpty, wrapFix } from "./wrap.ts";

interface Walk {
  readonly complain: Complain;
  budget: number;
}

/** What is judged elsewhere, before the schema is asked: by the path of a key. */
const elsewhere = new Set(["/include", "/services/*/extends"]);

const begin = (complain: Complain): Walk => ({ complain, budget: 100_000 });

/** Judges a file's tree, or a part of it by its own row. */
export function checkSchema(node: Node, row: Row, complain: Complain, key = ""): void {
  walk(begin(complain), node, row, key, undefined);
}

function walk(state: Walk, node: Node, row: Row, key: string, above: Level | undefined): void {
  if (node.tag === "reset" || state.budget-- <= 0) return;
  const options = alternatives(row);
  const meant = options.find((option) => fits(node, option));
  if (!meant) wrongType(state, node, options, key);
  else if (node.kind === "map") walkMap(state, node, meant, { row: meant, key, node, above });
  else if (node.kind === "list") walkList(state, node, meant, key, above);
  else checkScalar(state, node, meant, key);
}

const names: Readonly<Record<string, readonly string[]>> = {
  map: ["object"],
  list: ["array"],
  string: ["string"],
  boolean: ["boolean"],
  null: ["null"],
  date: [],
};

function fits(node: Node, { t: types }: Row): boolean {
  if (!types) return true;
  if (node.kind === "scalar" && node.uncertain)
    return types.some((type) => type !== "object" && type !== "array");
  const kind = kindOf(node);
  if (kind === "number")
    return (
      types.includes("number") ||
      (types.includes("integer") && node.kind === "scalar" && Number.isInteger(node.value))
    );
  return (names[kind] ?? []).some((name) => types.includes(name));
}

function walkMap(state: Walk, node: MapNode, row: Row, level: Level): void {
  const told = row.closed ? dropped(node, row, state.complain) : undefined;
  const services = level.key === "services" && level.above?.row === root;
  for (const entry of node.entries.values())
    if (!told?.has(entry) && !(services && amongServices(entry, node, state.complain)))
      walkEntry(state, entry, row, level);
  checkRequired(state, node, row, level);
}

const keptServices = new KeptComplaints();

function walkEntry(state: Walk, entry: Entry, row: Row, level: Level): void {
  const { key } = entry;
  const own = row.p?.[key];
  const pattern =
    own === undefined ? row.pp?.find(([source]) => compiled(source).test(key)) : undefined;
  const index = own ?? pattern?.[1];
  if (index === undefined && row.closed) {
    if (entry.value.tag !== "reset") unknownKey(state.complain, entry, level);
    return;
  }
  if (index === undefined || elsewhere.has(pathOf(level, key))) return;
  if (level.key !== "services" || level.above?.row !== root)
    walk(state, entry.value, part(index), key, level);
  else
    keptServices.tell(entry, state.complain, ({ value }, complain) =>
      walk(begin(complain), value, part(index), key, level),
    );
}

function pathOf(level: Level, key: string): string {
  const depth = level.above === undefined ? 0 : level.above.above === undefined ? 1 : 2;
  if (depth === 0) return `/${key}`;
  if (depth === 2 && level.above?.key === "services" && !level.above.above?.above)
    return `/services/*/${key}`;
  return "";
}

function checkRequired({ complain }: Walk, node: MapNode, row: Row, { key }: Level): void {
  const missing = row.r?.filter((name) => !node.entries.has(name)) ?? [];
  if (missing.length === 0 || node.entries.has("<<")) return;
  complain("MissingKey", headOf(node), t('"{0}" is missing here.', missing.join('", "')), {
    fixes: () => addMissing(node, missing, key),
  });
}

/** The first key of a mapping, or the mapping's beginning. */
function headOf(node: MapNode): Node | (Entry["keySpan"] & { source: Node["source"] }) {
  const [first] = node.entries.values();
  return first && first.source === node.source && first.keySpan.start >= node.start
    ? { ...first.keySpan, source: first.source }
    : node;
}

function addMissing(node: MapNode, missing: readonly string[], key: string) {
  const { source } = node;
  const [first] = node.entries.values();
  if (!first || source.text[node.start] === "{") return [];
  const line = source.lines.line(source.lines.lineAt(first.keySpan.start));
  const indent = " ".repeat(first.keySpan.start - line.start);
  const newText = missing
    .map((name) => `${name}: ${defaults[name] ?? ""}`.trimEnd())
    .join(`\n${indent}`);
  const title = key
    ? t('Add "{0}" to "{1}"', missing.join(", "), key)
    : t('Add "{0}"', missing.join(", "));
  return [
    {
      title,
      edits: [
        { start: first.keySpan.start, end: first.keySpan.start, newText: `${newText}\n${indent}` },
      ],
    },
  ];
}

const defaults: Readonly<Record<string, string>> = {
  condition: "service_started",
  type: "volume",
  action: "sync",
};

function walkList(
  state: Walk,
  node: ListNode,
  row: Row,
  key: string,
  above: Level | undefined,
): void {
  if (row.i === undefined) return;
  const item = part(row.i);
  if (above && itemsAreMaps(node, item, rowOfKey(above.row, key), key, state.complain)) return;
  for (const value of node.items) walk(state, value, item, key, above);
  if (unique.has(key)) checkDoubles(node, state.complain);
}

/** Lists that Compose does not free of doubles before it judges them. */
const unique = new Set(
  `depends_on volumes_from external_links group_add security_opt device_cgroup_rules networks models
  capabilities device_ids extra_hosts ssh include ignore`.split(/\s+/),
);

/** Doubles that came about when files were laid over each other. */
export function checkMergedLists(service: Node, complain: Complain): void {
  if (service.kind !== "map") return;
  for (const { key, value } of service.entries.values())
    if (value.kind === "list" && unique.has(key)) checkDoubles(value, complain);
}

function checkDoubles(node: ListNode, complain: Complain): void {
  const seen = new Set<unknown>();
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.uncertain) continue;
    if (seen.has(item.value))
      complain("WrongValue", item, t('"{0}" is in this list twice.', item.text), {
        fixes: () => removeItem(item),
      });
    seen.add(item.value);
  }
}

function removeItem(item: ScalarNode) {
  const { start, end } = itemSpan(item);
  return [{ title: t("Remove {0}", item.text), edits: [{ start, end, newText: "" }], safe: true }];
}

function checkScalar({ complain }: Walk, node: ScalarNode, row: Row, key: string): void {
  if (node.uncertain) return;
  const { value } = node;
  if (row.e && !row.e.includes(value as string)) {
    const list = row.e.join(", ");
    complain("WrongValue", node, t('"{0}" cannot be {1}; use one of: {2}.', key, node.text, list), {
      fixes: () =>
        byLikeness(String(value), row.e ?? []).map((name) => ({
          title: t("Change to {0}", String(name)),
          edits: [{ start: node.start, end: node.end, newText: String(name) }],
        })),
    });
  }
  if (typeof value === "string" && row.pat && !compiled(row.pat).test(value))
    complain("WrongValue", node, patternMessage(key, value), { fixes: () => policyFix(key, node) });
  if (typeof value !== "number") return;
  if (row.min !== undefined && value < row.min)
    complain("WrongValue", node, t('"{0}" must be at least {1}.', key, row.min));
  if (row.max !== undefined && value > row.max)
    complain("WrongValue", node, t('"{0}" must be at most {1}.', key, row.max));
}

/** A mistyped pull policy. */
function policyFix(key: string, { start, end, text }: ScalarNode): readonly Fix[] {
  const [name] =
    key === "pull_policy" ? nearest(text, ["always", "missing", "never", "build", "daily"]) : [];
  return name === undefined
    ? []
    : [{ title: t("Change to {0}", name), edits: [{ start, end, newText: name }], safe: true }];
}

function patternMessage(key: string, value: string): string {
  if (key === "container_name")
    return t(
      '"{0}" cannot name a container: two or more letters, digits, "_", "." or "-", the first a letter or digit.',
      value,
    );
  if (key === "pull_policy")
    return t(
      '"{0}" is not a pull policy: use always, missing, never, build, daily, weekly or every_<time>.',
      value,
    );
  return t('"{0}" does not have the form that "{1}" needs.', value, key);
}

function wrongType({ complain }: Walk, node: Node, options: readonly Row[], key: string): void {
  const types = [...new Set(options.flatMap(({ t: names }) => names ?? []))];
  const wanted = wantedText(types);
  const name = key || t("the file");
  if (node.kind === "scalar" && node.date) {
    const message = t("YAML reads {0} as a date; put it in quotes.", node.text);
    complain("WrongType", node, message, { fixes: quoteFix(node) });
    return;
  }
  if (isNull(node)) {
    complain("WrongType", emptySpan(node), t('"{0}" is empty; it must be {1}.', name, wanted), {
      fixes: () => removeEmpty(node, key),
    });
    return;
  }
  const quotable =
    node.kind === "scalar" &&
    types.includes("string") &&
    !types.some((type) => /^(?:int|num)/.test(type));
  complain("WrongType", node, t('"{0}" must be {1}, not {2}.', name, wanted, givenText(node)), {
    fixes: quotable ? quoteFix(node) : wrapFix(node, types, key),
  });
}

function emptySpan(node: Node): Node {
  const { source, start } = node;
  const line = source.lines.line(source.lines.lineAt(start));
  return node.end > node.start
    ? node
    : { ...node, start: Math.max(line.start, start - 1), end: start };
}

function quoteFix(node: ScalarNode) {
  return () => [
    {
      title: t("Put quotes around {0}", node.text),
      edits: [{ start: node.start, end: node.end, newText: JSON.stringify(node.text) }],
      safe: true,
    },
  ];
}
