// The package managers of Node.js: which one a project uses, and its lines in a Dockerfile. Pure.
import type { Folder } from "./facts.ts";
import { copyAll } from "./template-parts.ts";

export interface Manager {
  /** Where it keeps what it has loaded. */
  readonly cache: string;
  /** The lines that copy what it reads. */
  readonly copy: string;
  readonly install: string;
  readonly installAll: string;
  readonly build: string;
  /** Takes away what only building has needed. */
  readonly prune: string;
}

interface Said {
  /** Such as `yarn@4.9.2`. */
  readonly packageManager: string;
  readonly needsSources: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  /** The major version of Node.js. */
  readonly node: number;
}

type Has = (file: string) => boolean;

/** The first that the project uses; npm where it says nothing. */
const managers: readonly {
  readonly uses: (has: Has, said: string) => boolean;
  readonly lines: (has: Has) => Omit<Manager, "copy">;
  /** Beside package.json. */
  readonly reads: readonly string[];
}[] = [
  {
    uses: (has, said) => has("pnpm-lock.yaml") || said.startsWith("pnpm@"),
    reads: ["pnpm-lock.yaml", ".npmrc"],
    lines: pnpm,
  },
  {
    uses: (has, said) => has(".yarnrc.yml") || /^yarn@[2-9]/.test(said),
    reads: ["yarn.lock", ".yarnrc.yml"],
    lines: modernYarn,
  },
  {
    uses: (has, said) => has("yarn.lock") || said.startsWith("yarn@"),
    reads: ["yarn.lock", ".yarnrc", ".npmrc"],
    lines: yarn,
  },
  {
    uses: () => true,
    reads: ["package-lock.json", "npm-shrinkwrap.json", ".npmrc"],
    lines: npm,
  },
];

export function managerOf({ files }: Folder, said: Said): Manager {
  const { packageManager, needsSources } = said;
  const has: Has = (file) => files.includes(file);
  const manager = managers.find(({ uses }) => uses(has, packageManager));
  const { reads = [], lines: linesOf = npm } = manager ?? {};
  const lines = prepared(linesOf(has), said);
  if (needsSources || has("pnpm-workspace.yaml")) return { ...lines, copy: copyAll };
  const copy = `COPY ${["package.json", ...reads.filter(has)].join(" ")} ./`;
  // A Yarn of the project's own lies there.
  return { ...lines, copy: has(".yarn") ? `${copy}\nCOPY .yarn ./.yarn` : copy };
}

/**
 * What stands before the installation: `prepare` is for who works on the project (it sets up Git hooks,
 * say, with a tool that is not installed here), and Node.js comes without Corepack since 25.
 */
function prepared<L extends Omit<Manager, "copy">>(lines: L, { scripts, node }: Said): L {
  const first = [
    ...(scripts.prepare ? ["npm pkg delete scripts.prepare"] : []),
    ...(node >= 25 && lines.install.startsWith("corepack")
      ? ["npm install -g corepack@0.34.0"]
      : []),
  ];
  const after = (line: string) => [...first, line].join(" && ");
  return { ...lines, install: after(lines.install), installAll: after(lines.installAll) };
}

function pnpm(has: Has): Omit<Manager, "copy"> {
  const frozen = has("pnpm-lock.yaml") ? "--frozen-lockfile" : "--no-frozen-lockfile";
  return {
    cache: "/root/.local/share/pnpm/store",
    install: `corepack enable && pnpm install ${frozen} --prod`,
    installAll: `corepack enable && pnpm install ${frozen}`,
    build: "pnpm run build",
    prune: "pnpm prune --prod",
  };
}

/** Yarn since 2. It keeps packages where only its own programs find them, unless it is told. */
function modernYarn(has: Has): Omit<Manager, "copy"> {
  const run = "YARN_NODE_LINKER=node-modules yarn";
  return {
    cache: "/root/.yarn/berry/cache",
    install: `corepack enable && ${run} workspaces focus --all --production`,
    installAll: `corepack enable && ${run} install${has("yarn.lock") ? " --immutable" : ""}`,
    build: `${run} run build`,
    prune: `${run} workspaces focus --all --production`,
  };
}

function yarn(has: Has): Omit<Manager, "copy"> {
  const install = `yarn install${has("yarn.lock") ? " --frozen-lockfile" : ""}`;
  return {
    cache: "/usr/local/share/.cache/yarn",
    install: `${install} --production`,
    installAll: install,
    build: "yarn run build",
    prune: `${install} --production`,
  };
}

function npm(has: Has): Omit<Manager, "copy"> {
  const isLocked = has("package-lock.json") || has("npm-shrinkwrap.json");
  return {
    cache: "/root/.npm",
    install: isLocked ? "npm ci --omit=dev" : "npm install --omit=dev",
    installAll: isLocked ? "npm ci" : "npm install",
    build: "npm run build",
    prune: "npm prune --omit=dev",
  };
}
