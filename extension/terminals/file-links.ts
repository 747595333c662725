// Makes the file places in logs and in terminals on containers clickable.
import { stat } from "node:fs/promises";
import {
  type Disposable,
  type ExtensionTerminalOptions,
  Range,
  type TerminalLink,
  Uri,
  window,
  workspace,
} from "vscode";
import { t } from "../engine/text.ts";
import { candidates, type PathMount, placesIn } from "./container-paths.ts";

/** A terminal of ours whose output names files of containers. */
export interface NamesFiles {
  /** Where the folders of its containers come from; none where the engine is elsewhere. */
  readonly mounts: readonly PathMount[];
}

interface FileLink extends TerminalLink {
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly column: number;
}

/** Registers the links. A place whose file is not found here is no link. */
export function registerFileLinks(): Disposable {
  return window.registerTerminalLinkProvider({
    async provideTerminalLinks({ line, terminal }) {
      const { pty } = terminal.creationOptions as Partial<ExtensionTerminalOptions>;
      if (!pty || !("mounts" in pty)) return [];
      const { mounts } = pty as unknown as NamesFiles;
      const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
      const links = await Promise.all(
        placesIn(line).map(async (place) => {
          const file = await firstFile(candidates(place.path, mounts, folders));
          return file ? [linkTo(file, place)] : [];
        }),
      );
      return links.flat();
    },
    async handleTerminalLink(link) {
      const { file, line, column } = link as FileLink;
      await window.showTextDocument(Uri.file(file), {
        selection: new Range(line, column, line, column),
      });
    },
  });
}

function linkTo(file: string, place: ReturnType<typeof placesIn>[number]): FileLink {
  return {
    startIndex: place.start,
    length: place.length,
    tooltip: t("Open {0}", workspace.asRelativePath(file)),
    file,
    line: Math.max(0, place.line - 1),
    column: Math.max(0, place.column - 1),
  };
}

async function firstFile(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isFile(path)) return path;
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
