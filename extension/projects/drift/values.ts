// Values of the file and of the engine brought to one form: durations, sizes, lists. Pure.
import { mapOf, type Raw, textsOf } from "../definition.ts";

/** What stands at `HostConfig.RestartPolicy.Name`. */
export function at(raw: Raw, path: string): unknown {
  let value: unknown = raw;
  for (const part of path.split(".")) value = mapOf(value)[part];
  return value;
}

/** A value as text; nothing, `false` and 0 are all empty, for the engine says them so. */
export const text = (value: unknown): string =>
  value === undefined || value === null || value === false || value === 0 ? "" : String(value);

/** A container's name; while Compose puts it in the place of another one, its id stands before it. */
export const nameOf = ({ Name }: Raw): string => text(Name).replace(/^\/([0-9a-f]{12}_)?/, "");

/** Whether Podman made the container: it says so inside. */
export const isPodmans = (container: Raw): boolean =>
  textsOf(at(container, "Config.Env")).includes("container=podman");

/** A list of texts in one line; the order counts only where it is told. */
export function listText(value: unknown, ordered = false): string {
  const items = (Array.isArray(value) ? value : text(value) ? [value] : []).map(String);
  return (ordered ? items : [...items].sort()).join(", ");
}

/** A command as a person would type it: words with blanks quoted. */
export function commandText(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return value
    .map((word) => (/^[^\s"]+$/.test(String(word)) ? word : JSON.stringify(word)))
    .join(" ");
}

const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86_400e9,
  w: 604_800e9,
};

/** `1m30s` as nanoseconds; undefined for what is none. */
export function nanoseconds(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const parts = [...String(value ?? "").matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d|w)/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ""] ?? 0),
    0,
  );
}

/** A duration as seconds, `1.5s`; empty for none. */
export function seconds(value: unknown): string {
  const ns = nanoseconds(value);
  return ns ? `${ns / 1e9}s` : "";
}

const sizes = ["b", "k", "m", "g", "t"];

/** `50m` or bytes as bytes; empty for none. */
export function bytes(value: unknown): string {
  const [, number, unit = "b"] =
    /^([\d.]+)\s*([bkmgt]?)i?b?$/i.exec(String(value ?? "").trim()) ?? [];
  if (!number) return "";
  const count = Math.round(
    Number(number) * 1024 ** Math.max(0, sizes.indexOf((unit || "b").toLowerCase())),
  );
  return count ? `${count} B` : "";
}
