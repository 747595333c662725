// What a language is to the server: how to know its files, how to read a text, and which
// features it has. All places are offsets; the server alone turns them into lines and columns.
import type {
  CompletionItemKind,
  DocumentHighlightKind,
  SignatureHelp,
  SymbolKind,
} from "vscode-languageserver-types";
import type { Host } from "./host.ts";
import type { Edit, Finding, Fix } from "./lint/rule.ts";
import type { Settings } from "./protocol.ts";
import type { Lines, Span } from "./text.ts";

/** What every feature is told besides the document. */
export interface FeatureContext {
  readonly uri: string;
  readonly host: Host;
  readonly settings: Settings;
  /** Something outside of the text has changed: what was found in its last version may be old. */
  readonly anew?: boolean;
}

/** A stretch of a file; without an address it is the file that was asked about. */
export interface Place extends Span {
  readonly uri?: string;
}

export interface Completion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What it replaces. */
  readonly span: Span;
  /** What is written; the label, if missing. */
  readonly insert?: string;
  /** `insert` has `$1`, `${2:name}` and the like. */
  readonly snippet?: boolean;
  readonly detail?: string;
  /** Markdown. A function is asked only when the item is looked at. */
  readonly documentation?: string | (() => string | undefined);
  readonly sortText?: string;
  readonly filterText?: string;
  readonly deprecated?: boolean;
  readonly preselect?: boolean;
  /** Opens the list again after this one was taken. */
  readonly again?: boolean;
}

/** Why proposals are asked for. */
export interface CompletionCause {
  /** The character whose typing opened the list, where nobody asked for it. */
  readonly character?: string;
}

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface SymbolNode {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** What is selected when one goes to it. */
  readonly nameSpan: Span;
  readonly children?: readonly SymbolNode[];
  readonly deprecated?: boolean;
}

export interface Fold extends Span {
  readonly kind?: "comment" | "imports" | "region";
}

/** A token of {@link tokenTypes}; the server sorts and encodes them. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers?: readonly TokenModifier[];
}

export const tokenTypes = [
  "keyword",
  "comment",
  "parameter",
  "property",
  "namespace",
  "class",
  "variable",
  "string",
  "operator",
  "macro",
  "function",
  "number",
  "type",
  "modifier",
] as const;
export type TokenType = (typeof tokenTypes)[number];

export const tokenModifiers = [
  "declaration",
  "definition",
  "deprecated",
  "documentation",
  "readonly",
] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

export interface Highlight extends Span {
  readonly kind: DocumentHighlightKind;
}

export interface Link extends Span {
  readonly target: string;
  readonly tooltip?: string;
}

export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
  readonly paddingLeft?: boolean;
}

export interface Lens extends Span {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export interface Refactoring extends Fix {
  /** `refactor.rewrite` and so on. */
  readonly kind: string;
}

/** Edits by the address of their file. */
export type EditsByFile = Readonly<Record<string, readonly Edit[]>>;

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/**
 * A language. Only `parse` and `lint` are a must; what is missing is answered with nothing.
 * `parse` never fails and is called once for each version of a text; `before` is the version before,
 * which may be used up to be faster, and `lines` are the text's, where they are known. Each feature is a pure function of the document and the context.
 */
export interface Language<Document> {
  parse(text: string, before?: Document, lines?: Lines): Document;
  lint(document: Document, context: FeatureContext): readonly Finding[];
  /** Whether the findings in `uri` may change when the other file `changed` does. */
  dependsOn?(uri: string, changed: string): boolean;

  complete?(
    document: Document,
    offset: number,
    context: FeatureContext,
    cause?: CompletionCause,
  ): readonly Completion[] | Promise<readonly Completion[]>;
  hover?(document: Document, offset: number, context: FeatureContext): Hover | undefined;
  /** `asked`: somebody wants it; else it is shown by itself while one types. */
  signature?(
    document: Document,
    offset: number,
    context: FeatureContext,
    asked?: boolean,
  ): SignatureHelp | undefined;
  symbols?(document: Document, context: FeatureContext): readonly SymbolNode[];
  /** What is looked for by name in the whole workspace; the symbols, if missing. */
  names?(document: Document, context: FeatureContext): readonly SymbolNode[];
  folds?(document: Document, context: FeatureContext): readonly Fold[];
  /** The spans around an offset, the innermost first. */
  selections?(document: Document, offset: number): readonly Span[];
  tokens?(document: Document, context: FeatureContext): readonly Token[];
  highlights?(document: Document, offset: number, context: FeatureContext): readonly Highlight[];
  definitions?(document: Document, offset: number, context: FeatureContext): readonly Place[];
  references?(
    document: Document,
    offset: number,
    context: FeatureContext,
    withDeclaration: boolean,
  ): readonly Place[];
  /** The name that would be renamed. */
  renameable?(document: Document, offset: number, context: FeatureContext): Span | undefined;
  rename?(
    document: Document,
    offset: number,
    newName: string,
    context: FeatureContext,
  ): EditsByFile | undefined;
  linked?(document: Document, offset: number, context: FeatureContext): readonly Span[];
  links?(document: Document, context: FeatureContext): readonly Link[];
  /** The whole text, or what lies in `span`. */
  format?(
    document: Document,
    options: FormatOptions,
    context: FeatureContext,
    span?: Span,
  ): readonly Edit[];
  formatOnType?(
    document: Document,
    offset: number,
    character: string,
    options: FormatOptions,
    context: FeatureContext,
  ): readonly Edit[];
  hints?(document: Document, span: Span, context: FeatureContext): readonly Hint[];
  lenses?(document: Document, context: FeatureContext): readonly Lens[];
  refactorings?(document: Document, span: Span, context: FeatureContext): readonly Refactoring[];
  /** How a finding is silenced by text in files; the settings are the server's own affair. */
  suppressions?(document: Document, finding: Finding, context: FeatureContext): readonly Fix[];
  /** Answers to questions that are about no opened document, by the name of the request. */
  readonly requests?: Readonly<Record<string, (question: never, host: Host) => unknown>>;
}

/** What is known of a language before its code is loaded. */
export interface KnownLanguage {
  /** Language ids of the editor. */
  readonly ids: readonly string[];
  /** Whether a file belongs to the language by its name, when the id does not say it. */
  matches(uri: string): boolean;
  /** The names of {@link Language.requests}. */
  readonly requests: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each language has a document type of its own, which only it knows.
  load(): Language<any>;
}
