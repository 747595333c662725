import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { keyed } from "../project/merge.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, servicesOf } from "../project/services.ts";
import { readEnvFile } from "../variables/environment.ts";
import { at, entriesAt, type ScalarNode } from "../yaml/tree.ts";

/** Names of variables that hold secrets, and values that are none. */
export const secretName = /(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)$/i;
const noSecret = /^(?:|yes|no|true|false|[01]|\/.*)$/i;

export const SecretInFile: Rule<ComposeModel> = {
  code: "SecretInFile",
  aliases: [],
  severity: "info",
  scope: { each: ["services"] },
  summary: "A password in the file can be read by everyone who gets the file.",
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const environment = at(node, "environment");
      for (const { key, value } of environment ? entriesAt(keyed(environment)) : []) {
        const secret = certain(value);
        if (!secret || secret.source !== model.source || secret.raw) continue;
        if (!secretName.test(key) || noSecret.test(secret.text)) continue;
        report(
          secret,
          t("The value of {0} can be read by everyone who gets this file; keep it in .env.", key),
          { fixes: () => moveToEnv(model, host, key, secret) },
        );
      }
    }
  },
};

/** The value in `.env`, where its name is free, and the variable in its place. */
function moveToEnv(
  { project, document }: ComposeModel,
  host: Host,
  key: string,
  { start, end, text, style }: ScalarNode,
): readonly Fix[] {
  const [env] = project.envFiles;
  const written = document.text.slice(start, end);
  const at = written.lastIndexOf(text);
  if (!env || style === "block" || at < 0 || /[\s"'#$\\]/.test(text)) return [];
  if (readEnvFile(host, env, () => undefined)?.variables.has(key)) return [];
  const before = host.files.read(env) ?? "";
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  const newText = `${gap}${key}=${text}\n`;
  return [
    {
      title: t("Move the value of {0} into .env", key),
      edits: [{ start: start + at, end: start + at + text.length, newText: `\${${key}}` }],
      otherFiles: { [env]: [{ start: before.length, end: before.length, newText }] },
    },
  ];
}
