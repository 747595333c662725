// Scan for Vulnerabilities: by a scanner that is installed, in a terminal. None is brought along, and
// none is started without being told to.
import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { env, Uri, window, workspace } from "vscode";
import { t } from "../../engine/text.ts";
import { requireTrust } from "../../trust.ts";
import { nameOfImage, onOne } from "../targets.ts";
import { namesOf, ownTemplate, placesOf, runTemplate } from "../templates/own.ts";
import { runProgram } from "../terminal-program.ts";

interface Scanner {
  readonly program: string;
  /** What tells whether it is there. */
  readonly probe: readonly string[];
  /** What stands before the image. */
  readonly args: readonly string[];
}

const scanners: readonly Scanner[] = [
  { program: "docker", probe: ["scout", "version"], args: ["scout", "cves"] },
  { program: "trivy", probe: ["--version"], args: ["image"] },
  { program: "grype", probe: ["version"], args: [] },
];

const answers = ({ program, probe }: Scanner) =>
  new Promise<boolean>((resolve) => {
    execFile(program, [...probe], { timeout: 20_000, windowsHide: true }, (error) =>
      resolve(!error),
    );
  });

async function findScanner(): Promise<Scanner | undefined> {
  const found = await Promise.all(scanners.map(answers));
  return scanners.find((_, index) => found[index]);
}

export const scan = onOne("image", async (_engine, image, services) => {
  requireTrust(t("Trust it first: its settings may name any program."));
  const title = t("Scan of {0}", nameOfImage(image));
  const own = await ownTemplate("scan", namesOf(image));
  if (own) return runTemplate(services, own, { title, places: placesOf(image) });
  const scanner = await findScanner();
  if (!scanner) return tellHow();
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
  const args = [...scanner.args, image.tags[0] ?? image.id];
  return runProgram(services, {
    program: scanner.program,
    args,
    folder,
    title,
    definition: { type: "dockwright-own", command: [scanner.program, ...args].join(" ") },
    source: "Docker",
  });
});

async function tellHow(): Promise<void> {
  const how = t("How to Install Docker Scout");
  const text = t("No scanner is installed. Docker Scout, Trivy and Grype can be used.");
  if ((await window.showInformationMessage(text, how)) === how)
    await env.openExternal(Uri.parse("https://docs.docker.com/scout/install/"));
}
