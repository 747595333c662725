// What the files of a project tell of its Dockerfile: package managers, frameworks, how it starts. Pure.
import type { Folder, ProjectFacts } from "./project.ts";
import { nodeBuilt, nodeSite, type ProjectKind, pythonAlone, templates } from "./templates-data.ts";

type Details = Readonly<Record<string, string>> & { readonly dockerfile?: string };

/** The entry point, as far as the files tell it for sure. */
export const entryOf = (folder: Folder, kind: ProjectKind): string | undefined =>
  FINDERS[kind]?.(folder);

const FINDERS: Partial<Record<ProjectKind, (folder: Folder) => string | undefined>> = {
  node: (folder) => {
    const { main, scripts } = packageOf(folder);
    const started = NODE.exec(scripts.start ?? "")?.[1];
    const common = ["server.js", "index.js", "app.js", "main.js"];
    if (siteOf(scripts) || (scripts.start && !started)) return "package.json";
    return started ?? main ?? common.find((file) => folder.files.includes(file));
  },
  python: (folder) => {
    const usual = ["main.py", "app.py", "manage.py"];
    const all = /\bdjango\b/i.test(pythonText(folder)) ? usual.reverse() : usual;
    return all.find((file) => folder.files.includes(file));
  },
  go: ({ files }) => (files.some((file) => file.endsWith(".go")) ? "." : undefined),
  rust: ({ read }) => /^\[package\][^[]*?^name\s*=\s*"([\w-]+)"/ms.exec(read("Cargo.toml"))?.[1],
  dotnet: ({ files }) => files.find((file) => /proj$/.test(file))?.replace(/\.\w+$/, ""),
  php: ({ files }) => (files.includes("public") ? "public" : "."),
  ruby: ({ read }) => (RAILS.test(read("Gemfile")) ? "config.ru" : undefined),
  static: () => ".",
  maven: () => templates.maven.entry,
  gradle: () => templates.gradle.entry,
};

/** What stands in the places of the template, and another template where the project needs one. */
export function detailsOf(folder: Folder, facts: ProjectFacts): Details {
  const { files } = folder;
  const given = (...names: string[]) => names.filter((name) => files.includes(name)).join(" ");
  switch (facts.kind) {
    case "node":
      return nodeDetails(folder, facts);
    case "python":
      return pythonDetails(folder, facts);
    case "go":
      return { manifests: given("go.mod", "go.sum") };
    case "ruby":
      return { manifests: given("Gemfile", "Gemfile.lock"), command: rubyCommand(folder, facts) };
    case "dotnet":
      return { project: files.find((file) => /proj$/.test(file)) ?? "" };
    default:
      return {};
  }
}

const words = (...command: (string | number)[]) =>
  `[${command.map((word) => JSON.stringify(String(word))).join(", ")}]`;

/** `node server.js`, with options before the file. */
const NODE = /^node (?:--\S+ )*([\w./-]+)$/;

interface Package {
  readonly main: string | undefined;
  readonly scripts: Readonly<Record<string, string>>;
}

function packageOf({ read }: Folder): Package {
  try {
    const { main, scripts } = JSON.parse(read("package.json")) as Partial<Package>;
    return { main, scripts: scripts ?? {} };
  } catch {
    return { main: undefined, scripts: {} };
  }
}

/** The folder that a build writes a site to, where nothing but a web server is needed for it. */
function siteOf({ build = "", start = "" }: Package["scripts"]): string | undefined {
  if (/\breact-scripts build\b/.test(build)) return "build";
  if (/\bvite build\b/.test(build) && (!start || /^vite\b/.test(start))) return "dist";
  return undefined;
}

function nodeDetails(folder: Folder, { entry }: ProjectFacts): Details {
  const { scripts } = packageOf(folder);
  const manager = nodeManager((file) => folder.files.includes(file));
  const run = scripts.start && !NODE.test(scripts.start);
  const command = run ? words("npm", "start") : words("node", entry);
  const site = siteOf(scripts);
  if (site) return { ...manager, dockerfile: nodeSite, site };
  return { ...manager, command, ...(scripts.build && { dockerfile: nodeBuilt }) };
}

function nodeManager(has: (file: string) => boolean): Record<string, string> {
  const npm = {
    cache: "/root/.npm",
    manifests: "package.json",
    build: "npm run build",
    prune: "npm prune --omit=dev",
  };
  if (has("pnpm-lock.yaml"))
    return {
      cache: "/root/.local/share/pnpm/store",
      manifests: "package.json pnpm-lock.yaml",
      install: "corepack enable && pnpm install --frozen-lockfile --prod",
      installAll: "corepack enable && pnpm install --frozen-lockfile",
      build: "pnpm run build",
      prune: "pnpm prune --prod",
    };
  if (has("yarn.lock"))
    return {
      cache: "/usr/local/share/.cache/yarn",
      manifests: "package.json yarn.lock",
      install: "yarn install --frozen-lockfile --production",
      installAll: "yarn install --frozen-lockfile",
      build: "yarn run build",
      prune: "yarn install --frozen-lockfile --production",
    };
  if (has("package-lock.json")) {
    const manifests = "package.json package-lock.json";
    return { ...npm, manifests, install: "npm ci --omit=dev", installAll: "npm ci" };
  }
  return { ...npm, install: "npm install --omit=dev", installAll: "npm install" };
}

/** What the project says of its packages. */
const pythonText = ({ read }: Folder): string =>
  ["requirements.txt", "pyproject.toml", "Pipfile"].map(read).join("\n");

function pythonDetails(folder: Folder, facts: ProjectFacts): Details {
  const command = pythonCommand(pythonText(folder), facts);
  const has = (file: string) => folder.files.includes(file);
  if (has("requirements.txt"))
    return {
      manifests: "requirements.txt",
      install: "pip install -r requirements.txt",
      command,
    };
  if (has("pyproject.toml")) return { manifests: ".", install: "pip install .", command };
  if (!has("Pipfile")) return { dockerfile: pythonAlone, command };
  const locked = has("Pipfile.lock");
  const list = "pipenv requirements > requirements.txt && pip install -r requirements.txt";
  return {
    manifests: locked ? "Pipfile Pipfile.lock" : "Pipfile",
    install: `pip install pipenv==2024.4.1 && ${locked ? "" : "pipenv lock && "}${list}`,
    command,
  };
}

/** How a server begins that listens to more than its own container. */
function pythonCommand(text: string, { entry, port }: ProjectFacts): string {
  const module = entry.replace(/\.py$/, "").replaceAll("/", ".");
  const everywhere = ["--host", "0.0.0.0", "--port", port] as const;
  const uses = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "i").test(text);
  if (entry === "manage.py") return words("python", entry, "runserver", `0.0.0.0:${port}`);
  if (uses("streamlit"))
    return words("streamlit", "run", entry, "--server.address=0.0.0.0", `--server.port=${port}`);
  if (uses("fastapi") && (uses("uvicorn") || /fastapi\[(standard|all)\]/.test(text)))
    return words("uvicorn", `${module}:app`, ...everywhere);
  if (uses("flask") && uses("gunicorn"))
    return words("gunicorn", `--bind=0.0.0.0:${port}`, `${module}:app`);
  if (uses("flask")) return words("flask", "--app", module, "run", ...everywhere);
  return words("python", entry);
}

const RAILS = /^\s*gem\s+["']rails["']/m;

function rubyCommand({ read }: Folder, { entry, port }: ProjectFacts): string {
  return RAILS.test(read("Gemfile"))
    ? words("bundle", "exec", "rails", "server", "-b", "0.0.0.0", "-p", port)
    : words("bundle", "exec", "rackup", entry, "--host", "0.0.0.0", "--port", port);
}
