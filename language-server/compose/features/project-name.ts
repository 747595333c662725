// The name of the project that a file belongs to, without loading the project.
import type { FeatureContext } from "../../language.ts";
import { normalName } from "../project/project.ts";
import { projectOf } from "../project/project-files.ts";
import { folderOf, nameOf } from "../uri.ts";
import { parseTemplate, substitute } from "../variables/interpolation.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { textAt } from "../yaml/tree.ts";
import { readAt } from "./related.ts";
import { variableNamed } from "./variables.ts";

export function projectName(document: ComposeDocument, context: FeatureContext): string {
  const { uri, host } = context;
  const choice = projectOf(uri, host) ?? {};
  const value = (name: string) => variableNamed(name, context)?.value;
  const given = choice.name ?? value("COMPOSE_PROJECT_NAME");
  if (given) return given;
  const files = choice.files ?? [uri];
  for (const file of files) {
    const written = writtenIn(file === uri ? document : readAt(file, context));
    if (written) return normalName(substitute(parseTemplate(written), value));
  }
  const folder = choice.folder ?? folderOf(files[0] ?? uri);
  return normalName(nameOf(folder.slice(0, -1)));
}

function writtenIn(document: ComposeDocument | undefined): string | undefined {
  return document?.documents.map((root) => textAt(root, "name")).find(Boolean);
}
