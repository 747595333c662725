// The small languages inside values: durations, sizes, ports, mounts. Each reader gives what it
// read or a sentence on why Compose refuses the text.
import { t } from "../l10n.ts";
import { decimal } from "./cast.ts";

/** A refusal, in a sentence for the person. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}

const durationPart = /^(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/;
const longUnits: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Whether a text is a duration such as `1m30s`; a sentence if not. */
export function checkDuration(text: string): string | undefined {
  let rest = text.replace(/^[-+]/, "");
  if (rest === "0") return undefined;
  if (rest === "") return t("A duration is missing, such as 30s or 1m30s.");
  let seconds = 0;
  while (rest !== "") {
    const [part, number, unit = ""] = durationPart.exec(rest) ?? [];
    if (!part) break;
    seconds += Number(number) * (longUnits[unit] ?? 0);
    rest = rest.slice(part.length);
  }
  if (rest === "")
    return seconds < 2 ** 63 / 1e9 ? undefined : t('"{0}" is longer than Compose can count.', text);
  return /^[\d.]+$/.test(rest)
    ? t('"{0}" needs a unit: {0}s for seconds, {0}m for minutes.', text)
    : t('"{0}" is not a duration; write 30s, 1m30s or 2h.', text);
}

/** Bytes of a text such as `512m`; undefined: not a size. */
export function parseBytes(text: string): number | undefined {
  const [, number = "", unit = ""] =
    /^(.*[\d.]) ?([kmgtp]?)(?:b|(?<=[kmgtp])ib)?$/i.exec(text) ?? [];
  const size = decimal(number);
  if (size === undefined || size < 0) return undefined;
  return Math.trunc(size * 1024 ** "_kmgtp".indexOf(unit.toLowerCase() || "_"));
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface Port {
  readonly ip: string;
  readonly published?: PortRange;
  readonly target: PortRange;
  readonly protocol: string;
}

/** Reads `[[IP:]HOST:]CONTAINER[/PROTOCOL]`. */
export function parsePort(text: string): Port | Refusal {
  const slash = text.indexOf("/");
  const protocol = (slash < 0 ? "" : text.slice(slash + 1).toLowerCase()) || "tcp";
  const { ip, host, container } = splitPort(slash < 0 ? text : text.slice(0, slash));
  if (container === "") return { refused: t('"{0}" has no container port.', text) };
  if (!["tcp", "udp", "sctp"].includes(protocol))
    return { refused: t('"{0}" is not a protocol; use tcp, udp or sctp.', protocol) };
  if (ip !== "" && !isIp(ip))
    return { refused: t('"{0}" is not an IP address. Host names are not allowed here.', ip) };
  const target = parseRange(container);
  if (!target)
    return { refused: t('"{0}" is not a container port; ports are 0 to 65535.', container) };
  if (host === "") return { ip, target, protocol };
  const published = parseRange(host);
  if (!published) return { refused: t('"{0}" is not a host port; ports are 0 to 65535.', host) };
  const targets = target.to - target.from;
  if (published.to - published.from !== targets && targets !== 0)
    return { refused: t("The ranges {0} and {1} differ in length.", host, container) };
  return { ip, published, target, protocol };
}

function splitPort(text: string): { ip: string; host: string; container: string } {
  const parts = text.split(":");
  const container = parts.pop() ?? "";
  const host = parts.pop() ?? "";
  const ip = parts.join(":");
  const bare = /^\[(.*)\]$/.exec(ip)?.[1];
  // Only brackets make an IPv6 address.
  return { ip: bare ?? (parts.length > 1 ? `?${ip}` : ip), host, container };
}

export function parseRange(text: string): PortRange | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  return from <= to && to <= 65_535 ? { from, to } : undefined;
}

export function isIp(text: string): boolean {
  if (text.includes(":")) return /^[0-9a-f:.]+$/i.test(text) && text.split(":").length > 2;
  const parts = text.split(".");
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  );
}

export interface Mount {
  /** Empty: an anonymous volume. */
  readonly source: string;
  readonly target: string;
  readonly options: readonly string[];
  readonly type: "bind" | "volume";
}

/** Reads `[SOURCE:]TARGET[:MODE]`. */
export function parseMount(text: string): Mount | Refusal {
  if (text === "") return { refused: t("An empty string is not a mount.") };
  if (text.length <= 2) return { source: "", target: text, options: [], type: "volume" };
  const parts = splitMount(text);
  if (parts.some((part) => part === ""))
    return { refused: t('A part between the colons of "{0}" is empty.', text) };
  if (parts.length > 3)
    return { refused: t('"{0}" has too many colons; the form is SOURCE:TARGET:MODE.', text) };
  const [source = "", target, mode] = parts;
  if (target === undefined) return { source: "", target: source, options: [], type: "volume" };
  return {
    source,
    target,
    options: mode?.split(",") ?? [],
    type: isPath(source) ? "bind" : "volume",
  };
}

/** At colons, save one behind a single letter: that is a Windows drive for Compose. */
function splitMount(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(":")) {
    const last = parts.at(-1);
    if (last !== undefined && /^\p{L}$/u.test(last)) parts[parts.length - 1] = `${last}:${part}`;
    else parts.push(part);
  }
  return parts;
}

/** Whether a mount's source is a path of the host rather than a volume's name. */
export function isPath(source: string): boolean {
  return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}
