// What is known of base images by their names alone: whose packages they have and which tools
// they lack. Only official images are judged; of any other nothing is known.

import type { Host } from "../../host.ts";
import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { splitReference } from "../syntax/references.ts";
import type { Word } from "../syntax/words.ts";
import type { DockerfileDocument } from "./document.ts";
import { lookupAt, stageChain } from "./scopes.ts";
import type { Stage } from "./stages.ts";

/** `empty`: no shell and no tools at all. */
export type Family = "alpine" | "debian" | "rpm" | "empty";

export interface Base {
  readonly stage: Stage;
  readonly word: Word;
  /** Without Docker Hub's own prefixes: `node`, `gcr.io/distroless/base`. */
  readonly name: string;
  /** Empty for none. */
  readonly tag: string;
  readonly digest: string | undefined;
  readonly family: Family | undefined;
}

/** Official images that are Debian or Ubuntu unless their tag says otherwise. */
const onDebian = new Set(
  "debian ubuntu buildpack-deps node python ruby golang php perl rust nginx httpd redis postgres mariadb mongo gcc tomcat wordpress elixir erlang haskell julia drupal ghost neo4j rabbitmq memcached cassandra".split(
    " ",
  ),
);
const onRpm = new Set(
  "centos fedora rockylinux rockylinux/rockylinux almalinux amazonlinux oraclelinux".split(" "),
);
const prefixes =
  /^(?:(?:registry\.hub\.)?docker\.(?:io|com)\/|index\.docker\.io\/|public\.ecr\.aws\/docker\/|mirror\.gcr\.io\/)?(?:library\/)?/;
const otherSystems = /alpine|ubi|oracle|windows|nanoserver|amazon|(?:^|-)ol\d|busybox|musl/;

/** What is known of the images of first stages, worked out when asked for. */
function bases(): Map<Stage, Base | undefined> {
  return new Map();
}

function baseOfStage(document: DockerfileDocument, stage: Stage): Base | undefined {
  const root = stage.root ?? stage;
  const known = document.deriveFromStages(bases);
  if (!known.has(root)) known.set(root, readBase(document, root));
  return known.get(root);
}

function readBase(document: DockerfileDocument, stage: Stage): Base | undefined {
  const { base } = stage;
  if (!base) return undefined;
  const reference = expand(base.text, document.escape, lookupAt(document, stage.from));
  if (reference.value === "" || reference.problem) return undefined;
  const { name: full, tag = "", digest } = splitReference(reference.value);
  const name = hubName(full);
  return {
    stage,
    name,
    tag,
    digest,
    family: familyOf(name, tag),
    // It stands elsewhere in the next version, which the rest lives to see.
    get word() {
      return stage.base ?? base;
    },
  };
}

/** Without the prefixes that mean Docker Hub's official images all the same. */
export function hubName(name: string): string {
  return name.replace(prefixes, "");
}

function familyOf(name: string, tag: string): Family | undefined {
  if (name === "scratch") return "empty";
  if (name.startsWith("gcr.io/distroless/")) return tag.includes("debug") ? undefined : "empty";
  if (name === "alpine") return "alpine";
  if (onRpm.has(name)) return "rpm";
  if (!onDebian.has(name)) return undefined;
  if (/(?:^|-)alpine/.test(tag)) return "alpine";
  return otherSystems.test(tag) ? undefined : "debian";
}

/** The image below everything in an instruction's stage; `undefined` outside of stages. */
export function baseOf(document: DockerfileDocument, instruction: Instruction): Base | undefined {
  const stage = document.stageOf(instruction);
  return stage && baseOfStage(document, stage);
}

/** Official images whose environment is PATH and nothing else, and which begin in the root folder. */
const bare = new Set(
  "alpine amazonlinux buildpack-deps busybox centos debian oraclelinux scratch ubuntu".split(" "),
);

/** The variables that the base image brings along, as far as they are known; PATH is always there. */
export function environmentOf(
  document: DockerfileDocument,
  instruction: Instruction,
  host: Host,
): Readonly<Record<string, string>> | undefined {
  const base = baseOf(document, instruction);
  if (!base) return undefined;
  return host.engine?.imageFacts(base.word.text)?.env ?? (bare.has(base.name) ? {} : undefined);
}

/** The folder in which the base image begins, as far as it is known. */
export function folderOf(
  document: DockerfileDocument,
  instruction: Instruction,
  host: Host,
): string | undefined {
  const base = baseOf(document, instruction);
  if (!base) return undefined;
  const facts = host.engine?.imageFacts(base.word.text);
  return facts ? facts.workdir || "/" : bare.has(base.name) ? "/" : undefined;
}

/** The images that stages name. */
export function basesOf(document: DockerfileDocument): readonly Base[] {
  return document.stages.flatMap((stage) =>
    stage.parent ? [] : (baseOfStage(document, stage) ?? []),
  );
}

/** Whether RUN, COPY or ADD of a stage, or of those it builds on, speaks of something. */
export function mentions(
  document: DockerfileDocument,
  stage: Stage | undefined,
  what: RegExp,
): boolean {
  if (!stage) return true;
  return stageChain(stage).some((link) =>
    link.instructions.some(
      ({ keyword, fullSpan }) =>
        /^(?:RUN|COPY|ADD|ONBUILD)$/.test(keyword) && what.test(document.slice(fullSpan)),
    ),
  );
}
