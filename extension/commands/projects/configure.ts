// What a project consists of, chosen by the person and remembered per workspace: its files in
// order, profiles, env files, name, folder.
import { readdir } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { Uri, window, workspace } from "vscode";
import { t } from "../../engine/text.ts";
import type { ComposeChoice } from "../../projects/choice.ts";
import { plain } from "../../wording/format.ts";
import { askText } from "../ask.ts";
import type { Command, Services } from "../command.ts";
import { type Subject, subjectOf } from "./target.ts";

type Step = (
  services: Services,
  subject: Subject,
  choice: ComposeChoice,
) => Promise<ComposeChoice | undefined>;

async function filesBeside(files: readonly string[], pattern: RegExp): Promise<string[]> {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
    }),
  );
  return found.flat().sort();
}

/** Which files, one after the other: the order is that of the picks. */
const chooseFiles: Step = async (_services, { project }, choice) => {
  const [first = "", ...others] = project.files;
  const beside = await filesBeside(project.files, /compose.*\.ya?ml$/i);
  const all = [...new Set([first, ...others, ...beside])];
  const files = [first];
  for (;;) {
    const left = all.filter((file) => !files.includes(file));
    const done = { label: `$(check) ${t("That is all")}`, file: "" };
    const items = [
      done,
      ...left.map((file) => ({ label: basename(file), description: dirname(file), file })),
    ];
    if (left.length === 0) break;
    const placeHolder = t(
      "{0}: which file overrides it?",
      files.map((file) => basename(file)).join(" + "),
    );
    const picked = await window.showQuickPick(items, { placeHolder });
    if (!picked) return undefined;
    if (!picked.file) break;
    files.push(picked.file);
  }
  return { ...choice, files };
};

const chooseProfiles: Step = async (_services, { project }, choice) => {
  const { definition } = project;
  const profiles = [
    ...new Set([...(definition?.profiles ?? []), ...(choice.profiles ?? [])]),
  ].sort();
  if (profiles.length === 0) return choice;
  const items = profiles.map((label) => ({
    label,
    picked: choice.profiles?.includes(label) ?? false,
  }));
  const placeHolder = t("Profiles to switch on");
  const picked = await window.showQuickPick(items, { canPickMany: true, placeHolder });
  return picked && { ...choice, profiles: picked.map(({ label }) => label) };
};

const chooseEnvironment: Step = async (_services, { project }, choice) => {
  const files = await filesBeside(project.files, /^\.env|\.env$/);
  if (files.length === 0) return choice;
  const items = files.map((file) => ({
    label: basename(file),
    description: dirname(file),
    picked: choice.environmentFiles?.includes(file) ?? false,
    file,
  }));
  const placeHolder = t("Env files to use instead of .env (choose none for Compose's default)");
  const picked = await window.showQuickPick(items, { canPickMany: true, placeHolder });
  return picked && { ...choice, environmentFiles: picked.map(({ file }) => file) };
};

const chooseName: Step = async (_services, { project }, choice) => {
  const name = await askText(t("Project name (leave empty for Compose's default)"), {
    value: choice.name ?? "",
    placeHolder: plain(project.name),
    optional: true,
  });
  if (name === undefined) return undefined;
  const { name: _old, ...rest } = choice;
  return name ? { ...rest, name } : rest;
};

/** Where relative paths start: the first file's folder, one above it in the workspace, or any other. */
const chooseFolder: Step = async (_services, { project }, choice) => {
  const [first = ""] = choice.files ?? project.files;
  const usual = dirname(first);
  const folders = new Set([...(choice.folder ? [choice.folder] : []), usual, ...above(usual)]);
  const other = { label: t("Another Folder…"), description: "", folder: "" };
  const items = [...folders].map((folder) => ({
    label: basename(folder) || folder,
    description: folder,
    folder,
  }));
  const placeHolder = t("Project folder: relative paths in the files start there");
  const picked = await window.showQuickPick([...items, other], { placeHolder });
  if (!picked) return undefined;
  const folder = picked.folder || (await askFolder(usual));
  if (!folder) return undefined;
  const { folder: _old, ...rest } = choice;
  return folder === usual ? rest : { ...rest, folder };
};

/** The folders above, as far as the workspace goes. */
function above(folder: string): string[] {
  const root = workspace.getWorkspaceFolder(Uri.file(folder))?.uri.fsPath;
  const found: string[] = [];
  const inside = root?.endsWith(sep) ? root : `${root}${sep}`;
  for (let one = folder; one !== root && one.startsWith(inside); found.push(one))
    one = dirname(one);
  return found;
}

async function askFolder(folder: string): Promise<string | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      title: t("Project folder"),
      defaultUri: Uri.file(folder),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return chosen?.fsPath;
}

/** Asks step by step; nothing changes when one is dismissed. */
export const configure: Command = async (services, nodes, args) => {
  const subject = await subjectOf(services, nodes, args);
  const first = subject?.project.files[0];
  if (!subject || !first) return;
  let choice: ComposeChoice | undefined = services.projects.choice(first);
  for (const step of [chooseFiles, chooseProfiles, chooseEnvironment, chooseName, chooseFolder]) {
    choice = await step(services, subject, choice);
    if (!choice) return;
  }
  await services.projects.choose(first, choice);
};
