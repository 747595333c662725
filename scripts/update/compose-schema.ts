// Compiles the Compose specification's JSON schema into a flat table: references followed, equal
// parts shared, words of JSON schema that Compose's own loader does not mind left out. Descriptions
// stay behind: ours are in `schema/docs-table.ts`, in every language.
import { readFileSync } from "node:fs";

type Schema = { readonly [key: string]: unknown };
type Row = Record<string, unknown>;

/** What docker compose 2.40 knows and the schema's released text does not yet have. */
const additions: Record<string, Schema> = {
  provenance: {
    type: ["string", "boolean"],
    description: "Add a provenance attestation to the image.",
  },
  sbom: {
    type: ["string", "boolean"],
    description: "Add a software bill of materials to the image.",
  },
  no_cache_filter: {
    $ref: "#/definitions/string_or_list",
    description: "Stages to build without the cache.",
  },
};

/** What a hook can have that runs in a container of its own. */
const ofContainerHooks: Record<string, Schema> = {
  image: { type: "string", description: "The image to run the command in." },
  per_replica: {
    type: ["boolean", "string"],
    description: "Whether to run the command for each replica.",
  },
};

/** The table's path and text. */
export function composeSchema(): Record<string, string> {
  const schema = JSON.parse(
    readFileSync("language-server/compose/schema/compose-spec.json", "utf8"),
  );
  Object.assign(schema.definitions.service.properties.build.oneOf[1].properties, additions);
  const { watch } = schema.definitions.development.properties;
  watch.items.properties.initial_sync ??= {
    type: "boolean",
    description: "Copy the files once at the start.",
  };
  for (const model of Object.values<{ type: unknown }>(
    schema.definitions.service.properties.models.oneOf[1].patternProperties,
  ))
    model.type = ["object", "null"];
  const { service, service_hook: hook } = schema.definitions;
  schema.definitions.pre_start_hook = {
    ...hook,
    properties: { ...hook.properties, ...ofContainerHooks },
  };
  service.properties.pre_start = {
    type: "array",
    items: { $ref: "#/definitions/pre_start_hook" },
  };
  const rows: Row[] = [];
  const known = new Map<string, number>();
  const add = (part: Schema): number => {
    const row = compile(resolve(part, schema.definitions), add);
    const text = JSON.stringify(row);
    const index = known.get(text) ?? rows.push(row) - 1;
    known.set(text, index);
    return index;
  };
  const root = add(schema);
  return {
    "language-server/compose/schema/compose-table.json": `${JSON.stringify({ root, rows })}\n`,
  };
}

function resolve(part: Schema, definitions: Record<string, Schema>): Schema {
  if (typeof part.$ref !== "string") return part;
  const { $ref, ...own } = part;
  const target = definitions[String($ref).split("/").at(-1) ?? ""] ?? {};
  return { ...resolve(target, definitions), ...own };
}

function compile(part: Schema, add: (part: Schema) => number): Row {
  const row: Row = {};
  const copy: Record<string, string> = {
    enum: "e",
    required: "r",
    minimum: "min",
    maximum: "max",
    pattern: "pat",
    deprecated: "old",
    default: "def",
  };
  for (const [from, to] of Object.entries(copy)) if (part[from] !== undefined) row[to] = part[from];
  if (part.type) row.t = [part.type].flat();
  const properties = part.properties as Record<string, Schema> | undefined;
  if (properties)
    row.p = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, add(value)]));
  const patterns = part.patternProperties as Record<string, Schema> | undefined;
  if (patterns) row.pp = Object.entries(patterns).map(([pattern, value]) => [pattern, add(value)]);
  if (part.additionalProperties === false) row.closed = true;
  if (part.items) row.i = add(part.items as Schema);
  if (part.oneOf) row.o = (part.oneOf as Schema[]).map(add);
  return row;
}
