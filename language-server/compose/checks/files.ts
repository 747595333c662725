// Env files and label files that a service names.
import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import { parseEnvFile } from "../env-file.ts";
import { addressOf } from "../loader.ts";
import type { Complain } from "../problem.ts";
import type { Project } from "../project.ts";
import { itemsAt, type Node, type ScalarNode, scalarAt, textAt } from "../tree.ts";

/** Files that a service names: they must be there and readable. */
export function checkFiles(project: Project, service: Node, host: Host, complain: Complain): void {
  for (const item of itemsAt(service, "env_file")) {
    const path = item.kind === "map" ? scalarAt(item, "path") : item;
    const required =
      item.kind !== "map" || !["false", "no", "off"].includes(textAt(item, "required") ?? "true");
    if (path?.kind === "scalar")
      checkFile(project, path, host, complain, required, textAt(item, "format") !== "raw");
  }
  for (const item of itemsAt(service, "label_file"))
    if (item.kind === "scalar") checkFile(project, item, host, complain, true, true);
}

function checkFile(
  project: Project,
  path: ScalarNode,
  host: Host,
  complain: Complain,
  required: boolean,
  parse: boolean,
): void {
  const owner = [...project.files].find(([, document]) => document === path.source)?.[0];
  const folder =
    owner && owner !== project.uri ? owner.slice(0, owner.lastIndexOf("/") + 1) : project.folder;
  const uri = addressOf(folder, path.text);
  if (!uri || path.uncertain || path.text === "") return;
  const kind = host.files.kind(uri);
  if (kind === null && required)
    complain("MissingFile", path, t("There is no file {0}.", path.text));
  const text = kind === "file" && parse ? host.files.read(uri) : undefined;
  const { error } = typeof text === "string" ? parseEnvFile(text, project.variables.value) : {};
  if (error)
    complain(
      "EnvFile",
      path,
      t("Compose cannot read {0}, line {1}: {2}.", path.text, error.line, error.message),
    );
}
