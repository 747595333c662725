// JSON lines of logs: where loggers put level, message and time, and a line made readable. Pure.
import { type Level, levelNamed, levelOfLetter } from "./levels.ts";

type Fields = Record<string, unknown>;

/**
 * What loggers call what every line has, the usual first, in lower case: pino, bunyan, winston, zap,
 * logrus, slog, tracing, structlog, Python, Logstash, ECS, GELF, Serilog, .NET, MongoDB. What stands
 * in an object of its own has a dot.
 */
const PLACES = {
  level: ["level", "severity", "lvl", "levelname", "loglevel", "log.level", "@l", "s"],
  message: [
    ...["msg", "message", "short_message", "event", "fields.message"],
    ...["@m", "renderedmessage", "@mt", "messagetemplate"],
  ],
  time: ["time", "timestamp", "ts", "@timestamp", "@t", "asctime", "t"],
} as const;

/** The fields of a line that is one JSON object. */
function fieldsOf(text: string): Fields | undefined {
  if (!/^\s*\{.*\}\s*$/s.test(text)) return undefined;
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return undefined;
  }
}

interface Place {
  readonly owner: Fields;
  readonly key: string;
}

/** Where a field stands that has this name, or this path. */
function placeOf(fields: Fields, path: string): Place | undefined {
  const key = Object.keys(fields).find((one) => one.toLowerCase() === path);
  if (key !== undefined) return { owner: fields, key };
  const dot = path.indexOf(".");
  const inner = dot > 0 ? fields[path.slice(0, dot)] : undefined;
  return inner && typeof inner === "object"
    ? placeOf(inner as Fields, path.slice(dot + 1))
    : undefined;
}

/** The first of these places that says something, and what. */
function find(fields: Fields, what: "level" | "message"): (Place & { value: string }) | undefined {
  for (const path of PLACES[what]) {
    const place = placeOf(fields, path);
    const value = place?.owner[place.key];
    if (!place || value === "") continue;
    if (typeof value === "string") return { ...place, value };
    if (what === "level" && typeof value === "number") return { ...place, value: String(value) };
  }
  return undefined;
}

function meaning({ key, value }: { key: string; value: string }): Level | undefined {
  return key.toLowerCase() === "s" ? levelOfLetter(value) : levelNamed(value);
}

/** The level that a JSON line says it has; undefined for other lines. */
export function levelOfJson(text: string): Level | undefined {
  const fields = text.trimStart().startsWith("{") ? fieldsOf(text) : undefined;
  const found = fields && find(fields, "level");
  return found && meaning(found);
}

/** A JSON line in one readable line: level, message, then the rest as `key=value`; else as it is. */
export function foldJson(text: string): string {
  const fields = fieldsOf(text);
  if (!fields) return text;
  const shown = [...takeLevel(fields), ...takeMessage(fields)];
  for (const path of PLACES.time) drop(placeOf(fields, path));
  for (const [name, value] of Object.entries(fields))
    if (!isEmptied(value, name))
      shown.push(`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  if (shown.length === 0) return text;
  // A stack trace in it would tear the line apart.
  return shown.join(" ").replace(/\s*[\r\n]+\s*/g, " ↵ ");
}

function drop(place: Place | undefined): void {
  if (place) delete place.owner[place.key];
}

/** A number or a letter says less than its name; a number that means nothing stays where it is. */
function takeLevel(fields: Fields): string[] {
  const found = find(fields, "level");
  const means = found && meaning(found);
  const isText = found && typeof found.owner[found.key] === "string";
  if (!found || !(means || isText)) return [];
  drop(found);
  return [means && /^(?:\d+|[a-z]\d?)$/i.test(found.value) ? means : found.value];
}

function takeMessage(fields: Fields): string[] {
  const found = find(fields, "message");
  drop(found);
  return found ? [found.value] : [];
}

/** An object whose only field stands at the front of the line by now. */
function isEmptied(value: unknown, name: string): boolean {
  const held = Object.values(PLACES).some((paths) =>
    paths.some((path) => path.startsWith(`${name}.`)),
  );
  return held && typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
