// The Dockerfiles of the workspace, what they say of their build, and what a build of one takes when
// nothing else is said.
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Uri, workspace } from "vscode";
import { type DockerfileFacts, dockerfileFactsRequest } from "../../language-server/protocol.ts";
import type { Client } from "../language-client/client.ts";
import { log } from "../log.ts";
import { dockerfileGlob, isIgnoreFile } from "./file-names.ts";

/** More of them nobody picks from. */
const MOST = 200;

/** All Dockerfiles of the workspace, in the order of their paths. */
export async function findDockerfiles(): Promise<Uri[]> {
  const found = await workspace.findFiles(dockerfileGlob, "**/{node_modules,.git}/**", MOST);
  return found.filter((uri) => !isIgnoreFile(uri)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The Dockerfile's folder; a file in a folder called `docker` is built from the one above. */
export function contextOf(dockerfile: string): string {
  const workspaceFolder = workspace.getWorkspaceFolder(Uri.file(dockerfile))?.uri.fsPath;
  const own = dirname(dockerfile);
  return /^\.?docker$/.test(basename(own)) && own !== workspaceFolder ? dirname(own) : own;
}

/** A tag by the folder's name, as far as a reference may hold it. */
export function usualTag(dockerfile: string): string {
  const name = basename(dirname(dockerfile))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|[._-]+$/g, "");
  return `${name || "image"}:latest`;
}

/** Gives what a Dockerfile says; what a server that does not run cannot tell is missing in it. */
export type ReadFacts = (dockerfile: string) => Promise<DockerfileFacts>;

const nothing: DockerfileFacts = {
  stages: [],
  arguments: [],
  instructions: [],
  secrets: [],
  ssh: [],
};

/** How long a build waits for the language server, which may just be starting. */
const patience = 5000;

/** Reads Dockerfiles, as they lie on the disk, by the language server. */
export function factsReader(client: Pick<Client, "request">): ReadFacts {
  return async (dockerfile) => {
    const text = await readFile(dockerfile, "utf8");
    const control = new AbortController();
    try {
      return await Promise.race([
        client.request<DockerfileFacts>(dockerfileFactsRequest, { text }),
        setTimeout(patience, nothing, { signal: control.signal }),
      ]);
    } catch (error) {
      log().debug(`${dockerfileFactsRequest}: ${String(error)}`);
      return nothing;
    } finally {
      control.abort();
    }
  };
}
