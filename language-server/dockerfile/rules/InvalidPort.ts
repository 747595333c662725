// Ports of EXPOSE that BuildKit refuses.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { fixedValue } from "../model/fixed-values.ts";

const PROTOCOLS = /^(?:tcp|udp|sctp)?$/i;
const ADDRESS =
  /^(?:|(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}|\[?[\da-f.]*:[\da-f:.]*\]?)$/i;

export const InvalidPort: Rule<DockerfileDocument> = {
  code: "InvalidPort",
  aliases: ["DL3011"],
  severity: "error",
  summary: "EXPOSE needs ports from 0 to 65535, with /tcp, /udp or /sctp.",
  scope: { each: ["EXPOSE"], stage: ["ENV", "ARG"] },
  check(document, report, { host }) {
    for (const expose of document.byKeyword("EXPOSE"))
      for (const word of expose.words) {
        const value = fixedValue({ document, instruction: expose, host }, word.text);
        // A variable may hold several ports, or none; of an escape character alone nothing is left.
        const ports = /["']/.test(word.text) ? [value] : value?.split(/\s+/);
        const wrong = ports?.map((port) => port && complaint(port)).find(Boolean);
        if (wrong) report(word, wrong);
      }
  },
};

function complaint(text: string): string | undefined {
  const slash = text.indexOf("/");
  const port = slash < 0 ? text : text.slice(0, slash);
  const protocol = slash < 0 ? "" : text.slice(slash + 1);
  if (!PROTOCOLS.test(protocol))
    return t("{0} is not a protocol: write tcp, udp or sctp.", protocol);
  // [[address:]port of the host:]port
  const parts = port.split(":");
  const container = range(parts.pop() ?? "");
  const host = range(parts.pop() || "0");
  if (!container || !host) return t("{0} is not a port.", port);
  const address = parts.join(":");
  if (!ADDRESS.test(address) || address.startsWith("[") !== address.endsWith("]"))
    return t("{0} is not an IP address.", address);
  if ([...container, ...host].some((number) => number > 65_535))
    return t("A port is at most 65535.");
  if (isBackwards(container) || isBackwards(host)) return t("The range ends before it begins.");
  const isOne = container[0] === container[1] || !port.includes(":");
  return isOne || host[1] === 0 || length(container) === length(host)
    ? undefined
    : t("The two ranges differ in length.");
}

type Range = readonly [number, number];

function range(text: string): Range | undefined {
  const [, first, last = first] = /^(\+?\d+)(?:-(\+?\d+))?$/.exec(text) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last)];
}

const length = ([first, last]: Range): number => last - first;
const isBackwards = (one: Range): boolean => length(one) < 0;
