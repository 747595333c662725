// From a `docker run` line to a service and back.
import { env, Position, type TextEditor, window, workspace } from "vscode";
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import { parseRun } from "../../projects/parse-run.ts";
import { serviceRunLine } from "../../projects/run-line.ts";
import { insertions } from "../../projects/service-text.ts";
import { askText } from "../ask.ts";
import type { Command } from "../command.ts";
import { serviceSubject } from "../projects/target.ts";

/** Puts the line of the clipboard into the open Compose file, or into a new one. */
export const pasteRun: Command = async () => {
  const clipboard = await env.clipboard.readText();
  const line = parseRun(clipboard)
    ? clipboard
    : await askText(t("The docker run line"), {
        placeHolder: "docker run -d -p 8080:80 nginx:1.27",
      });
  if (!line) return;
  const pasted = parseRun(line);
  if (!pasted) throw new EngineError("invalid", t("This is not a docker run line with an image."));
  const editor = composeEditor() ?? (await newFile());
  const { document } = editor;
  const changes = insertions(document.getText(), pasted);
  await editor.edit((edit) => {
    for (const { line: at, text } of changes) {
      const { end } = document.lineAt(document.lineCount - 1).range;
      edit.insert(at < document.lineCount ? new Position(at, 0) : end, text);
    }
  });
};

function composeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === "dockercompose" ? editor : undefined;
}

async function newFile(): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ language: "dockercompose", content: "" });
  return window.showTextDocument(document);
}

/** Copies the line that would start a service's container by hand. */
export const copyRun: Command = async (services, nodes, args) => {
  const subject = await serviceSubject(services, nodes, args, ({ definition }) =>
    Boolean(definition),
  );
  const { definition } = subject?.project ?? {};
  const service = definition?.services.find(({ name }) => subject?.services.includes(name));
  if (!definition || !service) return;
  await env.clipboard.writeText(serviceRunLine(service, definition));
  window.setStatusBarMessage(t("Copied"), 3000);
};
