// What a package.json tells of its image: the package manager, how the program starts, whether it has
// to be built, and whether a site comes of it. Pure.
import { execForm } from "./exec-form.ts";
import type { Folder } from "./facts.ts";
import { managerOf } from "./node-managers.ts";
import { nodeBuilt, nodeSite } from "./template-parts.ts";

interface Package {
  readonly main: string | undefined;
  /** Of the runtime, such as `>=20`. */
  readonly engine: string;
  /** Such as `yarn@4.9.2`. */
  readonly packageManager: string;
  /** Whether installing reads more than package.json: members of a workspace, local packages, scripts. */
  readonly needsSources: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function packageOf({ read }: Folder): Package {
  let found: Record<string, unknown> = {};
  try {
    found = JSON.parse(read("package.json"));
  } catch {
    // What cannot be read says nothing.
  }
  const texts = (key: string) => (found?.[key] ?? {}) as Readonly<Record<string, string>>;
  return {
    main: typeof found?.main === "string" ? found.main : undefined,
    engine: String(texts("engines").node ?? ""),
    packageManager: String(found?.packageManager ?? ""),
    needsSources:
      found?.workspaces !== undefined ||
      /"(file|link|portal|workspace|patch):/.test(JSON.stringify(found?.dependencies ?? "")) ||
      ["preinstall", "install", "postinstall"].some((name) => texts("scripts")[name]),
    scripts: texts("scripts"),
    devDependencies: texts("devDependencies"),
  };
}

/** What is taken where the project does not say. */
const USUAL_NODE = 22;

/** The major version of Node.js that the project is for. */
function nodeVersion(folder: Folder): number {
  const said = [".nvmrc", ".node-version"].map(folder.read).find(Boolean) ?? "";
  const range = said.trim() || packageOf(folder).engine;
  const [, sign, major = ""] = /^\s*(>=?)?[\s^~=v]*(\d+)/.exec(range) ?? [];
  if (!major) return USUAL_NODE;
  return sign ? Math.max(USUAL_NODE, Number(major)) : Number(major);
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
  const node = nodeVersion(folder);
  const { prune, ...rest } = managerOf(folder, { ...packageOf(folder), node });
  const manager = { ...rest, node: String(node) };
  const site = siteOf(folder);
  if (site) return { ...manager, dockerfile: nodeSite, site };
  const { start = "" } = scripts;
  const command =
    start && !STARTED.test(start) ? execForm("npm", "start") : execForm("node", entry);
  // A program that is started by a tool for developers needs that, too.
  const needsAll = !STARTED.test(start) && Object.hasOwn(devDependencies, toolOf(start));
  if (!scripts.build) {
    // Nothing makes what lies there: it belongs to the project.
    const kept = entry.split("/")[0] ?? "";
    return { ...manager, ...(needsAll && { install: manager.installAll }), command, kept };
  }
  const build = needsAll ? manager.build : `${manager.build} && ${prune}`;
  return { ...manager, build, command, dockerfile: nodeBuilt };
}
