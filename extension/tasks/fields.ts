// Fields of tasks as people write them in tasks.json. VS Code underlines a value of a wrong kind, and
// runs the task all the same. Pure.
import { t } from "../engine/text.ts";

/** A field's schema in the manifest. */
export interface Field {
  readonly type: string;
}

const isText = (value: unknown) => typeof value === "string";
const isPlain = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

/** By the kinds that the manifest knows: what a value must be, and how that is said. */
const kinds: Readonly<
  Record<string, readonly [(value: unknown) => boolean, (name: string) => string]>
> = {
  string: [isText, (name) => t("The field {0} of this task must be a text in quotes.", name)],
  boolean: [
    (value) => typeof value === "boolean",
    (name) => t("The field {0} of this task must be true or false.", name),
  ],
  array: [
    (value) => Array.isArray(value) && value.every(isText),
    (name) => t('The field {0} of this task must be a list of texts: ["…", "…"]', name),
  ],
  object: [
    (value) =>
      typeof value === "object" &&
      !Array.isArray(value) &&
      Object.values(value ?? {}).every(isPlain),
    (name) => t('The field {0} of this task must have texts by name: { "NAME": "…" }', name),
  ],
};

/** What is wrong with the first field whose value is of a wrong kind. */
export function wrongField(
  fields: Readonly<Record<string, Field>>,
  definition: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [name, { type }] of Object.entries(fields)) {
    const [fits, complain] = kinds[type] ?? [];
    const value = definition[name];
    if (value !== undefined && fits && complain && !fits(value)) return complain(name);
  }
  return undefined;
}
