interface Range {
  readonly type: string;
  readonly weight: number;
}

/** RFC 9110, 12.5.1. An invalid weight counts as 0. */
function rangesOf(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0;
    return { type, weight };
  });
}

/** The weight of a media type: that of the most specific range that names it. */
function weightOf(ranges: readonly Range[], type: string): number {
  const wider = [type, `${type.split('/', 1)[0] ?? ''}/*`, '*/*'];
  for (const name of wider) {
    const range = ranges.find((one) => one.type === name);
    if (range !== undefined) return range.weight;
  }
  return 0;
}

/**
 * Returns true if an `Accept` header prefers one of `types` to `otherwise`, which is also the answer if it prefers
 * none.
 */
export function prefers(accept: string | undefined, types: readonly string[], otherwise: string): boolean {
  if (accept === undefined) return false;
  const ranges = rangesOf(accept);
  return Math.max(...types.map((type) => weightOf(ranges, type))) > weightOf(ranges, otherwise);
}
