import { answersTo } from './cases';
import { decideAccess, type Access, type AccessChange } from './decide-access';
import { MONEY_EXPIRES_SECONDS, type Promised } from './effects';
import type { Cents, OpenChannelId } from './ids';
import {
  absorb,
  countsFor,
  decisionOn,
  evidenceOf,
  judgePayments,
  type Decision,
  type Judgement,
  type NewPayment,
  type Order,
  type Payment,
} from './judge-payments';
import type { Item, Message, Payer, PayerNews } from './messages';
import { oddityOf, receivedBy } from './oddity';

/** The channel an order belongs to, as far as telling its owner needs it. */
export interface SellingChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly notificationsEnabled: boolean;
  readonly notificationsChatId: number | null;
}

/** All that is known when something is to be decided about the payments of an order. */
export interface PaymentCase {
  readonly order: Order & { readonly item: Item };
  readonly channel: SellingChannel;
  readonly payer: Payer;
  readonly payments: readonly Payment[];
  /** The payer's access to the channel; `null` for a donation, which never gives any. */
  readonly access: Access | null;
  /** The database's clock. */
  readonly now: Date;
}

export interface PaymentDecision {
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  /** Set when the payer's access changes. */
  readonly access: AccessChange | undefined;
  readonly promised: readonly Promised[];
}

const isUnderWay = ({ paymentStatus }: Payment): boolean =>
  ['confirming', 'confirmed', 'sending'].includes(paymentStatus);

