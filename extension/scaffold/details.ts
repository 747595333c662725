// What the files of a project tell of its Dockerfile: package managers, frameworks, how it starts. Pure.
import { execForm } from "./exec-form.ts";
import type { Folder, ProjectFacts } from "./facts.ts";
import { nodeDetails, nodeEntry, siteOf } from "./node.ts";
import {
  mavenPrefetch,
  type ProjectKind,
  pythonAlone,
  templates,
  WEB_SERVER_PORT,
} from "./templates-data.ts";

type Details = Readonly<Record<string, string>> & { readonly dockerfile?: string };

/** The entry point, as far as the files tell it for sure. */
export const entryOf = (folder: Folder, kind: ProjectKind): string | undefined =>
  FINDERS[kind]?.(folder);

const FINDERS: Partial<Record<ProjectKind, (folder: Folder) => string | undefined>> = {
  node: nodeEntry,
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
  maven: (folder) => (hasModules(folder) ? undefined : templates.maven.entry),
  gradle: () => templates.gradle.entry,
};

/** The port, where it is not the program's affair: the web server of a site has one of its own. */
export const portOf = (folder: Folder, kind: ProjectKind): number | undefined =>
  kind === "static" || (kind === "node" && siteOf(folder)) ? WEB_SERVER_PORT : undefined;

/** What stands in the places of the template, and another template where the project needs one. */
export function detailsOf(folder: Folder, facts: ProjectFacts): Details {
  const { files } = folder;
  const given = (...names: string[]) => names.filter((name) => files.includes(name)).join(" ");
  switch (facts.kind) {
    case "node":
      return nodeDetails(folder, facts.entry);
    case "python":
      return pythonDetails(folder, facts);
    case "go":
      return { manifests: given("go.mod", "go.sum") };
    case "ruby":
      return { manifests: given("Gemfile", "Gemfile.lock"), command: rubyCommand(folder, facts) };
    case "maven":
      return { prefetch: hasModules(folder) ? "" : mavenPrefetch };
    case "dotnet":
      return { project: files.find((file) => /proj$/.test(file)) ?? "" };
    default:
      return {};
  }
}

/** Maven reads its modules, too, before it does anything. */
const hasModules = ({ read }: Folder): boolean => /<modules>/.test(read("pom.xml"));

/**
 * Tools that install what their lock file names, and not the project itself, into the virtual
 * environment that is first on the path; they themselves stay out of it.
 */
const LOCKED: readonly { readonly lock: string; readonly install: string }[] = [
  {
    lock: "uv.lock",
    install:
      "/usr/local/bin/pip install uv==0.8.0 && \\\n    UV_PROJECT_ENVIRONMENT=/opt/venv uv sync --frozen --no-dev --no-install-project",
  },
  {
    lock: "poetry.lock",
    install:
      "/usr/local/bin/pip install poetry==2.1.3 && \\\n    VIRTUAL_ENV=/opt/venv poetry install --only main --no-root --no-interaction",
  },
];

/** What the project says of its packages. */
const pythonText = ({ read }: Folder): string =>
  ["requirements.txt", "pyproject.toml", "Pipfile"].map(read).join("\n");

function pythonDetails(folder: Folder, facts: ProjectFacts): Details {
  const command = pythonCommand(pythonText(folder), facts);
  const has = (file: string) => folder.files.includes(file);
  const tool = LOCKED.find(({ lock }) => has(lock));
  if (tool && has("pyproject.toml"))
    return { manifests: `pyproject.toml ${tool.lock}`, install: tool.install, command };
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
  if (entry === "manage.py") return execForm("python", entry, "runserver", `0.0.0.0:${port}`);
  if (uses("streamlit"))
    return execForm("streamlit", "run", entry, "--server.address=0.0.0.0", `--server.port=${port}`);
  if (uses("fastapi") && (uses("uvicorn") || /fastapi\[(standard|all)\]/.test(text)))
    return execForm("uvicorn", `${module}:app`, ...everywhere);
  if (uses("flask") && uses("gunicorn"))
    return execForm("gunicorn", `--bind=0.0.0.0:${port}`, `${module}:app`);
  if (uses("flask")) return execForm("flask", "--app", module, "run", ...everywhere);
  return execForm("python", entry);
}

const RAILS = /^\s*gem\s+["']rails["']/m;

function rubyCommand({ read }: Folder, { entry, port }: ProjectFacts): string {
  return RAILS.test(read("Gemfile"))
    ? execForm("bundle", "exec", "rails", "server", "-b", "0.0.0.0", "-p", port)
    : execForm("bundle", "exec", "rackup", entry, "--host", "0.0.0.0", "--port", port);
}
