// The desktop's VS Code for `npm start`, where its command line is at hand.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** The path of `code`, if a window can be opened from here. */
export function desktopLine(
  env: Environment,
  platform: string,
  user: number | undefined,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  // VS Code refuses to run as root; over ssh and in a remote terminal `code` opens no development window.
  if (user === 0 || env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  const name = platform === "win32" ? "code.cmd" : "code";
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(exists);
}

/** Opens an extension development window on the samples. */
export function openDesktop(code: string, environment: Environment): void {
  const line = ["--new-window", `--extensionDevelopmentPath=${resolve(".")}`, resolve("samples")];
  const shell = process.platform === "win32";
  const quoted = shell ? [code, ...line].map((word) => `"${word}"`) : [code, ...line];
  const child = spawn(quoted[0] ?? code, quoted.slice(1), {
    stdio: "ignore",
    detached: true,
    shell,
    env: { ...process.env, ...environment },
  });
  child.on("error", (error) => console.log(`${code}: ${error.message}`));
  child.unref();
}
