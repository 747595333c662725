import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { at, entriesAt, mapAt, textAt } from "../yaml/tree.ts";

export const MissingExternal: Rule<ComposeModel> = {
  code: "MissingExternal",
  aliases: [],
  severity: "warning",
  summary: "An external network or volume must exist before the project starts.",
  check(model, report, { host }) {
    const known = { networks: host.engine?.networks(), volumes: host.engine?.volumes() };
    for (const section of ["networks", "volumes"] as const)
      for (const { key, keySpan, source, value } of entriesAt(model.root, section)) {
        const external = at(value, "external");
        if (source !== model.source || !external || textAt(external) === "false") continue;
        const name = textAt(value, "name") ?? textAt(mapAt(value, "external"), "name") ?? key;
        if (known[section] === undefined || known[section].includes(name)) continue;
        report(
          keySpan,
          section === "networks"
            ? t('The engine has no network "{0}"; make it with: docker network create {0}', name)
            : t('The engine has no volume "{0}"; make it with: docker volume create {0}', name),
        );
      }
  },
};
