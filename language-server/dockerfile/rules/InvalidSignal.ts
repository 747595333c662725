// Signals of STOPSIGNAL that BuildKit refuses.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { fixedValue } from "../model/fixed-values.ts";

const NAMES =
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX";
const SIGNALS = new Set(NAMES.split(" "));

export const InvalidSignal: Rule<DockerfileDocument> = {
  code: "InvalidSignal",
  aliases: [],
  severity: "error",
  summary: "STOPSIGNAL needs a signal's name or number.",
  scope: { each: ["STOPSIGNAL"], stage: ["ENV", "ARG"] },
  check(document, report, { host }) {
    for (const instruction of document.byKeyword("STOPSIGNAL")) {
      const [signal] = instruction.words;
      if (!signal) continue;
      const value = fixedValue({ document, instruction, host }, signal.text);
      if (value === undefined || isSignal(value)) continue;
      report(signal, t("{0} is not a signal.", signal.text));
    }
  },
};

function isSignal(text: string): boolean {
  if (/^[-+]?\d+$/.test(text)) return Number(text) !== 0 && Math.abs(Number(text)) < 2 ** 63;
  const name = text.toUpperCase().replace(/^SIG/, "");
  return SIGNALS.has(name) || /^RTM(?:IN\+(?:[1-9]|1[0-5])|AX-(?:[1-9]|1[0-4]))$/.test(name);
}
