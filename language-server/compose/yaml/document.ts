// A Compose file's text, read once: the YAML documents as trees with places, and what is wrong
// with the YAML itself. Knows nothing of Compose's keys. Reading never fails.
//
// `documents` has one tree per YAML document (`---`), with aliases and `<<` followed; `readings` has
// all that was made of the text, anchors and aliases too. The nodes of the package `yaml` stay in here.
// After a syntax error the trees hold what could be read. The YAML is read when somebody first asks
// for it: completion asks only for the text.
import { isScalar, type YAMLError, type Document as YamlDocument } from "yaml";
import { t } from "../../l10n.ts";
import type { FindingExtras } from "../../lint/rule.ts";
import { Lines, type Span } from "../../text.ts";
import type { Problem } from "../problem.ts";
import { type Blocks, readBlocks } from "./blocks.ts";
import { cut, type Part } from "./cut.ts";
import type { Made } from "./marks.ts";
import { readYaml } from "./read.ts";
import { plainScalar } from "./scalars.ts";
import { Source } from "./source.ts";
import { syntaxProblem, tabProblem } from "./syntax-problem.ts";
import { bareTab } from "./tabs.ts";
import type { Node, Reading } from "./tree.ts";
import { buildTree, type SyntaxFault } from "./tree-builder.ts";

export interface ComposeDocument {
  readonly text: string;
  readonly lines: Lines;
  /** What the places in it speak of; the next version takes it over. */
  readonly source: Source;
  /** The trees; a YAML document without content has none. */
  readonly documents: readonly Node[];
  /** For each YAML document what its stretches were read into. */
  readonly readings: readonly (readonly Reading[])[];
  /** Faults of the YAML itself. */
  readonly problems: readonly Problem[];
  /** The YAML could not be read to its end, so what is missing may only be unread. */
  readonly broken: boolean;
}

/** More nodes than this behind aliases, and Compose refuses the file as a bomb. */
const mostNodes = 400_000;

/** Shorter texts are read whole, which is as fast; and longer ones, too, as long as nobody edits them. */
const leastToCut = { edited: 2_000, opened: 20_000 };

interface Draft {
  readonly source: Source;
  readonly documents: Node[];
  readonly readings: (readonly Reading[])[];
  readonly problems: Problem[];
  broken: boolean;
}

/**
 * Gives a text's document. Any text gives one. What it has in common with the version before is
 * taken over from there; it comes out the same without.
 */
export function parseCompose(
  text: string,
  before?: ComposeDocument,
  lines = new Lines(text),
): ComposeDocument {
  return new LazyDocument(lines, before ? leastToCut.edited : leastToCut.opened, before);
}

/**
 * The same beside a document that lives on, with what it has in common taken from there as it is:
 * for comparing the values, as the places of those nodes are the other's.
 */
export function parseBeside(text: string, other: ComposeDocument): ComposeDocument {
  return new LazyDocument(new Lines(text), leastToCut.edited, other, true);
}

/** The same, read whole and anew. */
export function parseWhole(text: string): ComposeDocument {
  return new LazyDocument(new Lines(text), Number.POSITIVE_INFINITY);
}

class LazyDocument implements ComposeDocument {
  readonly text: string;
  readonly lines: Lines;
  readonly #least: number;
  readonly #beside: boolean;
  #draft: Draft | undefined;
  /** What it was read in; before that, and where it cannot be cut, what an earlier version was. */
  #blocks: Blocks | undefined;
  /** Of the version before, until this one is read. */
  #source: Source;

  constructor(lines: Lines, least: number, before?: ComposeDocument, beside = false) {
    this.text = lines.text;
    this.#least = least;
    this.lines = lines;
    this.#beside = beside;
    this.#source = before instanceof LazyDocument && !beside ? before.#source : new Source(lines);
    if (before instanceof LazyDocument) this.#blocks = beside ? before.#blocks : before.#give();
  }

  get source() {
    return this.#read().source;
  }

  get documents() {
    return this.#read().documents;
  }
  get readings() {
    return this.#read().readings;
  }
  get problems() {
    return this.#read().problems;
  }
  get broken() {
    return this.#read().broken;
  }

