// Sizes as people read them. Pure.

const units = ["B", "kB", "MB", "GB"];

/** Bytes in docker's decimal units, three figures: `12.3 MB`. */
export function shownSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(3))} ${units[unit]}`;
}
