// What a name means: the thing as it stands in the file, a service as it comes out after merging,
// a variable's value, the state of what runs.
import { t } from "../../l10n.ts";
import type { FeatureContext } from "../../language.ts";
import { loadProject, type Project } from "../project/project.ts";
import { projectOf } from "../project/project-files.ts";
import { nameOf } from "../uri.ts";
import { parseTemplate, substitute } from "../variables/interpolation.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { at, entriesAt, type Node, textAt } from "../yaml/tree.ts";
import { locate } from "./locate.ts";
import type { Name } from "./name.ts";
import { definitions } from "./navigation.ts";
import { expressionsOf } from "./variable-uses.ts";
import { shownValue, variableNamed } from "./variables.ts";
import { yamlText } from "./yaml-text.ts";

/** Markdown for a name; undefined: nothing is known of it. */
export function nameHover(
  document: ComposeDocument,
  name: Name,
  context: FeatureContext,
): string | undefined {
  switch (name.kind) {
    case "variable":
      return variableHover(document, name, context);
    case "anchor":
      return anchorHover(document, name);
    case "profile":
      return profileHover(document, name);
    case "stage":
    case "argument":
      return dockerfileLine(document, name, context);
    default:
      return thingHover(document, name, context);
  }
}

function fence(text: string, language = "yaml"): string {
  return `\`\`\`${language}\n${text.replaceAll("```", "'''")}\n\`\`\``;
}

function variableHover(
  document: ComposeDocument,
  { name, start }: Name,
  context: FeatureContext,
): string {
  const known = variableNamed(name, context);
  const placed = expressionsOf(document).find(({ nameSpan }) => nameSpan.start === start);
  const expression = placed?.expression;
  const value = known?.value;
  const rows = [
    value === undefined
      ? t("`{0}` is not set.", name)
      : t("`{0}` is `{1}`, from {2}.", name, shownValue({ name, value }), known?.origin ?? ""),
  ];
  if (value === undefined && expression?.operator?.endsWith("-"))
    rows.push(t("The default is used here."));
  if (value === undefined && expression?.operator?.endsWith("?"))
    rows.push(t("Compose stops without it."));
  const whole = locate(document, start);
  if (whole) rows.push(fence(filled(whole.text, context).slice(0, 500), "text"));
  return rows.join("\n\n");
}

/** A text with the values of its variables, those of secrets hidden. */
function filled(text: string, context: FeatureContext): string {
  return substitute(parseTemplate(text), (name) => {
    const value = variableNamed(name, context)?.value;
    return value === undefined ? undefined : shownValue({ name, value });
  });
}

function anchorHover(document: ComposeDocument, name: Name): string | undefined {
  const marks = document.readings.flatMap((one) => one.flatMap((reading) => reading.marks));
  const value = marks.find(({ start }) => start === name.start)?.value;
  return value && fence(blockText(document, value));
}

/** The text of a value, moved to the left as far as its first line allows. */
function blockText({ text, lines }: ComposeDocument, { start, end, kind }: Node): string {
  const block = kind !== "scalar";
  const from = block ? lines.line(lines.lineAt(start)).start : start;
  const column = block ? (/^[ ]*/.exec(text.slice(from, start))?.[0].length ?? 0) : 0;
  const raw = text.slice(block ? from : start, end).trimEnd();
  const rows = raw.split(/\r?\n/).map((row) => row.slice(Math.min(column, row.search(/\S|$/))));
  return rows.length > mostLines ? [...rows.slice(0, mostLines), "…"].join("\n") : rows.join("\n");
}

const mostLines = 40;

function profileHover(document: ComposeDocument, name: Name): string {
  const services = document.documents.flatMap((root) =>
    entriesAt(root, "services")
      .filter(({ value }) => {
        const list = at(value, "profiles");
        return list?.kind === "list" && list.items.some((item) => textAt(item) === name.name);
      })
      .map(({ key }) => key),
  );
  return [
    t("Services with the profile `{0}`: {1}", name.name, services.join(", ")),
    fence(`docker compose --profile ${name.name} up`, "sh"),
  ].join("\n\n");
}

function dockerfileLine(
  document: ComposeDocument,
  name: Name,
  context: FeatureContext,
): string | undefined {
  const [place] = definitions(document, name.start, context);
  const text = place?.uri ? context.host.files.read(place.uri) : undefined;
  if (!place || !text) return undefined;
  const start = text.lastIndexOf("\n", place.start) + 1;
  const end = text.indexOf("\n", place.start);
  return fence(text.slice(start, end < 0 ? text.length : end).trimEnd(), "dockerfile");
}

/** A service, network, volume, config, secret or model. */
function thingHover(
  document: ComposeDocument,
  name: Name,
  context: FeatureContext,
): string | undefined {
  const [place] = definitions(document, name.start, context);
  if (!place) return undefined;
  const project = loadProject(
    document,
    context.uri,
    context.host,
    projectOf(context.uri, context.host),
  );
  const rows: string[] = [];
  const entry = entriesAt(project.root, name.kind).find(({ key }) => key === name.name);
  const isOther = place.uri !== undefined && place.uri !== context.uri;
  const value = entry?.value ?? ownEntry(document, name);
  if (isOther) rows.push(t("Defined in {0}.", nameOf(place.uri ?? "")));
  if (value) rows.push(fence(wholeText(name.name, value)));
  rows.push(...facts(name, value, project, context));
  return rows.length > 0 ? rows.join("\n\n") : undefined;
}

function ownEntry(document: ComposeDocument, { kind, name }: Name): Node | undefined {
  for (const root of document.documents) {
    const found = at(root, kind, name);
    if (found) return found;
  }
  return undefined;
}

function wholeText(name: string, value: Node): string {
  if (value.kind === "scalar") return `${name}: ${value.text}`.trimEnd();
  return `${name}:\n${yamlText(value).replace(/^/gm, "  ")}`;
}

/** What is true of it beyond its text: its name for the engine, and whether it runs. */
function facts(
  { kind, name }: Name,
  value: Node | undefined,
  project: Project,
  { host }: FeatureContext,
): readonly string[] {
  if (kind === "services") {
    const state = host.engine?.serviceStates(project.name)?.[name];
    return state ? [t("State: {0}", state)] : [];
  }
  if (kind !== "networks" && kind !== "volumes") return [];
  const external = textAt(value, "external") === "true";
  const full = textAt(value, "name") ?? (external ? name : `${project.name}_${name}`);
  const known = kind === "networks" ? host.engine?.networks() : host.engine?.volumes();
  const exists = known
    ? known.includes(full)
      ? t("It exists.")
      : t("It does not exist yet.")
    : "";
  return [[t("Its name in the engine is `{0}`.", full), exists].filter(Boolean).join(" ")];
}
