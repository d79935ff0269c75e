import type { Cents } from '../../../domain/common/ids';
import { compareDecimals, decimalOf } from '../../../domain/common/money';
import type { Item, StoryEvent } from '../../../domain/messages/parts';
import type { WordingKey } from '../../catalog';
import { priceOf } from '../order-wording';
import type { Wording } from '../wording';

type PaymentDetails = StoryEvent['details'];

/** The catalogs choose by it. */
const UNKNOWN = 'unknown';

/** The price in an event: of an order, or of an invoice. */
export const priceInEvent = (
  { amountCents, priceStars, paidIn }: PaymentDetails,
  wording: Wording,
): string | undefined =>
  typeof amountCents === 'number'
    ? priceOf(
        {
          amountCents: amountCents as Cents,
          priceStars: typeof priceStars === 'number' ? priceStars : null,
          paidIn: paidIn === 'xtr' || paidIn === 'usd' ? paidIn : null,
        },
        wording,
      )
    : undefined;

/** What a payment did, for each status. */
const STATUS_KEYS: Readonly<Record<string, WordingKey>> = {
  waiting: 'orders-payment-waiting',
  confirming: 'orders-payment-confirming',
  confirmed: 'orders-payment-confirmed',
  sending: 'orders-payment-sending',
  partially_paid: 'orders-payment-short',
  finished: 'orders-payment-arrived',
  failed: 'orders-payment-failed',
  expired: 'orders-payment-expired',
  refunded: 'orders-payment-refunded',
};

/** How a payment was judged, if that says more than its status. */
const OUTCOME_KEYS: Readonly<Record<string, WordingKey>> = {
  settled: 'orders-payment-pays',
  credited: 'orders-payment-counts',
  parked: 'orders-payment-undecided',
  refunded: 'orders-payment-no-longer-counts',
};

/** A gift has no price, so none is short, and none pays for an order. */
const GIFT_STATUS_KEYS: typeof STATUS_KEYS = { ...STATUS_KEYS, partially_paid: 'orders-payment-arrived' };
const GIFT_OUTCOME_KEYS: typeof OUTCOME_KEYS = { ...OUTCOME_KEYS, settled: 'orders-payment-is-donation' };

/** What was odd, if that says more than the status. */
const EXCEPTION_KEYS: Readonly<Record<string, WordingKey>> = {
  wrong_asset: 'orders-payment-wrong-asset',
  repeated: 'orders-payment-repeated',
  late: 'orders-payment-late',
  amount_mismatch: 'orders-payment-amount-mismatch',
  other_payer: 'orders-payment-other-payer',
  closed: 'orders-payment-closed',
};

/** A name of the database or of NOWPayments, as it is read. */
export const spacedName = (name: string | number): string => String(name).replace(/_+/g, ' ').trim();

const keyIn = (keys: Readonly<Record<string, WordingKey>>, name: string): WordingKey | undefined =>
  Object.hasOwn(keys, name) ? keys[name] : undefined;

/** A payment in a story: what it did and what it is worth for the order. */
export function paymentInWords(
  { status, outcome, paid, currency }: PaymentDetails,
  { kind }: Item,
  wording: Wording,
): string {
  const decimal = paid == null ? undefined : decimalOf(paid);
  const isKnown = decimal !== undefined && compareDecimals(decimal, '0') > 0 && typeof currency === 'string';
  const amount = isKnown ? wording.crypto(decimal, currency) : UNKNOWN;
  const [judged = '', exception = ''] = String(outcome).split(':');
  const odd = judged === 'parked' ? keyIn(EXCEPTION_KEYS, exception) : undefined;
  const isGift = kind === 'donation';
  const known = odd ?? keyIn(isGift ? GIFT_STATUS_KEYS : STATUS_KEYS, String(status));
  const did =
    known === undefined
      ? wording.text('orders-payment-other', { amount, status: spacedName(status ?? UNKNOWN) })
      : wording.text(known, { amount });
  const worth = keyIn(isGift ? GIFT_OUTCOME_KEYS : OUTCOME_KEYS, judged);
  return worth === undefined ? did : `${did} ${wording.text(worth)}`;
}
