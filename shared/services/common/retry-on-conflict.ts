import { Unavailable } from '../../errors';
import { later, type Outcome } from './outcome';

/** Another writer changed what was read before this one could write: read again, decide again. */
export const CONFLICT = Symbol('conflict');
export type Conflict = typeof CONFLICT;

/** A lost try means that another writer won, so this many writers at once all get through. */
const TRIES = 50;
/** Each try of an effect may call Telegram, so after this many lost tries the effect is due again a second later. */
export const TRIES_OF_EFFECT = 5;

const tooOften = (what: string): string => `the ${what} is being changed too often`;

interface RetryOptions<Done> {
  /** The thing that is read and written, named in the error. */
  readonly what: string;
  readonly tries?: number;
  /** The result if every try lost. Without it `Unavailable` is thrown. */
  readonly otherwise?: () => Done;
}

/**
 * Repeats a step that reads, decides and writes until no other writer changed what it had read (decision 1). Tells the
 * step how many tries were lost before.
 */
export async function retryOnConflict<Done>(
  { what, tries = TRIES, otherwise }: RetryOptions<Done>,
  step: (lost: number) => Promise<Done | Conflict>,
): Promise<Done> {
  for (let lost = 0; lost < tries; lost += 1) {
    const done = await step(lost);
    if (done !== CONFLICT) return done;
  }
  if (otherwise !== undefined) return otherwise();
  throw new Unavailable(tooOften(what), { retryAfterSeconds: 1 });
}

/** Like `retryOnConflict`, in an effect: if every try lost, the effect is due again in a second. */
export const retryEffectOnConflict = (
  what: string,
  step: (lost: number) => Promise<Outcome | Conflict>,
): Promise<Outcome> =>
  retryOnConflict({ what, tries: TRIES_OF_EFFECT, otherwise: () => later(tooOften(what), 1) }, step);
