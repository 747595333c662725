// Secrets that are known by their shape, wherever they stand in the file.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";

/** Shapes of tokens that their makers have given a mark of their own. */
const SHAPES =
  /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,}|glpat-[\w-]{20,}|xox[baprs]-[\w-]{10,}|sk_live_[A-Za-z0-9]{16,}|sk-(?:ant|proj)-[\w-]{20,}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|dckr_pat_[\w-]{20,}|hf_[A-Za-z0-9]{30,}|pypi-AgEI[\w-]{20,}|SG\.[\w-]{22}\.[\w-]{43})|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|(?<=:\/\/[\w.%-]{1,64}:)[^\s:/@"'${}<>*]{3,100}(?=@[\w-]+\.)/g;
/** Written in manuals to be replaced. */
const EXAMPLE = /example|xxxx|1234567890|your|changeme|password|secret|token|\.\.\./i;

export const SecretInValue: Rule<DockerfileDocument> = {
  code: "SecretInValue",
  aliases: [],
  severity: "warning",
  summary: "A token or key stands in the file; everybody who has the file or the image can use it.",
  check({ text }, report) {
    for (const match of text.matchAll(SHAPES)) {
      if (EXAMPLE.test(match[0])) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      report(
        span,
        t(
          "This looks like a real token or key. Whoever has the file or the image can use it; hand it over with RUN --mount=type=secret.",
        ),
      );
    }
  },
};
