import { MONEY_EXPIRES_SECONDS, type Promised } from './effects';
import type { OpenChannelId } from './ids';
import { absorb, judgePayments, type Judgement, type Order, type Payment } from './judge-payments';
import type { Message, Payer, PayerNews, Received } from './messages';

/** The channel an order belongs to, as far as telling its owner needs it. */
export interface SellingChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly notificationsEnabled: boolean;
  readonly notificationsChatId: number | null;
}

/** All that is known when an IPN for an order arrives. */
export interface PaymentCase {
  readonly order: Order;
  readonly channel: SellingChannel;
  readonly payer: Payer;
  readonly payments: readonly Payment[];
  /** The database's clock. */
  readonly now: Date;
}

export interface PaymentDecision {
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  readonly promised: readonly Promised[];
}

function receivedBy({ actuallyPaid, payCurrency, payAmount }: Payment): Received {
  return { amountCrypto: actuallyPaid, cryptoCurrency: payCurrency, expectedCrypto: payAmount };
}

/** What the payer should hear about a payment as it now stands, if anything. */
function newsFor(payment: Payment, { state, verdicts }: Judgement): PayerNews | undefined {
  const verdict = verdicts.get(payment.paymentId);
  const isOpen = state === 'open';
  switch (verdict?.standing) {
    case 'pending':
      return isOpen && ['confirming', 'confirmed', 'sending'].includes(payment.paymentStatus)
        ? 'seen'
        : undefined;
    case 'failed':
    case 'expired':
      // A coin the payer switched away from fails in silence once the order was paid another way.
      return isOpen ? verdict.standing : undefined;
    case 'refunded':
      return 'refunded';
    case 'parked':
      return verdict.exception === 'none' || verdict.exception === 'over' || verdict.exception === 'late'
        ? undefined
        : verdict.exception;
    default:
      return undefined;
  }
}

interface Telling {
  readonly known: PaymentCase;
  readonly payment: Payment;
}

const tell = ({ known, payment }: Telling, chatId: number, message: Message, what: string): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  // One payment is told of once for each thing that can become of it, however the telling came about.
  key: `${known.order.reference}:${payment.paymentId}:${what}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference: known.order.reference,
});

function tellSettled(telling: Telling, judgement: Judgement): Promised[] {
  const { order, channel, payer, now } = telling.known;
  const { title, openChannelId } = channel;
  const exception = judgement.verdicts.get(telling.payment.paymentId)?.exception ?? 'none';
  const { reference, amountCents } = order;
  const told = [
    tell(
      telling,
      payer.userId,
      { type: 'thanks', reference, title, amountCents, exception },
      'payer:settled',
    ),
  ];
  if (channel.notificationsEnabled) {
    const chatId = channel.notificationsChatId ?? channel.ownerUserId;
    const paidAt = now.toISOString();
    const received = receivedBy(telling.payment);
    const message: Message = {
      type: 'donation_received',
      title,
      openChannelId,
      payer,
      amountCents,
      paidAt,
      ...received,
    };
    told.push(tell(telling, chatId, message, 'owner:settled'));
  }
  return told;
}

/** An odd payment concerns the owner's money even where the owner wants no notifications of sales. */
const CONCERNS_OWNER: readonly PayerNews[] = [
  'partial',
  'repeated',
  'wrong_asset',
  'amount_mismatch',
  'refunded',
];

function tellNews(telling: Telling, news: PayerNews): Promised[] {
  const { order, channel, payer } = telling.known;
  const { reference, amountCents } = order;
  const about = { news, reference, title: channel.title, amountCents, ...receivedBy(telling.payment) };
  const told = [tell(telling, payer.userId, { type: 'payment_news', ...about }, `payer:${news}`)];
  if (CONCERNS_OWNER.includes(news)) {
    const { paymentId } = telling.payment;
    const message: Message = { type: 'odd_payment', ...about, payer, paymentId };
    told.push(tell(telling, channel.ownerUserId, message, `owner:${news}`));
  }
  return told;
}

function tellAbout(telling: Telling, judgement: Judgement): Promised[] {
  if (judgement.verdicts.get(telling.payment.paymentId)?.standing === 'settled')
    return tellSettled(telling, judgement);
  const news = newsFor(telling.payment, judgement);
  return news === undefined ? [] : tellNews(telling, news);
}

/**
 * What an IPN changes, and who must hear of it. Everything follows from all that is known about the order, so any order
 * and any repetition of the same IPNs ends alike. Each thing to tell has a key of its own, so nobody hears it twice.
 */
export function decidePayment(known: PaymentCase, ipn: Payment): PaymentDecision {
  const before = known.payments.find(({ paymentId }) => paymentId === ipn.paymentId);
  const absorbed = absorb(before, ipn, known.order);
  const payments = [...known.payments.filter((payment) => payment !== before), absorbed];
  const judgement = judgePayments(known.order, payments);
  return {
    judgement,
    payments,
    promised: payments.flatMap((payment) => tellAbout({ known, payment }, judgement)),
  };
}
