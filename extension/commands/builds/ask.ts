// Asks what a build needs, with what the Dockerfile itself says. Esc ends quietly; Enter takes what
// is there. What was chosen is remembered per Dockerfile.
import { type QuickPickItem, type Uri, window, workspace } from "vscode";
import type { DockerfileFacts } from "../../../language-server/protocol.ts";
import { t } from "../../engine/text.ts";
import { sshAgent } from "../../terminals/ssh-agents.ts";
import { type BuildChoice, lastChoice, rememberChoice } from "../../workspace/build-choices.ts";
import { contextOf, factsReader, findDockerfiles, usualTag } from "../../workspace/dockerfiles.ts";
import type { Services } from "../command.ts";

/** Finds a Dockerfile: the clicked one, the one in the editor, or one that is picked. */
export async function askDockerfile(
  clicked?: Uri,
  question: string = t("Which Dockerfile do you want to build?"),
): Promise<string | undefined> {
  if (clicked) return clicked.fsPath;
  const active = window.activeTextEditor?.document;
  if (active?.languageId === "dockerfile" && active.uri.scheme === "file") return active.uri.fsPath;
  const files = await findDockerfiles();
  if (files.length === 0) throw new Error(t("There is no Dockerfile in this workspace."));
  if (files.length === 1) return files[0]?.fsPath;
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), path: uri.fsPath }));
  const picked = await window.showQuickPick(items, {
    placeHolder: question,
  });
  return picked?.path;
}

/** How much is asked: a person's own command line may have a place for the tag alone. */
export type Asks = "all" | "tag" | "nothing";

/** The questions; undefined when one was dismissed. */
export async function askChoice(
  { context, client }: Services,
  dockerfile: string,
  asks: Asks = "all",
): Promise<BuildChoice | undefined> {
  const last = lastChoice(context.workspaceState, dockerfile);
  const before = { ...plainBuild, ...last, folder: last?.folder ?? contextOf(dockerfile) };
  const tag = asks === "nothing" ? before.tag : await askTag(dockerfile, last);
  if (tag === undefined) return undefined;
  const named = { ...before, dockerfile, tag };
  const choice = asks === "all" ? await askMore(client, named, last) : named;
  if (!choice) return undefined;
  await rememberChoice(context.workspaceState, choice);
  return choice;
}

const plainBuild = { tag: "", args: {}, secretFiles: {}, ssh: [], noCache: false, pull: false };

async function askMore(
  client: Services["client"],
  { folder, dockerfile, tag }: BuildChoice,
  last: BuildChoice | undefined,
): Promise<BuildChoice | undefined> {
  const facts = await factsReader(client)(dockerfile);
  const target = await askTarget(facts, last);
  if (target === undefined) return undefined;
  const args = await askArguments(facts, last);
  if (!args) return undefined;
  const secretFiles = await askSecrets(facts, last);
  if (!secretFiles) return undefined;
  const chosen = await askSwitches(facts, last);
  if (!chosen) return undefined;
  return { folder, dockerfile, tag, ...(target && { target }), args, secretFiles, ...chosen };
}

function askTag(dockerfile: string, last: BuildChoice | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    title: t("Build Image"),
    prompt: t("Tag of the image"),
    value: last?.tag ?? usualTag(dockerfile),
  });
}

async function askTarget(
  { stages }: DockerfileFacts,
  last: BuildChoice | undefined,
): Promise<string | undefined> {
  if (stages.length < 2) return "";
  const final = stages.length - 1;
  const items: (QuickPickItem & { target: string })[] = stages.map(({ name, base }, index) => ({
    label: name,
    description: index === final ? t("{0} · the last stage", base) : base,
    target: index === final ? "" : name,
  }));
  // The one of last time first: Enter takes it.
  const wished = last?.target ?? "";
  items.sort((a, b) => Number(b.target === wished) - Number(a.target === wished));
  const picked = await window.showQuickPick(items, {
    title: t("Which stage do you want to build?"),
  });
  return picked?.target;
}

