// The opened documents: text, language, and the tree of the newest version, made once when it is
// first asked for. Knows nothing of requests.
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { KnownLanguage, Language } from "./language.ts";
import { Lines, type Span } from "./text.ts";

/** One version of a document, parsed. */
export interface Parsed {
  readonly version: number;
  readonly lines: Lines;
  readonly tree: unknown;
}

export class OpenDocument {
  readonly uri: string;
  readonly language: Language<unknown>;
  #version: number;
  #lines: Lines;
  #parsed: Parsed | undefined;

  constructor(uri: string, version: number, text: string, language: Language<unknown>) {
    this.uri = uri;
    this.#version = version;
    this.#lines = new Lines(text);
    this.language = language;
  }

  get version(): number {
    return this.#version;
  }

  get text(): string {
    return this.#lines.text;
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes)
      this.#lines =
        "range" in change
          ? this.#lines.edited(inOrder(this.#lines.span(change.range)), change.text)
          : new Lines(change.text);
    this.#version = version;
  }

  /** The tree of the present version. */
  parse(): Parsed {
    if (this.#parsed?.version !== this.version || this.#parsed.lines !== this.#lines)
      this.#parsed = {
        version: this.version,
        lines: this.#lines,
        tree: this.language.parse(this.text, this.#parsed?.tree, this.#lines),
      };
    return this.#parsed;
  }
}

/** Some clients turn a range around. */
function inOrder({ start, end }: Span): Span {
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

export class Documents {
  readonly #byUri = new Map<string, OpenDocument>();
  readonly #languages: readonly KnownLanguage[];

  constructor(languages: readonly KnownLanguage[]) {
    this.#languages = languages;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  all(): IterableIterator<OpenDocument> {
    return this.#byUri.values();
  }

  /** Takes a document in; gives nothing if no language knows it. */
  open(uri: string, languageId: string, version: number, text: string): OpenDocument | undefined {
    const document = this.make(uri, languageId, version, text);
    if (document) this.#byUri.set(uri, document);
    return document;
  }

  /** The same for a text that nobody has opened. */
  make(uri: string, languageId: string, version: number, text: string): OpenDocument | undefined {
    const language =
      this.#languages.find(({ ids }) => ids.includes(languageId)) ??
      this.#languages.find((one) => one.matches(uri));
    return language && new OpenDocument(uri, version, text, language.load());
  }

  /** Whether a file is one of a language's by its name. */
  knows(uri: string): boolean {
    return this.#languages.some((one) => one.matches(uri));
  }

  close(uri: string): void {
    this.#byUri.delete(uri);
  }
}
