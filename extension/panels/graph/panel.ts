// A project's services as a picture in an editor tab, live. Knows no engine.
import { readFile } from "node:fs/promises";
import { Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { t } from "../../engine/text.ts";
import { type Graph, startOrder } from "../../projects/graph.ts";
import { plain } from "../../wording/format.ts";
import { webviewPage } from "../page.ts";
import type { FromGraph, ToGraph } from "./messages.ts";
import { style } from "./style.ts";

/** What the picture shows, and what a click in it does. */
export interface Picture {
  readonly graph: () => Promise<Graph>;
  readonly onDidChange: (listener: () => void) => { dispose(): unknown };
  open(service: string): unknown;
  copy(): unknown;
}

const panels = new Map<string, WebviewPanel>();
const pause = 100;

/** Opens the graph, or shows the one that is open. */
export async function openGraph(extension: Uri, key: string, picture: Picture): Promise<void> {
  const known = panels.get(key);
  if (known) return known.reveal();
  const script = await readFile(Uri.joinPath(extension, "dist/graph-page.js").fsPath, "utf8");
  const title = t("{0}: services", plain((await picture.graph()).name));
  const panel = window.createWebviewPanel("dockwright.graph", title, ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [],
  });
  panels.set(key, panel);
  serve(panel, key, picture);
  panel.webview.html = webviewPage(title, style, script);
}

function serve(panel: WebviewPanel, key: string, picture: Picture): void {
  let timer: NodeJS.Timeout | undefined;
  let sent = "";
  const send = async (always: boolean) => {
    timer = undefined;
    const graph = await picture.graph();
    const texts = {
      copy: t("Copy as Mermaid"),
      order: t("Start order:"),
      empty: t("The project has no services."),
    };
    const message: ToGraph = { type: "graph", graph, order: startOrder(graph), texts };
    const text = JSON.stringify(message);
    if (!always && text === sent) return;
    sent = text;
    await panel.webview.postMessage(message);
  };
  // A project's events come in bursts.
  const soon = () => {
    if (panel.visible) timer ??= setTimeout(() => void send(false).catch(() => {}), pause);
  };
  const following = picture.onDidChange(soon);
  panel.webview.onDidReceiveMessage((message: FromGraph) => {
    if (message.type === "ready") void send(true).catch(() => {});
    else if (message.type === "open") void picture.open(message.service);
    else void picture.copy();
  });
  panel.onDidDispose(() => {
    clearTimeout(timer);
    following.dispose();
    panels.delete(key);
  });
}