async function askArguments(
  facts: DockerfileFacts,
  last: BuildChoice | undefined,
): Promise<Record<string, string> | undefined> {
  const args: Record<string, string> = { ...last?.args };
  if (facts.arguments.length === 0) return {};
  const picked = await window.showQuickPick(
    facts.arguments.map(({ name, defaultValue }) => ({
      label: name,
      description: args[name] ?? defaultValue ?? t("no default"),
      picked: name in args || defaultValue === undefined,
      defaultValue,
    })),
    { title: t("Which build arguments do you want to set?"), canPickMany: true },
  );
  if (!picked) return undefined;
  const chosen: Record<string, string> = {};
  for (const { label, defaultValue } of picked) {
    const value = await window.showInputBox({
      title: t("Build argument {0}", label),
      value: args[label] ?? defaultValue ?? "",
    });
    if (value === undefined) return undefined;
    chosen[label] = value;
  }
  return chosen;
}

async function askSecrets(
  { secrets }: DockerfileFacts,
  last: BuildChoice | undefined,
): Promise<Record<string, string> | undefined> {
  const files: Record<string, string> = {};
  for (const id of secrets) {
    const known = last?.secretFiles[id];
    if (known) {
      files[id] = known;
      continue;
    }
    const [file] =
      (await window.showOpenDialog({ title: t("File with the secret {0}", id) })) ?? [];
    if (file) files[id] = file.fsPath;
  }
  return files;
}

interface Switch extends QuickPickItem {
  readonly name: "noCache" | "pull" | "platform" | "ssh";
}

/** What the last question may switch on, and what of it was on last time. */
function switchesOf({ ssh }: DockerfileFacts, last: BuildChoice | undefined): Switch[] {
  const agent = sshAgent();
  const lending: Switch = {
    name: "ssh",
    label: `--ssh ${ssh.join(", ")}`,
    description: agent
      ? t("Let the steps that ask for it use your SSH agent")
      : t("No SSH agent was found (SSH_AUTH_SOCK): the steps that ask for it run without it"),
    picked: agent !== undefined && (!last || last.ssh.length > 0),
  };
  const on = (name: "noCache" | "pull" | "platform") => Boolean(last?.[name]);
  return [
    ...(ssh.length > 0 ? [lending] : []),
    {
      name: "noCache",
      label: "--no-cache",
      description: t("Build every step again"),
      picked: on("noCache"),
    },
    {
      name: "pull",
      label: "--pull",
      description: t("Look for newer base images"),
      picked: on("pull"),
    },
    {
      name: "platform",
      label: "--platform",
      description: t("Build for another processor"),
      picked: on("platform"),
    },
  ];
}

async function askSwitches(
  facts: DockerfileFacts,
  last: BuildChoice | undefined,
): Promise<Pick<BuildChoice, "noCache" | "pull" | "platform" | "ssh"> | undefined> {
  const picked = await window.showQuickPick(switchesOf(facts, last), {
    title: t("Options"),
    placeHolder: t("Enter builds"),
    canPickMany: true,
  });
  if (!picked) return undefined;
  const has = (wanted: Switch["name"]) => picked.some(({ name }) => name === wanted);
  const platform = has("platform") ? await askPlatform(last?.platform) : "";
  if (platform === undefined) return undefined;
  return {
    noCache: has("noCache"),
    pull: has("pull"),
    ssh: has("ssh") ? facts.ssh : [],
    ...(platform && { platform }),
  };
}

function askPlatform(last: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    title: t("Platform"),
    prompt: t("An operating system and a processor, such as linux/arm64 or linux/arm/v7."),
    value: last ?? "linux/amd64",
    validateInput: (value) =>
      /^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/.test(value.trim())
        ? undefined
        : t("Write it as linux/arm64: system, slash, processor."),
  });
}
