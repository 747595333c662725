// Mistakes in YAML that beginners make, told by the look of the lines: on the text that is wrong,
// which is often not where the reader stumbles, and with the repair.
import { t } from "../../l10n.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Lines } from "../../text.ts";
import {
  deepItem,
  innerKey,
  type Look,
  lostLine,
  type Mistake,
  neighbour,
  type Row,
  replaced,
  rowAt,
  tooDeep,
  wrongIndent,
  wrongItem,
} from "./syntax-rows.ts";

/** By the code of the reader's error, what may be the cause, the likeliest first. */
const causes: Readonly<Record<string, readonly Look[]>> = {
  MULTILINE_IMPLICIT_KEY: [wideColon, tightColon, noColon],
  QUOTE: [openQuote],
  MISSING_CHAR: [wideColon, tightColon, tightDash, equalsSign, noColon],
  BAD_INDENT: [openBracket, wrongIndent, deepItem],
  BLOCK_AS_IMPLICIT_KEY: [lostLine, wrongItem, innerKey, tooDeep, innerColon],
  UNEXPECTED_TOKEN: [lostLine, innerQuote, openBracket],
};

/** What is wrong where the reader gave up with a code; undefined: nothing that we know. */
export function mistakeAt(code: string, offset: number, lines: Lines): Mistake | undefined {
  const row = rowAt(lines, lines.lineAt(offset));
  for (const look of [notYaml, ...(causes[code] ?? [])]) {
    const found = look(row, lines);
    if (found) return found;
  }
  return undefined;
}

/** Lines of Git, and of Markdown, that came along with the text. */
function notYaml(_row: Row, lines: Lines): Mistake | undefined {
  const [mark] = /^(?:<<<<<<< |=======$|>>>>>>> |```).*$/m.exec(lines.text) ?? [];
  if (!mark) return undefined;
  const start = lines.text.search(/^(?:<<<<<<< |=======$|>>>>>>> |```)/m);
  const end = start + mark.length;
  if (!mark.startsWith("`"))
    return {
      start,
      end,
      message: t(
        "Git left this line where two versions differ: keep one version and delete these lines.",
      ),
      fixes: [],
    };
  const edits = Array.from(lines.text.matchAll(/^```.*(?:\r?\n|$)/gm), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    newText: "",
  }));
  return {
    start,
    end,
    message: t("This line is Markdown from around the file, not part of it."),
    fixes: [{ title: t("Remove {0}", "```"), edits, safe: true }],
  };
}

function tightColon(row: Row): Mistake | undefined {
  // A blank that was copied from a web page is none for YAML.
  const [, head = "", key = "", hard = ""] =
    /^(\s*(?:- +)?)([A-Za-z_][\w.-]*):(?:([\u00a0\u2000-\u200b\u3000]+)|(?=[^\s/:]))/.exec(
      row.content,
    ) ?? [];
  const end = head.length + key.length + 1 + hard.length;
  return key
    ? replaced(
        row,
        head.length,
        end,
        `${key}: `,
        t('A space is missing after the colon of "{0}".', key),
        t("Put a space after the colon"),
      )
    : undefined;
}

function wideColon(row: Row): Mistake | undefined {
  const match = /：\s*/.exec(row.content);
  return match
    ? replaced(
        row,
        match.index,
        match.index + match[0].length,
        match.index + match[0].length < row.content.length ? ": " : ":",
        t("For YAML this wide colon is not a colon; type : with the keyboard set to English."),
        t("Write {0}", ":"),
      )
    : undefined;
}

