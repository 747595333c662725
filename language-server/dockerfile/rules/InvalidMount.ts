// Options of RUN --mount that BuildKit refuses.

import { t } from "../../l10n.ts";
import type { FindingExtras, Fix, Report, Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { folderOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { fixedValue, type Place } from "../model/fixed-values.ts";
import { stateAt } from "../model/scopes.ts";
import { stageNames } from "../model/stages.ts";
import { nearest } from "../suggest.ts";
import { mountTypes } from "../syntax/instructions.ts";
import { type MountField, parseMount } from "../syntax/mount.ts";
import type { Flag } from "../syntax/words.ts";
import { isReference } from "./InvalidBaseImage.ts";

const KEYS = new Set([
  "type",
  "from",
  "source",
  "target",
  "readonly",
  "readwrite",
  "id",
  "sharing",
  "required",
  "size",
  "mode",
  "uid",
  "gid",
  "env",
]);
const BARE = new Set(["readonly", "readwrite", "required"]);
const SHARING = ["shared", "private", "locked"];
const BOOLEAN = /^(?:1|0|t|f|true|false)$/i;
/** Keys that belong to some types only. */
const KEY_TYPES: Readonly<Record<string, readonly string[]>> = {
  size: ["tmpfs"],
  required: ["secret", "ssh"],
  sharing: ["cache"],
  mode: ["cache", "secret", "ssh"],
  uid: ["cache", "secret", "ssh"],
  gid: ["cache", "secret", "ssh"],
};
const VALUES: Readonly<Record<string, RegExp>> = {
  readonly: BOOLEAN,
  readwrite: BOOLEAN,
  required: BOOLEAN,
  size: /^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i,
  mode: /^0?[0-7]+$/,
  uid: /^\d+$/,
  gid: /^\d+$/,
  sharing: /^(?:shared|private|locked)$/i,
};

export const InvalidMount: Rule<DockerfileDocument> = {
  code: "InvalidMount",
  aliases: [],
  severity: "error",
  summary: "BuildKit refuses an option of --mount.",
  scope: { refers: ["RUN"], stage: ["WORKDIR", "ENV", "ARG"] },
  check(document, report, { host }) {
    for (const run of document.byKeywordDeep("RUN"))
      for (const flag of run.flags)
        if (flag.name === "mount" && flag.value)
          checkMount({ document, instruction: run, host }, flag, report);
  },
};

function checkMount(place: Place, flag: Flag, report: Report): void {
  const { document, instruction: run } = place;
  const fields = parseMount(run, flag).map((field) => known(place, field));
  const typeField = fields.find(({ key }) => key === "type");
  const type = typeField?.value?.toLowerCase() ?? "bind";
  for (const field of fields) {
    const problem = fieldProblem(field, type);
    if (problem) report(field, problem, { fixes: () => corrected(field) });
    else if (field.key === "from" && !run.onbuild && !isSource(document, field.value ?? ""))
      report(field, t("{0} is not a valid image reference.", field.value ?? ""));
  }
  if (!Object.hasOwn(mountTypes, type)) return;
  const early = tooEarly(fields, type, typeField);
  if (early) report(early, t("type must come before {0}.", early.written));
  const values = new Map(fields.map(({ key, value }) => [key, value]));
  const whole = wholeProblem(type, values);
  if (whole) report(flag, whole);
  else if (needsTarget.has(type) && !values.get("target"))
    checkFolder(place, type, (more) => report(flag, t("A {0} mount needs a target.", type), more));
}

/** With the value in which a variable always ends, if one is in it. */
function known(place: Place, field: MountField): MountField {
  if (field.key === "from" || !field.value?.includes("$")) return field;
  return { ...field, value: fixedValue(place, field.value) ?? field.value };
}

const needsTarget = new Set(["bind", "cache", "tmpfs"]);

/** BuildKit judges some keys by the type that it has read so far, and begins with bind. */
function tooEarly(
  fields: readonly MountField[],
  type: string,
  typeField: MountField | undefined,
): MountField | undefined {
  return fields
    .slice(0, typeField && fields.indexOf(typeField))
    .find(
      ({ key }) =>
        (key === "size" || key === "required") &&
        KEY_TYPES[key]?.includes(type) &&
        !KEY_TYPES[key]?.includes("bind"),
    );
}

/** A mount without a target goes to the WORKDIR, which must not be the root. That of an image is not known. */
function checkFolder(
  { document, instruction, host }: Place,
  type: string,
  complain: (more: FindingExtras) => void,
): void {
  const folder = stateAt(document, instruction, "WORKDIR")?.argumentText;
  const isRoot = /^["']?\/+["']?$/.test(folder ?? folderOf(document, instruction, host) ?? "");
  if (isRoot) complain({});
  else if (!folder && type !== "bind") complain({ severity: "warning" });
}

/** A stage, an image, or `scratch`. */
function isSource(document: DockerfileDocument, name: string): boolean {
  if (name === "" || name.includes("$") || isReference(name)) return true;
  return document.deriveFromStages(stageNames).has(name.toLowerCase());
}

function fieldProblem({ key, written, value }: MountField, type: string): string | undefined {
  if (value === undefined && !BARE.has(key))
    return t('"{0}" has no value: write key=value.', written);
  if (!KEYS.has(key)) {
    const near = nearest(written, KEYS);
    return near
      ? t("--mount has no option {0}. Did you mean {1}?", written, near)
      : t("--mount has no option {0}.", written);
  }
  if (key === "type") return typeProblem(value ?? "");
  if (key === "from" && value?.includes("$"))
    return t("from cannot hold a variable. Name a stage that begins FROM it.");
  const types = KEY_TYPES[key];
  if (types && !types.includes(type))
    return t("{0} is not an option of a {1} mount.", written, type);
  return value === undefined || value.includes("$") || isValid(key, value)
    ? undefined
    : t("{0} has an invalid value: {1}.", written, value);
}

function isValid(key: string, value: string): boolean {
  if (VALUES[key]?.test(value) === false) return false;
  const number = /^[ug]id$/.test(key) ? Number(value) : Number.parseInt(value, 8);
  return !/^(?:[ug]id|mode)$/.test(key) || number < 2 ** 32;
}

/** The nearest key, or the nearest type. */
function corrected({ key, written, value, keySpan, valueSpan }: MountField): readonly Fix[] {
  const change = (span: Span | undefined, near: string | undefined): readonly Fix[] =>
    span && near ? [{ title: t("Change to {0}", near), edits: [{ ...span, newText: near }] }] : [];
  if (!KEYS.has(key))
    return change(value === undefined ? undefined : keySpan, nearest(written, KEYS));
  if (key === "type") return change(valueSpan, nearest(value ?? "", Object.keys(mountTypes)));
  return key === "sharing" && !isValid(key, value ?? "")
    ? change(valueSpan, nearest(value ?? "", SHARING))
    : [];
}

function typeProblem(value: string): string | undefined {
  const type = value.toLowerCase();
  if (type.includes("$") || Object.hasOwn(mountTypes, type)) return undefined;
  const near = nearest(type, Object.keys(mountTypes));
  return near
    ? t("There is no mount type {0}. Did you mean {1}?", value, near)
    : t("There is no mount type {0}.", value);
}

function wholeProblem(
  type: string,
  values: ReadonlyMap<string, string | undefined>,
): string | undefined {
  if (type === "secret") return secretProblem(values);
  if (type === "ssh")
    return values.has("source")
      ? t("{0} is not an option of a {1} mount.", "source", type)
      : undefined;
  return values.get("target") === "/" ? t("A mount cannot have / as its target.") : undefined;
}

function secretProblem(values: ReadonlyMap<string, string | undefined>): string | undefined {
  if (values.get("from")) return t("A secret mount has no from.");
  if (values.has("source") && values.has("id"))
    return t("Give a secret either source or id, not both.");
  return ["source", "target", "id"].some((key) => values.get(key))
    ? undefined
    : t("A secret mount needs an id.");
}
