// Puts the values of variables into a tree. Trees without variables are given back as they are.
import { t } from "../../l10n.ts";
import type { Fix } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { type Cast, castText, castTree, type KeyTree, stepInto } from "../cast.ts";
import type { Complain } from "../problem.ts";
import { plainScalar } from "../yaml/scalars.ts";
import {
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
  withParts,
  withValues,
} from "../yaml/tree.ts";
import { parseTemplate, placed, substitute, type Template } from "./interpolation.ts";

/** Where values come from. */
export interface Variables {
  value(name: string): string | undefined;
}

/** A node whose place follows that of another. */
type Placed = { -readonly [key in keyof Span]: Span[key] };

interface State {
  readonly variables: Variables;
  readonly complain: Complain;
  /** Trees that were done already, for aliases. */
  readonly done: Map<Node, Node>;
  /** What was made, with what it was made from, which knows where it stands. */
  readonly made: [Placed, Node][];
}

/** The tree with values in place of variables. */
export function interpolate(node: Node, variables: Variables, complain: Complain): Node {
  if (node.kind !== "map") return visit(begin(variables, complain), node, castTree);
  return withValues(node, (section, key) => {
    const casts = stepInto(castTree, key);
    return section.kind === "map"
      ? withParts(section, (part) =>
          interpolatePart(part, stepInto(casts, part.key), variables, complain),
        )
      : visit(begin(variables, complain), section, casts);
  });
}

function begin(variables: Variables, complain: Complain): State {
  return { variables, complain, done: new Map(), made: [] };
}

/** What a part of a file became, and why. */
interface Filled {
  readonly casts: KeyTree<Cast> | undefined;
  /** The variables that it asked for. */
  readonly asked: ReadonlyMap<string, string | undefined>;
  readonly made: State["made"];
  readonly result: Entry;
  /** Where the part stood when that was last brought there. */
  start: number;
}

const filled = new WeakMap<Entry, Filled>();

/** Services and the like, kept while they and their variables are the same. */
function interpolatePart(
  part: Entry,
  casts: KeyTree<Cast> | undefined,
  variables: Variables,
  complain: Complain,
): Entry {
  const { value: node } = part;
  const known = filled.get(part);
  if (known?.casts === casts && known && isStill(known.asked, variables)) {
    if (known.start !== node.start) move(known.made);
    known.start = node.start;
    return known.result;
  }
  const asked = new Map<string, string | undefined>();
  let told = false;
  const state = begin(
    {
      value(name) {
        const value = variables.value(name);
        asked.set(name, value);
        return value;
      },
    },
    (...problem) => {
      told = true;
      complain(...problem);
    },
  );
  const value = visit(state, node, casts);
  const result = value === node ? part : { ...part, value };
  if (node.kind !== "scalar" && !told) {
    const { start } = node;
    filled.set(part, { casts, asked, made: state.made, result, start });
  }
  return result;
}

function isStill(asked: Filled["asked"], variables: Variables): boolean {
  for (const [name, value] of asked) if (variables.value(name) !== value) return false;
  return true;
}

/** Brings what was made to where its origins stand now; entries have their origins' places. */
function move(made: State["made"]): void {
  for (const [part, { start, end }] of made) {
    part.start = start;
    part.end = end;
  }
}

function visit(state: State, node: Node, casts: KeyTree<Cast> | undefined): Node {
  // Compose takes it away before it looks.
  if (node.tag === "reset") return node;
  if (node.kind === "scalar") {
    const made = scalar(state, node, casts?.leaf);
    if (made !== node) state.made.push([made, node]);
    return made;
  }
  const known = casts ? undefined : state.done.get(node);
  if (known) return known;
  const made = node.kind === "map" ? map(state, node, casts) : list(state, node, casts);
  if (!casts) state.done.set(node, made);
  return made;
}

function map(state: State, node: MapNode, casts: KeyTree<Cast> | undefined): Node {
  const made = withValues(node, (value, key) => visit(state, value, stepInto(casts, key)));
  if (made !== node) state.made.push([made, node]);
  return made;
}

function list(state: State, node: ListNode, casts: KeyTree<Cast> | undefined): Node {
  const step = stepInto(casts, "*");
  const items = node.items.map((item) => visit(state, item, step));
  if (items.every((item, index) => item === node.items[index])) return node;
  const made = { ...node, items };
  state.made.push([made, node]);
  return made;
}

