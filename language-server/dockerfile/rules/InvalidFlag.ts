// Flags that BuildKit refuses: unknown, given twice, without a value or with a wrong one.

import { t } from "../../l10n.ts";
import type { FindingExtras, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { fixedValue, type Place } from "../model/fixed-values.ts";
import { nearest } from "../suggest.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { type FlagFacts, instructionTable } from "../syntax/instructions.ts";
import type { Flag } from "../syntax/words.ts";

/** Flags that may be left blank; the others must say something. */
const MAY_BE_BLANK = new Set([
  ...["checksum", "chmod", "chown", "exclude", "from", "platform", "security"],
  ...["interval", "timeout", "start-period", "start-interval", "retries"],
]);

export const InvalidFlag: Rule<DockerfileDocument> = {
  code: "InvalidFlag",
  aliases: [],
  severity: "error",
  summary: "The flag is unknown here, given twice, or has an invalid value.",
  scope: { each: ["*"] },
  check(document, report, { host }) {
    for (const outer of document.instructions)
      for (const instruction of [outer, outer.trigger]) {
        if (!instruction || instruction.flags.length === 0 || isNone(instruction)) continue;
        const seen = new Set<string>();
        for (const flag of instruction.flags) {
          const found = complaint({ document, instruction, host }, flag, seen);
          if (found) report(flag, found[0], { ...found[1], ...severityIn(instruction) });
          seen.add(flag.name);
        }
      }
  },
};

/** BuildKit does not look at the flags of HEALTHCHECK NONE. */
export function isNone({ keyword, argumentText }: Instruction): boolean {
  return keyword === "HEALTHCHECK" && /^none$/i.test(argumentText);
}

/** BuildKit drops the flags of these without a word. */
function severityIn({ keyword }: Instruction): FindingExtras {
  return keyword === "ARG" || keyword === "STOPSIGNAL" ? { severity: "warning" } : {};
}

function complaint(
  place: Place,
  flag: Flag,
  seen: ReadonlySet<string>,
): [string, FindingExtras?] | undefined {
  const { keyword } = place.instruction;
  const facts = instructionTable[keyword];
  if (!facts) return undefined;
  const known = Object.hasOwn(facts.flags, flag.name) ? facts.flags[flag.name] : undefined;
  if (!known) return unknownFlag(keyword, flag, Object.keys(facts.flags));
  if (seen.has(flag.name) && !known.repeatable) return [t("--{0} is given twice.", flag.name)];
  if (flag.name === "platform" && flag.value && !isPlatform(fixedValue(place, flag.raw)))
    return [t("{0} is not a platform: write os/architecture, such as linux/amd64.", flag.value)];
  if (flag.name === "network" && flag.value && !NETWORKS.has(flag.value))
    return [t("--network must be default, none or host.")];
  return badValue(flag, known);
}

const NETWORKS = new Set(["default", "none", "host"]);
const SYSTEMS =
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos";
const ARCHITECTURES =
  "386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel macos";
/** What may stand alone. */
const ALONE = new Set(`${SYSTEMS} ${ARCHITECTURES}`.split(" "));

/** Whether BuildKit can read a platform: `os`, `architecture`, `os/architecture[/variant]`. */
function isPlatform(text: string | undefined): boolean {
  // It depends on an argument.
  if (text === undefined) return true;
  const parts = text.split("/");
  if (parts.length === 1) return ALONE.has(text.toLowerCase());
  return parts.length <= 3 && parts.every((part) => /^[\w.-]+(?:\([\w.+-]*\))?$/.test(part));
}

function unknownFlag(
  keyword: string,
  { name, nameSpan }: Flag,
  flags: readonly string[],
): [string, FindingExtras?] {
  const near = nearest(name, flags);
  if (!near) return [t("{0} has no flag --{1}.", keyword, name)];
  return [
    t("{0} has no flag --{1}. Did you mean --{2}?", keyword, name, near),
    {
      fixes: () => [
        { title: t("Change to {0}", `--${near}`), edits: [{ ...nameSpan, newText: `--${near}` }] },
      ],
    },
  ];
}

function badValue({ name, value }: Flag, { kind }: FlagFacts): [string] | undefined {
  if (kind !== "boolean")
    return value === undefined || (value === "" && !MAY_BE_BLANK.has(name))
      ? [t("--{0} has no value.", name)]
      : undefined;
  if (value === "") return [t("--{0} has no value.", name)];
  return value === undefined || /^(?:true|false)$/i.test(value)
    ? undefined
    : [t("--{0} must be true or false.", name)];
}
