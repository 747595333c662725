// What is shown of the language server's problems: all, but in a Compose file not what another extension
// shows as well, as long as `dockwright.compose.besideOtherExtensions` does not want it.
import { type Diagnostic, type Disposable, languages, type Uri, workspace } from "vscode";
import { together } from "../disposables.ts";
import { onDidChangeSetting } from "../settings.ts";
import { withoutDoubled } from "./doubled-problems.ts";

type Show = (uri: Uri, problems: Diagnostic[]) => void;

/** The problems of one file, and which of them are shown. */
interface Known {
  readonly uri: Uri;
  readonly problems: readonly Diagnostic[];
  readonly show: Show;
  shown: readonly Diagnostic[];
}

const settingName = "compose.besideOtherExtensions";

export class ShownProblems implements Disposable {
  readonly #known = new Map<string, Known>();
  readonly #listeners = together(
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) this.#lookAgain(this.#known.get(uri.toString()));
    }),
    onDidChangeSetting(settingName, () => {
      for (const known of this.#known.values()) this.#lookAgain(known);
    }),
  );

  /** Takes in what the server tells of a file. */
  take(uri: Uri, problems: Diagnostic[], show: Show): void {
    const shown = left(uri, problems);
    const key = uri.toString();
    if (problems.length > 0) this.#known.set(key, { uri, problems, show, shown });
    else this.#known.delete(key);
    show(uri, [...shown]);
  }

  #lookAgain(known: Known | undefined): void {
    if (!known) return;
    const { uri, problems, show, shown } = known;
    known.shown = left(uri, problems);
    const same = known.shown.length === shown.length;
    if (!same || known.shown.some((one, index) => one !== shown[index]))
      show(uri, [...known.shown]);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#known.clear();
  }
}

function left(uri: Uri, problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const wanted = workspace.getConfiguration("dockwright", uri).get<string>(settingName);
  return wanted === "show" ? problems : withoutDoubled(problems, languages.getDiagnostics(uri));
}
