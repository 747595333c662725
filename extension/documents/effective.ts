// Effective configurations of Compose projects as read-only texts that follow their files. Each line
// leads to the place that it comes from. What they say is the language server's.
import { basename } from "node:path";
import {
  type Disposable,
  EventEmitter,
  Hover,
  InlayHint,
  Location,
  languages,
  Position,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type ComposeProjectQuestion,
  type EffectiveConfiguration,
  effectiveRequest,
} from "../../language-server/protocol.ts";
import type { Client } from "../language-client/client.ts";

const scheme = "dockwright-effective";
/** Milliseconds after the last keystroke in a file of the project. */
const pause = 250;

export class EffectiveDocuments {
  readonly #client: Pick<Client, "request">;
  readonly #question: (path: string) => ComposeProjectQuestion;
  readonly #shown = new Map<string, EffectiveConfiguration>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #disposables: Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(client: Pick<Client, "request">, question: (path: string) => ComposeProjectQuestion) {
    this.#client = client;
    this.#question = question;
    const selector = { scheme };
    this.#disposables = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (uri) => (await this.#read(uri))?.text ?? "",
      }),
      languages.registerDefinitionProvider(selector, {
        provideDefinition: (document, { line }) => this.#origin(document, line),
      }),
      languages.registerHoverProvider(selector, {
        provideHover: (document, { line }) => {
          const origin = this.#origin(document, line);
          return origin && new Hover(placeOf(origin), document.lineAt(line).range);
        },
      }),
      languages.registerInlayHintsProvider(selector, {
        provideInlayHints: (document, range) => this.#hints(document, range),
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#soon(document.uri)),
      workspace.onDidSaveTextDocument(({ uri }) => this.#soon(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    ];
  }

  /** Opens the project of a file; false where nobody can read it. */
  async show(path: string, name: string): Promise<boolean> {
    const uri = Uri.from({
      scheme,
      path: `/${name.replace(/[\\/:]/g, "_")} config.yaml`,
      query: path,
    });
    if (!(await this.#read(uri))) return false;
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: true });
    return true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#disposables) one.dispose();
  }

  async #read(uri: Uri): Promise<EffectiveConfiguration | undefined> {
    const question = this.#question(uri.query);
    const answer = await this.#client.request<EffectiveConfiguration | null>(
      effectiveRequest,
      question,
    );
    if (!answer) return undefined;
    this.#shown.set(uri.toString(), answer);
    return answer;
  }

  #origin({ uri }: TextDocument, line: number): Location | undefined {
    const shown = this.#shown.get(uri.toString());
    const [source = -1, row = 0, column = 0] = shown?.origins[line] ?? [];
    const address = shown?.sources[source];
    return address === undefined
      ? undefined
      : new Location(Uri.parse(address), new Position(row, column));
  }

  /** The file, where a line comes from another one than the line above it. */
  #hints(document: TextDocument, { start, end }: Range): InlayHint[] {
    const shown = this.#shown.get(document.uri.toString());
    if (!shown || shown.sources.length < 2) return [];
    const hints: InlayHint[] = [];
    let before = "";
    for (let line = 0; line <= end.line && line < document.lineCount; line++) {
      const origin = this.#origin(document, line);
      if (!origin) continue;
      const file = origin.uri.toString();
      if (file !== before && before !== "" && line >= start.line) {
        const hint = new InlayHint(document.lineAt(line).range.end, placeOf(origin));
        hint.paddingLeft = true;
        hints.push(hint);
      }
      before = file;
    }
    return hints;
  }

  #soon({ scheme: changed, path }: Uri): void {
    if (changed === scheme || !/\.(?:ya?ml|env)$|\/\.env[^/]*$/.test(path)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const uri of this.#shown.keys()) this.#changed.fire(Uri.parse(uri));
    }, pause);
  }
}

function placeOf({ uri, range }: Location): string {
  return `${basename(uri.path)}:${range.start.line + 1}`;
}
