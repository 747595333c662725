// HEALTHCHECK types, durations and retries that BuildKit refuses.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Flag } from "../syntax/words.ts";
import { isNone } from "./InvalidFlag.ts";

const DURATION = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
/** It counts nanoseconds in 63 bits. */
const LONGEST_MS = 2 ** 63 / 1e6;
const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 3.6e6,
};

export const InvalidHealthcheck: Rule<DockerfileDocument> = {
  code: "InvalidHealthcheck",
  aliases: [],
  severity: "error",
  summary: "HEALTHCHECK is CMD with a command, or NONE; its times are durations of at least 1 ms.",
  scope: { each: ["HEALTHCHECK"] },
  check(document, report) {
    for (const check of document.byKeywordDeep("HEALTHCHECK")) {
      const problem = typeProblem(check);
      if (problem) report(check.argumentSpan, problem);
      for (const flag of isNone(check) ? [] : check.flags) {
        const wrong = flagProblem(flag);
        if (wrong) report(flag.valueSpan ?? flag, wrong);
      }
    }
  },
};

function typeProblem(check: Instruction): string | undefined {
  const { argumentText } = check;
  if (argumentText === "") return undefined;
  const type = /^\S+/.exec(argumentText)?.[0] ?? "";
  const rest = argumentText.slice(type.length).trim();
  if (type.toUpperCase() === "NONE")
    return rest === "" ? undefined : t("HEALTHCHECK NONE takes no arguments.");
  if (type.toUpperCase() !== "CMD")
    return t("HEALTHCHECK has no type {0}: write CMD or NONE.", type);
  return rest === "" || check.json?.length === 0
    ? t("HEALTHCHECK CMD needs a command.")
    : undefined;
}

function flagProblem({ name, value }: Flag): string | undefined {
  if (!value) return undefined;
  if (name === "retries")
    return /^\+?\d+$/.test(value) && Number(value) < 2 ** 31
      ? undefined
      : t("--retries must be a whole number, 0 or more.");
  if (!["interval", "timeout", "start-period", "start-interval"].includes(name)) return undefined;
  if (/^[-+]?0$/.test(value)) return undefined;
  if (!DURATION.test(value)) return t("--{0} must be a duration such as 30s or 1m30s.", name);
  const length = milliseconds(value);
  if (length > LONGEST_MS) return t("The duration of --{0} is too long for BuildKit.", name);
  return length < 1 && length !== 0 ? t("--{0} must be at least 1ms.", name) : undefined;
}

function milliseconds(duration: string): number {
  let sum = 0;
  for (const [, amount = "0", unit = "s"] of duration.matchAll(/([\d.]+)([a-zµμ]+)/g))
    sum += Number(amount) * (UNIT_MS[unit] ?? 0);
  return duration.startsWith("-") ? -sum : sum;
}
