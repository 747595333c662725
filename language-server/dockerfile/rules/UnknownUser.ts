// A USER whom nobody has made: the container does not start.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { baseOf, mentions } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stateAt } from "../model/scopes.ts";
import { unquote } from "../syntax/words.ts";
import { lineAbove } from "../whole-lines.ts";

/** Users of every system, and those of well-known images. */
const KNOWN = new Set(
  "root nobody daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats _apt operator postmaster guest ntp halt shutdown adm ftp sshd at squid xfs cyrus vpopmail smmsp dbus systemd-network ubuntu node".split(
    " ",
  ),
);
/** Images that are nothing but the system and a language: no user but the system's. */
const PLAIN = new Set("alpine debian ubuntu python golang ruby rust perl php gcc node".split(" "));

/** Most are numbers or variables, which is soon found out. */
const NAMED = /^\s*\S+\s+[a-z_"'\\-]/i;

export const UnknownUser: Rule<DockerfileDocument> = {
  code: "UnknownUser",
  aliases: [],
  severity: "warning",
  summary: "The user was never created, so the next RUN or the container does not start.",
  scope: { reads: ["USER", "RUN", "COPY", "ADD", "ONBUILD", "FROM"] },
  check(document, report) {
    const told = new Set<string>();
    for (const instruction of document.byKeyword("USER")) {
      if (!NAMED.test(instruction.text)) continue;
      const [name = ""] = unquote(instruction.argumentText).split(":");
      if (!/^[a-z_][\w-]*$/i.test(name) || KNOWN.has(name) || told.has(name)) continue;
      const base = baseOf(document, instruction);
      if (!base || !PLAIN.has(base.name) || !base.family) continue;
      const stage = document.stageOf(instruction);
      // A script, a copied file or a variable may make the user.
      if (
        mentions(
          document,
          stage,
          new RegExp(`\\b${name}\\b|passwd|\\.sh\\b|useradd[^\\n]*\\$|adduser[^\\n]*\\$|rootfs|<<`),
        )
      )
        continue;
      told.add(name);
      const root = /^(?:root|0|)(?::|$)/.test(
        stateAt(document, instruction, "USER")?.argumentText ?? "",
      );
      const line =
        base.family === "alpine" ? `RUN adduser -D ${name}` : `RUN useradd --create-home ${name}`;
      report(instruction.argumentSpan, t("The user {0} was never created.", name), {
        fixes: () =>
          root
            ? [
                {
                  title: t("Create the user {0}", name),
                  edits: [lineAbove(document, instruction, line)],
                },
              ]
            : [],
      });
    }
  },
};
