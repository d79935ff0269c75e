import type { AnswerOf } from '../../../domain/messages/answers';
import { HOUR_SECONDS, MINUTE_SECONDS } from '../../../domain/common/time';
import { says, type Wording } from '../wording';

/** In minutes or hours, rounded up, so that it is true whenever it is read. */
const tooManyOrders = ({ seconds }: AnswerOf<'too_many_orders'>, wording: Wording): string =>
  seconds <= HOUR_SECONDS
    ? wording.text('payments-too-many-orders-minutes', {
        count: Math.max(1, Math.ceil(seconds / MINUTE_SECONDS)),
      })
    : wording.text('payments-too-many-orders-hours', { count: Math.ceil(seconds / HOUR_SECONDS) });

/** Answers to buyers about orders and to owners about odd payments. */
export const PAYMENT_ANSWERS = {
  order_cancelled: says('payments-order-cancelled'),
  order_cancelled_unconfirmed: says('payments-order-cancelled-unconfirmed'),
  order_settled: says('payments-order-settled'),
  order_refunded: says('payments-order-refunded'),
  nothing_to_cancel: says('payments-nothing-to-cancel'),
  payment_on_its_way: says('payments-on-its-way'),
  invoice_coming: says('payments-invoice-coming'),
  way_not_possible: says('paystep-way-not-possible'),
  no_stars_now: says('checkout-switched-off'),
  payment_pending: says('payments-pending'),
  channel_paused: says('payments-channel-paused'),
  not_on_sale: says('payments-not-on-sale'),
  tier_not_offered: says('payments-tier-not-offered'),
  has_for_ever: says('payments-has-for-ever'),
  access_ended: says('payments-access-ended'),
  place_not_included: says('payments-place-not-included'),
  entry_tried_again: says('payments-entry-tried-again'),
  order_unknown: says('payments-order-unknown'),
  owner_will_decide: says('payments-owner-will-decide'),
  payment_hangs: says('payments-unconfirmed'),
  owner_decides: says('payments-only-owner-decides'),
  order_changed: says('payments-order-changed'),
  nothing_to_decide: says('payments-nothing-to-decide'),
  nothing_to_refund: says('refunds-nothing'),
  price_too_small: ({ priceCents, leastCents }: AnswerOf<'price_too_small'>, wording: Wording) =>
    wording.text('payments-price-too-small', {
      least: wording.usd(leastCents),
      price: wording.usd(priceCents),
    }),
  too_many_orders: tooManyOrders,
} as const;
