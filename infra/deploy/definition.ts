import { createHash } from 'node:crypto';

/** A resource's definition in JSON, for Google. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * A short digest of a definition, stored with the resource, so that a later deploy sees whether the definition changed. The
 * texts can't be compared, because Google fills in defaults and returns some values in another spelling.
 */
export const digestOf = (definition: Json): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16);
