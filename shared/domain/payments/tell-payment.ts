import type { Promised } from '../effects';
import { decisionOn, isCounted, isCountedPart, isOfAnother, isPartInStars } from './counts';
import { judgePayments, type Judgement } from './judge-payments';
import type { Living } from '../common/living-message';
import type { Message } from '../messages/messages';
import type { PayerNews } from '../messages/payments';
import { newsName } from './clock/case-name';
import { hangs, hasMoneyUnderWay } from './clock/hanging';
import { isRemainderIn, oddPayment } from './odd-payment';
import { receivedBy } from './oddity';
import type { Payment } from './payment';
import type { PaymentCase } from './payment-case';
import { aboutOrder, tell, tellInPlace, type Telling } from './tell';
import { tellFurtherGift } from './tell-gift';
import { tellSettled } from './tell-settled';

/** The news for the payer in a payment's current state, if there is any. */
function newsFor(
  payment: Payment,
  { judgement, payments }: Pick<Telling, 'judgement' | 'payments'>,
): PayerNews | undefined {
  const { state, verdicts } = judgement;
  const verdict = verdicts.get(payment.paymentId);
  const isOpen = state === 'open';
  switch (verdict?.standing) {
    case 'pending':
      return isOpen && hasMoneyUnderWay(payment) ? 'seen' : undefined;
    case 'failed':
    case 'expired':
      // Say nothing about a coin that the payer gave up while the order is being paid in another one.
      return isOpen && !payments.some(hasMoneyUnderWay) ? verdict.standing : undefined;
    case 'refunded':
    case 'credited':
      return verdict.standing;
    case 'parked':
      if (hangs(payment)) return 'hanging';
      return verdict.exception === 'none' || verdict.exception === 'over' ? undefined : verdict.exception;
    default:
      return undefined;
  }
}

/** An odd payment concerns the owner's money, even if the owner wants no notifications of sales. */
const CONCERNS_OWNER: readonly PayerNews[] = [
  'hanging',
  'partial',
  'late',
  'repeated',
  'wrong_asset',
  'amount_mismatch',
  'other_payer',
  'closed',
  'refunded',
];

/**
 * How the payer gets news of an order that isn't paid. Its message changes while the money is on its way or waits for the
 * owner. A new message comes, with a sound, if the payer has to act, or if the owner has decided.
 */
const TOLD_AS: Readonly<Record<PayerNews, Living['as']>> = {
  seen: 'edit',
  expired: 'edit',
  hanging: 'edit',
  partial: 'edit',
  late: 'edit',
  wrong_asset: 'edit',
  amount_mismatch: 'edit',
  other_payer: 'edit',
  closed: 'edit',
  repeated: 'edit',
  over: 'edit',
  failed: 'new',
  credited: 'new',
  refunded: 'new',
};

/** Once an order was paid, its message says so, and other news comes beside it. */
const wasPaid = ({ state }: Judgement): boolean => state === 'settled' || state === 'refunded';

/** Returns true if the payer can simply pay the rest. The invoice for the rest then tells them about the part. */
const isShort = (
  { known: { order }, judgement: { state, receivedCents, verdicts }, payments }: Telling,
  payment: Payment,
): boolean =>
  state === 'open' &&
  receivedCents > 0 &&
  order.item.kind === 'subscription' &&
  isCounted(payment, order) &&
  !isPartInStars(payments, order) &&
  verdicts.get(payment.paymentId)?.exception === 'partial';

function tellNews(telling: Telling, payment: Payment, news: PayerNews): Promised[] {
  const { known, judgement } = telling;
  const { channel, order } = known;
  const about = {
    news,
    ...aboutOrder(known, judgement),
    ...receivedBy(payment, order),
    status: payment.paymentStatus,
    ...(isRemainderIn(judgement, payment) && ({ isRemainder: true } as const)),
  };
  const what = newsName(payment, news);
  const told: Promised[] = [];
  // The message with the new date tells about added days, and the invoice for the rest tells about a part.
  const isToldOtherwise =
    (news === 'partial' && isShort(telling, payment)) ||
    (news === 'credited' && known.access !== null && judgement.paymentId !== null);
  if (!isToldOtherwise) {
    const message: Message = { type: 'payment_news', ...about };
    const as = wasPaid(judgement) ? undefined : TOLD_AS[news];
    if (payment.payerUserId === null || !isOfAnother(payment, order) || news === 'other_payer')
      told.push(tellInPlace(telling, payment, { message, what: `payer:${what}`, as }));
    if (payment.payerUserId !== null && isOfAnother(payment, order))
      told.push(
        tell(telling, payment, {
          chatId: payment.payerUserId,
          message: { ...message, isForAnother: true },
          what: `other:${what}`,
        }),
      );
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
  const { judgement, known } = telling;
  const standing = judgement.verdicts.get(payment.paymentId)?.standing;
  if (standing === 'settled')
    return payment.paymentId === judgement.paymentId ? tellSettled(telling, payment) : [];
  if (standing === 'credited' && known.order.item.kind === 'donation')
    return tellFurtherGift(telling, payment);
  // A part that the owner counted stays a case, and its payer is told that it counts.
  const news = standing === 'parked' && isCountedPart(payment) ? 'credited' : newsFor(payment, telling);
  return news === undefined ? [] : tellNews(telling, payment, news);
}

/** The current state of an odd payment, as its owner sees it. */
export function caseMessage(known: PaymentCase, paymentId: number): Message | undefined {
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  const judgement = judgePayments(known.order, known.payments);
  const news = payment && newsFor(payment, { judgement, payments: known.payments });
  return payment && news && oddPayment(known, judgement, { payment, news });
}
