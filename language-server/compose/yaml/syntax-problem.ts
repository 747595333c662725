// The YAML reader's errors in words that help a beginner, on the characters that are wrong.
import type { YAMLError } from "yaml";
import { t } from "../../l10n.ts";
import type { Fix } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "./source.ts";
import { mistakeAt } from "./syntax-mistakes.ts";
import { unevenKey } from "./syntax-rows.ts";

export function syntaxProblem(error: YAMLError, source: Source): Problem {
  const { text, lines } = source;
  let [start, end] = error.pos;
  start = Math.min(start, Math.max(text.length - 1, 0));
  end = Math.min(Math.max(end, start + 1), text.length);
  const line = lines.line(lines.lineAt(start));
  const tab = /^[ ]*\t+[ \t]*/.exec(text.slice(line.start, line.end));
  const base = { code: "YamlSyntax", source };
  if (tab && error.code !== "MULTILINE_IMPLICIT_KEY")
    return tabProblem(source, { start: line.start, end: line.start + tab[0].length });
  const mistake = mistakeAt(/quote/.test(error.message) ? "QUOTE" : error.code, start, lines);
  if (mistake) {
    const { fixes, ...found } = mistake;
    return { ...base, ...found, fixes: () => fixes };
  }
  return {
    ...base,
    start,
    end: Math.max(end, start),
    message: wording(error, text.slice(start, end)),
    fixes: () =>
      error.code === "BAD_SCALAR_START"
        ? quoted(text, start, line.end)
        : error.code === "BAD_DQ_ESCAPE"
          ? singleQuotes(text, start, line)
          : [],
  };
}

function quoted(text: string, start: number, lineEnd: number): readonly Fix[] {
  const value = text.slice(start, lineEnd).replace(/\s+(?:#.*)?$/, "");
  if (/["'\\]/.test(value)) return [];
  const edits = [{ start, end: start + value.length, newText: `"${value}"` }];
  return [{ title: t("Put quotes around {0}", value), edits, safe: true }];
}

/** `"C:\\data"`: in single quotes a backslash is one. */
function singleQuotes(text: string, at: number, line: Span): readonly Fix[] {
  for (const match of text.slice(line.start, line.end).matchAll(/"([^"']*)"/g)) {
    const start = line.start + match.index;
    const end = start + match[0].length;
    if (start < at && at < end)
      return [
        {
          title: t("Use single quotes"),
          edits: [{ start, end, newText: `'${(match[1] ?? "").replaceAll("\\\\", "\\")}'` }],
          safe: true,
        },
      ];
  }
  return [];
}

/** A tab in the indentation. */
export function tabProblem(source: Source, { start, end }: Span): Problem {
  return {
    code: "YamlSyntax",
    source,
    start,
    end,
    message: t("YAML is indented with spaces; a tab is not allowed here."),
    fixes: () => [tabFix(source)],
  };
}

function tabFix({ text }: Source): Fix {
  const edits = [...text.matchAll(/^[ ]*\t[ \t]*/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    newText: match[0].replaceAll("\t", "  "),
  }));
  return { title: t("Replace tabs with spaces in the whole file"), edits, safe: true };
}

function wording(error: YAMLError, excerpt: string): string {
  switch (error.code) {
    case "BAD_INDENT":
      return unevenKey();
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR":
      return excerpt.startsWith('"') || excerpt.startsWith("'") || /quote/.test(error.message)
        ? t("A closing quote is missing.")
        : t(
            "Something is missing here: a key needs a colon, a list or mapping its closing bracket.",
          );
    case "BLOCK_AS_IMPLICIT_KEY":
      return t(
        "A key cannot have a value on its own line and a mapping or list under it. Check the indentation.",
      );
    case "BAD_SCALAR_START":
      return t("A value cannot begin with this character; put it in quotes.");
    case "BAD_DQ_ESCAPE":
      return t("This escape is unknown; write \\\\ for a backslash, or use single quotes.");
    case "TAB_AS_INDENT":
      return t("YAML is indented with spaces; a tab is not allowed here.");
    case "BAD_ALIAS":
      return t("A * begins the name of an anchor; put the value in quotes if it is text.");
    case "UNEXPECTED_TOKEN":
      return t(
        "This does not fit here. Check indentation, quotes and colons of this line and the one above.",
      );
    default:
      return t("This is not valid YAML: {0}", error.message);
  }
}
