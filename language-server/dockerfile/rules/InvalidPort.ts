// Ports of EXPOSE that BuildKit refuses.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt } from "../model/scopes.ts";
import { expand } from "../syntax/expand.ts";

const PORT = /^(?:(?:([^:]*|\[[^\]]*\]):)?(?:\d*)(?:-\d+)?:)?(\d+)(?:-(\d+))?$/;
const ADDRESS = /^(?:|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/i;
const PROTOCOLS = /^(?:tcp|udp|sctp)?$/i;

export const InvalidPort: Rule<DockerfileDocument> = {
  code: "InvalidPort",
  aliases: ["DL3011"],
  severity: "error",
  summary: "EXPOSE needs ports from 0 to 65535, with /tcp, /udp or /sctp.",
  scope: { each: ["EXPOSE"], stage: ["ENV", "ARG"] },
  check(document, report) {
    for (const expose of document.byKeyword("EXPOSE"))
      for (const word of expose.words) {
        const { value, problem, uses } = expand(
          word.text,
          document.escape,
          lookupAt(document, expose),
        );
        // A word of nothing but an escape character is dropped.
        if (problem || uses.length > 0 || value === "") continue;
        const wrong = complaint(value);
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
  const match = PORT.exec(port);
  if (!match) return t("{0} is not a port.", port);
  const [, address = "", first = "0", last = first] = match;
  if (!ADDRESS.test(address)) return t("{0} is not an IP address.", address);
  if (Number(first) > 65_535 || Number(last) > 65_535) return t("A port is at most 65535.");
  return Number(last) < Number(first) ? t("The range ends before it begins.") : undefined;
}
