// Where docker compose says that a fault is, as far as its messages tell: a line, or a path of keys.
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Span } from "../../language-server/text.ts";

/**
 * Spans of the file compose.yaml in one of which the fault must be; undefined where the message names no
 * place in it, or the first of two services where ours is at the second.
 */
export function placesIn(said: string, text: string): readonly Span[] | undefined {
  const message = said.replace(/^time=.*$/gm, "").trim();
  const [, file = "compose.yaml"] = /^validating (\S+):/.exec(message) ?? [];
  const isElsewhere = !file.endsWith("compose.yaml") || /already in use by/.test(message);
  if (isElsewhere || /^---/m.test(text)) return undefined;
  const line = /\byaml: line (\d+): (.*)/.exec(message);
  if (line) return [linesFrom(text, Number(line[1]), line[2] ?? "")];
  const twice = /: line (\d+): mapping key/.exec(message);
  if (twice) return [linesFrom(text, Number(twice[1]), "")];
  const path = pathIn(message);
  if (!path) return undefined;
  const own = spanOf(text, path);
  const keys = /additional properties (.*) not allowed/.exec(message)?.[1];
  const names = [...(keys ?? "").matchAll(/'([^']*)'/g)].map(([, name = ""]) => name);
  const extra = names.flatMap((name) => spanOf(text, [...path, name], true) ?? []);
  return extra.length > 0 ? extra : own && [own];
}

/**
 * Compose's reader counts from 0 or 1, depending on what it was about; of what ends too early it names
 * the beginning.
 */
function linesFrom(text: string, line: number, what: string): Span {
  const lines = text.split("\n");
  const offset = (count: number) =>
    lines.slice(0, Math.max(0, count)).reduce((sum, one) => sum + one.length + 1, 0);
  const isOpen = /did not find expected|end of stream|could not find expected/.test(what);
  return { start: offset(line - 2), end: isOpen ? text.length : offset(line + 1) };
}

const sections = "services|networks|volumes|secrets|configs|models|include|name|version";
const dotted = new RegExp(
  `(?:^|validating [^:]+:\\s+|in |interpolating |format for |ports )((?:${sections})(?:\\.[^\\s:]+)*)`,
);

/** The keys, and the numbers of items, that lead to the fault. */
function pathIn(message: string): readonly string[] | undefined {
  const [, inBrackets, rest = ""] =
    /'services\[([^\]]+)\]((?:[.[][\w\].-]+)*)'/.exec(message) ?? [];
  if (inBrackets) return ["services", inBrackets, ...rest.split(/[.[\]]+/).filter(Boolean)];
  const [, path] = dotted.exec(message) ?? [];
  if (path) return path.split(".").map((step) => step.replace(/^\[(\d+)\]$/, "$1"));
  const [, service] = /\bservice "([^"]+)"/.exec(message) ?? [];
  if (service) return ["services", service];
  return /^validating /.test(message) ? [] : undefined;
}

/** What stands at a path: as far as it leads, unless `whole`. */
function spanOf(text: string, path: readonly string[], whole = false): Span | undefined {
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: new LineCounter() });
  let node: unknown = document.contents;
  let span: Span = { start: 0, end: text.length };
  for (let at = 0; at < path.length; ) {
    const next = stepInto(node, path.slice(at));
    if (!next) return whole ? undefined : span;
    ({ node, span } = next);
    at += next.steps;
  }
  return span;
}

/** Names may hold dots, so a key may be several steps. */
function stepInto(node: unknown, path: readonly string[]) {
  if (isSeq(node)) {
    const item = node.items[Number(path[0])];
    const range = rangeOf(item);
    return range && { node: item, span: range, steps: 1 };
  }
  if (!isMap(node)) return undefined;
  for (let steps = path.length; steps > 0; steps--) {
    const name = path.slice(0, steps).join(".");
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    const key = rangeOf(pair?.key);
    if (!pair || !key) continue;
    const value = rangeOf(pair.value);
    return {
      node: pair.value,
      span: { start: key.start, end: Math.max(key.end, value?.end ?? 0) },
      steps,
    };
  }
  return undefined;
}

function rangeOf(node: unknown): Span | undefined {
  const { range } = (node ?? {}) as { readonly range?: readonly [number, number, number] | null };
  return range ? { start: range[0], end: range[1] + 1 } : undefined;
}
