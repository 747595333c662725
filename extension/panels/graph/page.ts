// The page of a project's graph, in the browser. Names come from files and engines: they go in as
// text, never as HTML.
/// <reference lib="dom" />
import { conditionText, type GraphEdge, type GraphNode } from "../../projects/graph-text.ts";
import type { FromGraph, ToGraph } from "./messages.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromGraph): void };

const host = acquireVsCodeApi();
const [width, height, gapX, gapY, edge] = [180, 52, 110, 28, 16];
const namespace = "http://www.w3.org/2000/svg";

const copy = document.createElement("button");
copy.addEventListener("click", () => host.postMessage({ type: "copy" }));
const order = document.createElement("p");
const picture = svg("svg", {});
const bar = document.createElement("header");
bar.append(copy);
document.body.append(bar, picture, order);

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function words(text: string, x: number, y: number, kind: string): SVGElement {
  const element = svg("text", { x, y, class: kind });
  element.textContent = text;
  return element;
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
const left = ({ step }: GraphNode) => edge + step * (width + gapX);
const top = ({ row }: GraphNode) => edge + row * (height + gapY);

function box(node: GraphNode): SVGElement {
  const group = svg("g", {
    class: `service ${node.condition}`,
    transform: `translate(${left(node)} ${top(node)})`,
    tabindex: 0,
    role: "button",
    "aria-label": `${node.name}, ${node.words}`,
  });
  const title = svg("title", {});
  title.textContent = `${node.name}\n${node.words}`;
  group.append(
    title,
    svg("rect", { width, height, rx: 6 }),
    words(cut(node.name, 22), 12, 22, "name"),
    words(cut(node.words, 27), 12, 40, "words"),
  );
  const open = () => host.postMessage({ type: "open", service: node.name });
  group.addEventListener("click", open);
  group.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && (event.key === "Enter" || event.key === " ")) open();
  });
  return group;
}

/** A line from what is waited for (left) to who waits (right), and on it for what. */
function arrow(edge: GraphEdge, from: GraphNode, to: GraphNode): readonly SVGElement[] {
  const [x1, y1] = [left(to) + width, top(to) + height / 2];
  const [x2, y2] = [left(from) - 8, top(from) + height / 2];
  const middle = (x1 + x2) / 2;
  const line = `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
  const head = `M ${x2} ${y2 - 5} L ${x2 + 8} ${y2} L ${x2} ${y2 + 5} Z`;
  return [
    svg("path", { d: line, class: "edge" }),
    svg("path", { d: head, class: "head" }),
    words(conditionText(edge.condition), middle, (y1 + y2) / 2 - 6, "condition"),
  ];
}

window.addEventListener("message", ({ data }: MessageEvent<ToGraph>) => {
  const { graph, texts } = data;
  copy.textContent = texts.copy;
  const byName = new Map(graph.nodes.map((node) => [node.name, node]));
  const focused = document.activeElement?.getAttribute("aria-label")?.split(",")[0];
  const columns = Math.max(0, ...graph.nodes.map(({ step }) => step + 1));
  const rows = Math.max(0, ...graph.nodes.map(({ row }) => row + 1));
  picture.setAttribute("width", String(2 * edge + columns * (width + gapX)));
  picture.setAttribute("height", String(2 * edge + rows * (height + gapY)));
  const arrows = graph.edges.flatMap((one) => {
    const [from, to] = [byName.get(one.from), byName.get(one.to)];
    return from && to ? arrow(one, from, to) : [];
  });
  const boxes = graph.nodes.map(box);
  picture.replaceChildren(...arrows, ...boxes);
  boxes.find((one) => one.getAttribute("aria-label")?.split(",")[0] === focused)?.focus();
  const steps = data.order.map((names, index) => `${index + 1}. ${names.join(", ")}`);
  order.textContent = graph.nodes.length > 0 ? `${texts.order} ${steps.join("  ")}` : texts.empty;
});

host.postMessage({ type: "ready" });
