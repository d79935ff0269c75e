import type { Database } from '../../database/connection/pool';
import { readPreCheckout } from '../../database/stars/checked-invoices';
import { languageOf, type Language } from '../../domain/common/language';
import { maySetUp, type AllowedOwners } from '../../domain/owner/allowed-owners';
import {
  decidePreCheckout,
  preCheckoutCounter,
  type PreCheckoutAnswer,
} from '../../domain/stars/decide-pre-checkout';
import { Unavailable } from '../../errors';
import type { Logger } from '../../logger';
import { preCheckoutReply, type PreCheckoutReply, type PreCheckoutUpdate } from '../../telegram/pre-checkout';
import { refusalWords } from '../../telegram/views/stars/pre-checkout';

/**
 * Telegram gives up after ten seconds. The rest is for a cold start, a body that comes slowly, and a redelivery.
 */
const READ_WITHIN_MS = 4_000;

export interface PreCheckoutDependencies {
  readonly database: Database;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The owners whose channels may be paid in Stars. */
  readonly starsFor: AllowedOwners;
  readonly isFlooding: (userId: number) => boolean;
  /** Counts an answer for all instances. */
  readonly count: (name: string) => void;
}

interface Decided {
  readonly answer: PreCheckoutAnswer;
  readonly language: Language;
}

async function decide(deps: PreCheckoutDependencies, update: PreCheckoutUpdate): Promise<Decided> {
  const language = languageOf(update.languageCode);
  const { query } = update;
  if (query === undefined) return { answer: 'unreadable', language };
  const userId = query.from.id;
  if (deps.isFlooding(userId)) return { answer: 'too_fast', language };
  const asked = {
    userId,
    currency: query.currency,
    amount: query.total_amount,
    payload: query.invoice_payload,
  };
  try {
    const read = await readPreCheckout(deps.database, asked, READ_WITHIN_MS);
    const invoice =
      read.invoice === null
        ? undefined
        : { ...read.invoice, takesStars: maySetUp(deps.starsFor, read.invoice.ownerUserId) };
    return {
      answer: decidePreCheckout(asked, invoice),
      language: languageOf(read.language ?? update.languageCode),
    };
  } catch (error) {
    // Whatever it is, silence would leave the buyer waiting.
    if (error instanceof Unavailable) deps.log.warn('stars.unchecked', { error });
    else deps.log.error('stars.check_failed', { error });
    return { answer: 'unchecked', language };
  }
}

/**
 * Decides whether a buyer may pay an invoice in Stars. Always answers: with yes, or with the reason in words. Writes
 * and promises nothing, because a yes isn't a payment; the same query sent again is decided again.
 */
export async function answerPreCheckout(
  deps: PreCheckoutDependencies,
  update: PreCheckoutUpdate,
): Promise<PreCheckoutReply> {
  const { answer, language } = await decide(deps, update);
  deps.count(preCheckoutCounter(answer));
  deps.log.info('stars.pre_checkout', { answer });
  return preCheckoutReply(update.id, answer === 'yes' ? undefined : refusalWords(answer, language));
}
