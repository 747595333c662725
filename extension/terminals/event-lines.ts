// An engine's events as lines that people read: when, what, which object, and what is worth knowing of it. Pure.
import type { EngineEvent } from "../engine/model/events.ts";

/** Attributes that stand in the line already, or that nobody reads. */
const silent = /^(name|image|container|execID|com\.docker\.compose\.(?!project$|service$).*)$/;
const most = 6;
const width = 22;

const colours: Readonly<Record<string, number>> = {
  container: 36,
  image: 35,
  volume: 33,
  network: 34,
};

/** The event without colours, for filters and documents. */
export function eventText(event: EngineEvent): string {
  return joined(parts(event));
}

/** The event with colours, for a terminal; the texts in it are still the engine's own. */
export function eventLine(event: EngineEvent, safe: (text: string) => string): string {
  const [time = "", what = "", ...rest] = parts(event).map((part) => safe(part));
  const colour = colours[event.type] ?? 37;
  return [`\x1b[2m${time}\x1b[0m`, `\x1b[${colour}m${what.padEnd(width)}\x1b[0m`, ...rest].join(
    "  ",
  );
}

const joined = ([time = "", what = "", ...rest]: string[]) =>
  [time, what.padEnd(width), ...rest].join("  ");

function parts({ type, action, detail, id, attributes, time }: EngineEvent): string[] {
  const short = id.replace(/^sha256:/, "").slice(0, 12);
  const name = attributes.name && attributes.name !== id ? attributes.name : short;
  const about = [
    attributes.image,
    attributes.container?.slice(0, 12),
    ...Object.entries(attributes)
      .filter(([key]) => !silent.test(key))
      .slice(0, most)
      .map(([key, value]) => `${key}=${value}`),
  ];
  const what = `${type} ${action}${detail && `: ${detail}`}`;
  return [clock(time), what, name, about.filter(Boolean).join(" ")].filter(Boolean);
}

function clock(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, "0");
  const hour = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  return `${hour}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
