// The variables of a project: what the client's environment gives, then `.env` beside the file.
import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import { nameOf } from "../uri.ts";
import { type EnvFile, parseEnvFile } from "./env-file.ts";
import type { Variables } from "./interpolate-tree.ts";

/** The variables of a project in a folder's env files; a fault of its env files is told. */
export function projectVariables(
  host: Host,
  envFiles: readonly string[],
  fail: (code: string, message: string) => void,
): Variables {
  const outer = (name: string) => own(host.environment, name);
  const values = new Map<string, string>();
  for (const uri of envFiles) {
    const file = readEnvFile(host, uri, (name) => outer(name) ?? values.get(name));
    if (file?.error)
      fail(
        file.error.wantsValue ? "RequiredVariable" : "EnvFile",
        t(
          "Compose cannot read {0}, line {1}: {2}.",
          nameOf(uri),
          file.error.line,
          file.error.message,
        ),
      );
    for (const { name, value } of file?.variables.values() ?? [])
      if (value !== undefined && !values.has(name)) values.set(name, value);
  }
  return { value: (name) => outer(name) ?? values.get(name) };
}

/** Further env files over given variables. */
export function moreVariables(host: Host, uris: readonly string[], outer: Variables): Variables {
  const values = new Map<string, string>();
  for (const uri of uris)
    for (const { name, value } of readEnvFile(host, uri, outer.value)?.variables.values() ?? [])
      if (value !== undefined) values.set(name, value);
  return { value: (name) => outer.value(name) ?? values.get(name) };
}

/** A parsed env file; undefined when it is not there or not known. */
export function readEnvFile(
  host: Host,
  uri: string,
  outer: (name: string) => string | undefined,
): EnvFile | undefined {
  const text = host.files.read(uri);
  return typeof text === "string" ? parseEnvFile(text, outer) : undefined;
}

function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
