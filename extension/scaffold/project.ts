// Finds out what a folder holds, and writes its Dockerfile, .dockerignore and compose.yaml as texts.
// Pure: files come in as names and texts, and go out as texts.
import { type ProjectKind, templates } from "./templates-data.ts";

/** What is known of a project's folder. */
export interface Folder {
  readonly name: string;
  /** Names in it, not below it. */
  readonly files: readonly string[];
  /** A file's text; empty where it is not there. */
  readonly read: (file: string) => string;
}

export interface ProjectFacts {
  readonly kind: ProjectKind;
  readonly port: number;
  readonly entry: string;
  /** False: the entry is a guess, and better asked for. */
  readonly isSure: boolean;
}

const SIGNS: readonly (readonly [ProjectKind, RegExp])[] = [
  ["node", /^package\.json$/],
  ["go", /^go\.mod$/],
  ["rust", /^Cargo\.toml$/],
  ["maven", /^pom\.xml$/],
  ["gradle", /^build\.gradle(\.kts)?$/],
  ["dotnet", /\.(cs|fs|vb)proj$/],
  ["php", /^composer\.json$/],
  ["ruby", /^Gemfile$/],
  ["python", /^(requirements\.txt|pyproject\.toml|Pipfile|main\.py|app\.py)$/],
  ["static", /^index\.html?$/],
];

/** The kinds that the folder may be, the likeliest first; empty where nothing is known. */
export function kindsOf({ files }: Folder): ProjectKind[] {
  return SIGNS.filter(([, sign]) => files.some((file) => sign.test(file))).map(([kind]) => kind);
}

/** Port and entry point, as far as the files tell. */
export function factsOf(folder: Folder, kind: ProjectKind): ProjectFacts {
  const { port, entry } = templates[kind];
  const found = FINDERS[kind]?.(folder);
  return { kind, port, entry: found ?? entry, isSure: found !== undefined };
}

const FINDERS: Partial<Record<ProjectKind, (folder: Folder) => string | undefined>> = {
  node: ({ files, read }) => {
    const { main, scripts } = json(read("package.json"));
    const started = /^node (?:--\S+ )*([\w./-]+)$/.exec(scripts?.start ?? "")?.[1];
    const common = ["server.js", "index.js", "app.js", "main.js"];
    return started ?? main ?? common.find((file) => files.includes(file));
  },
  python: ({ files }) => ["main.py", "app.py", "manage.py"].find((file) => files.includes(file)),
  go: ({ files }) => (files.some((file) => file.endsWith(".go")) ? "." : undefined),
  rust: ({ read }) => /^\[package\][^[]*?^name\s*=\s*"([\w-]+)"/ms.exec(read("Cargo.toml"))?.[1],
  dotnet: ({ files }) => files.find((file) => /proj$/.test(file))?.replace(/\.\w+$/, ""),
  php: ({ files }) => (files.includes("public") ? "public" : "."),
  static: () => ".",
  maven: () => templates.maven.entry,
  gradle: () => templates.gradle.entry,
};

function json(text: string): { main?: string; scripts?: Record<string, string> } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The files to write, by name. */
export function scaffold(folder: Folder, facts: ProjectFacts): Record<string, string> {
  const { dockerfile, ignore } = templates[facts.kind];
  const places: Record<string, string> = {
    port: String(facts.port),
    entry: facts.entry,
    ...detailsOf(folder, facts.kind),
  };
  return {
    Dockerfile: dockerfile.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole),
    ".dockerignore": `${[...COMMON_IGNORES, ...ignore].join("\n")}\n`,
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
  "*.md",
  "Dockerfile*",
  "compose*.yaml",
];

function detailsOf({ files }: Folder, kind: ProjectKind): Record<string, string> {
  const has = (file: string) => files.includes(file);
  const given = (...names: string[]) => names.filter(has).join(" ");
  switch (kind) {
    case "node":
      return nodeDetails(has);
    case "python":
      return has("requirements.txt")
        ? { manifests: "requirements.txt", install: "pip install -r requirements.txt" }
        : { manifests: ".", install: has("pyproject.toml") ? "pip install ." : "pip list" };
    case "go":
      return { manifests: given("go.mod", "go.sum") };
    case "ruby":
      return { manifests: given("Gemfile", "Gemfile.lock") };
    case "dotnet":
      return { project: files.find((file) => /proj$/.test(file)) ?? "" };
    default:
      return {};
  }
}

function nodeDetails(has: (file: string) => boolean): Record<string, string> {
  const npm = { cache: "/root/.npm", manifests: "package.json" };
  if (has("pnpm-lock.yaml"))
    return {
      cache: "/root/.local/share/pnpm/store",
      manifests: "package.json pnpm-lock.yaml",
      install: "corepack enable && pnpm install --frozen-lockfile --prod",
    };
  if (has("yarn.lock"))
    return {
      cache: "/usr/local/share/.cache/yarn",
      manifests: "package.json yarn.lock",
      install: "yarn install --frozen-lockfile --production",
    };
  if (has("package-lock.json"))
    return { ...npm, manifests: "package.json package-lock.json", install: "npm ci --omit=dev" };
  return { ...npm, install: "npm install --omit=dev" };
}

function compose(folderName: string, port: number): string {
  const name =
    folderName
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "app";
  return `services:
  ${name}:
    build: .
    ports:
      - "127.0.0.1:${port}:${port}"
    restart: unless-stopped
`;
}
