import { answersTo } from './cases';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { Cents } from '../common/ids';
import { countsFor, decisionOn, judgePayments, type Judgement } from './judge-payments';
import type { Message } from '../messages/messages';
import type { PayerNews } from '../messages/payments';
import { oddityOf, receivedBy } from './oddity';
import { evidenceOf, type Payment } from './payment';
import type { PaymentCase } from './payment-case';

const isUnderWay = ({ paymentStatus }: Payment): boolean =>
  ['confirming', 'confirmed', 'sending'].includes(paymentStatus);

/** The news for the payer in a payment's current state, if there is any. */
function newsFor(payment: Payment, { judgement, payments }: Telling): PayerNews | undefined {
  const { state, verdicts } = judgement;
  const verdict = verdicts.get(payment.paymentId);
  const isOpen = state === 'open';
  switch (verdict?.standing) {
    case 'pending':
      return isOpen && isUnderWay(payment) ? 'seen' : undefined;
    case 'failed':
    case 'expired':
      // Say nothing about a coin that the payer gave up while the order is being paid in another one.
      return isOpen && !payments.some(isUnderWay) ? verdict.standing : undefined;
    case 'refunded':
    case 'credited':
      return verdict.standing;
    case 'parked':
      return verdict.exception === 'none' || verdict.exception === 'over' ? undefined : verdict.exception;
    default:
      return undefined;
  }
}

export interface Telling {
  readonly known: PaymentCase;
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  /** The new end of the payer's access, if it changes. */
  readonly paidUntil: number | null;
}

const aboutOrder = ({ order, channel }: PaymentCase) => ({
  reference: order.reference,
  title: channel.title,
  item: order.item,
  amountCents: order.amountCents,
});

