// What a UI test needs before there is a page: a workspace, the editor's server with the packaged
// extension in it, a browser.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { startBrowser } from "../../scripts/browser.ts";
import { type Editor, type EditorVersion, startEditor } from "../../scripts/editor.ts";
import { removeTemporary } from "../temporary.ts";
import { patience } from "./texts.ts";

export interface WorkbenchOptions {
  /** The folder of the screenshots. */
  readonly name: string;
  /** A folder of the project; the workspace is a copy of it. */
  readonly workspace?: string;
  /** More files of the workspace: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** The engine's address; the test engine's when missing. */
  readonly engine?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A program that starts the editor, as for `startEditor`. */
  readonly through?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
  readonly version?: EditorVersion;
  /** VS Code's display language, such as `ko`; its own texts stay English. */
  readonly language?: string;
}

export interface Begun {
  readonly page: Page;
  /** The address of the page with the workspace in it. */
  readonly url: string;
  readonly workspace: string;
  /** Where the editor keeps its settings and logs. */
  readonly data: string;
  /** The folder of the screenshots. */
  readonly shots: string;
  readonly editor: Editor;
  /** Ends and removes all of it. */
  end(): Promise<void>;
}

/** A page that is slow may give the keyboard to another part while a question is up: it stays. */
const lasting = { "workbench.quickOpen.closeOnFocusLost": false };

/** Starts all that stands behind the page. */
export async function begin(options: WorkbenchOptions): Promise<Begun> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-ui-"));
  const workspace = join(folder, "workspace");
  const data = join(folder, "data");
  fill(workspace, options);
  const engine = options.engine ?? `unix://${process.env.DOCKWRIGHT_TEST_SOCKET}`;
  const editor = await startEditor({
    version: options.version ?? "newest",
    data,
    vsix: process.env.DOCKWRIGHT_TEST_VSIX ?? resolve("dockwright.vsix"),
    env: { DOCKER_HOST: engine, DOCKER_CONFIG: join(folder, "docker"), ...options.env },
    settings: { ...lasting, ...options.settings },
    ...(options.through && { through: options.through }),
  });
  const shots = resolve("test/ui/screenshots", options.name);
  rmSync(shots, { recursive: true, force: true });
  const browser = await startBrowser(options.language);
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  if (options.language)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = "${options.language}"`);
  const end = async () => {
    await browser.close();
    await editor.stop();
    removeTemporary(folder);
  };
  return { page, url: editor.url(workspace), workspace, data, shots, editor, end };
}

function fill(workspace: string, { workspace: source, files = {} }: WorkbenchOptions): void {
  mkdirSync(workspace);
  if (source) cpSync(resolve(source), workspace, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(workspace, path, ".."), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}
