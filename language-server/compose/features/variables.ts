// The variables that a Compose file may use: from `.env`, from the environment, and those that it
// names itself; each with its value, as far as that may be shown.
import { t } from "../../l10n.ts";
import type { FeatureContext } from "../../language.ts";
import type { Span } from "../../text.ts";
import { folderOf, resolveUri } from "../uri.ts";
import { type EnvFile, parseEnvFile } from "../variables/env-file.ts";

export interface KnownVariable {
  readonly name: string;
  readonly value?: string;
  /** Where the value comes from, in words. */
  readonly origin: string;
  /** Its place in an env file. */
  readonly place?: Span & { readonly uri: string };
}

/** The `.env` of a file's project. */
export function envFileOf({
  uri,
  host,
}: FeatureContext): { uri: string; file: EnvFile } | undefined {
  const address = resolveUri(folderOf(uri), ".env");
  const text = host.files.read(address);
  if (typeof text !== "string") return undefined;
  return { uri: address, file: parseEnvFile(text, (name) => environmentValue(name, host)) };
}

function environmentValue(name: string, { environment }: FeatureContext["host"]) {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}

/** A variable by its name: the environment first, as Compose does. */
export function variableNamed(name: string, context: FeatureContext): KnownVariable | undefined {
  const outer = environmentValue(name, context.host);
  const env = envFileOf(context);
  const own = env?.file.variables.get(name);
  const place = env && own ? { place: { uri: env.uri, ...own.nameSpan } } : {};
  if (outer !== undefined) return { name, value: outer, origin: t("the environment"), ...place };
  if (!own) return undefined;
  return {
    name,
    ...(own.value === undefined ? {} : { value: own.value }),
    origin: ".env",
    ...place,
  };
}

/** Where `COMPOSE_PROFILES` in `.env` names a profile. */
export function switchedOn(
  { name }: { readonly name: string },
  { uri, host }: FeatureContext,
): readonly (Span & { readonly uri: string })[] {
  const env = resolveUri(folderOf(uri), ".env");
  const text = host.files.read(env) ?? "";
  const [head = "", list = ""] =
    /^[ \t]*(?:export[ \t]+)?COMPOSE_PROFILES[ \t]*=([^\n#]*)/m.exec(text) ?? [];
  const start = text.indexOf(head) + head.length - list.length;
  return Array.from(list.matchAll(/[^,\s"']+/g))
    .filter(([word]) => word === name)
    .map(({ index }) => ({ uri: env, start: start + index, end: start + index + name.length }));
}

/** All that may be offered, those of `.env` first. */
export function knownVariables(text: string, context: FeatureContext): readonly KnownVariable[] {
  const found = new Map<string, KnownVariable>();
  for (const { name, value } of envFileOf(context)?.file.variables.values() ?? [])
    found.set(name, { name, origin: ".env", ...(value === undefined ? {} : { value }) });
  for (const [, name = ""] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g))
    if (!found.has(name)) found.set(name, { name, origin: t("used in this file") });
  for (const name of Object.keys(context.host.environment))
    if (!found.has(name) && /^[A-Za-z_]\w*$/.test(name))
      found.set(name, { name, origin: t("the environment") });
  return [...found.values()];
}

/** A value for the eye: one line, and nothing that looks like a secret. */
export function shownValue({ name, value = "" }: Pick<KnownVariable, "name" | "value">): string {
  if (/pass|secret|token|credential|private|api_?key/i.test(name))
    return value === "" ? "" : "••••";
  const line = value.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