/** A promise to tell about a payment. The key allows one message for each thing that can happen to it. */
const tell = (
  { known: { order } }: Telling,
  payment: Payment,
  { chatId, message, what }: { chatId: number; message: Message; what: string },
): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key: `${order.reference}:${payment.paymentId}:${what}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference: order.reference,
});

/** A sale, as its owner is told about it. */
function saleOf({ known, judgement, payments, paidUntil }: Telling): Message {
  const { channel, payer, order, now } = known;
  const sale = {
    title: channel.title,
    openChannelId: channel.openChannelId,
    payer,
    amountCents: order.amountCents,
    paidAt: now.toISOString(),
    timeZone: channel.timeZone,
  };
  const { exception, received } = oddityOf(judgement, payments);
  if (order.item.kind === 'donation') return { type: 'donation_received', ...sale, exception, ...received };
  const { tierName, days } = order.item;
  return {
    type: 'subscription_sold',
    reference: order.reference,
    ...sale,
    exception,
    ...received,
    tierName,
    days,
    paidUntil: paidUntil ?? now.getTime(),
  };
}

/** The payer of a subscription is told by the message with the invite link: see `decide-access.ts`. */
function tellSettled(telling: Telling, payment: Payment): Promised[] {
  const { known, judgement, payments } = telling;
  const { channel, payer, order } = known;
  const told: Promised[] = [];
  if (order.item.kind === 'donation') {
    const message: Message = { type: 'thanks', ...aboutOrder(known), ...oddityOf(judgement, payments) };
    told.push(tell(telling, payment, { chatId: payer.userId, message, what: 'payer:settled' }));
  }
  if (channel.notificationsEnabled && channel.notifyEachSale) {
    const chatId = channel.notificationsChatId ?? channel.ownerUserId;
    told.push(tell(telling, payment, { chatId, message: saleOf(telling), what: 'owner:settled' }));
  }
  return told;
}

/** An odd payment concerns the owner's money, even if the owner wants no notifications of sales. */
const CONCERNS_OWNER: readonly PayerNews[] = [
  'partial',
  'late',
  'repeated',
  'wrong_asset',
  'amount_mismatch',
  'refunded',
];

/** Returns true if the payer can simply pay the rest. The invoice for the rest then tells them about the part. */
const isShort = (
  { state, receivedCents, verdicts }: Judgement,
  { paymentId, provenCents }: Payment,
): boolean =>
  state === 'open' &&
  receivedCents > 0 &&
  provenCents > 0 &&
  verdicts.get(paymentId)?.exception === 'partial';

function oddPayment(
  known: PaymentCase,
  judgement: Judgement,
  { payment, news }: { payment: Payment; news: PayerNews },
): Message {
  const { paymentId } = payment;
  return {
    type: 'odd_payment',
    news,
    ...aboutOrder(known),
    ...receivedBy(payment),
    payer: known.payer,
    paymentId,
    answers: answersTo(payment, known.order, judgement),
  };
}

function tellNews(telling: Telling, payment: Payment, news: PayerNews): Promised[] {
  const { known, judgement } = telling;
  const { channel, payer } = known;
  const about = { news, ...aboutOrder(known), ...receivedBy(payment) };
  // A second deposit may be reported before the first one, which shows only later that its coin is different. The refund
  // of a part says nothing about money that came after it: that is another case.
  const isSecond = news === 'repeated' || news === 'wrong_asset';
  const isAfterDecision = payment.decision !== null && decisionOn(payment) === null;
  const what = `${isSecond && payment.parentPaymentId !== null ? 'second' : news}${isAfterDecision ? `:${evidenceOf(payment)}` : ''}`;
  const told: Promised[] = [];
  // The message with the new date tells about added days, and the invoice for the rest tells about a part.
  const isToldOtherwise =
    (news === 'partial' && isShort(judgement, payment)) ||
    (news === 'credited' && known.access !== null && judgement.paymentId !== null);
  if (!isToldOtherwise) {
    const message: Message = { type: 'payment_news', ...about };
    told.push(tell(telling, payment, { chatId: payer.userId, message, what: `payer:${what}` }));
  }
  // Owners need no news of their own decision, but they do of what came after it.
  const isDecided = news === 'refunded' ? decisionOn(payment) === 'refund' : decisionOn(payment) !== null;
  if (CONCERNS_OWNER.includes(news) && !isDecided) {
    const message = oddPayment(known, judgement, { payment, news });
    told.push(tell(telling, payment, { chatId: channel.ownerUserId, message, what: `owner:${what}` }));
  }
  return told;
}

/** The messages to both sides about a payment in its current state. */
export function tellAbout(telling: Telling, payment: Payment): Promised[] {
  const { judgement } = telling;
  const standing = judgement.verdicts.get(payment.paymentId)?.standing;
  if (standing === 'settled')
    return payment.paymentId === judgement.paymentId ? tellSettled(telling, payment) : [];
  const news = newsFor(payment, telling);
  return news === undefined ? [] : tellNews(telling, payment, news);
}

/** Promises an invoice for the missing rest, once for each part that came. */
export function askForRest({ known, judgement, payments }: Telling): Promised[] {
  const { order } = known;
  const { reference } = order;
  const { state, receivedCents } = judgement;
  if (state !== 'open' || receivedCents === 0) return [];
  const amountCents = (order.amountCents - receivedCents) as Cents;
  const counted = payments
    .filter(({ paymentId }) => judgement.verdicts.get(paymentId)?.standing !== 'refunded')
    .filter((payment) => countsFor(payment, order) > 0)
    .map(({ paymentId }) => paymentId);
  const asking = [amountCents, ...counted.sort((a, b) => a - b)].join(':');
  return [
    {
      effect: {
        kind: 'create_invoice',
        reference,
        amountCents,
        occasion: { type: 'rest', receivedCents },
      },
      key: `${reference}:rest:${asking}`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
      reference,
    },
  ];
}

/** The current state of an odd payment, as its owner sees it. */
export function caseMessage(known: PaymentCase, paymentId: number): Message | undefined {
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  const judgement = judgePayments(known.order, known.payments);
  const news = payment && newsFor(payment, { known, judgement, payments: known.payments, paidUntil: null });
  return payment && news && oddPayment(known, judgement, { payment, news });
}
