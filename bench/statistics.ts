/** The middle of some measurements, and how far apart they were. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** Ratios round by round: what two servers met in the same round was the same machine, an hour later it is another. */
export function pairedRatios(numerators: readonly number[], denominators: readonly number[]): Spread {
  if (numerators.length !== denominators.length) throw new RangeError('rounds without a partner');
  return spreadOf(numerators.map((value, round) => value / (denominators[round] ?? Number.NaN)));
}

/** `412 (398–430)`. */
export function formatSpread({ median: middle, min, max }: Spread, decimals = 0): string {
  const text = (value: number) => (Number.isFinite(value) ? value.toFixed(decimals) : '–');
  return `${text(middle)} (${text(min)}–${text(max)})`;
}

/** What an aim was, whether it was met, and by how much it was not. */
export function judgeAim(value: number, { atLeast, atMost }: { atLeast?: number; atMost?: number }): string {
  const limit = atLeast ?? atMost ?? Number.NaN;
  const isMet = atLeast === undefined ? value <= limit : value >= limit;
  const aim = `${atLeast === undefined ? '≤' : '≥'} ${limit}`;
  return isMet ? `met (${aim})` : `missing ${Math.abs(limit - value).toFixed(2)} (${aim})`;
}
