import type { StackOptions } from '../../../playground/stack';

/** Both ways to serve all functions, with what a world needs for each. */
export const HOSTS: readonly (readonly [name: string, options: Pick<StackOptions, 'host'>])[] = [
  ['functions-framework', {}],
  ['the plain host', { host: {} }],
];