/** What the payer should hear about a payment as it now stands, if anything. */
function newsFor(payment: Payment, { judgement, payments }: Telling): PayerNews | undefined {
  const { state, verdicts } = judgement;
  const verdict = verdicts.get(payment.paymentId);
  const isOpen = state === 'open';
  switch (verdict?.standing) {
    case 'pending':
      return isOpen && isUnderWay(payment) ? 'seen' : undefined;
    case 'failed':
    case 'expired':
      // A coin the payer switched away from fails in silence once the order is being paid another way.
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

interface Telling {
  readonly known: PaymentCase;
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  readonly access: AccessChange | undefined;
}

const aboutOrder = ({ order, channel }: PaymentCase) => ({
  reference: order.reference,
  title: channel.title,
  item: order.item,
  amountCents: order.amountCents,
});

/** One payment is told of once for each thing that can become of it, however the telling came about. */
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

/** A sale as its owner is told of it. */
function saleOf({ known, judgement, payments, access }: Telling): Message {
  const { channel, payer, order, now } = known;
  const sale = {
    title: channel.title,
    openChannelId: channel.openChannelId,
    payer,
    amountCents: order.amountCents,
    paidAt: now.toISOString(),
  };
  const { exception, received } = oddityOf(judgement, payments);
  if (order.item.kind === 'donation') return { type: 'donation_received', ...sale, exception, ...received };
  const { tierName, days } = order.item;
  const paidUntil = access?.paidUntil ?? known.access?.paidUntil ?? now.getTime();
  return {
    type: 'subscription_sold',
    reference: order.reference,
    ...sale,
    exception,
    ...received,
    tierName,
    days,
    paidUntil,
  };
}

/** The payer of a subscription hears of it with the way in: see `decide-access.ts`. */
function tellSettled(telling: Telling, payment: Payment): Promised[] {
  const { known, judgement, payments } = telling;
  const { channel, payer, order } = known;
  const told: Promised[] = [];
  if (order.item.kind === 'donation') {
    const message: Message = { type: 'thanks', ...aboutOrder(known), ...oddityOf(judgement, payments) };
    told.push(tell(telling, payment, { chatId: payer.userId, message, what: 'payer:settled' }));
  }
  if (channel.notificationsEnabled) {
    const chatId = channel.notificationsChatId ?? channel.ownerUserId;
    told.push(tell(telling, payment, { chatId, message: saleOf(telling), what: 'owner:settled' }));
  }
  return told;
}

/** An odd payment concerns the owner's money even where the owner wants no notifications of sales. */
const CONCERNS_OWNER: readonly PayerNews[] = [
  'partial',
  'late',
  'repeated',
  'wrong_asset',
  'amount_mismatch',
  'refunded',
];

/** Whether the payer can simply pay what is missing: then they hear of it with the invoice over the rest. */
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
  // A second deposit may be heard of before the first, and only then be known to be in another coin. A part that was sent
  // back says nothing of money that came after: that is another case.
  const isSecond = news === 'repeated' || news === 'wrong_asset';
  const isAnew = payment.decision !== null && decisionOn(payment) === null;
  const what = `${isSecond && payment.parentPaymentId !== null ? 'second' : news}${isAnew ? `:${evidenceOf(payment)}` : ''}`;
  const told: Promised[] = [];
  // More days are told of with the new date, and a part with the invoice over the rest.
  const isToldOtherwise =
    (news === 'partial' && isShort(judgement, payment)) ||
    (news === 'credited' && known.access !== null && judgement.paymentId !== null);
  if (!isToldOtherwise) {
    const message: Message = { type: 'payment_news', ...about };
    told.push(tell(telling, payment, { chatId: payer.userId, message, what: `payer:${what}` }));
  }
  // What the owner did, the owner need not be told; what came after, all the same.
  const isDecided = news === 'refunded' ? decisionOn(payment) === 'refund' : decisionOn(payment) !== null;
  if (CONCERNS_OWNER.includes(news) && !isDecided) {
    const message = oddPayment(known, judgement, { payment, news });
    told.push(tell(telling, payment, { chatId: channel.ownerUserId, message, what: `owner:${what}` }));
  }
  return told;
}

function tellAbout(telling: Telling, payment: Payment): Promised[] {
  const { judgement } = telling;
  const standing = judgement.verdicts.get(payment.paymentId)?.standing;
  if (standing === 'settled')
    return payment.paymentId === judgement.paymentId ? tellSettled(telling, payment) : [];
  const news = newsFor(payment, telling);
  return news === undefined ? [] : tellNews(telling, payment, news);
}

/** The invoice over what is missing, once for each part that came. */
function askForRest({ order }: PaymentCase, judgement: Judgement, payments: readonly Payment[]): Promised[] {
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

/** What follows from all that is known about an order. */
function decide(known: PaymentCase, payments: readonly Payment[]): PaymentDecision {
  const judgement = judgePayments(known.order, payments);
  const judged = payments.map((payment) => ({
    ...payment,
    settles: judgement.verdicts.get(payment.paymentId)?.settles ?? false,
  }));
  const access = decideAccess(known, judgement, judged);
  const telling = { known, judgement, payments: judged, access };
  const promised = [
    ...judged.flatMap((payment) => tellAbout(telling, payment)),
    ...askForRest(known, judgement, judged),
    ...(access?.promised ?? []),
  ];
  return { judgement, payments: judged, access, promised };
}

/**
 * What an IPN changes, and who must hear of it. Everything follows from all that is known about the order, so any order
 * and any repetition of the same IPNs ends alike. Each thing to tell has a key of its own, so nobody hears it twice.
 * Without an IPN, what is known is judged again: what was promised before is not promised twice.
 */
export function decidePayment(known: PaymentCase, ipn: NewPayment | undefined): PaymentDecision {
  if (ipn === undefined) return decide(known, known.payments);
  const before = known.payments.find(({ paymentId }) => paymentId === ipn.paymentId);
  const absorbed = absorb(before, ipn, known.order);
  return decide(known, [...known.payments.filter((payment) => payment !== before), absorbed]);
}

/** An owner's word about a payment; of a credit, with the days that its button promised. */
export interface CaseWord {
  readonly paymentId: number;
  readonly decision: Decision;
  readonly days?: number;
}

/** An odd payment as its owner is shown it now. */
export function caseMessage(known: PaymentCase, paymentId: number): Message | undefined {
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  const judgement = judgePayments(known.order, known.payments);
  const news = payment && newsFor(payment, { known, judgement, payments: known.payments, access: undefined });
  return payment && news && oddPayment(known, judgement, { payment, news });
}

/**
 * What an owner's word about an odd payment changes. `undefined` when there is nothing to decide about it any more: it
 * was decided, or the rest was paid.
 */
export function decideCase(
  known: PaymentCase,
  { paymentId, decision, days }: CaseWord,
): PaymentDecision | undefined {
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  if (payment === undefined) return undefined;
  const answers = answersTo(payment, known.order, judgePayments(known.order, known.payments));
  const isOffered = answers.some(
    (answer) => answer.decision === decision && (answer.decision !== 'credit' || answer.days === days),
  );
  if (!isOffered) return undefined;
  return decide(
    known,
    known.payments.map((each) =>
      each === payment ? { ...each, decision, decidedOn: evidenceOf(each) } : each,
    ),
  );
}
