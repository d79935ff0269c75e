import { STORED } from './stored-types';

it.each(Object.entries(STORED))('accepts the extremes of %s and nothing beyond', (_, type) => {
  const accepts = type.accepts as (value: unknown) => boolean;
  for (const edge of type.edges) expect(accepts(edge)).toBe(true);
  const beyond: readonly unknown[] =
    typeof type.edges[0] === 'number'
      ? [Number(type.edges.at(-1)) + (type === STORED.channelId ? -1 : 1), 0.5, NaN, Infinity, 2 ** 53]
      : ['\0', '\uD800', `${String(type.edges.at(-1))}x`];
  for (const value of beyond) expect(accepts(value)).toBe(false);
});
