export type Path = readonly (string | number)[];
export type Leaf = readonly [path: Path, value: string | number | boolean];

/** Every value inside, with the way to it. */
export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each, place) => leavesOf(each, [...path, place]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [[path, value]];
  return [];
}

/** The same with another value at the path. */
export function changed(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined)
    return typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}x`;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[name] = changed(copy[name], rest);
  return copy;
}

/** `tier=db-f1-micro` */
export const nameOf = ([path, value]: Leaf): string =>
  `${String(path.filter((step) => typeof step === 'string').at(-1))}=${String(value)}`;
