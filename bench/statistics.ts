/** The median and the range of some measurements. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of an empty list.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that a share of all values, such as 0.99, does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** Computes ratios round by round, because only in the same round two servers run on an equally loaded machine. */
export function pairedRatios(numerators: readonly number[], denominators: readonly number[]): Spread {
  if (numerators.length !== denominators.length)
    throw new RangeError('Both lists need the same number of rounds.');
  return spreadOf(numerators.map((value, round) => value / (denominators[round] ?? Number.NaN)));
}

/** `412 (398–430)`. */
export function formatSpread({ median: middle, min, max }: Spread, decimals = 0): string {
  const text = (value: number) => (Number.isFinite(value) ? value.toFixed(decimals) : '–');
  return `${text(middle)} (${text(min)}–${text(max)})`;
}

/** The aim, and whether it was met or by how much it was missed. */
export function judgeAim(value: number, { atLeast, atMost }: { atLeast?: number; atMost?: number }): string {
  const limit = atLeast ?? atMost ?? Number.NaN;
  const isMet = atLeast === undefined ? value <= limit : value >= limit;
  const aim = `${atLeast === undefined ? '≤' : '≥'} ${limit}`;
  return isMet ? `met (${aim})` : `missed by ${Math.abs(limit - value).toFixed(2)} (${aim})`;
}
