// Reads projects through the language server, which loads files as Compose does.
import { Uri } from "vscode";
import {
  type ComposeProject,
  type ComposeProjectQuestion,
  composeProjectRequest,
} from "../../language-server/protocol.ts";
import type { Client } from "../language-client/client.ts";
import type { ComposeChoice, ReadProject } from "./choice.ts";
import { definitionFrom } from "./server-definition.ts";

/** Reads with this client. */
export function projectReader(client: Client): ReadProject {
  return async (path, choice) => {
    const question = questionOf(path, choice);
    const answer = await client.request<ComposeProject | null>(composeProjectRequest, question);
    return answer ? definitionFrom(answer, pathOf) : undefined;
  };
}

const address = (path: string) => Uri.file(path).toString();
const pathOf = (uri: string) => Uri.parse(uri).fsPath;

/** How the server is asked for the project of a file. */
export function questionOf(path: string, choice: ComposeChoice): ComposeProjectQuestion {
  const { files, folder, profiles, environmentFiles, name } = choice;
  return {
    ...(files ? { files: files.map(address) } : { uri: address(path) }),
    ...(folder && { folder: `${address(folder)}/` }),
    ...(profiles && { profiles }),
    ...(environmentFiles &&
      environmentFiles.length > 0 && { envFiles: environmentFiles.map(address) }),
    ...(name && { name }),
  };
}
