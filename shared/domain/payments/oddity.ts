import type { Judgement } from './judge-payments';
import type { Exception, Payment } from './payment';
import type { Received } from '../messages/parts';

/** What arrived by one payment, for a person to read. */
export const receivedBy = ({ actuallyPaid, payCurrency, payAmount }: Payment): Received => ({
  amountCrypto: actuallyPaid,
  cryptoCurrency: payCurrency,
  expectedCrypto: payAmount,
});

const NOT_ONE: Received = { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null };
/** What both sides most need to hear of first. */
const FIRST: readonly Exception[] = ['over', 'late', 'partial'];

/**
 * What was odd about the payments that settled an order, and what arrived by the one that was. Of several that came
 * together there is no one amount in a coin.
 */
export function oddityOf(
  { verdicts, excessCents }: Judgement,
  payments: readonly Payment[],
): { readonly exception: Exception; readonly received: Received } {
  const settling = payments.filter(({ paymentId }) => verdicts.get(paymentId)?.standing === 'settled');
  const exceptionOf = ({ paymentId }: Payment): Exception => verdicts.get(paymentId)?.exception ?? 'none';
  const exception = FIRST.find((each) => settling.some((payment) => exceptionOf(payment) === each)) ?? 'none';
  // What one payment had too much is said in its coin; what all had together, in dollars.
  if (excessCents > 0 && exception !== 'over')
    return { exception: 'over', received: { ...NOT_ONE, excessCents } };
  const about = exception === 'over' || settling.length === 1 ? settling : [];
  const payment = about.find((each) => exceptionOf(each) === exception);
  return { exception, received: payment === undefined ? NOT_ONE : receivedBy(payment) };
}
