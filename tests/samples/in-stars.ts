import type { Cents, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { Message } from '../../shared/domain/messages/messages';
import type { Received, StarPrice } from '../../shared/domain/messages/parts';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const reference = 'Order-reference_22char' as OrderReference;
const paymentId = Number.MAX_SAFE_INTEGER;
const amountCents = 999_999_999 as Cents;
const priceStars = 2_147_483_647;
const AT = Date.UTC(2026, 2, 4, 12);

const CAME: Received = {
  amountCrypto: String(priceStars),
  cryptoCurrency: 'xtr',
  expectedCrypto: String(priceStars),
};
const PRICES: readonly StarPrice[] = [
  { priceStars },
  { priceStars, paidIn: 'xtr' },
  { priceStars, paidIn: 'usd' },
];

/** Messages about orders with a price in Stars, and about money that came in Stars. */
export function starSamplesOf({ title, name }: Writing): readonly Message[] {
  const payer = { userId: 2 ** 52, username: 'n'.repeat(32) };
  const of = { openChannelId, title, role: 'owner', timeZone: 'UTC' } as const;
  const items = [{ kind: 'donation' }, { kind: 'subscription', tierName: name, days: 3649 }] as const;
  const sale = {
    openChannelId,
    title,
    payer,
    exception: 'none',
    paidAt: new Date(AT).toISOString(),
  } as const;
  return items.flatMap((item): Message[] => [
    ...PRICES.flatMap((price): Message[] => {
      const about = { reference, title, item, amountCents, ...price };
      const created = { amountCents, priceStars, ...(price.paidIn != null && { paidIn: price.paidIn }) };
      const asked = { paymentId, actor: payer.userId, actor_username: payer.username };
      const at = new Date(AT).toISOString();
      const events = [
        { at, what: 'created', details: created },
        { at, what: 'refund_asked', details: asked },
      ];
      return [
        { type: 'order_status', ...about, state: 'open', isOnOffer: true, isCancellable: true },
        { type: 'order_paid', ...about, incomeCents: 0 as Cents },
        { type: 'order_story', ...about, state: 'settled', incomeCents: 0 as Cents, events },
        { type: 'owner_story', ...of, ...about, state: 'settled', payer, createdAt: AT, events },
      ];
    }),
    ...(['other_payer', 'closed', 'repeated'] as const).flatMap((news): Message[] => {
      const about = { reference, title, item, amountCents, ...PRICES[1] };
      const credit = { decision: 'credit', worthCents: amountCents, days: 30 } as const;
      return [
        { type: 'payment_news', ...about, ...CAME, news, status: 'finished' },
        { type: 'payment_news', ...about, ...CAME, news, status: 'finished', isForAnother: true },
        {
          type: 'odd_payment',
          ...about,
          ...CAME,
          news,
          isRefundedByUs: true,
          payer,
          openChannelId,
          paymentId,
          status: 'finished',
          worthCents: amountCents,
          answers: [credit, { decision: 'refund' }],
        },
        {
          type: 'odd_payment',
          ...about,
          ...CAME,
          news: 'refunded',
          isRefundedByUs: true,
          payer,
          openChannelId,
          paymentId,
          status: 'refunded',
          answers: [],
        },
        {
          type: 'case_decided',
          ...about,
          openChannelId,
          paymentId,
          decision: 'accept',
          worthStars: priceStars,
        },
      ];
    }),
    { type: 'thanks', reference, title, item, amountCents, received: CAME, receivedCents: 0 as Cents },
    { type: 'donation_received', ...sale, ...CAME, amountCents: 0 as Cents },
    {
      type: 'subscription_sold',
      reference,
      ...sale,
      ...CAME,
      amountCents,
      receivedCents: 0 as Cents,
      tierName: name,
      days: 30,
      paidUntil: AT,
    },
  ]);
}
