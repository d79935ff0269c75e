import { createHash } from 'node:crypto';

/** What is written in JSON for Google. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * A definition in short, kept beside what is made of it, so that a later deploy sees that it was written anew. Google
 * fills in much that was not written, and gives some of it back spelled otherwise: comparing texts would never end.
 */
export const digestOf = (definition: Json): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16);
