import { railFacts } from '../common/rails';
import { payerForOwner } from '../common/anonymous-payer';
import type { Coins } from '../messages/cases';
import type { Message } from '../messages/messages';
import type { PayerNews } from '../messages/payments';
import { answersTo, isTaken } from './cases';
import { isCounted } from './counts';
import type { Judgement } from './judge-payments';
import { receivedBy } from './oddity';
import type { Payment } from './payment';
import type { PaymentCase } from './payment-case';
import { ownPriceOf, receivedCentsOf } from './received';
import { aboutOrder } from './tell';

/** What the order's invoice asked for, in the coin that its payer chose. A child repeats only what arrived. */
function coinsAsked(payment: Payment, { order, payments }: PaymentCase): Coins | null {
  const isOwn = (each: Payment): boolean => ownPriceOf(each, order) !== undefined;
  const parent = payments.find((each) => each.paymentId === payment.parentPaymentId && isOwn(each));
  const asked = isOwn(payment) ? payment : (parent ?? payments.find(isOwn));
  const { payAmount, payCurrency } = asked ?? payment;
  return asked === undefined || payAmount === null || payCurrency === null
    ? null
    : { amountCrypto: payAmount, cryptoCurrency: payCurrency };
}

/** True if the payment is what is left of a paid order of which another part was sent back. */
export function isRemainderIn({ verdicts }: Judgement, { paymentId }: Payment): boolean {
  const { standing, settles } = verdicts.get(paymentId) ?? {};
  return standing === 'parked' && settles === true;
}

/** The message to an owner about a payment that needs a decision. */
export function oddPayment(
  known: PaymentCase,
  judgement: Judgement,
  { payment, news }: { payment: Payment; news: PayerNews },
): Message {
  const { paymentId, paymentStatus } = payment;
  const { order, channel } = known;
  return {
    type: 'odd_payment',
    news,
    ...aboutOrder(known, judgement),
    ...receivedBy(payment, order),
    openChannelId: channel.openChannelId,
    status: paymentStatus,
    worthCents: receivedCentsOf(payment, order),
    asked: coinsAsked(payment, known),
    isPaid: isTaken(judgement),
    isCounted: !isTaken(judgement) && isCounted(payment, order),
    isRemainder: isRemainderIn(judgement, payment),
    isRefundedByUs: railFacts(payment.rail).isRefundedByUs,
    isRestInvoiced:
      !isTaken(judgement) && order.restCents.includes(order.amountCents - judgement.receivedCents),
    payer: payerForOwner(known),
    paymentId,
    answers: answersTo(payment, order, judgement),
  };
}
