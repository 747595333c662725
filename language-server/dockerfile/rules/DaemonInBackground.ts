// CMD and ENTRYPOINT with a program that goes into the background: the container ends at once.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** Arguments that keep a program in the foreground. */
const FOREGROUND: Readonly<Record<string, readonly [flag: RegExp, words: readonly string[]]>> = {
  nginx: [/daemon off|^-[tvVhT]$/, ["-g", "daemon off;"]],
  // `-f`: busybox's httpd stays. (Apache's reads a file by it; nobody is told too much.)
  httpd: [/FOREGROUND|^-[Xf]$/, ["-DFOREGROUND"]],
  apachectl: [/FOREGROUND/, ["-D", "FOREGROUND"]],
  apache2ctl: [/FOREGROUND/, ["-D", "FOREGROUND"]],
  sshd: [/^-\w*[DdTt]/, ["-D"]],
  crond: [/^-\w*[fnd]/, ["-f"]],
};

export const DaemonInBackground: Rule<DockerfileDocument> = {
  code: "DaemonInBackground",
  aliases: [],
  severity: "warning",
  summary: "The program goes into the background, and the container ends with its first process.",
  scope: { stage: ["CMD", "ENTRYPOINT"], mentions: /daemon|nginx/ },
  check(document, report) {
    for (const keyword of ["CMD", "ENTRYPOINT"])
      for (const instruction of document.byKeyword(keyword)) {
        const words = wordsOf(instruction);
        const name = (words[0] ?? "").replace(/^.*\//, "");
        if (
          keyword === "ENTRYPOINT" &&
          document.stageOf(instruction)?.instructions.some((one) => one.keyword === "CMD")
        )
          continue;
        if (!goesAway(document, name, words)) continue;
        report(
          instruction.argumentSpan,
          t(
            "{0} goes into the background, and the container ends with its first process. Keep it in the foreground.",
            name,
          ),
          {
            fixes: () => foreground(instruction, words, name),
          },
        );
      }
  },
};

function wordsOf({ json, argumentText }: Instruction): readonly string[] {
  if (json) return json.map(({ text }) => text);
  return /[&|;<>$`\n]/.test(argumentText.replace(/daemon off;/, ""))
    ? []
    : argumentText.replace(/^exec\s+/, "").split(/\s+/);
}

function goesAway({ text }: DockerfileDocument, name: string, words: readonly string[]): boolean {
  if (name === "service" || words[0]?.startsWith("/etc/init.d/"))
    return words.at(-1) === "start" || words.at(-1) === "restart";
  if (!Object.hasOwn(FOREGROUND, name)) return false;
  const [flag = /./] = FOREGROUND[name] ?? [];
  if (words.slice(1).some((word) => flag.test(word))) return false;
  // Of busybox' httpd, -f keeps it in the foreground; of Apache's, it names a file.
  if (name === "httpd" && words.some((word, at) => isBare(word, words[at + 1]))) return false;
  // The configuration may say it.
  if (name === "nginx") return !/daemon\s+off|nginx\.conf/.test(text);
  return name !== "crond" || words.length === 1;
}

function isBare(word: string, next = "-"): boolean {
  return /^-[fvi]*f$/.test(word) && next.startsWith("-");
}

function foreground(
  { json, argumentSpan }: Instruction,
  words: readonly string[],
  name: string,
): readonly Fix[] {
  const [, more = []] = FOREGROUND[name] ?? [];
  if (!json || more.length === 0) return [];
  const newText = `[${[...words.filter((word) => word !== "start"), ...more].map((word) => JSON.stringify(word)).join(", ")}]`;
  return [{ title: t("Keep it in the foreground"), edits: [{ ...argumentSpan, newText }] }];
}
