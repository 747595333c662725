// Asks a page that a container publishes, also where the engine has a network of its own (see
// TestEngine.portsReachable): then it is asked from within that network.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The text of the page; empty while nobody answers. */
export function publishedPage(socket: string, port: number, path = "/"): string {
  const address = JSON.stringify(`http://127.0.0.1:${port}${path}`);
  const ask = `fetch(${address}).then(async (r) => console.log(await r.text()), () => {})`;
  const pid = engineProcess(socket);
  const line = [process.execPath, "-e", ask];
  const [program = "", ...args] = pid ? ["nsenter", `--net=/proc/${pid}/ns/net`, ...line] : line;
  return execFileSync(program, args, { encoding: "utf8" });
}

/** The dockerd that listens there, if it is on this machine. */
export function engineProcess(socket: string): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  return readdirSync("/proc").find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return /(^|\/)dockerd$/.test(words[0] ?? "") && words.includes(`--host=unix://${socket}`);
    } catch {
      return false;
    }
  });
}
