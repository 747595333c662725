// Which versions of its language a project is for: an older image does not build it, and one that is
// too new may not run it. Pure.
import type { Folder } from "./facts.ts";

/** What is taken where the project does not ask for another. */
const USUAL = { go: 25, java: 21, python: 13, dotnet: 10 } as const;
/** Versions of Java that are kept up for long. */
const NEWER_JAVA = 25;

/** Of Go, which refuses what is written for a later one. */
export function goVersion({ read }: Folder): string {
  const said = /^go 1\.(\d+)/m.exec(read("go.mod"))?.[1] ?? 0;
  return `1.${Math.max(USUAL.go, Number(said))}`;
}

/** Where build files say for which Java they compile, or with which. */
const JAVA = [
  /<(?:maven\.compiler\.(?:release|source|target)|java\.version|release)>\s*(\d+)/,
  /languageVersion\D*?(\d+)/,
  /\b(?:sourceCompatibility|targetCompatibility|jvmToolchain)\b\D*?(\d+)/,
];

/** Of Java, which compiles for older ones, too. */
export function javaVersion(...texts: readonly string[]): number {
  const text = texts.join("\n");
  const said = JAVA.map((place) => Number(place.exec(text)?.[1] ?? 0));
  return Math.max(...said) > USUAL.java ? NEWER_JAVA : USUAL.java;
}

/** Of Python: what the project runs on elsewhere, else what its packages may be installed on. */
export function pythonVersion({ read }: Folder): string {
  const pinned = /^(?:python-)?3\.(\d+)/m.exec(
    `${read(".python-version")}\n${read("runtime.txt")}`,
  );
  const range =
    /^\s*(?:requires-python|python|python_version)\s*=\s*["']([^"'\n]+)/m.exec(
      `${read("pyproject.toml")}\n${read("Pipfile")}`,
    )?.[1] ?? "";
  return `3.${pinned?.[1] ?? minorIn(range)}`;
}

/** The minor version that a range such as `>=3.9,<3.13` has in it. */
function minorIn(range: string): number {
  const numberAfter = (signs: string) => {
    const found = new RegExp(`(?:^|[\\s,])(?:${signs})\\s*3\\.(\\d+)`).exec(range)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const exact = numberAfter("==|~=|~|(?=\\d)");
  if (exact !== undefined) return exact;
  const most = numberAfter("<=") ?? (numberAfter("<") ?? Number.POSITIVE_INFINITY) - 1;
  return Math.min(most, Math.max(USUAL.python, numberAfter(">=|>|\\^") ?? 0));
}

export interface DotnetVersions {
  /** What builds. */
  readonly sdk: string;
  /** What runs it: by itself a program starts only on the version that it was built for. */
  readonly runtime: string;
  /** Whether it has to be told to start on a later one, as nobody knows which it was built for. */
  readonly rolls: boolean;
}

/** Of .NET, by the project's file and `global.json`. */
export function dotnetVersions({ read }: Folder, project: string): DotnetVersions {
  const text = [project, "Directory.Build.props"].map(read).join("\n");
  const targets = [...text.matchAll(/<TargetFrameworks?>[^<]*?\bnet(\d+)\.\d[^<]*</g)];
  const target = Math.max(0, ...targets.map(([, major]) => Number(major)));
  const pinned = Number(/"version"\s*:\s*"(\d+)\./.exec(read("global.json"))?.[1] ?? 0);
  const runtime = target || pinned || USUAL.dotnet;
  return { sdk: `${pinned || runtime}.0`, runtime: `${runtime}.0`, rolls: target === 0 };
}
