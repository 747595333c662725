// `~` where no shell reads it: a folder of that name is made.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { chainOf } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stateAt } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Word } from "../syntax/words.ts";

const TILDE = /^["']?~(?=\/|["']?$)/;

export const TildeNotExpanded: Rule<DockerfileDocument> = {
  code: "TildeNotExpanded",
  aliases: [],
  severity: "warning",
  summary: "Only a shell knows ~ as the home folder; here it is a folder named ~.",
  scope: { stage: ["WORKDIR", "COPY", "ADD", "ENV"], mentions: /~/ },
  check(document, report) {
    if (!document.text.includes("~")) return;
    const places = [...workdirs(document), ...destinations(document), ...paths(document)];
    for (const { instruction, word, aliases } of places)
      report(word, t("Only a shell knows ~ as the home folder; here it is a folder named ~."), {
        aliases,
        fixes: () => atHome(document, instruction, word),
      });
  },
};

interface Place {
  readonly instruction: Instruction;
  readonly word: Word;
  readonly aliases: readonly string[];
}

function workdirs(document: DockerfileDocument): readonly Place[] {
  return document.byKeyword("WORKDIR").flatMap((instruction) => {
    const word = instruction.words.find(({ text }) => TILDE.test(text));
    if (!word) return [];
    const later = stateAt(document, instruction, "WORKDIR");
    return [{ instruction, word, aliases: later ? ["DL3000"] : ["WorkdirRelativePath", "DL3000"] }];
  });
}

function destinations(document: DockerfileDocument): readonly Place[] {
  return [...document.byKeyword("COPY"), ...document.byKeyword("ADD")].flatMap((instruction) => {
    const word = instruction.words.length > 1 ? instruction.words.at(-1) : undefined;
    if (!word || !TILDE.test(word.text)) return [];
    const hadolint = instruction.keyword === "COPY" && !hasWorkdir(document, instruction);
    return [{ instruction, word, aliases: hadolint ? ["DL3045"] : [] }];
  });
}

function paths(document: DockerfileDocument): readonly Place[] {
  return document
    .byKeyword("ENV")
    .flatMap((instruction) =>
      instruction.pairs.flatMap(({ key, value: word }) =>
        word && key.text === "PATH" && /(?:^["']?|:)~\//.test(word.text)
          ? [{ instruction, word, aliases: [] }]
          : [],
      ),
    );
}

function hasWorkdir(document: DockerfileDocument, { index }: Instruction): boolean {
  const own = document.whole.instructions[index];
  return (own ? chainOf(document, own) : []).some((instructions) =>
    instructions.some((one) => one.keyword === "WORKDIR" && one.index < index),
  );
}

/** root's home, as long as nobody else has been made USER. */
function atHome(
  document: DockerfileDocument,
  instruction: Instruction,
  word: Word,
): readonly Fix[] {
  const user = stateAt(document, instruction, "USER")?.argumentText ?? "root";
  if (!/^(?:root|0)(?::|$)/.test(user) || !instruction.cooked.single) return [];
  const newText = document.slice(word).replace(/(^["']?|:)~(?=\/|["']?$)/g, "$1/root");
  return [
    { title: t("Write {0}", "/root"), edits: [{ start: word.start, end: word.end, newText }] },
  ];
}
