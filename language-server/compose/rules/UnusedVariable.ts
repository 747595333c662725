import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { servicesOf } from "../project/services.ts";
import { folderOf } from "../uri.ts";
import { readEnvFile } from "../variables/environment.ts";
import { at, entriesAt } from "../yaml/tree.ts";

export const UnusedVariable: Rule<ComposeModel> = {
  code: "UnusedVariable",
  aliases: [],
  severity: "hint",
  summary: "A variable of .env that no Compose file uses may be misspelt.",
  check({ root, project, source }, report, { host, uri }) {
    const [env] = project.envFiles;
    const [first] = entriesAt(root);
    if (!env || first?.source !== source || folderOf(env) !== folderOf(uri)) return;
    // Then its variables are the containers'.
    if (servicesOf({ root }).some(({ node }) => at(node, "env_file"))) return;
    const variables = readEnvFile(host, env, () => undefined)?.variables.keys() ?? [];
    const names = [...variables].filter((name) => !/^(?:COMPOSE|DOCKER|BUILDKIT)_/.test(name));
    if (names.length === 0) return;
    const beside = (host.files.list(project.folder) ?? []).filter((name) => /\.ya?ml$/i.test(name));
    if (beside.length > mostFiles) return;
    const used = new Set(textsOf(project, beside, host).flatMap(namesIn));
    const unused = names.filter((name) => !used.has(name));
    if (unused.length === 0) return;
    const message = t("No Compose file here uses these variables of .env: {0}.", unused.join(", "));
    report(first.keySpan, message);
  },
};

/** Who may use the variables in more files than these cannot be told at each key. */
const mostFiles = 40;

/** The texts of the project's files, of the files beside them, and of .env itself. */
function textsOf(
  { files, folder, envFiles }: ComposeModel["project"],
  beside: readonly string[],
  host: Host,
): readonly string[] {
  const others = [...envFiles, ...beside.map((name) => folder + encodeURIComponent(name))];
  return [
    ...Array.from(files.values(), ({ text }) => text),
    ...others.filter((uri) => !files.has(uri)).map((uri) => host.files.read(uri) ?? ""),
  ];
}

/** Names behind a dollar sign; and those that `environment` takes over by name alone. */
function namesIn(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/\$\{?([A-Za-z_]\w*)|^[ \t]*-?[ \t]*["']?([A-Za-z_]\w*)["']?:?[ \t]*$/gm),
    ([, variable, taken]) => variable ?? taken ?? "",
  );
}
