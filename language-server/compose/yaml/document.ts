// A Compose file's text, read once: the YAML documents as trees with places, and what is wrong
// with the YAML itself. Knows nothing of Compose's keys. Reading never fails.
//
// `documents` has one tree per YAML document (`---`), with aliases and `<<` followed; `yaml` has
// the concrete nodes of the package `yaml`, for features that want anchors, aliases and comments.
// After a syntax error the trees hold what could be read. The YAML is read when somebody first asks
// for it: completion asks only for the text.
import { LineCounter, parseAllDocuments, type Document as YamlDocument } from "yaml";
import { t } from "../../l10n.ts";
import { Lines } from "../../text.ts";
import type { Problem } from "../problem.ts";
import { syntaxProblem } from "./syntax-problem.ts";
import type { Node } from "./tree.ts";
import { buildTree } from "./tree-builder.ts";

export interface ComposeDocument {
  readonly text: string;
  readonly lines: Lines;
  readonly yaml: readonly YamlDocument.Parsed[];
  /** The trees; a YAML document without content has none. */
  readonly documents: readonly Node[];
  /** Faults of the YAML itself. */
  readonly problems: readonly Problem[];
  /** The YAML could not be read to its end, so what is missing may only be unread. */
  readonly broken: boolean;
}

/** More nodes than this behind aliases, and Compose refuses the file as a bomb. */
const mostNodes = 400_000;

interface Draft {
  source: ComposeDocument;
  yaml: YamlDocument.Parsed[];
  documents: Node[];
  problems: Problem[];
  broken: boolean;
}

/** Gives a text's document. Any text gives one. */
export function parseCompose(text: string): ComposeDocument {
  return new LazyDocument(text);
}

class LazyDocument implements ComposeDocument {
  readonly text: string;
  readonly lines: Lines;
  #draft: Draft | undefined;

  constructor(text: string) {
    this.text = text;
    this.lines = new Lines(text);
  }

  get yaml() {
    return this.#read().yaml;
  }
  get documents() {
    return this.#read().documents;
  }
  get problems() {
    return this.#read().problems;
  }
  get broken() {
    return this.#read().broken;
  }

  #read(): Draft {
    if (this.#draft) return this.#draft;
    const draft: Draft = { source: this, yaml: [], documents: [], problems: [], broken: false };
    this.#draft = draft;
    try {
      read(draft);
    } catch (error) {
      // Nesting of many thousands of levels overflows the reader's stack.
      if (!(error instanceof RangeError)) throw error;
      draft.broken = true;
      draft.yaml = [];
      draft.documents = [];
      complain(
        draft,
        0,
        Math.min(this.text.length, 1),
        t("This file is nested too deeply to be read."),
      );
    }
    return draft;
  }
}

function read(draft: Draft): void {
  const parsed = parseAllDocuments(draft.source.text, {
    schema: "failsafe",
    uniqueKeys: false,
    merge: false,
    logLevel: "silent",
    prettyErrors: false,
    strict: true,
    lineCounter: new LineCounter(),
  });
  draft.yaml = "empty" in parsed ? [] : parsed;
  for (const yaml of draft.yaml) {
    readSyntax(draft, yaml);
    if (!yaml.contents) continue;
    const before = draft.problems.length;
    const tree = buildTree(yaml.contents, draft.source, (span, message, more) =>
      draft.problems.push({ code: "YamlSyntax", source: draft.source, ...span, message, ...more }),
    );
    if (draft.problems.length > before) draft.broken = true;
    if (!tree || (tree.kind === "scalar" && tree.value === null)) continue;
    if (tree.size > mostNodes && tree.size > draft.source.text.length) {
      draft.broken = true;
      complain(
        draft,
        tree.start,
        tree.start + 1,
        t(
          "The aliases of this file multiply to more than {0} values; Compose refuses it.",
          mostNodes,
        ),
      );
      continue;
    }
    draft.documents.push(tree);
  }
}

function readSyntax(draft: Draft, yaml: YamlDocument.Parsed): void {
  const [error] = yaml.errors;
  if (error) {
    draft.broken = true;
    draft.problems.push(syntaxProblem(error, draft.source));
  } else if (yaml.directives.yaml.explicit && yaml.directives.yaml.version === "1.2") {
    const { text, lines } = draft.source;
    const start = text.indexOf("%YAML");
    draft.broken = true;
    complain(
      draft,
      start,
      lines.line(lines.lineAt(start)).end,
      t("Compose reads YAML 1.1 only; remove this line."),
    );
  }
}

function complain(draft: Draft, start: number, end: number, message: string): void {
  draft.problems.push({ code: "YamlSyntax", source: draft.source, start, end, message });
}
