// What may stand as a value at a path: the schema's words, names that the project defines, words
// of tables, the engine's images, stages and arguments of the Dockerfile. Knows nothing of how it
// is written into the text.
import { CompletionItemKind } from "vscode-languageserver-types";
import { Lines } from "../../text.ts";
import { alternatives, keysOf, root, rowAt, rowOfItem, rowOfKey } from "../schema/schema.ts";
import { folderOf, resolveUri } from "../uri.ts";
import { textAt } from "../yaml/tree.ts";
import { type Candidate, ownService, type Wanted, word, wordList } from "./candidate.ts";
import type { Path } from "./climb.ts";
import {
  buildArguments,
  environmentNames,
  habitsOf,
  images,
  plainPorts,
  ports,
  stages,
} from "./image-candidates.ts";
import { type Outline, outlineOf, outlinesAround, type Section } from "./outline.ts";
import { knownVariables } from "./variables.ts";
import { capabilities, freeKeys, units, words, wordsByKey } from "./words-table.ts";

/** A path with `*` for the names that people give and `#` for list items. */
export function shapeOf(path: Path): string {
  let row: ReturnType<typeof rowAt> = root;
  return path
    .map((step) => {
      const known = typeof step === "string" && row !== undefined && keysOf(row).has(step);
      row = row && (typeof step === "number" ? rowOfItem(row) : rowOfKey(row, step));
      return typeof step === "number" ? "#" : known ? step : "*";
    })
    .join("/");
}

const names: Readonly<Record<string, Section>> = {
  "services/*/depends_on/#": "services",
  "services/*/extends": "services",
  "services/*/links/#": "services",
  "services/*/volumes_from/#": "services",
  "services/*/networks/#": "networks",
  "services/*/configs/#": "configs",
  "services/*/configs/#/source": "configs",
  "services/*/secrets/#": "secrets",
  "services/*/secrets/#/source": "secrets",
  "services/*/build/secrets/#": "secrets",
  "services/*/build/secrets/#/source": "secrets",
  "services/*/models/#": "models",
  // As keys of a mapping.
  "services/*/depends_on": "services",
  "services/*/networks": "networks",
  "services/*/models": "models",
};

/** Values that may be `service:NAME`. */
const ofService = /^services\/\*\/(?:network_mode|ipc|pid|build\/additional_contexts\/\*)$/;

type Source = (wanted: Wanted) => readonly Candidate[];

const sources: Readonly<Record<string, Source>> = {
  "services/*/extends/service": extendable,
  "services/*/volumes/#": shortVolumes,
  "services/*/volumes/#/source": longVolumes,
  "services/*/image": images,
  "services/*/build/target": stages,
  "services/*/ports/#": ports,
  "services/*/ports/#/target": plainPorts,
  "services/*/expose/#": plainPorts,
  "services/*/profiles/#": profiles,
  "services/*/cap_add/#": () => wordList(capabilities),
  "services/*/cap_drop/#": () => wordList(capabilities),
  "services/*/environment/#": environmentNames,
  "configs/*/environment": variableNames,
  "secrets/*/environment": variableNames,
};

/** All that may stand as the value at the path. */
export function candidates(wanted: Wanted): readonly Candidate[] {
  const { shape, path } = wanted;
  const found = [...schemaWords(path), ...(sources[shape]?.(wanted) ?? [])];
  const section = names[shape];
  if (section && section !== undefined) found.push(...namesOf(wanted, section));
  if (ofService.test(shape))
    found.push(...namesOf(wanted, "services").map((one) => prefixed("service:", one)));
  const key = path.at(-1);
  const byKey = shape.startsWith("services/*/") ? wordsByKey[String(key)] : undefined;
  found.push(...wordList(words[shape] ?? byKey ?? ""), ...withUnits(wanted));
  if (shape === "services/*/restart") found.unshift({ ...word("no"), quoted: true });
  return found;
}

/** Whether anything could be offered there: the list is worth opening again. */
export function hasCandidates(path: Path): boolean {
  const shape = shapeOf(path);
  return (
    (sources[shape] ?? names[shape] ?? words[shape]) !== undefined ||
    ofService.test(shape) ||
    wordsByKey[String(path.at(-1))] !== undefined
  );
}

