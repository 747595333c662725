// What is said of many measured values.

/** The value below which so large a part of them lies. */
export function part(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return part(values, 0.5);
}

/** The median, and between which values it lies in 95 of 100 such measurements. */
export interface Typical {
  readonly middle: number;
  readonly from: number;
  readonly to: number;
}

/** The interval is that of the sign test: it supposes nothing of how the values are spread. */
export function typical(values: readonly number[]): Typical {
  const sorted = [...values].sort((a, b) => a - b);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const at = (index: number) =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(index)))] ?? Number.NaN;
  const center = (sorted.length - 1) / 2;
  return { middle: median(values), from: at(center - reach), to: at(center + reach) };
}

/** As many digits as are worth reading. */
export function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
