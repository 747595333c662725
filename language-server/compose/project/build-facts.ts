// The Dockerfile behind a service's `build`: which one it is, and what it says of stages,
// arguments, ports and health. Texts that are not known give nothing.

import { predefinedArgs } from "../../dockerfile/model/build-args.ts";
import { type DockerfileDocument, parseDockerfile } from "../../dockerfile/model/document.ts";
import type { Stage } from "../../dockerfile/model/stages.ts";
import type { Host } from "../../host.ts";
import { isRemote } from "../effective/paths.ts";
import { resolveUri } from "../uri.ts";
import { at, isNull, type Node, textAt } from "../yaml/tree.ts";
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

/** Where a build looks: told by the service and the folder that its paths start from. */
interface Paths {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly inline?: string;
}

interface Known {
  readonly folder: string;
  readonly paths: Paths;
  /** The text that it was worked out from. */
  readonly text: string | undefined;
  readonly build: Build;
}

const known = new WeakMap<Node, Known>();

/** What a service is built from; undefined if it is not. The very same object while nothing of it changes. */
export function buildOf(service: Node, project: Project, host: Host): Build | undefined {
  const node = at(service, "build");
  if (!node || isNull(node)) return undefined;
  const folder = project.folders.get(contextOf(node)?.source ?? node.source) ?? project.folder;
  const last = known.get(node);
  const paths = last?.folder === folder ? last.paths : pathsOf(node, folder);
  const text = paths.inline ?? textOf(paths, host);
  if (last?.paths === paths && last.text === text) return last.build;
  const build = { ...paths, ...(text !== undefined && read(paths, text, node)) };
  known.set(node, { folder, paths, text, build });
  return build;
}

function contextOf(build: Node): Node | undefined {
  return build.kind === "scalar" ? build : at(build, "context");
}

function pathsOf(build: Node, folder: string): Paths {
  const text = textAt(build, "dockerfile_inline");
  const inline = text === undefined ? {} : { inline: text };
  const given = contextOf(build);
  const path = given ? certain(given)?.text : ".";
  if (path === undefined || path === "" || isRemote(path)) return inline;
  const context = `${resolveUri(folder, path).replace(/\/$/, "")}/`;
  if (text !== undefined) return { context, ...inline };
  const named = at(build, "dockerfile");
  const name = named ? certain(named)?.text : "Dockerfile";
  return name ? { context, dockerfile: resolveUri(context, name) } : { context };
}

function textOf({ dockerfile }: Paths, host: Host): string | undefined {
  return (dockerfile === undefined ? undefined : host.files.read(dockerfile)) ?? undefined;
}

function read({ dockerfile }: Paths, text: string, build: Node) {
  const document = dockerfile === undefined ? parseDockerfile(text) : parsed(dockerfile, text);
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

/** Those that services share. */
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

/** The same as a text, and only for services that publish ports: what rules over those look at. */
export function exposedText(service: Node, project: Project, host: Host): string {
  const exposed = at(service, "ports") && exposedPorts(service, project, host);
  return exposed ? [...exposed].join() : "";
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
