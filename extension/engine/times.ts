// Times as people write them for `--since` and `--until`, turned into what the engine takes.
import { t } from "./text.ts";

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
};

/**
 * Seconds since 1970, as text: from a duration before now (`10m`, `1h30m`, `2d`), a date or a time
 * (`2026-01-31`, `2026-01-31T12:00`, RFC 3339; without a zone it is this machine's), or such seconds.
 * The engine itself takes only seconds; the CLI turns the rest into them, as this does.
 * @throws Error for any other text.
 */
export function engineTime(
  time: number | string | undefined,
  now: number = Date.now(),
): string | undefined {
  if (time === undefined) return undefined;
  const text = String(time).trim();
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  const ago = duration(text);
  if (ago !== undefined) return String((now / 1000 - ago).toFixed(3));
  const moment = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(localTime(text)) : Number.NaN;
  if (Number.isNaN(moment))
    throw new Error(
      t("“{0}” is not a time. Write it as 10m, 1h30m, 2d, or as 2026-01-31T12:00.", text),
    );
  return String(moment / 1000);
}

function duration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount = "", unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g))
    seconds += Number(amount) * (UNITS[unit] ?? 0);
  return seconds;
}

/** A date alone would be read as UTC: midnight here is meant. */
function localTime(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text;
}
