// What a package.json tells of its image: the package manager, how the program starts, whether it has
// to be built, and whether a site comes of it. Pure.
import { execForm } from "./exec-form.ts";
import type { Folder } from "./project.ts";
import { nodeBuilt, nodeSite } from "./templates-data.ts";

interface Package {
  readonly main: string | undefined;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function packageOf({ read }: Folder): Package {
  try {
    const found = JSON.parse(read("package.json")) as Partial<Package>;
    const { main, scripts, devDependencies } = found;
    return { main, scripts: scripts ?? {}, devDependencies: devDependencies ?? {} };
  } catch {
    return { main: undefined, scripts: {}, devDependencies: {} };
  }
}

/** `node server.js`, with options before the file; what only restarts it is not wanted in an image. */
const STARTED = /^(?:node|nodemon) (?:--\S+ )*([\w./-]+)$/;

/** The tools that make a site of files, and where they put it. */
const SITES: readonly (readonly [tool: string, folder: string])[] = [
  ["react-scripts", "build"],
  ["vite", "dist"],
  ["ng", "dist/*/browser"],
  ["vue-cli-service", "dist"],
  ["astro", "dist"],
  ["gatsby", "public"],
  ["parcel", "dist"],
  ["docusaurus", "build"],
];

/** The program that a script runs. */
const toolOf = (script: string): string => /^(?:npx )?(\S*)/.exec(script)?.[1] ?? "";

/**
 * The folder that a build writes a site to, where nothing but a web server is needed for it: what such
 * a tool starts itself is for developing.
 */
export function siteOf(folder: Folder): string | undefined {
  const { build = "", start = "" } = packageOf(folder).scripts;
  const made = SITES.find(([tool]) => new RegExp(`(^|\\s)${tool} build\\b`).test(build));
  if (!made) return undefined;
  return start === "" || toolOf(start) === made[0] ? made[1] : undefined;
}

/** The file that is started, as far as it is known; `package.json` where its scripts say the rest. */
export function nodeEntry(folder: Folder): string | undefined {
  const { main, scripts } = packageOf(folder);
  const started = STARTED.exec(scripts.start ?? "")?.[1];
  const common = ["server.js", "index.js", "app.js", "main.js"];
  if (siteOf(folder) || (scripts.start && !started)) return "package.json";
  return started ?? main ?? common.find((file) => folder.files.includes(file));
}

/** What stands in the places of the template, and another template where the project is built. */
export function nodeDetails(folder: Folder, entry: string): Record<string, string> {
  const { scripts, devDependencies } = packageOf(folder);
  const { prune, ...manager } = nodeManager((file) => folder.files.includes(file));
  const site = siteOf(folder);
  if (site) return { ...manager, dockerfile: nodeSite, site };
  const { start = "" } = scripts;
  const command =
    start && !STARTED.test(start) ? execForm("npm", "start") : execForm("node", entry);
  // A program that is started by a tool for developers needs that, too.
  const needsAll = !STARTED.test(start) && Object.hasOwn(devDependencies, toolOf(start));
  if (!scripts.build)
    return { ...manager, ...(needsAll && { install: manager.installAll }), command };
  const build = needsAll ? manager.build : `${manager.build} && ${prune}`;
  return { ...manager, build, command, dockerfile: nodeBuilt };
}

interface Manager {
  /** Where it keeps what it has loaded. */
  readonly cache: string;
  /** What it reads. */
  readonly manifests: string;
  readonly install: string;
  readonly installAll: string;
  readonly build: string;
  /** Takes away what only building has needed. */
  readonly prune: string;
}

function nodeManager(has: (file: string) => boolean): Manager {
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
  const isLocked = has("package-lock.json");
  return {
    cache: "/root/.npm",
    manifests: isLocked ? "package.json package-lock.json" : "package.json",
    install: isLocked ? "npm ci --omit=dev" : "npm install --omit=dev",
    installAll: isLocked ? "npm ci" : "npm install",
    build: "npm run build",
    prune: "npm prune --omit=dev",
  };
}
