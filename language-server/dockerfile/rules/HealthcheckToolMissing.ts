// A HEALTHCHECK that calls curl or wget in an image without it: the container is never healthy.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { type Base, baseOf, mentions } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stateAt } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { lineAbove } from "../whole-lines.ts";

/** Official images on Debian whose full variant has curl, and those of them that have wget, too. */
const withCurl =
  /^(?:buildpack-deps|node|python|ruby|golang|perl|rust|gcc|nginx|php|erlang|elixir)$/;
const withWget = /^(?:buildpack-deps|node|python|ruby|golang|perl|rust|gcc|erlang|elixir)$/;
/** Of those on alpine. */
const curlOnAlpine = /^(?:nginx|php)$/;

export const HealthcheckToolMissing: Rule<DockerfileDocument> = {
  code: "HealthcheckToolMissing",
  aliases: [],
  severity: "warning",
  summary:
    "HEALTHCHECK calls a program that the image does not have, so the container is never healthy.",
  scope: { stage: ["*"] },
  check(document, report) {
    for (const check of document.byKeyword("HEALTHCHECK")) {
      const match = /(?:^|[\s"'/;&|(])(curl|wget)(?=["'\s])/.exec(check.argumentText);
      const tool = match?.[1];
      const base = baseOf(document, check);
      if (!match || !tool || !base || !lacks(base, tool)) continue;
      if (
        mentions(
          document,
          document.stageOf(check),
          new RegExp(`\\b${tool}\\b|\\.sh\\b|requirements|packages`),
        )
      )
        continue;
      const start = check.argumentsStart + match.index + match[0].length - tool.length;
      const message =
        base.tag === "" && base.family !== "empty"
          ? t(
              "{0} may have no {1}: install it, or the container is never healthy.",
              base.word.text,
              tool,
            )
          : t(
              "{0} has no {1}: install it, or the container is never healthy.",
              base.word.text,
              tool,
            );
      report(check.cooked.span(start, start + tool.length), message, {
        fixes: () => install(document, check, base, tool),
      });
    }
  },
};

function lacks({ family, name, tag }: Base, tool: string): boolean {
  if (family === "empty") return true;
  // Busybox has a wget of its own.
  if (family === "alpine") return tool === "curl" && !curlOnAlpine.test(name);
  if (family !== "debian") return false;
  if (/slim/.test(tag)) return name !== "nginx" && name !== "php";
  return !(tool === "curl" ? withCurl : withWget).test(name);
}

/** Only as root, since nobody else may install. */
function install(
  document: DockerfileDocument,
  check: Instruction,
  { family }: Base,
  tool: string,
): readonly Fix[] {
  const user = stateAt(document, check, "USER")?.argumentText ?? "root";
  if (family === "empty" || !/^(?:root|0)(?::|$)/.test(user)) return [];
  const line =
    family === "alpine"
      ? `RUN apk add --no-cache ${tool}`
      : `RUN apt-get update && apt-get install -y --no-install-recommends ${tool} && rm -rf /var/lib/apt/lists/*`;
  return [{ title: t("Install {0}", tool), edits: [lineAbove(document, check, line)] }];
}
