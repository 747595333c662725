// A cache mount for the package manager of a RUN: what it has downloaded stays for the next build
// and out of the image.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunCommand, runsOf } from "../model/run-commands.ts";
import { hasWord } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { parseMount } from "../syntax/mount.ts";
import { rewrite } from "./rewrite.ts";

interface Cache {
  readonly programs: string;
  readonly verbs: readonly string[];
  readonly folders: readonly string[];
  /** Builds that run at once wait for each other. */
  readonly locked?: boolean;
}

const CACHES: readonly Cache[] = [
  {
    programs: "apt-get apt",
    verbs: ["install"],
    folders: ["/var/cache/apt", "/var/lib/apt"],
    locked: true,
  },
  { programs: "pip pip3", verbs: ["install"], folders: ["/root/.cache/pip"] },
  { programs: "npm", verbs: ["ci", "install", "i"], folders: ["/root/.npm"] },
  { programs: "yarn", verbs: ["install"], folders: ["/usr/local/share/.cache/yarn"] },
  {
    programs: "go",
    verbs: ["build", "install", "mod", "test"],
    folders: ["/go/pkg/mod", "/root/.cache/go-build"],
  },
  { programs: "apk", verbs: ["add"], folders: ["/var/cache/apk"], locked: true },
  { programs: "dnf microdnf", verbs: ["install"], folders: ["/var/cache/dnf"], locked: true },
  { programs: "cargo", verbs: ["build", "install"], folders: ["/usr/local/cargo/registry"] },
  { programs: "mvn", verbs: ["package", "install", "verify"], folders: ["/root/.m2"] },
  { programs: "composer", verbs: ["install"], folders: ["/tmp/cache"] },
];

/** Folders that are worth keeping, and for whom; those that a RUN fills come first. */
export function cacheFolders(
  document: DockerfileDocument,
  instruction: Instruction,
): readonly { readonly folder: string; readonly programs: string }[] {
  const commands = commandsIn(document, instruction);
  const isFilled = (cache: Cache) => commands.some((command) => fills(command, cache));
  const first = CACHES.filter(isFilled);
  return [...first, ...CACHES.filter((cache) => !first.includes(cache))].flatMap(
    ({ folders, programs }) =>
      folders.map((folder) => ({ folder, programs: programs.replaceAll(" ", ", ") })),
  );
}

function commandsIn(document: DockerfileDocument, instruction: Instruction): readonly RunCommand[] {
  return runsOf(document)
    .filter((run) => run.instruction === instruction)
    .flatMap((run) => run.commands);
}

export function cacheMounts(
  document: DockerfileDocument,
  instruction: Instruction,
): readonly Refactoring[] {
  if (instruction.keyword !== "RUN" || instruction.onbuild) return [];
  const commands = commandsIn(document, instruction);
  const mounted = new Set(
    instruction.flags
      .filter(({ name }) => name === "mount")
      .flatMap((flag) => parseMount(instruction, flag))
      .flatMap(({ key, value }) => (key === "target" && value ? [value.replace(/\/$/, "")] : [])),
  );
  const caches = CACHES.filter((cache) => commands.some((command) => fills(command, cache)));
  const mounts = caches.flatMap(({ folders, locked }) =>
    folders
      .filter((folder) => !mounted.has(folder))
      .map((folder) => ` --mount=type=cache,target=${folder}${locked ? ",sharing=locked" : ""}`),
  );
  if (mounts.length === 0) return [];
  const { end } = instruction.keywordSpan;
  return [
    rewrite(t("Keep downloads in a cache mount"), { start: end, end, newText: mounts.join("") }),
  ];
}

/** A command that is told to keep no cache would not fill it. */
function fills(command: RunCommand, { programs, verbs }: Cache): boolean {
  return (
    programs.split(" ").includes(command.name) &&
    hasWord(command, ...verbs) &&
    !hasWord(command, "--no-cache", "--no-cache-dir")
  );
}
