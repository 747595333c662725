// Add Dockerfile…: writes Dockerfile, .dockerignore and compose.yaml for the project in a folder. It
// asks only what the files do not tell, and overwrites nothing without asking.
import { basename } from "node:path";
import { FileType, Uri, window, workspace } from "vscode";
import { t } from "../../engine/text.ts";
import { BELOW, type Folder, type ProjectFacts, READ } from "../../scaffold/facts.ts";
import { factsOf, kindsOf, scaffold } from "../../scaffold/project.ts";
import { type ProjectKind, templates } from "../../scaffold/templates-data.ts";

export async function addDockerfile(clicked?: Uri): Promise<void> {
  const uri = clicked ?? (await askFolder());
  if (!uri) return;
  const folder = await readFolder(uri);
  const kind = await askKind(kindsOf(folder));
  const facts = kind && (await askFacts(factsOf(folder, kind)));
  if (!facts) return;
  const files = scaffold(folder, facts);
  const wanted = await withoutUnwanted(Object.keys(files), folder.files);
  if (!wanted) return;
  for (const name of wanted)
    await workspace.fs.writeFile(Uri.joinPath(uri, name), Buffer.from(files[name] ?? ""));
  await window.showTextDocument(Uri.joinPath(uri, "Dockerfile"));
}

async function askFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error(t("Open a folder first."));
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}

/** The folder's files, those where programs usually start, and the texts of the small ones that are read. */
async function readFolder(uri: Uri): Promise<Folder> {
  const entries = await workspace.fs.readDirectory(uri);
  const below = await filesBelow(uri, entries);
  const own = entries.filter(([, type]) => type === FileType.File).map(([name]) => name);
  const texts = new Map<string, string>();
  for (const path of [...own, ...below].filter((path) => READ.test(path)))
    texts.set(path, Buffer.from(await workspace.fs.readFile(Uri.joinPath(uri, path))).toString());
  return {
    name: basename(uri.path),
    files: entries.map(([name]) => name),
    below,
    read: (file) => texts.get(file) ?? "",
  };
}

/** Two folders deep, as far as the folders are those of programs. */
async function filesBelow(uri: Uri, entries: Entries, folder = ""): Promise<string[]> {
  const found: string[] = [];
  for (const [name, type] of entries) {
    const path = folder + name;
    if (type === FileType.File && folder) found.push(path);
    if (type !== FileType.Directory || !isLookedInto(folder, name)) continue;
    const inside = await workspace.fs.readDirectory(Uri.joinPath(uri, path));
    found.push(...(await filesBelow(uri, inside, `${path}/`)));
  }
  return found.sort();
}

type Entries = Awaited<ReturnType<typeof workspace.fs.readDirectory>>;

const isLookedInto = (folder: string, name: string): boolean =>
  folder === "" ? BELOW.some((one) => one === name) : !folder.slice(0, -1).includes("/");

async function askKind(found: readonly ProjectKind[]): Promise<ProjectKind | undefined> {
  const [only] = found;
  if (only && found.length === 1) return only;
  const kinds = found.length > 0 ? found : (Object.keys(templates) as ProjectKind[]);
  const items = kinds.map((kind) => ({ label: templates[kind].label, project: kind }));
  const title = t("What kind of project is it?");
  return (await window.showQuickPick(items, { title }))?.project;
}

async function askFacts(facts: ProjectFacts): Promise<ProjectFacts | undefined> {
  const entry = facts.isSure
    ? facts.entry
    : await window.showInputBox({ title: t("What starts the program?"), value: facts.entry });
  if (entry === undefined) return undefined;
  if (facts.isPortSure) return { ...facts, entry };
  const port = await window.showInputBox({
    title: t("Which port does it listen on?"),
    value: String(facts.port),
    validateInput: (text) =>
      /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65_536
        ? undefined
        : t("A port is a number from 1 to 65535."),
  });
  return port === undefined ? undefined : { ...facts, entry, port: Number(port) };
}

/** The names to write; undefined when the person thinks better of it. */
async function withoutUnwanted(
  names: readonly string[],
  there: readonly string[],
): Promise<readonly string[] | undefined> {
  const existing = names.filter((name) => there.includes(name));
  if (existing.length === 0) return names;
  const overwrite = t("Overwrite");
  const keep = t("Keep Them");
  const picked = await window.showWarningMessage(
    t("These files already exist: {0}. Overwriting loses their content.", existing.join(", ")),
    { modal: true },
    overwrite,
    keep,
  );
  if (picked === overwrite) return names;
  return picked === keep ? names.filter((name) => !existing.includes(name)) : undefined;
}
