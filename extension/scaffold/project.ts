// Finds out what a folder holds, and writes its Dockerfile, .dockerignore and compose.yaml as texts.
// Pure: files come in as names and texts, and go out as texts.
import { detailsOf, entryOf, portOf } from "./details.ts";
import type { Folder, ProjectFacts } from "./facts.ts";
import { type ProjectKind, templates } from "./templates-data.ts";

const SIGNS: readonly (readonly [ProjectKind, RegExp])[] = [
  ["node", /^package\.json$/],
  ["go", /^go\.mod$/],
  ["rust", /^Cargo\.toml$/],
  ["maven", /^pom\.xml$/],
  ["gradle", /^(build|settings)\.gradle(\.kts)?$/],
  ["dotnet", /\.((cs|fs|vb)proj|slnx?)$/],
  ["php", /^composer\.json$/],
  ["ruby", /^Gemfile$/],
  ["python", /^(requirements\.txt|pyproject\.toml|Pipfile|(main|app|manage)\.py)$/],
  ["static", /^index\.html?$/],
];

/** The kinds that the folder may be, the likeliest first; empty where nothing is known. */
export function kindsOf({ files }: Folder): ProjectKind[] {
  return SIGNS.filter(([, sign]) => files.some((file) => sign.test(file))).map(([kind]) => kind);
}

/** Port and entry point, as far as the files tell. */
export function factsOf(folder: Folder, kind: ProjectKind): ProjectFacts {
  const usual = templates[kind];
  const entry = entryOf(folder, kind);
  const port = portOf(folder, kind);
  return {
    kind,
    port: port ?? usual.port,
    isPortSure: port !== undefined,
    entry: entry ?? usual.entry,
    isSure: entry !== undefined,
  };
}

/** The files to write, by name. */
export function scaffold(folder: Folder, facts: ProjectFacts): Record<string, string> {
  const { ignore } = templates[facts.kind];
  const {
    dockerfile = templates[facts.kind].dockerfile,
    kept,
    ...details
  } = detailsOf(folder, facts);
  const places: Record<string, string> = {
    port: String(facts.port),
    entry: facts.entry,
    name: nameFor(folder.name),
    ...details,
  };
  return {
    Dockerfile: dockerfile.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole),
    ".dockerignore": `${[...COMMON_IGNORES, ...ignore.filter((line) => line !== kept)].join("\n")}\n`,
    "compose.yaml": compose(folder.name, facts.port),
  };
}

const COMMON_IGNORES = [
  ".git",
  ".gitignore",
  ".vscode",
  ".idea",
  ".env",
  ".env.*",
  ".dockerignore",
  "*.md",
  "Dockerfile*",
  "compose*.yaml",
];

/** A name of ASCII letters, digits and hyphens, with at least one letter. */
function nameFor(folderName: string): string {
  const words = folderName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  // YAML takes digits alone for a number, which is no name to Compose.
  return /[a-z]/.test(words) ? words : ["app", words].filter(Boolean).join("-");
}

function compose(folderName: string, port: number): string {
  const name = nameFor(folderName);
  // Compose names a project after its folder, and leaves out other letters.
  const project = /[a-z0-9]/i.test(folderName) ? "" : `name: ${name}\n`;
  return `${project}services:
  ${name}:
    build: .
    ports:
      - "127.0.0.1:${port}:${port}"
    # Stops at once: a program that is process 1 itself does not hear that it shall end.
    init: true
    restart: unless-stopped
`;
}
