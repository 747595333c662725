// The small edits that fixes are made of.
import { t } from "../../../l10n.ts";
import type { Edit, Fix } from "../../../lint/rule.ts";
import type { Span } from "../../../text.ts";
import type { DockerfileDocument } from "../../model/document.ts";
import type { RunCommand, RunScript } from "../../model/run-commands.ts";
import type { Word } from "../../shell/syntax.ts";

/** Writes a flag behind the word that it belongs to. */
export function addFlag(command: RunCommand, behind: Word | undefined, flag: string): Fix {
  const word = behind ?? command.program ?? command;
  const { end } = command.run.span(word);
  return {
    title: t("Add {0}", flag),
    edits: [{ start: end, end, newText: ` ${flag}` }],
    safe: true,
  };
}

/** Adds a command to the end of a script, to run when all before it has worked. */
export function appendCommand({ span, script, heredoc }: RunScript, command: string): Fix {
  const end = script.text.trimEnd().length;
  const at = span({ start: Math.max(0, end - 1), end }).end;
  const newText = heredoc ? `\n${command}` : ` ${jointBehind(script.text)}${command}`;
  return { title: t("Add {0}", command), edits: [{ start: at, end: at, newText }], safe: true };
}

/** What stands between a script and a further command; what ends with `;` or `&` needs nothing. */
export function jointBehind(script: string): string {
  return /(?<!\\)[;&]\s*$/.test(script) ? "" : "&& ";
}

/** Whether a command can be joined to a script: behind a comment it would be a part of that. */
export function canBeJoined(script: string): boolean {
  return !/(?:^|[\s;])#/.test(script);
}

export function replacement(title: string, span: Span, newText: string): Fix {
  return { title, edits: [{ ...span, newText }], safe: true };
}

export function insertion(offset: number, newText: string): Edit {
  return { start: offset, end: offset, newText };
}

/** Removes a stretch and the blanks behind it. */
export function deletion(document: DockerfileDocument, title: string, span: Span): Fix {
  let { end } = span;
  while (/[ \t]/.test(document.text.charAt(end))) end++;
  return { title, edits: [{ start: span.start, end, newText: "" }], safe: true };
}