function noColon(row: Row): Mistake | undefined {
  const [, head = "", key = "", rest = ""] =
    /^(\s*(?:- +)?)([A-Za-z_][\w.-]*)( +[^#\s:].*)?\s*$/.exec(row.content) ?? [];
  if (!key || (rest && !/^[a-z_]+$/.test(key))) return undefined;
  return replaced(
    row,
    head.length,
    head.length + key.length,
    `${key}:`,
    t('A colon is missing after "{0}".', key),
    t('Put a colon after "{0}"', key),
  );
}

/** `-80:80`: all such lines of the list at once. */
function tightDash(row: Row, lines: Lines): Mistake | undefined {
  if (!/^\s*-[^\s-]/.test(row.content)) return undefined;
  const edits: Edit[] = [];
  for (let one: Row | undefined = row; one; one = neighbour(lines, one, 1)) {
    if (one.indent !== row.indent || !/^\s*-[^\s-]/.test(one.content)) break;
    const at = one.start + one.indent + 1;
    edits.push({ start: at, end: at, newText: " " });
  }
  const start = row.start + row.indent;
  return {
    start,
    end: start + 1,
    message: t("A space is missing after the dash of this list item."),
    fixes: [{ title: t("Put a space after the dash"), edits, safe: true }],
  };
}

/** `A=b` among keys with colons. */
function equalsSign(row: Row): Mistake | undefined {
  const [, head = ""] = /^(\s*[A-Za-z_]\w*)=/.exec(row.content) ?? [];
  return head
    ? replaced(
        row,
        head.length,
        head.length + 1,
        ": ",
        t("A colon and a space belong here, as in the lines around it."),
        t("Write {0}", `${head.trim()}: `),
      )
    : undefined;
}

/** The quote that nothing closes stands on the first line with one too many. */
function openQuote(_row: Row, lines: Lines): Mistake | undefined {
  for (let number = 0; number < lines.count; number++) {
    const one = rowAt(lines, number);
    const [, head = "", quote = ""] =
      /^(\s*(?:- +)*(?:[\w.-]+: +)?(?:\[ *)?)(["'])/.exec(one.content) ?? [];
    if (!quote) continue;
    const text = one.content
      .slice(head.length)
      .replace(head.includes("[") ? /\s*\]?\s*$/ : /\s+$/, "");
    if (closes(text, quote)) continue;
    const end = one.start + head.length + text.length;
    return {
      start: one.start + head.length,
      end,
      message: t("The quote that begins here is not closed."),
      fixes: [
        {
          title: t("Close the quote at the end of the line"),
          edits: [{ start: end, end, newText: quote }],
          safe: true,
        },
      ],
    };
  }
  return undefined;
}

function closes(text: string, quote: string): boolean {
  const plain = quote === '"' ? text.replace(/\\./g, "") : text;
  return plain.split(quote).length % 2 === 1;
}

/** A line that comes too early, as a bracket of the one above is not closed. */
function openBracket(row: Row, lines: Lines): Mistake | undefined {
  for (const one of [neighbour(lines, row, -1), row]) {
    const [, head = "", text = ""] =
      /^([^#"']*(?:: +|- +))([[{].*?)\s*(?:#.*)?$/.exec(one?.content ?? "") ?? [];
    const close = text.startsWith("[") ? "]" : "}";
    if (!one || !text || text.includes(close)) continue;
    const start = one.start + head.length;
    const end = start + text.length;
    return {
      start,
      end,
      message: t("The bracket that begins here is not closed."),
      fixes: [
        {
          title: t("Close the bracket at the end of the line"),
          edits: [{ start: end, end, newText: close }],
          safe: true,
        },
      ],
    };
  }
  return undefined;
}

/** `command: echo: hi` */
function innerColon(row: Row): Mistake | undefined {
  const [, head = "", value = ""] =
    /^(\s*(?:- +)?[\w.-]+: +)([^"'[{#].*?: .*?)\s*$/.exec(row.content) ?? [];
  return value && !/["\\]| #/.test(value)
    ? replaced(
        row,
        head.length,
        head.length + value.length,
        `"${value.replace(/^[“”„‘’«]|[“”’»]$/g, "")}"`,
        t("Text with a colon and a space in it must be in quotes."),
        t("Put quotes around {0}", value),
      )
    : undefined;
}

/** `'it's'` */
function innerQuote(row: Row): Mistake | undefined {
  const [, head = "", value = ""] =
    /^(\s*(?:- +)?(?:[\w.-]+: +)?)(["'].*?)\s*$/.exec(row.content) ?? [];
  if (!value || /[\\#]/.test(value)) return undefined;
  const [quote = ""] = value;
  const inner = value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value;
  const other = quote === "'" ? '"' : "'";
  if (inner.includes(other) || (inner === value && quote === "'")) return undefined;
  return replaced(
    row,
    head.length,
    head.length + value.length,
    other + inner + other,
    t("The quoted text ends at its second quote, but more follows."),
    t("Use the other kind of quotes"),
  );
}
