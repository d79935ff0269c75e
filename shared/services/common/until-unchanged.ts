import { Unavailable } from '../../errors';

/** What was read has been changed by somebody else before it could be written: read again, decide again. */
export const CONFLICT = Symbol('changed');

/**
 * Takes a step that reads, decides and writes, until nobody changed what it had read (decision 1). Throws `Unavailable`
 * when somebody did `tries` times.
 */
export async function retryOnConflict<Done>(
  { what, tries }: { readonly what: string; readonly tries: number },
  step: () => Promise<Done | typeof CONFLICT>,
): Promise<Done> {
  for (let tried = 0; tried < tries; tried += 1) {
    const done = await step();
    if (done !== CONFLICT) return done;
  }
  throw new Unavailable(`the ${what} is being changed too often`, { retryAfterSeconds: 1 });
}
