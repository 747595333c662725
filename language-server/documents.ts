// The opened documents: text, language, and the tree of the newest version, made once when it is
// first asked for. Knows nothing of requests.
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "./language.ts";
import { Lines } from "./text.ts";

/** One version of a document, parsed. */
export interface Parsed {
  readonly version: number;
  readonly lines: Lines;
  readonly tree: unknown;
}

export class OpenDocument {
  readonly uri: string;
  readonly language: Language<unknown>;
  #text: TextDocument;
  #parsed: Parsed | undefined;

  constructor(text: TextDocument, language: Language<unknown>) {
    this.uri = text.uri;
    this.#text = text;
    this.language = language;
  }

  get version(): number {
    return this.#text.version;
  }

  get text(): string {
    return this.#text.getText();
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.#text = TextDocument.update(this.#text, [...changes], version);
  }

  /** The tree of the present version. */
  parse(): Parsed {
    if (this.#parsed?.version !== this.version) {
      const text = this.text;
      this.#parsed = {
        version: this.version,
        lines: new Lines(text),
        tree: this.language.parse(text, this.#parsed?.tree),
      };
    }
    return this.#parsed;
  }
}

export class Documents {
  readonly #byUri = new Map<string, OpenDocument>();
  readonly #languages: readonly Language<unknown>[];

  constructor(languages: readonly Language<unknown>[]) {
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
    return (
      language && new OpenDocument(TextDocument.create(uri, languageId, version, text), language)
    );
  }

  /** Whether a file is one of a language's by its name. */
  knows(uri: string): boolean {
    return this.#languages.some((one) => one.matches(uri));
  }

  close(uri: string): void {
    this.#byUri.delete(uri);
  }
}
