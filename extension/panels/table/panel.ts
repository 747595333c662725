// Tables in an editor tab: sortable, filterable, and live where their source is. Knows no engine.
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { table as asText } from "../../documents/table.ts";
import { toEngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import { webviewPage } from "../page.ts";
import { style } from "./style.ts";
import { type Column, type FromPage, type Row, type Sort, type ToPage, textOf } from "./table.ts";

export interface Sheet {
  /** The same key means the same panel, shown again while it is open. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly sort?: Sort;
  /** Shows rows until it has no more to show, or the signal ends it. What it throws is shown as a note. */
  follow(show: Show, signal: AbortSignal, isVisible: () => boolean): Promise<void>;
}

export type Show = (rows: readonly Row[], note?: string) => void;

/** Reads rows once. */
export const once =
  (read: (signal: AbortSignal) => Promise<readonly Row[]>): Sheet["follow"] =>
  async (show, signal) =>
    show(await read(signal));

/** Reads rows again and again while the panel is seen; a failure is told, and the next look may succeed. */
export const repeated =
  (pause: number, read: (signal: AbortSignal) => Promise<readonly Row[]>): Sheet["follow"] =>
  async (show, signal, isVisible) => {
    let rows: readonly Row[] = [];
    while (!signal.aborted) {
      try {
        if (isVisible()) {
          rows = await read(signal);
          show(rows);
        }
      } catch (error) {
        if (!signal.aborted) show(rows, toEngineError(error).message);
      }
      await delay(pause, undefined, { signal }).catch(() => {});
    }
  };

export class Tables {
  readonly #page: string;
  readonly #openText: (name: string, text: string) => Promise<void>;
  readonly #panels = new Map<string, WebviewPanel>();

  constructor(
    { extensionUri }: ExtensionContext,
    openText: (name: string, text: string) => Promise<void>,
  ) {
    this.#page = Uri.joinPath(extensionUri, "dist/table-page.js").fsPath;
    this.#openText = openText;
  }

  /** Opens a table, or shows the one that is open. */
  async open(sheet: Sheet): Promise<void> {
    const known = this.#panels.get(sheet.key);
    if (known) return known.reveal();
    const script = await readFile(this.#page, "utf8");
    const panel = window.createWebviewPanel("dockwright.table", sheet.title, ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    this.#panels.set(sheet.key, panel);
    const end = new AbortController();
    panel.onDidDispose(() => {
      end.abort();
      this.#panels.delete(sheet.key);
    });
    this.#serve(panel, sheet, end.signal);
    panel.webview.html = webviewPage(sheet.title, style, script);
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  // A hidden page is gone; when it is seen again it says so, and gets everything anew.
  #serve(panel: WebviewPanel, { title, columns, sort, follow }: Sheet, signal: AbortSignal): void {
    let last: { rows: readonly Row[]; note: string } = { rows: [], note: t("Loading…") };
    const send = (message: ToPage) => void panel.webview.postMessage(message);
    let ready = false;
    const show: Show = (rows, note = "") => {
      last = { rows, note };
      if (ready && !signal.aborted) send({ type: "rows", ...last });
    };
    const texts = {
      filter: t("Filter"),
      asText: t("Open as Text"),
      nothing: t("(nothing)"),
    };
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === "ready") {
        ready = true;
        send({ type: "table", columns, sort, texts });
        send({ type: "rows", ...last });
        return;
      }
      const rows = message.ids.flatMap((id) => last.rows.find((row) => row.id === id) ?? []);
      const heads = columns.map((column) => column.title);
      const cells = rows.map((row) => row.cells.map(textOf));
      void this.#openText(`${title}.txt`, asText(heads, cells));
    });
    follow(show, signal, () => panel.visible).catch((error) => {
      if (!signal.aborted) show(last.rows, toEngineError(error).message);
    });
  }
}
