// What the terminal of logs asks for, and where its text goes.
import { commands, Uri, window, workspace } from "vscode";
import { t } from "../engine/text.ts";
import { engineTime } from "../engine/times.ts";
import { filterTest } from "./log-lines.ts";

/** The text to filter by; undefined when dismissed. */
export function askFilter(value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: t("Filter the log"),
    prompt: t("Text, or a pattern as /pattern/i. Empty shows everything."),
    value,
    validateInput: complaint((text) => filterTest({ text, level: "trace" })),
  });
}

/** The time from which on lines are wanted, `""` for no bound; undefined when dismissed. */
export function askSince(value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: t("Show the log since when?"),
    prompt: t("Such as 10m, 2h, 1d or 2026-01-31T12:00. Empty goes back to the newest lines."),
    value,
    validateInput: complaint((text) => text.trim() && engineTime(text)),
  });
}

/** The message of what a test throws. */
function complaint(test: (text: string) => unknown) {
  return (text: string): string | undefined => {
    try {
      test(text);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}

/** Shows a log's text as a document that nobody has to save. */
export async function openText(content: string, language = "log"): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language, content }));
}

/** Asks for a file and writes the text to it. */
export async function saveText(name: string, content: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.log`) }),
  });
  if (!uri) return;
  await workspace.fs.writeFile(uri, Buffer.from(content));
  await commands.executeCommand("vscode.open", uri);
}