/** Names that may be keys of the mapping at the path. */
export function keyCandidates(wanted: Wanted): readonly Candidate[] {
  const section = names[wanted.shape];
  if (section && !wanted.shape.endsWith("extends")) return namesOf(wanted, section);
  if (wanted.shape === "services/*/build/args") return buildArguments(wanted);
  if (wanted.shape === "services/*/environment") return environmentNames(wanted);
  return wordList(freeKeys[wanted.shape] ?? "");
}

function prefixed(prefix: string, one: Candidate): Candidate {
  return { ...one, label: prefix + one.label };
}

/** Words that the schema lists, and true and false. */
function schemaWords(path: Path): Candidate[] {
  const row = rowAt(path);
  if (!row) return [];
  const options = alternatives(row);
  const listed = options.flatMap(({ e }) => e ?? []);
  const types = options.flatMap(({ t: names = [] }) => names);
  const truth = types.includes("boolean") && !types.includes("number") ? [true, false] : [];
  return [...new Set([...listed, ...truth].map(String))].map(word);
}

/** The number that is being typed, with its units. */
function withUnits({ cursor: { typed }, path, shape }: Wanted): readonly Candidate[] {
  const list = shape.startsWith("services/*/") ? units[String(path.at(-1))] : undefined;
  return list && /^\d+$/.test(typed) ? wordList(list).map((one) => prefixed(typed, one)) : [];
}

const kinds: Readonly<Record<Section, CompletionItemKind>> = {
  services: CompletionItemKind.Class,
  networks: CompletionItemKind.Interface,
  volumes: CompletionItemKind.File,
  configs: CompletionItemKind.Variable,
  secrets: CompletionItemKind.Variable,
  models: CompletionItemKind.Module,
};

/** The names of a section in this file and its project; the service itself is left out. */
function namesOf({ lines, context, path }: Wanted, section: Section): readonly Candidate[] {
  const found = new Set<string>();
  for (const outline of outlinesAround(lines, context))
    for (const name of outline.names.get(section)?.keys() ?? []) found.add(name);
  if (section === "services") found.delete(String(path[1]));
  if (section === "networks") found.add("default");
  return asNames(found, section);
}

function asNames(found: Iterable<string>, section: Section): readonly Candidate[] {
  return [...found].map((label) => ({ label, kind: kinds[section] }));
}

/** The services of the file that `extends` names, or of this one. */
function extendable(wanted: Wanted): readonly Candidate[] {
  const { context } = wanted;
  const file = wanted.cursor.siblings.get("file") ?? textAt(ownService(wanted), "extends", "file");
  if (!file) return namesOf(wanted, "services");
  const text = context.host.files.read(resolveUri(folderOf(context.uri), file));
  if (typeof text !== "string") return [];
  const other: Outline = outlineOf(new Lines(text));
  return asNames(other.names.get("services")?.keys() ?? [], "services");
}

/** `name:/path`, and what follows the second colon. */
function shortVolumes(wanted: Wanted): readonly Candidate[] {
  const { typed } = wanted.cursor;
  const mode = /^(.*:[^:]+:(?:.*,)?)[a-zA-Z]*$/.exec(typed)?.[1];
  if (mode) return wordList("ro rw z Z cached delegated nocopy").map((one) => prefixed(mode, one));
  if (/[:./~]/.test(typed)) return [];
  const path = habitsOf(textAt(ownService(wanted), "image") ?? "")?.[1] ?? "/path";
  return namesOf(wanted, "volumes").map((one) => ({
    ...one,
    insert: `${one.label}:\${1:${path}}`,
    snippet: true,
  }));
}

function longVolumes(wanted: Wanted): readonly Candidate[] {
  const type = wanted.cursor.siblings.get("type");
  return type === undefined || type === "volume" ? namesOf(wanted, "volumes") : [];
}

function profiles({ lines, context }: Wanted): readonly Candidate[] {
  const found = new Set(outlinesAround(lines, context).flatMap(({ profiles }) => [...profiles]));
  return [...found].map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}

function variableNames({ lines, context }: Wanted): readonly Candidate[] {
  return knownVariables(lines.text, context)
    .slice(0, 200)
    .map(({ name, origin }) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      detail: origin,
    }));
}
