// Volumes, networks, secrets and configs as they are defined at the top of the project.
import { t } from "../../l10n.ts";
import type { Fix } from "../../lint/rule.ts";
import type { Complain } from "../problem.ts";
import {
  at,
  type Entry,
  entriesAt,
  type MapNode,
  type Node,
  scalarAt,
  textAt,
} from "../yaml/tree.ts";

/** Where secrets and configs may come from. */
const origins: Readonly<Record<string, readonly string[]>> = {
  secrets: ["file", "environment"],
  configs: ["file", "environment", "content"],
};

/** Tells of what is wrong in the sections beside the services. */
export function checkDefinitions(root: MapNode, complain: Complain): void {
  for (const section of ["secrets", "configs"])
    for (const entry of entriesAt(root, section))
      checkSource(entry, origins[section] ?? [], complain);
  for (const section of ["volumes", "networks", "secrets", "configs"])
    for (const { value } of entriesAt(root, section)) checkExternal(section, value, complain);
}

function checkSource(
  { key, keySpan, source, value }: Entry,
  keys: readonly string[],
  complain: Complain,
): void {
  if (isExternal(value)) return;
  const [first, second] = keys.filter(
    (name) => at(value, name) && !(name === "environment" && textAt(value, name) === ""),
  );
  const where = { ...keySpan, source };
  if (!first)
    complain(
      "NoSource",
      where,
      t('"{0}" has no content; say where it comes from with one of: {1}.', key, keys.join(", ")),
      {
        fixes: () => sourceFix(key, keySpan, value),
      },
    );
  if (first && second)
    complain(
      "Exclusive",
      where,
      t('"{0}" and "{1}" cannot be used together; keep one.', first, second),
    );
}

/** A file of its name, beside the Compose file. */
function sourceFix(key: string, { end }: Entry["keySpan"], value: Node): readonly Fix[] {
  const { text, lines } = value.source;
  const line = lines.line(lines.lineAt(end));
  const indent = /^ */.exec(text.slice(line.start, line.end))?.[0] ?? "";
  if (!/^: *(?:\{ *\})? *$/.test(text.slice(end, line.end))) return [];
  const edits = [{ start: end, end: line.end, newText: `:\n${indent}  file: ./${key}` }];
  return [{ title: t('Take it from the file "{0}"', `./${key}`), edits, safe: true }];
}

function isExternal(value: Node): boolean {
  const external = at(value, "external");
  return (
    external?.kind === "map" ||
    textAt(external) === "true" ||
    (external?.kind === "scalar" && external.value === true)
  );
}

function checkExternal(section: string, value: Node, complain: Complain): void {
  if (!isExternal(value)) return;
  const name = scalarAt(value, "name");
  const old = textAt(value, "external", "name");
  if (name && old !== undefined && name.text !== old)
    complain(
      "DistinctValues",
      name,
      t('"{0}" and "{1}" must be the same; keep one.', "name", "external.name"),
    );
  if (section !== "volumes") return;
  for (const { key, keySpan, source } of entriesAt(value))
    if (key !== "name" && key !== "external" && !key.startsWith("x-"))
      complain(
        "ExternalConflict",
        { ...keySpan, source },
        t('"{0}" does not belong here: Compose does not create what is external.', key),
      );
}
