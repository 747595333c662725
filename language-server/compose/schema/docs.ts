// The sentence that says what a key means, by its path.
import { docs } from "./docs-table.ts";
import { alternatives, keysOf, type Row, root, rowOfItem, rowOfKey } from "./schema.ts";

/** Steps of a path that the specification names; `*` for names that people give. */
function known(path: readonly (string | number)[]): readonly string[] {
  const steps: string[] = [];
  let row: Row | undefined = root;
  for (const step of path) {
    if (typeof step === "string") steps.push(row && keysOf(row).has(step) ? step : "*");
    row = row && (typeof step === "number" ? rowOfItem(row) : rowOfKey(row, step));
  }
  return steps;
}

/** What people's names stand under: `services.web.image` is a `service.image`. */
const singular: Readonly<Record<string, string>> = {
  services: "service",
  networks: "network",
  volumes: "volume",
};

/** What a key means; undefined for keys that are no part of the specification. */
export function docOf(path: readonly (string | number)[]): string | undefined {
  if (typeof path.at(-1) !== "string") return undefined;
  const steps = known(path);
  const key = steps.at(-1) ?? "*";
  if (key === "*") return undefined;
  const above = steps.slice(0, -1);
  const names =
    steps.length === 3 && steps[1] === "*"
      ? [`${singular[steps[0] ?? ""]}.${key}`, `section.${key}`, `${steps[0]}.${key}`, key]
      : [
          ...above
            .filter((step) => step !== "*")
            .reverse()
            .map((step) => `${step}.${key}`),
          key,
        ];
  const hooks = /^(?:post_start|pre_start|pre_stop)$/.test(above.at(-1) ?? "") ? `exec.${key}` : "";
  const found = [hooks, ...names].find((name) => Object.hasOwn(docs, name));
  return found === undefined ? undefined : docs[found]?.();
}

/** The words that a key's value may be; empty if it is free. */
export function wordsOf(row: Row): readonly string[] {
  return [
    ...new Set(
      alternatives(row)
        .flatMap(({ e }) => e ?? [])
        .map(String),
    ),
  ];
}

const pages: Readonly<Record<string, string>> = {
  services: "services",
  networks: "networks",
  volumes: "volumes",
  configs: "configs",
  secrets: "secrets",
  models: "models",
  include: "include",
  name: "version-and-name",
  version: "version-and-name",
};

/** The page of Docker's reference that tells more of a key. */
export function pageOf(path: readonly (string | number)[]): string | undefined {
  const [section = "", , key, inner] = known(path);
  const base = "https://docs.docker.com/reference/compose-file/";
  const page = pages[section];
  if (!page) return undefined;
  if (section !== "services" || !key) return `${base}${page}/${key ? `#${key}` : ""}`;
  if (key === "build" || key === "deploy" || key === "develop")
    return `${base}${key}/${inner && inner !== "*" ? `#${inner}` : ""}`;
  return `${base}services/#${key}`;
}
