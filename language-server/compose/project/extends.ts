// `extends`: a service laid over another of this or another file.
import { t } from "../../l10n.ts";
import type { Complain, Problem } from "../problem.ts";
import { rowAt } from "../schema/schema.ts";
import { checkSchema } from "../schema/walker.ts";
import { folderOf } from "../uri.ts";
import { interpolate } from "../variables/interpolate-tree.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import {
  at,
  isNull,
  type MapNode,
  mapAt,
  type Node,
  type ScalarNode,
  scalarAt,
  withValues,
} from "../yaml/tree.ts";
import { addressOf, type Loader, type Loading, readCompose } from "./loader.ts";
import { mergeTrees } from "./merge.ts";

/** Where services are looked up: a file's own tree. */
interface Scope {
  readonly uri: string;
  readonly root: MapNode;
}

/** The file with every service laid over what it extends. */
export function extendServices(loader: Loader, loading: Loading, root: MapNode): MapNode {
  const services = mapAt(root, "services");
  if (!services) return root;
  const scope: Scope = { uri: loading.uri, root };
  const value = withValues(services, (service, name) =>
    service.kind === "map" && service.entries.has("extends")
      ? extended(loader, loading, scope, name, service, [])
      : service,
  );
  return withValues(root, (section, key) => (key === "services" ? value : section));
}

function extended(
  loader: Loader,
  loading: Loading,
  scope: Scope,
  name: string,
  service: Node,
  chain: readonly string[],
): Node {
  const extend = at(service, "extends");
  if (service.kind !== "map" || !extend) return service;
  if (isNull(extend)) {
    if (extend.tag !== "reset")
      loader.complain(
        "ExtendsTarget",
        extend.end > extend.start ? extend : { ...extend, start: Math.max(0, extend.start - 1) },
        t('"{0}" is empty; it must be {1}.', "extends", t("text")),
      );
    return service;
  }
  const own = new Map(service.entries);
  own.delete("extends");
  const bare: MapNode = { ...service, entries: own };
  const row = rowAt(["services", "service", "extends"]);
  if (row) checkSchema(extend, row, loader.complain, "extends");
  const target = extend.kind === "scalar" ? extend : scalarAt(extend, "service");
  if (!target || typeof target.value !== "string") return bare;
  const step = `${scope.uri}#${name}`;
  if (chain.includes(step)) {
    loader.complain(
      "ExtendsCycle",
      target,
      t(
        "These services extend each other in a circle: {0}.",
        [...chain, step].map((link) => link.slice(link.indexOf("#") + 1)).join(" → "),
      ),
    );
    return bare;
  }
  const base = baseOf(loader, loading, scope, extend, target, [...chain, step]);
  if (!base) return bare;
  const merged = mergeTrees(base, bare, loader.complain, ["services", name]);
  return merged.kind === "map" ? { ...merged, start: service.start, end: service.end } : merged;
}

function baseOf(
  loader: Loader,
  loading: Loading,
  scope: Scope,
  extend: Node,
  target: ScalarNode,
  chain: readonly string[],
): Node | undefined {
  const file = scalarAt(extend, "file");
  const other =
    file && typeof file.value === "string" ? otherScope(loader, loading, scope, file) : scope;
  if (!other) return undefined;
  const services = at(other.root, "services");
  const found = at(services, target.text);
  if (found) {
    const before = loader.problems.length;
    const base = extended(loader, loading, other, target.text, found, chain);
    if (file && other !== scope) checkBase(loader, base, file, loader.problems.slice(before));
    return base;
  }
  const known = services?.kind === "map" ? [...services.entries.keys()] : [];
  const message =
    known.length > 0
      ? t(
          'There is no service "{0}" to extend; there are: {1}.',
          target.text,
          known.slice(0, 8).join(", "),
        )
      : t('"{0}" cannot be extended: the file has no services.', target.text);
  if (!target.uncertain) loader.complain("ExtendsTarget", target, message);
  return undefined;
}

/** Faults of a service in another file are shown where it is extended. */
function checkBase(
  loader: Loader,
  base: Node,
  file: ScalarNode,
  problems: readonly Problem[],
): void {
  const row = rowAt(["services", "service"]);
  let first = problems.find(({ source }) => source !== file.source)?.message;
  const note: Complain = (_code, _where, message) => {
    first ??= message;
  };
  if (row && !isNull(base)) checkSchema(base, row, note, "service");
  if (first)
    loader.complain("ExtendsTarget", file, t("The extended service has an error: {0}", first));
}

function otherScope(
  loader: Loader,
  loading: Loading,
  scope: Scope,
  file: ScalarNode,
): Scope | undefined {
  const uri = addressOf(folderOf(scope.uri), file.text);
  if (!uri || file.uncertain) {
    loader.incomplete = true;
    return undefined;
  }
  if (uri === scope.uri) return scope;
  const document = readCompose(loader, uri);
  if (!document) {
    if (loader.host.files.read(uri) === null)
      loader.complain("MissingFile", file, t("There is no file {0}.", file.text));
    else loader.incomplete = true;
    return undefined;
  }
  if (!loader.via.has(document.source)) loader.via.set(document.source, file);
  if (!loader.folders.has(document.source)) loader.folders.set(document.source, folderOf(uri));
  if (document.broken) {
    const [problem] = document.problems;
    loader.complain(
      "ExtendsTarget",
      file,
      t("{0} is not valid YAML: {1}", file.text, problem?.message ?? ""),
    );
    return undefined;
  }
  const root = rootOf(loader, loading, document, file);
  if (root) return { uri, root };
  loader.complain("ExtendsTarget", file, t("{0} has no services.", file.text));
  return undefined;
}

/** The file's tree with values in place of variables; what is wrong with these is told here. */
function rootOf(
  loader: Loader,
  { variables }: Loading,
  { documents }: ComposeDocument,
  file: ScalarNode,
): MapNode | undefined {
  let first: readonly [string, string] | undefined;
  let root: Node | undefined;
  for (const tree of documents) {
    const filled = interpolate(tree, variables, (code, _where, message) => {
      first ??= [code, message];
    });
    root = root ? mergeTrees(root, filled, () => undefined) : filled;
  }
  if (first) {
    const code = first[0] === "RequiredVariable" ? first[0] : "ExtendsTarget";
    loader.complain(code, file, t("{0} has an error: {1}", file.text, first[1]));
  }
  return root?.kind === "map" ? root : undefined;
}
