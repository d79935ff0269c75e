import { formatUsd } from '../../../domain/common/money';
import type { AnswerOf } from '../../../domain/messages/answers';
import { HOUR_SECONDS, MINUTE_SECONDS } from '../../../domain/common/time';
import { plural } from '../words';

/** `25 minutes`, `3 hours`; rounded up, so that it is true whenever it is read. */
const waitWords = (seconds: number): string =>
  seconds <= HOUR_SECONDS
    ? plural(Math.max(1, Math.ceil(seconds / MINUTE_SECONDS)), 'minute')
    : plural(Math.ceil(seconds / HOUR_SECONDS), 'hour');

/** Answers to buyers about orders and to owners about odd payments. */
export const PAYMENT_ANSWERS = {
  order_cancelled: 'Cancelled. Nothing was charged.',
  order_cancelled_unconfirmed: 'Cancelled. If your payment still arrives, it counts.',
  order_settled: 'This has already been paid. Thank you!',
  order_refunded: 'This was refunded.',
  nothing_to_cancel: 'There is nothing to cancel.',
  payment_on_its_way: 'A payment is already on its way, so this can no longer be cancelled.',
  invoice_coming: 'Your invoice is on its way.',
  payment_pending: 'Your payment for this is being confirmed already. I write here as soon as it is through.',
  channel_paused:
    'The owner has paused this channel: nothing is sold at the moment. What you have paid for goes on.',
  not_on_sale:
    'This is not on sale at the moment. Nothing was charged. Try again later; what you have paid for goes on.',
  tier_not_offered: "This isn't offered any longer. Open the channel again to see what is.",
  access_ended: 'Your access to this channel has ended. Choose a tier to come back.',
  order_unknown: 'I do not know this order.',
  owner_will_decide: "The owner of the channel decides about your payment. You don't have to do anything.",
  payment_hangs:
    'Your payment has not been confirmed for a week. Show the owner of the channel the transaction, or buy again.',
  owner_decides: 'Only the owner of the channel can decide this.',
  order_changed: 'The order has changed since. Look at it again, please.',
  nothing_to_decide: 'There is nothing to decide about this payment any more.',
  price_too_small: ({ priceCents, leastCents }: AnswerOf<'price_too_small'>) =>
    `Crypto payments start at ${formatUsd(leastCents)} today, and this costs ${formatUsd(priceCents)}. Nothing was charged. Choose another tier, or ask the owner.`,
  too_many_orders: ({ seconds }: AnswerOf<'too_many_orders'>) =>
    `You've opened many orders, so please wait: the next one works in ${waitWords(seconds)}.`,
} as const;
