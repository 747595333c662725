// A click on the mark behind a folded JSON line opens the line whole.
import { type Disposable, type ExtensionTerminalOptions, type TerminalLink, window } from "vscode";
import { t } from "../engine/text.ts";
import { FOLD_MARK } from "./folded-lines.ts";
import { openText } from "./log-questions.ts";

/** A terminal of ours that folds JSON lines. */
export interface FoldsJson {
  /** The JSON behind a line; undefined when it is no folded one. */
  wholeLine(line: string): string | undefined;
}

interface JsonLink extends TerminalLink {
  readonly json: string;
}

/** Registers the links. */
export function registerJsonLinks(): Disposable {
  return window.registerTerminalLinkProvider({
    provideTerminalLinks({ line, terminal }) {
      const { pty } = terminal.creationOptions as Partial<ExtensionTerminalOptions>;
      if (!pty || !("wholeLine" in pty)) return [];
      const json = (pty as unknown as FoldsJson).wholeLine(line);
      if (json === undefined) return [];
      const startIndex = line.lastIndexOf(FOLD_MARK);
      const tooltip = t("Open the whole line");
      return [{ startIndex, length: FOLD_MARK.length, tooltip, json }];
    },
    handleTerminalLink: (link) => openText((link as JsonLink).json, "json"),
  });
}
