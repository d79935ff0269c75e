import type { Cents, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { Item, Occasion } from '../../shared/domain/messages/parts';
import type { WayToPay } from '../../shared/domain/payments/invoices/ways-to-pay';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const reference = 'Order-reference_22char' as OrderReference;
const amountCents = 999_999_999 as Cents;
const priceStars = 10_000;
const payload = `s1_${'p'.repeat(32)}`;
const invoiceLink = 'https://t.me/$AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
const WAYS: readonly (readonly WayToPay[])[] = [
  ['crypto', 'once', 'renew'],
  ['once', 'renew'],
  ['crypto', 'once'],
  ['crypto'],
];
const OCCASIONS: readonly Occasion[] = [
  { type: 'purchase' },
  { type: 'reminder', daysLeft: 3, paidUntil: Date.UTC(2026, 2, 4, 12), graceHours: 24 },
  { type: 'reminder', daysLeft: 0, paidUntil: Date.UTC(2026, 2, 4, 12), graceHours: 0 },
];

interface PayStepSamples {
  readonly choose_payment: readonly MessageOf<'choose_payment'>[];
  readonly star_invoice: readonly MessageOf<'star_invoice'>[];
  readonly stars_refused: readonly MessageOf<'stars_refused'>[];
}

/** Messages by which an order is paid in Stars, or asks how. */
export function payStepSamplesOf({ title, name }: Writing): PayStepSamples {
  const items: readonly Item[] = [
    { kind: 'donation' },
    { kind: 'subscription', tierName: name, days: 30 },
    { kind: 'subscription', tierName: name, days: 1_000_000 },
  ];
  const about = items.map((item) => ({ reference, title, item, amountCents, priceStars }));
  return {
    choose_payment: about.flatMap((each) =>
      WAYS.flatMap((ways) => [
        ...OCCASIONS.map((occasion) => ({ type: 'choose_payment', ...each, ways, occasion }) as const),
        ...(['too_small', 'refused'] as const).map(
          (cryptoRefusal) =>
            ({
              type: 'choose_payment',
              ...each,
              ways,
              occasion: { type: 'purchase' },
              cryptoRefusal,
            }) as const,
        ),
      ]),
    ),
    star_invoice: about.flatMap((each) =>
      [true, false].flatMap((hasOtherWay) =>
        [null, invoiceLink].map(
          (link) =>
            ({
              type: 'star_invoice',
              ...each,
              openChannelId,
              payload,
              invoiceLink: link,
              occasion: { type: 'purchase' },
              hasOtherWay,
            }) as const,
        ),
      ),
    ),
    stars_refused: about.flatMap((each) =>
      [['crypto'] as const, []].map(
        (ways) => ({ type: 'stars_refused', ...each, openChannelId, way: 'once', ways }) as const,
      ),
    ),
  };
}
