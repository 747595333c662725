// The Dockerfile behind a service's `build`: which one it is, and what it says of stages,
// arguments, ports and health. Texts that are not known give nothing.
import { type DockerfileDocument, parseDockerfile } from "../../dockerfile/model/document.ts";
import { predefinedArgs } from "../../dockerfile/model/scopes.ts";
import type { Stage } from "../../dockerfile/model/stages.ts";
import type { Host } from "../../host.ts";
import { isRemote } from "../effective/paths.ts";
import { resolveUri } from "../uri.ts";
import { at, type Node, textAt } from "../yaml/tree.ts";
import type { Project } from "./project.ts";
import { certain } from "./services.ts";

export interface Build {
  /** The address of the folder that is sent; missing for contexts elsewhere. */
  readonly context?: string;
  /** The address of the Dockerfile. */
  readonly dockerfile?: string;
  readonly document?: DockerfileDocument;
  /** The stage that is built, as far as it can be told. */
  readonly stage?: Stage | undefined;
}

const builds = new WeakMap<Project, Map<Node, Build | undefined>>();

/** What a service is built from; undefined if it is not. Looked up once for a project. */
export function buildOf(service: Node, project: Project, host: Host): Build | undefined {
  let known = builds.get(project);
  if (!known) {
    known = new Map();
    builds.set(project, known);
  }
  if (!known.has(service)) known.set(service, lookUp(service, project, host));
  return known.get(service);
}

function lookUp(service: Node, project: Project, host: Host): Build | undefined {
  const build = at(service, "build");
  if (!build || (build.kind === "scalar" && build.value === null)) return undefined;
  const inline = textAt(build, "dockerfile_inline");
  const given = build.kind === "scalar" ? build : at(build, "context");
  const path = given ? certain(given)?.text : ".";
  if (path === undefined || path === "" || isRemote(path)) return inlineBuild(inline, build);
  const base = project.folders.get((given ?? build).source) ?? project.folder;
  const context = `${resolveUri(base, path).replace(/\/$/, "")}/`;
  if (inline !== undefined) return { context, ...inlineBuild(inline, build) };
  const named = at(build, "dockerfile");
  const name = named ? certain(named)?.text : "Dockerfile";
  if (!name) return { context };
  const dockerfile = resolveUri(context, name);
  const text = host.files.read(dockerfile);
  return {
    context,
    dockerfile,
    ...(typeof text === "string" && read(parsed(dockerfile, text), build)),
  };
}

function inlineBuild(inline: string | undefined, build: Node): Build {
  return inline === undefined ? {} : read(parseDockerfile(inline), build);
}

function read(document: DockerfileDocument, build: Node) {
  const target = textAt(build, "target");
  const { stages } = document;
  const stage = target
    ? stages.find(({ name, index }) => isNamed(target, name?.text, index))
    : stages.at(-1);
  return { document, stage };
}

export function isNamed(target: string, name: string | undefined, index: number): boolean {
  return name?.toLowerCase() === target.toLowerCase() || String(index) === target;
}

const cache = new Map<string, DockerfileDocument>();
const mostKept = 32;

function parsed(uri: string, text: string): DockerfileDocument {
  const known = cache.get(uri);
  if (known?.text === text) return known;
  const document = parseDockerfile(text);
  cache.delete(uri);
  cache.set(uri, document);
  const [oldest] = cache.keys();
  if (cache.size > mostKept && oldest !== undefined) cache.delete(oldest);
  return document;
}

/** The stage and those it builds on. */
function chain(stage: Stage | undefined): readonly Stage[] {
  const stages: Stage[] = [];
  for (let one = stage; one && !stages.includes(one); one = one.parent) stages.push(one);
  return stages;
}

/** Whether the file says how to tell a healthy container. */
export function hasHealthcheck({ stage }: Build): boolean {
  return chain(stage).some(({ instructions }) =>
    instructions.some(
      ({ keyword, words }) => keyword === "HEALTHCHECK" && words[0]?.text !== "NONE",
    ),
  );
}

/** Ports that the image of a service says it listens on; undefined if that is not known. */
export function exposedPorts(
  service: Node,
  project: Project,
  host: Host,
): ReadonlySet<string> | undefined {
  const build = buildOf(service, project, host);
  const image = certain(at(service, "image"))?.text;
  if (!build) return image === undefined ? undefined : fromImage(image, host);
  if (!build.stage) return undefined;
  const stages = chain(build.stage);
  const base = stages.at(-1)?.base?.text;
  const below = base && base !== "scratch" ? fromImage(base, host) : new Set<string>();
  const own = stages.flatMap(({ instructions }) =>
    instructions
      .filter(({ keyword }) => keyword === "EXPOSE")
      .flatMap(({ words }) => words.map(({ text }) => text.replace(/\/.*$/, ""))),
  );
  if (own.some((port) => !/^\d+$/.test(port))) return undefined;
  return own.length === 0 ? below : new Set([...own, ...(below ?? [])]);
}

function fromImage(reference: string, host: Host): ReadonlySet<string> | undefined {
  const facts = host.engine?.imageFacts(reference);
  return facts && new Set(facts.exposed.map((port) => port.replace(/\/.*$/, "")));
}

/** The names of all build arguments that a Dockerfile declares. */
export function declaredArgs(document: DockerfileDocument): ReadonlySet<string> {
  return document.derive(readArgs);
}

function readArgs(document: DockerfileDocument): ReadonlySet<string> {
  const names = document
    .byKeywordDeep("ARG")
    .flatMap(({ pairs }) => pairs.map(({ key }) => key.text));
  return new Set([...names, ...predefinedArgs, "SOURCE_DATE_EPOCH"]);
}
