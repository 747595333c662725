// The host suite in a desktop VS Code, downloaded by @vscode/test-electron: on machines of people,
// where that can be had. DOCKWRIGHT_VSCODE names an executable to take instead.
import { runTests } from "@vscode/test-electron";
import type { EditorVersion } from "../../scripts/editor.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a desktop VS Code is to be used here: not in CI, not as root, and only with a screen. */
export function usesDesktop(
  env: Environment = process.env,
  platform: string = process.platform,
  user: number | undefined = process.getuid?.(),
): boolean {
  if (env.DOCKWRIGHT_VSCODE) return true;
  if (env.CI || user === 0) return false;
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Runs the bundled suite in it, with the extension of this folder in development. */
export async function runInDesktop(
  version: EditorVersion,
  suite: string,
  workspace: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const given = process.env.DOCKWRIGHT_VSCODE;
  await runTests({
    ...(given ? { vscodeExecutablePath: given } : { version: releases[version] }),
    extensionDevelopmentPath: process.cwd(),
    extensionTestsPath: suite,
    extensionTestsEnv: environment,
    launchArgs: [workspace, "--disable-extensions", "--disable-workspace-trust", "--skip-welcome"],
  });
}

const releases: Record<EditorVersion, string> = { newest: "stable", oldest: "1.100.3" };
