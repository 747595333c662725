// Env files and label files that a service names.
import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Complain } from "../problem.ts";
import { addressOf } from "../project/loader.ts";
import type { Project } from "../project/project.ts";
import { parseEnvFile } from "../variables/env-file.ts";
import { itemsAt, type Node, type ScalarNode, scalarAt, textAt } from "../yaml/tree.ts";

/** Files that a service names: they must be there and readable. */
export function checkFiles(project: Project, service: Node, host: Host, complain: Complain): void {
  for (const item of itemsAt(service, "env_file")) {
    const path = item.kind === "map" ? scalarAt(item, "path") : item;
    const required =
      item.kind !== "map" || !["false", "no", "off"].includes(textAt(item, "required") ?? "true");
    const format = scalarAt(item, "format");
    const plain = !format || format.text === "";
    if (path?.kind !== "scalar") continue;
    const there = checkFile(project, path, host, complain, required, plain);
    // Compose reads the format of a file that is there.
    if (there && format && !plain && !format.uncertain && format.text !== "raw")
      complain(
        "WrongValue",
        format,
        t('"{0}" is not a format of an env file; only "raw" is known.', format.text),
      );
  }
  for (const item of itemsAt(service, "label_file"))
    if (item.kind === "scalar") checkFile(project, item, host, complain, true, true);
}

/** Tells of a file that is missing or cannot be read; gives whether it is there. */
function checkFile(
  project: Project,
  path: ScalarNode,
  host: Host,
  complain: Complain,
  required: boolean,
  parse: boolean,
): boolean {
  const uri = addressOf(project.folders.get(path.source) ?? project.folder, path.text);
  if (!uri || path.uncertain) return false;
  const kind = host.files.kind(uri);
  if (kind === null && required)
    complain("MissingFile", path, t("There is no file {0}.", path.text), {
      fixes: () => [
        {
          title: t("Create {0}", path.text),
          edits: [],
          otherFiles: { [uri]: [{ start: 0, end: 0, newText: "# NAME=value\n" }] },
        },
      ],
    });
  if (kind === "folder")
    complain("MissingFile", path, t("{0} is a folder, not an env file.", path.text || "."));
  const text = kind === "file" && parse ? host.files.read(uri) : undefined;
  const { error } = typeof text === "string" ? parseEnvFile(text, project.variables.value) : {};
  if (error)
    complain(
      error.wantsValue ? "RequiredVariable" : "EnvFile",
      path,
      t("Compose cannot read {0}, line {1}: {2}.", path.text, error.line, error.message),
    );
  return kind === "file";
}
