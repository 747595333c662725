// COPY of the whole context with things in it that no image should have.
import { posix } from "node:path";
import { t } from "../../l10n.ts";
import type { Fix, Rule, RuleContext } from "../../lint/rule.ts";
import { contextPath, contextSources, ignoreFile } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";

const SECRETS = new Set([".env", ".env.local", ".aws/", ".ssh/", "id_rsa", "id_ed25519", ".netrc"]);
const BALLAST = new Set([".git/", "node_modules/", ".venv/", "venv/", "__pycache__/", ".idea/"]);

export const CopyTakesAll: Rule<DockerfileDocument> = {
  code: "CopyTakesAll",
  aliases: [],
  severity: "warning",
  summary:
    "Copying the whole folder takes along secrets and ballast that .dockerignore should keep out.",
  scope: { reads: ["COPY", "ADD"] },
  check(document, report, context) {
    const whole = ["COPY", "ADD"]
      .flatMap((keyword) => document.byKeyword(keyword))
      .filter((copy) => !copy.flag("exclude"))
      .flatMap(contextSources)
      .filter((source) => contextPath(source) === "" && !source.text.includes(".."));
    const [first] = whole;
    if (!first) return;
    const names = unwanted(context);
    if (names.length === 0) return;
    const secret = names.some((name) => SECRETS.has(name));
    report(first, t("This also copies {0}. List it in .dockerignore.", names.join(", ")), {
      ...(!secret && { severity: "info" }),
      fixes: () => [ignored(context, names)],
    });
  },
};

/** Names in the Dockerfile's folder that .dockerignore lets pass. */
function unwanted(context: RuleContext): readonly string[] {
  const names = context.host.files.list(posix.dirname(context.uri)) ?? [];
  const ignore = ignoreFile(context);
  return names.filter(
    (name) =>
      (SECRETS.has(name) || BALLAST.has(name)) &&
      ignore?.lineExcluding(name.replace(/\/$/, "")) === undefined,
  );
}

function ignored(context: RuleContext, names: readonly string[]): Fix {
  const uri = ignoreFile(context)?.uri ?? `${posix.dirname(context.uri)}/.dockerignore`;
  const text = context.host.files.read(uri) ?? "";
  const lines = names.map((name) => `${name.replace(/\/$/, "")}\n`).join("");
  const newText = `${text === "" || text.endsWith("\n") ? "" : "\n"}${lines}`;
  return {
    title: t("Add to .dockerignore: {0}", names.join(", ")),
    edits: [],
    otherFiles: { [uri]: [{ start: text.length, end: text.length, newText }] },
  };
}
