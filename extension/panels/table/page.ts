// The page of a table panel, in the browser. Everything from an engine goes in as text, never as HTML.
/// <reference lib="dom" />
import {
  type Column,
  type FromPage,
  found,
  ordered,
  type PageTexts,
  type Row,
  type Sort,
  type ToPage,
  textOf,
} from "./table.ts";
import { Trend } from "./trend.ts";

interface Kept {
  readonly sort: Sort | undefined;
  readonly filter: string;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

/** Names and words up to this length stay in one line; longer texts are broken where need be. */
const short = 32;

const host = acquireVsCodeApi();
const kept = host.getState();
const filter = document.createElement("input");
const asText = document.createElement("button");
const count = document.createElement("span");
const note = document.createElement("p");
const head = document.createElement("tr");
const body = document.createElement("tbody");
const lines = new Map<string, HTMLTableRowElement>();
/** By the column's index; from the time when the page was last shown. */
const trends = new Map<number, Trend>();
const trendSize = { width: 56, height: 12 };

let columns: readonly Column[] = [];
let rows: readonly Row[] = [];
let sort: Sort | undefined;
let texts: PageTexts = { filter: "", asText: "", nothing: "" };

filter.type = "search";
filter.value = kept?.filter ?? "";
filter.addEventListener("input", () => draw());
asText.addEventListener("click", () =>
  host.postMessage({ type: "asText", ids: visible().map(({ id }) => id) }),
);
note.setAttribute("role", "status");
count.className = "count";
const bar = document.createElement("header");
bar.append(filter, count, asText);
const table = document.createElement("table");
const top = document.createElement("thead");
top.append(head);
table.append(top, body);
document.body.append(bar, note, table);

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "rows") {
    rows = data.rows;
    note.textContent = data.note;
    for (const [column, trend] of trends) trend.add(numbersOf(column));
  } else {
    columns = data.columns;
    trends.clear();
    for (const [column, { trend }] of columns.entries()) if (trend) trends.set(column, new Trend());
    sort = kept ? kept.sort : data.sort;
    texts = data.texts;
    filter.placeholder = texts.filter;
    filter.setAttribute("aria-label", texts.filter);
    asText.textContent = texts.asText;
    drawHead();
  }
  draw();
});
host.postMessage({ type: "ready" });

const visible = () => ordered(found(rows, filter.value), sort);

function numbersOf(column: number): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { id, cells } of rows) {
    const cell = cells[column];
    if (typeof cell === "object") numbers.set(id, cell.value);
  }
  return numbers;
}

function sortBy(column: number): void {
  const again = sort?.column === column;
  sort = { column, descending: again ? !sort?.descending : columns[column]?.number === true };
  drawHead();
  draw();
}

function drawHead(): void {
  const focused = [...head.children].findIndex((cell) => cell.contains(document.activeElement));
  head.replaceChildren(
    ...columns.map(({ title, number }, column) => {
      const cell = document.createElement("th");
      const button = document.createElement("button");
      const own = sort?.column === column ? sort : undefined;
      cell.scope = "col";
      cell.ariaSort = own ? (own.descending ? "descending" : "ascending") : "none";
      if (number) cell.className = "number";
      button.textContent = title;
      button.addEventListener("click", () => sortBy(column));
      cell.append(button);
      return cell;
    }),
  );
  head.children[focused]?.querySelector("button")?.focus();
}

/** Cells that are the same stay, so that a selection and a screen reader's place survive an update. */
function draw(): void {
  host.setState({ sort, filter: filter.value });
  const shown = visible();
  const wanted = new Set(shown.map(({ id }) => id));
  for (const [id, line] of lines)
    if (!wanted.has(id)) {
      line.remove();
      lines.delete(id);
    }
  for (const [index, row] of shown.entries()) {
    const line = lineOf(row);
    if (body.children[index] !== line) body.insertBefore(line, body.children[index] ?? null);
  }
  count.textContent =
    shown.length === rows.length ? String(rows.length) : `${shown.length} / ${rows.length}`;
  if (rows.length === 0 && !note.textContent) count.textContent = texts.nothing;
}

function lineOf({ id, cells }: Row): HTMLTableRowElement {
  const line = lines.get(id) ?? document.createElement("tr");
  lines.set(id, line);
  for (const [column, { number }] of columns.entries()) {
    const cell = line.cells[column] ?? line.insertCell();
    const text = textOf(cells[column]);
    if (cell.textContent !== text) cell.textContent = text;
    cell.className = number ? "number" : text.length <= short ? "short" : "";
    drawTrend(cell, id, column);
  }
  return line;
}

/** For eyes alone: the number beside it says what is now. */
function drawTrend(cell: HTMLTableCellElement, id: string, column: number): void {
  const scale = columns[column]?.trend;
  const trend = trends.get(column);
  if (!scale || !trend) return;
  const { width, height } = trendSize;
  const svg = cell.querySelector("svg") ?? emptyTrend();
  if (svg.parentNode !== cell) cell.prepend(svg);
  svg.firstElementChild?.setAttribute("points", trend.points(id, scale, width, height));
}

function emptyTrend(): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  // A line that touches the edge is drawn whole.
  svg.setAttribute("viewBox", `-1 -1 ${trendSize.width + 2} ${trendSize.height + 2}`);
  svg.setAttribute("width", String(trendSize.width));
  svg.setAttribute("height", String(trendSize.height));
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(space, "polyline"));
  return svg;
}
