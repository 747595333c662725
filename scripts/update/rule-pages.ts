// Writes the pages of the rules, in English and Korean, and their lists: what a rule is, why it
// matters, a bad and a good example. Made from the rules themselves and docs/rules/texts.
import { readdirSync, readFileSync } from "node:fs";
import { texts as compose } from "../../docs/rules/texts/compose.ts";
import { texts as dockerfile } from "../../docs/rules/texts/dockerfile.ts";
import { texts as hadolint } from "../../docs/rules/texts/hadolint.ts";
import { texts as own } from "../../docs/rules/texts/own.ts";
import { texts as refusals } from "../../docs/rules/texts/refusals.ts";
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
  ...refusals,
};

const words = {
  en: {
    title: "Rules",
    intro:
      "Every rule of Dockwright, with what it is about. Its page says why it matters and how to fix what it finds. This list is written by `npm run update`.",
    dockerfile: "Dockerfile",
    compose: "Compose",
    severity: "Severity",
    aliases: "In other linters",
    why: "Why",
    bad: "Bad example",
    good: "Good example",
    beside: "Files beside it",
    change: "Changing its severity",
    ignore: "Ignoring it or changing its severity",
    here: "In one place, with a comment on the line above (there is a quick fix for it):",
    everywhere: "Everywhere, in `settings.json`: `error`, `warning`, `info`, `hint` or `off`.",
    dockerfileError: "error (the build refuses it)",
    yamlError: "error (Docker Compose refuses it)",
    warning: "warning",
    info: "information",
    hint: "hint",
    off: "off unless the preset is “all”",
  },
  ko: {
    title: "규칙",
    intro:
      "Dockwright의 모든 규칙입니다. 규칙마다 이유와 고치는 방법을 설명하는 문서가 있습니다. 이 목록은 `npm run update`가 만듭니다.",
    dockerfile: "Dockerfile",
    compose: "Compose",
    severity: "심각도",
    aliases: "다른 린터에서의 이름",
    why: "이유",
    bad: "나쁜 예",
    good: "좋은 예",
    beside: "같은 폴더의 파일",
    change: "심각도 바꾸기",
    ignore: "무시하거나 심각도 바꾸기",
    here: "한 곳에서만 무시하려면 바로 윗줄에 주석을 씁니다(빠른 수정으로도 넣을 수 있습니다).",
    everywhere:
      "전체에 적용하려면 `settings.json`에서 `error`, `warning`, `info`, `hint`, `off` 중 하나로 정합니다.",
    dockerfileError: "오류(빌드가 거부합니다)",
    yamlError: "오류(Docker Compose가 거부합니다)",
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
  const rank = severity === "error" ? (`${format}Error` as const) : severity;
  return [
    `# ${code}`,
    "",
    say(summary),
    "",
    `${word.severity}: ${word[rank]}`,
    ...(aliases.length > 0 ? ["", `${word.aliases}: ${aliases.join(", ")}`] : []),
    ...(text ? ["", `## ${word.why}`, "", text.why[language]] : []),
    ...(text ? ["", `## ${word.bad}`, "", ...fence(format, text.bad)] : []),
    ...besides(word.beside, text?.files),
    ...(text ? ["", `## ${word.good}`, "", ...fence(format, text.good)] : []),
    ...besides(word.beside, text?.goodFiles),
    "",
    ...quiet(word, { code, severity }, format),
    "",
  ].join("\n");
}

/** How the rule is silenced: what a build or Compose refuses only in the settings. */
function quiet(
  word: (typeof words)[Language],
  { code, severity }: Pick<AnyRule, "code" | "severity">,
  format: "dockerfile" | "yaml",
): readonly string[] {
  const setting = fence("json", `{ "dockwright.lint.rules": { "${code}": "off" } }`);
  const everywhere = [word.everywhere, "", ...setting];
  if (severity === "error") return [`## ${word.change}`, "", ...everywhere];
  const ignore = /^(?:DL|SC)\d{4}$/.test(code) ? "hadolint ignore=" : "check=skip=";
  const comment = `# ${format === "yaml" ? "dockwright ignore=" : ignore}${code}`;
  return [`## ${word.ignore}`, "", word.here, "", ...fence(format, comment), "", ...everywhere];
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