  /** Hands over what it was read in; who asks it again makes it read again. */
  #give(): Blocks | undefined {
    const blocks = this.#blocks;
    this.#blocks = undefined;
    this.#draft = undefined;
    this.#source = new Source(this.lines);
    return blocks;
  }

  #read(): Draft {
    if (this.#draft) return this.#draft;
    this.#source.follow(this.lines);
    const draft = newDraft(this.#source);
    this.#draft = draft;
    try {
      const parts = this.text.length < this.#least ? undefined : cut(this.lines);
      // What cannot be cut now, as a line is half-typed, may be again in the next version.
      const blocks = parts && this.#readParts(parts);
      if (blocks) addBlocks(draft, blocks);
      else addWhole(draft, this.text);
      if (!draft.broken) refuseTab(draft);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#draft = tooDeep(this.#source);
    }
    return this.#draft;
  }

  #readParts(parts: readonly Part[]): Blocks | undefined {
    const before = this.#blocks;
    this.#blocks = undefined;
    this.#blocks = readBlocks(this.#source, parts, before, this.#beside);
    return this.#blocks;
  }
}

function newDraft(source: Source): Draft {
  return { source, documents: [], readings: [], problems: [], broken: false };
}

function addBlocks(draft: Draft, { root, readings, error, faults }: Blocks): void {
  draft.readings.push(readings);
  if (error) addError(draft, error);
  addFaults(draft, faults, error);
  addTree(draft, root);
}

function addWhole(draft: Draft, text: string): void {
  const parsed = readYaml(text);
  for (const yaml of parsed) {
    const [error] = yaml.errors;
    if (error) addError(draft, error);
    else refuseVersion(draft, yaml);
    if (parsed.length > 1 && isNothing(yaml.contents)) refuseNothing(draft, yaml);
    if (!yaml.contents) continue;
    const faults: SyntaxFault[] = [];
    const made: Made = { parts: [], marks: [] };
    const tree = buildTree(
      yaml.contents,
      draft.source,
      (span, message, more) => faults.push({ span, message, more }),
      made,
    );
    draft.readings.push([made]);
    addFaults(draft, faults, error);
    if (tree && !(tree.kind === "scalar" && tree.value === null)) addTree(draft, tree);
  }
}

function addError(draft: Draft, error: YAMLError): void {
  draft.broken = true;
  draft.problems.push(syntaxProblem(error, draft.source));
}

/** What is odd on the line where the reader gave up, or below it, follows from that. */
function addFaults(draft: Draft, faults: readonly SyntaxFault[], error?: YAMLError): void {
  const { lines } = draft.source;
  const broken = error ? lines.lineAt(Math.min(error.pos[0], lines.text.length)) : -2;
  for (const { span, message, more } of faults) {
    const below = lines.lineAt(span.start) - broken;
    if (below !== 0 && below !== 1) complain(draft, span, message, more);
  }
}

function addTree(draft: Draft, tree: Node): void {
  if (tree.size <= mostNodes || tree.size <= draft.source.text.length) draft.documents.push(tree);
  else
    complain(
      draft,
      { start: tree.start, end: tree.start + 1 },
      t("The aliases of this file expand to more than {0} values; Compose refuses it.", mostNodes),
    );
}

function refuseTab(draft: Draft): void {
  const tab = bareTab(draft.source.lines, draft.readings);
  if (!tab) return;
  draft.broken = true;
  draft.problems.push(tabProblem(draft.source, tab));
}

function isNothing(contents: unknown): boolean {
  return (
    !contents ||
    (isScalar(contents) &&
      contents.type === "PLAIN" &&
      plainScalar(String(contents.value)) === null)
  );
}

/** An empty document, between two `---` or behind the last one. */
function refuseNothing({ source, problems }: Draft, { range }: YamlDocument.Parsed): void {
  const start = Math.max(source.text.indexOf("---", range[0]), 0);
  const mark = { start, end: start + 3 };
  problems.push({
    code: "YamlSyntax",
    source,
    ...mark,
    message: t('Nothing follows this "---"; Compose refuses that.'),
    fixes: () => [{ title: t("Remove {0}", "---"), edits: [{ ...mark, newText: "" }], safe: true }],
  });
}

function refuseVersion(draft: Draft, { directives }: YamlDocument.Parsed): void {
  if (!directives.yaml.explicit || directives.yaml.version !== "1.2") return;
  const { text, lines } = draft.source;
  const start = text.indexOf("%YAML");
  const { end } = lines.line(lines.lineAt(start));
  complain(draft, { start, end }, t("Compose reads YAML 1.1 only; remove this line."));
}

/** Nesting of hundreds of levels of brackets, or of so many of blocks that they overflow the stack. */
function tooDeep(source: Source): Draft {
  const draft = newDraft(source);
  const span = { start: 0, end: Math.min(source.text.length, 1) };
  complain(draft, span, t("This file is nested too deeply to be read."));
  return draft;
}

function complain(draft: Draft, { start, end }: Span, message: string, more?: FindingExtras): void {
  draft.broken = true;
  draft.problems.push({ code: "YamlSyntax", source: draft.source, start, end, message, ...more });
}
