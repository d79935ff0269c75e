import { decidePayment } from '../../shared/domain/decide-payment';
import type { Cents, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { Item } from '../../shared/domain/messages/parts';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { NewPayment } from '../../shared/domain/payments/payment';
import type { PaymentCase } from '../../shared/domain/payments/payment-case';

export const SUBSCRIPTION: Item = { kind: 'subscription', tierName: 'Gold', days: 30 };
export const DONATION: Item = { kind: 'donation' };

/** An open order without payments. */
export const orderOf = (item: Item, amountCents: number, tolerancePercent = 0): PaymentCase => ({
  order: {
    reference: 'A'.repeat(22) as OrderReference,
    state: 'open',
    userId: 42,
    item,
    amountCents: amountCents as Cents,
    priceStars: null,
    paymentId: null,
    restCents: [],
    tolerancePercent,
    isStillOffered: true,
  },
  channel: {
    openChannelId: -1001 as OpenChannelId,
    title: 'Alpha',
    ownerUserId: 7,
    notificationsEnabled: true,
    notifyEachSale: true,
    notificationsChatId: null,
    timeZone: 'UTC',
  },
  payer: { userId: 42, username: null },
  payments: [],
  access:
    item.kind === 'donation'
      ? null
      : {
          openChannelId: -1001 as OpenChannelId,
          userId: 42,
          graceHours: 0,
          paidUntil: null,
          extensions: [],
          version: 1,
        },
  now: new Date('2026-03-01T12:00:00Z'),
});

/** A payment of an order for $40, finished unless `change` says otherwise. */
export const own = (change: Partial<NewPayment> = {}): NewPayment => ({
  rail: 'nowpayments',
  payerUserId: null,
  paymentId: 1,
  parentPaymentId: null,
  paymentStatus: 'finished',
  priceAmount: '40',
  priceCurrency: 'usd',
  payAmount: '40',
  actuallyPaid: '40',
  actuallyPaidAtFiat: '0',
  payCurrency: 'usdttrc20',
  outcomeAmount: null,
  outcomeCurrency: null,
  ...change,
});

/** A payment in Stars for the same order: always the whole price. */
export const charge = (change: Partial<NewPayment> = {}): NewPayment =>
  own({
    rail: 'stars',
    payerUserId: 42,
    paymentId: 8_000_000_000_000_000,
    payAmount: '3077',
    actuallyPaid: '3077',
    actuallyPaidAtFiat: null,
    payCurrency: 'xtr',
    ...change,
  });

/** A deposit in another coin. It is priced like its parent, whatever arrived. */
export const child = (change: Partial<NewPayment> = {}): NewPayment =>
  own({ paymentId: 2, parentPaymentId: 1, payCurrency: 'trx', payAmount: '4', actuallyPaid: '4', ...change });

export const waiting = own({ paymentStatus: 'waiting', actuallyPaid: '0' });

/** Takes in payments one by one, each told at once. */
export function after(from: PaymentCase, ...ipns: readonly NewPayment[]) {
  let known = from;
  const told = new Map<string, MessageOf<'thanks' | 'donation_received'> | { readonly type: string }>();
  let decision = decidePayment(known, undefined);
  for (const ipn of ipns) {
    decision = decidePayment(known, ipn);
    for (const { key, effect } of decision.promised)
      if (!told.has(key))
        told.set(key, effect.kind === 'send_message' ? effect.message : { type: effect.kind });
    const { state, paymentId } = decision.judgement;
    known = { ...known, order: { ...known.order, state, paymentId }, payments: decision.payments };
  }
  return { known, decision, told: [...told.values()], keys: [...told.keys()] };
}