function scalar(state: State, node: ScalarNode, cast: Cast | undefined): ScalarNode {
  if (typeof node.value !== "string") return node;
  if (!node.text.includes("$")) return cast ? applyCast(state, node, cast) : node;
  const template = parseTemplate(node.text);
  for (const span of template.invalid)
    state.complain(
      "VariableSyntax",
      { ...placed(node, span), source: node.source },
      invalidMessage(node.text.slice(span.start, span.end)),
      { fixes: () => invalidFixes(placed(node, span), node.text.slice(span.start, span.end)) },
    );
  if (template.invalid.length > 0) return { ...node, uncertain: true, raw: node };
  const { text, unset, required } = filledIn(state, node, template);
  if (required || (unset.some((name) => secret.test(name)) && !hasDefault(template)))
    return { ...node, text, value: text, uncertain: true, raw: node };
  const made: ScalarNode = {
    ...node,
    text,
    value: text,
    raw: node,
    ...(unset.length && { unset }),
  };
  return cast ? applyCast(state, made, cast) : made;
}

/** Variables that the client keeps to itself, as their values are nobody's business. */
const secret = /TOKEN|SECRET|PASSW|KEY|CREDENTIAL|AUTH/i;

function filledIn(state: State, node: ScalarNode, template: Template) {
  const unset: string[] = [];
  let required = false;
  const text = substitute(
    template,
    (name) => {
      const value = state.variables.value(name);
      if (value === undefined) unset.push(name);
      return value;
    },
    (expression, message) => {
      required = true;
      const where = { ...placed(node, expression), source: node.source };
      state.complain(
        "RequiredVariable",
        where,
        message
          ? t("{0} must have a value, from .env or the shell: {1}", expression.name, message)
          : t("{0} must have a value, from .env or the shell.", expression.name),
      );
    },
  );
  return { text, unset, required };
}

/** `${NAME`, as far as the name goes. */
const unclosed = /^\$\{[A-Za-z_]\w*/;

const isUnclosed = (text: string) => unclosed.test(text) && !text.includes("}");

function invalidFixes(place: Span, text: string): readonly Fix[] {
  const end = place.start + (unclosed.exec(text)?.[0].length ?? 0);
  const close: Fix = { title: t("Close the brace"), edits: [{ start: end, end, newText: "}" }] };
  const plain: Fix = {
    title: t("Write $$ for a plain dollar sign"),
    edits: [{ start: place.start, end: place.start, newText: "$" }],
    safe: true,
  };
  return isUnclosed(text) ? [{ ...close, safe: true }, plain] : [plain];
}

function invalidMessage(text: string): string {
  if (isUnclosed(text))
    return t("The brace of {0} is not closed; write $$ for a plain dollar sign.", text);
  return t(
    "{0} is not a variable that Compose can read. A name has letters, digits and _; write $$ for a plain dollar sign.",
    text,
  );
}

/** Every variable has a default, so the text is right unless somebody sets one. */
function hasDefault(template: Template): boolean {
  return template.parts.every(
    (part) =>
      typeof part === "string" ||
      (part.operator?.endsWith("-") && part.word && hasDefault(part.word)),
  );
}

/** `0,5` as half the world writes it. */
function withPoint({ source, start, end, text }: ScalarNode) {
  if (!/^\d+,\d+$/.test(text)) return [];
  const better = text.replace(",", ".");
  const newText = source.text.slice(start, end).replace(text, better);
  return [{ title: t("Write {0}", better), edits: [{ start, end, newText }], safe: true }];
}

function applyCast({ complain }: State, node: ScalarNode, cast: Cast): ScalarNode {
  const value = castText(node.text, cast);
  if (value !== undefined) return { ...node, value };
  const wanted =
    cast === "bool" ? t("true or false") : cast === "int" ? t("a whole number") : t("a number");
  complain("WrongType", node, t('"{0}" must be {1} here.', node.text, wanted), {
    fixes: () => (node.raw ? [] : withPoint(node)),
  });
  // It was said; the schema need not say it again.
  return { ...node, uncertain: true, value: plainScalar(node.text) };
}
