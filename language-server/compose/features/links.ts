// What in a Compose file leads elsewhere: files that it names, and images and models to their pages.
import { imagePage } from "../../dockerfile/features/navigation.ts";
import type { FeatureContext, Link } from "../../language.ts";
import type { Span } from "../../text.ts";
import { addressOf } from "../project/loader.ts";
import { folderOf } from "../uri.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { at, entriesAt, itemsAt, type Node, textAt } from "../yaml/tree.ts";
import { innerSpan } from "./names.ts";
import { buildPlaces } from "./service-text.ts";

type Add = (node: Node | undefined, target: (text: string) => Target | undefined) => void;

/** The address, and the part of the text that is the link, if it is not the whole. */
interface Target {
  readonly uri: string;
  readonly from?: number;
  readonly to?: number;
}

export function links(document: ComposeDocument, context: FeatureContext): readonly Link[] {
  const found = new Map<number, Link>();
  const add: Add = (node, targetOf) => {
    if (node?.kind !== "scalar" || node.value === null || node.text.includes("$")) return;
    const target = node.source === document.source ? targetOf(node.text) : undefined;
    if (!target) return;
    const span = partOf(innerSpan(document.text, node), target);
    if (span.end > span.start) found.set(span.start, { ...span, target: target.uri });
  };
  for (const root of document.documents) projectLinks(root, add, context);
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** What a path beside the file leads to. */
function fileOf({ uri }: FeatureContext): (text: string) => Target | undefined {
  return (text) => {
    const address = addressOf(folderOf(uri), text);
    return address ? { uri: address } : undefined;
  };
}

function projectLinks(root: Node, add: Add, context: FeatureContext): void {
  const file = fileOf(context);
  for (const item of itemsAt(root, "include"))
    for (const one of [item, ...itemsAt(item, "path"), ...itemsAt(item, "env_file")])
      add(one, file);
  for (const { value } of entriesAt(root, "services")) serviceLinks(value, add, context);
  for (const section of ["configs", "secrets"])
    for (const { value } of entriesAt(root, section)) add(at(value, "file"), file);
  for (const { value } of entriesAt(root, "models")) add(at(value, "model"), modelPage);
}

function partOf({ start, end }: Span, { from = 0, to }: Target): Span {
  return { start: start + from, end: to === undefined ? end : start + to };
}

function serviceLinks(service: Node, add: Add, context: FeatureContext): void {
  const file = fileOf(context);
  add(at(service, "image"), imageTarget);
  buildLinks(at(service, "build"), add, context);
  add(at(service, "extends", "file"), file);
  add(at(service, "credential_spec", "file"), file);
  for (const key of ["env_file", "label_file"])
    for (const item of itemsAt(service, key))
      add(item.kind === "map" ? at(item, "path") : item, file);
  for (const item of itemsAt(service, "volumes")) {
    if (item.kind === "scalar") add(item, (text) => mounted(text, context));
    else if (textAt(item, "type") === "bind")
      add(at(item, "source"), (text) => existing(text, context));
  }
}

/** The Dockerfile, from its own path and from that of the folder that it is in. */
function buildLinks(build: Node | undefined, add: Add, context: FeatureContext): void {
  const uri = buildPlaces(build, folderOf(context.uri))?.dockerfile;
  if (!uri) return;
  add(at(build, "dockerfile"), () => ({ uri }));
  if (context.host.files.kind(uri) === "file")
    add(build?.kind === "scalar" ? build : at(build, "context"), () => ({ uri }));
}

/** The file in `./file:/path`. */
function mounted(text: string, context: FeatureContext): Target | undefined {
  const source = /^(?:\.{1,2}\/|\/)[^:]*(?=:)/.exec(text)?.[0];
  const target = source === undefined ? undefined : existing(source, context);
  return target && { ...target, to: source?.length ?? 0 };
}

/** A path that is a file, or looks like one where nothing is yet; folders cannot be opened. */
function existing(path: string, context: FeatureContext): Target | undefined {
  const target = fileOf(context)(path);
  const kind = target && context.host.files.kind(target.uri);
  return kind === "file" || (!kind && /[^/.]\.\w+$/.test(path)) ? target : undefined;
}

function imageTarget(text: string): Target | undefined {
  const [, name = "", path = ""] =
    /^((?:[^/@]+\/)*([^/:@]+))(?::[^/@]*)?(?:@.*)?$/.exec(text) ?? [];
  if (path === "" || (name === path && path.includes("."))) return undefined;
  const uri = name.startsWith("ghcr.io/") ? `https://${name}` : imagePage(name);
  return uri ? { uri, to: name.length } : undefined;
}

function modelPage(text: string): Target | undefined {
  const [, name = ""] = /^((?:[^/@:]+\/)+[^/:@]+)/.exec(text) ?? [];
  if (!name) return undefined;
  const uri = name.startsWith("hf.co/") ? `https://${name}` : `https://hub.docker.com/r/${name}`;
  return { uri, to: name.length };
}
