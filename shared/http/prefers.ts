interface Range {
  readonly type: string;
  readonly weight: number;
}

/** RFC 9110, 12.5.1. A weight that is none counts as nothing wanted. */
function rangesOf(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0;
    return { type, weight };
  });
}

/** How much a sender wants a media type: by the most exact of the ranges that name it. */
function weightOf(ranges: readonly Range[], type: string): number {
  const wider = [type, `${type.split('/', 1)[0] ?? ''}/*`, '*/*'];
  for (const name of wider) {
    const range = ranges.find((one) => one.type === name);
    if (range !== undefined) return range.weight;
  }
  return 0;
}

/** Whether an `Accept` header wants one of `types` more than `otherwise`, which is what a sender gets who does not mind. */
export function prefers(accept: string | undefined, types: readonly string[], otherwise: string): boolean {
  if (accept === undefined) return false;
  const ranges = rangesOf(accept);
  return Math.max(...types.map((type) => weightOf(ranges, type))) > weightOf(ranges, otherwise);
}
