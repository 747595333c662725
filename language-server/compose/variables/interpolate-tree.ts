// Puts the values of variables into a tree. Trees without variables are given back as they are.
import { t } from "../../l10n.ts";
import { type Cast, castText, castTree, type KeyTree, stepInto } from "../cast.ts";
import type { Complain } from "../problem.ts";
import { plainScalar } from "../yaml/scalars.ts";
import type { Entry, Node, ScalarNode } from "../yaml/tree.ts";
import { parseTemplate, placed, substitute, type Template } from "./interpolation.ts";

/** Where values come from. */
export interface Variables {
  value(name: string): string | undefined;
}

interface State {
  readonly variables: Variables;
  readonly complain: Complain;
  /** Trees that were done already, for aliases. */
  readonly done: Map<Node, Node>;
}

/** The tree with values in place of variables. */
export function interpolate(node: Node, variables: Variables, complain: Complain): Node {
  return visit({ variables, complain, done: new Map() }, node, castTree);
}

function visit(state: State, node: Node, casts: KeyTree<Cast> | undefined): Node {
  if (node.kind === "scalar") return scalar(state, node, casts?.leaf);
  const known = casts ? undefined : state.done.get(node);
  if (known) return known;
  const made = node.kind === "map" ? map(state, node, casts) : list(state, node, casts);
  if (!casts) state.done.set(node, made);
  return made;
}

function map(
  state: State,
  node: Extract<Node, { kind: "map" }>,
  casts: KeyTree<Cast> | undefined,
): Node {
  let changed = false;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries) {
    const value = visit(state, entry.value, stepInto(casts, key));
    changed ||= value !== entry.value;
    entries.set(key, value === entry.value ? entry : { ...entry, value });
  }
  return changed ? { ...node, entries } : node;
}

function list(
  state: State,
  node: Extract<Node, { kind: "list" }>,
  casts: KeyTree<Cast> | undefined,
): Node {
  const step = stepInto(casts, "*");
  const items = node.items.map((item) => visit(state, item, step));
  return items.some((item, index) => item !== node.items[index]) ? { ...node, items } : node;
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
      {
        fixes: () => {
          const place = placed(node, span);
          return [
            {
              title: t("Write $$ for a plain dollar sign"),
              edits: [{ start: place.start, end: place.start, newText: "$" }],
              safe: true,
            },
          ];
        },
      },
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
        t("{0} has no value: {1}", expression.name, message || t("it is required here")),
      );
    },
  );
  return { text, unset, required };
}

function invalidMessage(text: string): string {
  return t(
    "{0} is no variable that Compose can read. A name has letters, digits and _; write $$ for a plain dollar sign.",
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

function applyCast({ complain }: State, node: ScalarNode, cast: Cast): ScalarNode {
  const value = castText(node.text, cast);
  if (value !== undefined) return { ...node, value };
  if (node.text === "" && node.raw) return { ...node, uncertain: true };
  const wanted =
    cast === "bool" ? t("true or false") : cast === "int" ? t("a whole number") : t("a number");
  complain("WrongType", node, t('"{0}" must be {1} here.', node.text, wanted));
  // It was said; the schema need not say it again.
  return { ...node, uncertain: true, value: plainScalar(node.text) };
}
