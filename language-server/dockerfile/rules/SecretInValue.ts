// Secrets that are known by their shape, wherever they stand in the file.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

/** Shapes of tokens that their makers have given a mark of their own. */
const SHAPES =
  /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,}|glpat-[\w-]{20,}|xox[baprs]-[\w-]{10,}|sk_live_[A-Za-z0-9]{16,}|sk-(?:ant|proj)-[\w-]{20,}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|dckr_pat_[\w-]{20,}|hf_[A-Za-z0-9]{30,}|pypi-AgEI[\w-]{20,}|SG\.[\w-]{22}\.[\w-]{43})|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g;
/** What one of them begins with; most files have none, and this is soon found out. */
const MARKS = [
  ...["AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox"],
  ...["sk_live_", "sk-", "AIza", "npm_", "dckr_pat_", "hf_", "pypi-", "SG.", "-----BEGIN"],
];
/** The password in `scheme://user:password@host`. */
const PASSWORD = /(?<=:\/\/[\w.%-]{1,64}:)[^\s:/@"'${}<>*]{3,100}(?=@[\w-]+\.)/g;
/** Written in manuals to be replaced. */
const EXAMPLE = /example|xxxx|1234567890|your|changeme|password|secret|token|\.\.\./i;

export const SecretInValue: Rule<DockerfileDocument> = {
  code: "SecretInValue",
  aliases: [],
  severity: "warning",
  summary: "The file contains a token or key; everyone who has the file or the image can use it.",
  scope: { each: ["*", "#"] },
  check({ text, region: { start, end } }, report) {
    for (const { 0: found, index } of secretsIn(text.slice(start, end)))
      report(
        { start: start + index, end: start + index + found.length },
        t(
          "This looks like a real token or key. Whoever has the file or the image can use it; pass it in with RUN --mount=type=secret.",
        ),
      );
  },
};

function secretsIn(text: string): readonly { 0: string; index: number }[] {
  const marked = MARKS.some((mark) => text.includes(mark));
  const tokens = marked ? [...text.matchAll(SHAPES)] : [];
  return [...tokens, ...passwords(text)].filter((match) => !EXAMPLE.test(match[0]));
}

/** Looked for only in lines that hold both parts of it. */
function passwords(text: string): readonly { 0: string; index: number }[] {
  const found: { 0: string; index: number }[] = [];
  for (let at = text.indexOf("@"); at >= 0; ) {
    const start = text.lastIndexOf("\n", at) + 1;
    const feed = text.indexOf("\n", at);
    const line = text.slice(start, feed < 0 ? text.length : feed);
    if (line.includes("://"))
      for (const { 0: word, index } of line.matchAll(PASSWORD))
        found.push({ 0: word, index: start + index });
    at = feed < 0 ? -1 : text.indexOf("@", feed);
  }
  return found;
}
