// Writes the pages of the rules, in English and Korean, and their lists: what a rule is, why it
// matters, a bad and a good example. Made from the rules themselves and docs/rules/texts.
import { readdirSync, readFileSync } from "node:fs";
import { texts as compose } from "../../docs/rules/texts/compose.ts";
import { texts as dockerfile } from "../../docs/rules/texts/dockerfile.ts";
import { texts as hadolint } from "../../docs/rules/texts/hadolint.ts";
import { texts as own } from "../../docs/rules/texts/own.ts";
import type { RuleText } from "../../docs/rules/texts/text.ts";
import { composeRules } from "../../language-server/compose/rules/index.ts";
import { rules as dockerfileRules } from "../../language-server/dockerfile/rules/index.ts";
import type { Rule } from "../../language-server/lint/rule.ts";

type Language = "en" | "ko";
type AnyRule = Pick<Rule<never>, "code" | "aliases" | "severity" | "summary">;

const texts: Readonly<Record<string, RuleText>> = {
  ...compose,
  ...dockerfile,
  ...hadolint,
  ...own,
};

const words = {
  en: {
    title: "Rules",
    intro:
      "Made by `npm run update`. Severity and names of other linters stand on each rule's page.",
    dockerfile: "Dockerfile",
    compose: "Compose",
    severity: "Severity",
    aliases: "Other linters call it",
    why: "Why",
    bad: "Not so",
    good: "But so",
    beside: "With beside it",
    change: "To change it",
    error: "error",
    warning: "warning",
    info: "information",
    hint: "hint",
    off: "off, unless the preset is “all”",
  },
  ko: {
    title: "규칙",
    intro:
      "`npm run update`가 만든 목록입니다. 심각도와 다른 린터의 이름은 규칙별 문서에 있습니다.",
    dockerfile: "Dockerfile",
    compose: "Compose",
    severity: "심각도",
    aliases: "다른 린터의 이름",
    why: "이유",
    bad: "나쁜 예",
    good: "좋은 예",
    beside: "옆에 있는 파일",
    change: "바꾸려면",
    error: "오류",
    warning: "경고",
    info: "정보",
    hint: "힌트",
    off: "꺼짐(프리셋이 “all”이면 켜짐)",
  },
} as const;

/** The pages' paths and texts. */
export function rulePages(): Record<string, string> {
  const korean = koreanTexts();
  const pages: Record<string, string> = {};
  for (const language of ["en", "ko"] as const) {
    const folder = language === "en" ? "docs/rules" : "docs/rules/ko";
    const say = (text: string) => (language === "en" ? text : (korean.get(text) ?? text));
    for (const rule of dockerfileRules)
      pages[`${folder}/${rule.code}.md`] = page(rule, "dockerfile", language, say);
    for (const rule of composeRules)
      pages[`${folder}/${rule.code}.md`] = page(rule, "yaml", language, say);
    pages[`${folder}/README.md`] = list(language, say);
  }
  return pages;
}

function koreanTexts(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync("l10n/ko").flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(`l10n/ko/${file}`, "utf8")) as Record<string, string>),
    ),
  );
}

function page(
  { code, aliases, severity, summary }: AnyRule,
  format: "dockerfile" | "yaml",
  language: Language,
  say: (text: string) => string,
): string {
  const word = words[language];
  const text = texts[code];
  const setting = `{ "dockwright.lint.rules": { "${code}": "off" } }`;
  return [
    `# ${code}`,
    "",
    say(summary),
    "",
    `${word.severity}: ${word[severity]}`,
    ...(aliases.length > 0 ? ["", `${word.aliases}: ${aliases.join(", ")}`] : []),
    ...(text ? ["", `## ${word.why}`, "", text.why[language]] : []),
    ...(text ? ["", `## ${word.bad}`, "", ...fence(format, text.bad)] : []),
    ...besides(word.beside, text?.files),
    ...(text ? ["", `## ${word.good}`, "", ...fence(format, text.good)] : []),
    ...besides(word.beside, text?.goodFiles),
    "",
    `## ${word.change}`,
    "",
    ...fence("json", setting),
    "",
  ].join("\n");
}

/** A line too long to be read is cut. */
function fence(format: string, text: string): readonly string[] {
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => (line.length > 300 ? `${line.slice(0, 60)}…` : line));
  return [`\`\`\`${format}`, ...lines, "```"];
}

function besides(word: string, files: RuleText["files"]): readonly string[] {
  if (!files) return [];
  return [
    "",
    `${word}:`,
    "",
    ...Object.entries(files).flatMap(([name, text]) => {
      const said = text.trim() === "" ? "" : `: \`${text.trim().split("\n").join("`, `")}\``;
      return [`- \`${name}\`${said}`];
    }),
  ];
}

function list(language: Language, say: (text: string) => string): string {
  const word = words[language];
  const rows = (rules: readonly AnyRule[]) =>
    rules
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .map(({ code, summary }) => `- [${code}](${code}.md): ${say(summary)}`);
  return [
    `# ${word.title}`,
    "",
    word.intro,
    "",
    `## ${word.dockerfile}`,
    "",
    ...rows(dockerfileRules),
    "",
    `## ${word.compose}`,
    "",
    ...rows(composeRules),
    "",
  ].join("\n");
}
