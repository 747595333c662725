// Sizes, ages and ids as people read them, and engine text made harmless. Pure.
import { t } from "../engine/text.ts";

const units = ["B", "kB", "MB", "GB", "TB"];

/** Bytes in docker's decimal units, three figures: `12.3MB`. */
export function size(bytes: number): string {
  if (bytes < 0) return "?";
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : Number(value.toPrecision(3))}${units[unit]}`;
}

/** How long ago `then` was, in words; both in milliseconds since 1970. */
export function ago(then: number, now = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now - then) / 60_000));
  if (minutes < 1) return t("just now");
  if (minutes < 60) return t("{0} min ago", minutes);
  if (minutes < 60 * 48) return t("{0} h ago", Math.floor(minutes / 60));
  const days = Math.floor(minutes / 1440);
  if (days < 60) return t("{0} days ago", days);
  return days < 730
    ? t("{0} months ago", Math.floor(days / 30))
    : t("{0} years ago", Math.floor(days / 365));
}

/** The twelve figures of an id by which docker shows it. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, "").slice(0, 12);
}

/** Engine text as Markdown that shows exactly this text: no markup, no link, one line. */
export function escaped(text: string, limit = 300): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, " ");
  const short = line.length > limit ? `${line.slice(0, limit)}…` : line;
  return short.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@/]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Engine text for a label: one line without control characters. */
export function plain(text: string, limit = 200): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
