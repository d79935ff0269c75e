import * as z from 'zod';
import { parseUpdate, type Update } from './update';

/** A `pre_checkout_query` with an id. Telegram waits ten seconds for an answer, then the payment fails. */
export interface PreCheckoutUpdate {
  readonly id: string;
  /** Of the buyer's app. */
  readonly languageCode: string | undefined;
  /** `undefined` if it can't be read, so that the answer is no. */
  readonly query: Update['pre_checkout_query'];
}

const WITH_ID = z.object({
  id: z.string().min(1),
  from: z
    .object({ language_code: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Reads a `pre_checkout_query`; `undefined` for any other update, and for one without an id. */
export function preCheckoutIn(body: Readonly<Record<string, unknown>>): PreCheckoutUpdate | undefined {
  const found = WITH_ID.safeParse(body['pre_checkout_query']);
  if (!found.success) return undefined;
  const { id, from } = found.data;
  return { id, languageCode: from?.language_code, query: parseUpdate(body)?.pre_checkout_query };
}

/** A call of the Bot API, as the body of our answer to an update. Its result is never known. */
export type PreCheckoutReply = Readonly<Record<string, string | boolean>>;

/**
 * Answers a query with yes, or with the words of a refusal. https://core.telegram.org/bots/api#answerprecheckoutquery
 * and https://core.telegram.org/bots/api#making-requests-when-getting-updates
 */
export const preCheckoutReply = (id: string, refusal: string | undefined): PreCheckoutReply => ({
  method: 'answerPreCheckoutQuery',
  pre_checkout_query_id: id,
  ...(refusal === undefined ? { ok: true } : { ok: false, error_message: refusal }),
});
