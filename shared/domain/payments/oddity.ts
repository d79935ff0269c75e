import type { Judgement } from './judge-payments';
import type { Exception, Order, Payment } from './payment';
import { ownPriceOf } from './received';
import type { Received } from '../messages/parts';

/** The amounts of one payment, for a person to read. What a child says that it asked for is only what arrived. */
export const receivedBy = (payment: Payment, order: Order): Received => ({
  amountCrypto: payment.actuallyPaid,
  cryptoCurrency: payment.payCurrency,
  expectedCrypto: ownPriceOf(payment, order) === undefined ? null : payment.payAmount,
});

const NOT_ONE: Received = { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null };
/** The order of importance: both sides are told about the first that applies. */
const FIRST: readonly Exception[] = [
  'over',
  'other_payer',
  'closed',
  'wrong_asset',
  'amount_mismatch',
  'late',
  'repeated',
  'partial',
];

/**
 * The oddity of the payments that settled an order, and the amounts of the odd one. If several payments settled it
 * together, there is no single amount in a coin.
 */
export function oddityOf(
  { verdicts, excessCents }: Judgement,
  payments: readonly Payment[],
  order: Order,
): { readonly exception: Exception; readonly received: Received } {
  const settling = payments.filter(({ paymentId }) => verdicts.get(paymentId)?.standing === 'settled');
  const exceptionOf = ({ paymentId }: Payment): Exception => verdicts.get(paymentId)?.exception ?? 'none';
  const exception = FIRST.find((each) => settling.some((payment) => exceptionOf(payment) === each)) ?? 'none';
  // The excess of a single payment is given in its coin; the excess of several together in dollars.
  if (excessCents > 0 && exception !== 'over')
    return { exception: 'over', received: { ...NOT_ONE, excessCents } };
  const about = exception === 'over' || settling.length === 1 ? settling : [];
  const payment = about.find((each) => exceptionOf(each) === exception);
  return { exception, received: payment === undefined ? NOT_ONE : receivedBy(payment, order) };
}
