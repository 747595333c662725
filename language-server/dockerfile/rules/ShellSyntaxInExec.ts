// What only a shell understands, in the exec form, which has none.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Word } from "../syntax/words.ts";

const SHELL =
  /(?:^|[\\/])(?:(?:ba|da|k|z|a|c|tc|fi)?sh|busybox|pwsh|powershell|cmd|env|eval)(?:\.exe)?$/i;
const SCRIPT_FLAG = /^(?:-\w*[cegr]|--?(?:eval|command|exec)|\/[cks])$/i;
const OPERATOR = /^(?:&&|\|\|?|>>?|<|2>&1|2>|&>|&)$/;
const VARIABLE = /^(?:[^$]*[/=:])?\$\{?[A-Z_][A-Z0-9_]*\}?(?:[/:].*)?$/;

export const ShellSyntaxInExec: Rule<DockerfileDocument> = {
  code: "ShellSyntaxInExec",
  aliases: [],
  severity: "warning",
  summary: "The JSON form has no shell: nothing is expanded, joined or redirected.",
  scope: { each: ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"] },
  check(document, report) {
    for (const keyword of ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"])
      for (const instruction of document.byKeyword(keyword)) {
        const words = instruction.json ?? [];
        const [program] = words;
        if (
          !program ||
          words.some(({ text }, index) => SCRIPT_FLAG.test(text) || (index < 3 && SHELL.test(text)))
        )
          continue;
        const found = words.find(({ text }) => OPERATOR.test(text) || VARIABLE.test(text));
        if (found)
          report(found, complaint(found.text), {
            fixes: () => inShell(document, instruction, words),
          });
        else if (/\s/.test(program.text.trim()) && !/^(?:[a-z]:)?[\\/].*\.\w+$/i.test(program.text))
          report(
            program,
            t(
              "There is no program named “{0}”: in the JSON form each argument is a separate string.",
              program.text,
            ),
            {
              fixes: () => split(program),
            },
          );
      }
  },
};

function complaint(text: string): string {
  return OPERATOR.test(text)
    ? t("The JSON form has no shell: {0} is passed to the program as an argument.", text)
    : t("The JSON form has no shell: {0} is not replaced by its value.", text);
}

/** Words as a shell would part them, as long as nothing in them needs one. */
const PARTS = /\s+|"([^"$`\\]*)"|'([^']*)'|([^\s"'\\$&|;<>*?`]+)/y;

function split({ start, end, text }: Word): readonly Fix[] {
  const words: string[] = [];
  PARTS.lastIndex = 0;
  for (let part = PARTS.exec(text); part; part = PARTS.exec(text)) {
    const word = part[1] ?? part[2] ?? part[3];
    if (word !== undefined) words.push(word);
    if (PARTS.lastIndex !== text.length) continue;
    const newText = words.map((one) => JSON.stringify(one)).join(", ");
    const title = t("Write each argument as a separate string");
    return [{ title, edits: [{ start, end, newText }], safe: true }];
  }
  return [];
}

function inShell(
  document: DockerfileDocument,
  { keyword, argumentSpan, cooked, commandStart }: Instruction,
  words: readonly Word[],
): readonly Fix[] {
  if (document.escape !== "\\") return [];
  const line = words
    .map(({ text }) =>
      OPERATOR.test(text) || /^[\w@%+=:,./$(){}-]+$/.test(text)
        ? text
        : `"${text.replace(/(["\\`])/g, "\\$1")}"`,
    )
    .join(" ");
  const span =
    keyword === "HEALTHCHECK"
      ? cooked.span(commandStart, cooked.text.trimEnd().length)
      : argumentSpan;
  // Behind exec no second command would run; and the program hears signals only with it.
  const exec = keyword === "HEALTHCHECK" || /^exec |&&|\|/.test(line) ? "" : "exec ";
  const newText = keyword === "RUN" ? line : `["/bin/sh", "-c", ${JSON.stringify(exec + line)}]`;
  return [{ title: t("Run it in a shell"), edits: [{ ...span, newText }] }];
}
