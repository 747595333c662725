// What the files of a Python project tell of its image: how its packages are installed, how it starts. Pure.
import { execForm } from "./exec-form.ts";
import type { Details, Folder, ProjectFacts } from "./facts.ts";
import { copyAll, pythonAlone } from "./template-parts.ts";
import { pythonVersion } from "./versions.ts";

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
  {
    lock: "pdm.lock",
    install:
      "/usr/local/bin/pip install pdm==2.25.4 && \\\n    pdm export --prod -o requirements.txt && \\\n    pip install -r requirements.txt",
  },
];

/** What the project says of its packages. */
const textOf = ({ read }: Folder): string =>
  ["requirements.txt", "pyproject.toml", "Pipfile"].map(read).join("\n");

/** The file that starts it: beside the project's, or in its package. */
export function pythonEntry(folder: Folder): string | undefined {
  const { files, below } = folder;
  const usual = ["main.py", "app.py", "manage.py"];
  const all = /\bdjango\b/i.test(textOf(folder)) ? usual.reverse() : usual;
  const inPackage = /^(src\/(\w+\/)?|app\/)(__main__|main|app)\.py$/;
  return all.find((file) => files.includes(file)) ?? below.find((file) => inPackage.test(file));
}

/** What stands in the places of the template. */
export function pythonDetails(folder: Folder, facts: ProjectFacts): Details {
  const path = facts.entry.startsWith("src/") ? " PYTHONPATH=/app/src" : "";
  const python = pythonVersion(folder);
  return { ...packagesOf(folder), python, path, command: commandOf(textOf(folder), facts) };
}

function packagesOf(folder: Folder): Details {
  const has = (file: string) => folder.files.includes(file);
  const tool = LOCKED.find(({ lock }) => has(lock));
  if (tool && has("pyproject.toml"))
    return { copy: `COPY pyproject.toml ${tool.lock} ./`, install: tool.install };
  if (has("requirements.txt")) {
    // Lines that name other files, or packages that are part of the project.
    const hasMore =
      /^\s*(-[rce]\b|--(requirement|constraint|editable)\b|\.{0,2}\/|\.\s*$)|@ *file:/m;
    const copy = hasMore.test(folder.read("requirements.txt"))
      ? copyAll
      : "COPY requirements.txt ./";
    return { copy, install: "pip install -r requirements.txt" };
  }
  if (has("pyproject.toml")) return { copy: "COPY . .", install: "pip install ." };
  if (!has("Pipfile")) return { dockerfile: pythonAlone };
  const locked = has("Pipfile.lock");
  const list = "pipenv requirements > requirements.txt && pip install -r requirements.txt";
  return {
    copy: `COPY ${locked ? "Pipfile Pipfile.lock" : "Pipfile"} ./`,
    install: `pip install pipenv==2024.4.1 && ${locked ? "" : "pipenv lock && "}${list}`,
  };
}

/** How a server begins that listens to more than its own container. */
function commandOf(text: string, { entry, port }: ProjectFacts): string {
  const inPath = entry.replace(/^src\//, "").replace(/(\/__main__)?\.py$/, "");
  const module = inPath.replaceAll("/", ".");
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
  return entry.includes("/") ? execForm("python", "-m", module) : execForm("python", entry);
}
