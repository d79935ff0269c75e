import { aboutEach, type About } from './about-order';
import type { BuyerRun } from './buyer-run';
import type { BuyerState } from './observed';

/** What a payment in Stars is: it counts, waits for its owner, or was sent back. It is never under way. */
const STANDINGS = ['settled', 'credited', 'parked', 'refunded'];

/** Another user's Stars count only if the owner says so. */
function* checkPayers({ run, payments }: About): Generator<string> {
  for (const { paymentId, standing, settles } of payments) {
    const charge = run.ledger.charge(paymentId);
    if (charge === undefined) continue;
    if (!STANDINGS.includes(standing)) yield `17: the charge ${charge.chargeId} is ${standing}`;
    const said = run.decisions.get(paymentId);
    const isAllowed = said?.has('accept') === true || said?.has('credit') === true;
    const counts = standing === 'settled' || standing === 'credited' || settles;
    if (charge.payerUserId !== run.buyer.id && counts && !isAllowed)
      yield `17: the Stars of somebody else are ${standing} for ${charge.reference}`;
  }
}

/** A whole price settles an order alone, so the second one is a case, whatever rail it came by. */
function* checkOnce({ run, order, payments }: About): Generator<string> {
  const settling = payments.filter(({ settles }) => settles);
  const isDecided = settling.some(({ paymentId }) => run.decisions.get(paymentId)?.has('accept') === true);
  const charges = settling.filter(({ paymentId }) => run.ledger.charge(paymentId) !== undefined);
  if (!isDecided && charges.length > 0 && settling.length > 1)
    yield `17: ${settling.length} payments settled ${order.reference}, one of them in Stars`;
}

/** The order counts exactly the Stars that settled it, and no dollars for them. */
function* checkIncomeStars({ run, order, payments }: About): Generator<string> {
  const stars = payments
    .filter(({ settles }) => settles)
    .flatMap(({ paymentId }) => run.ledger.charge(paymentId)?.stars ?? []);
  const expected = stars.length === 0 ? null : stars.reduce((a, b) => a + b, 0);
  if (order.incomeStars !== expected)
    yield `17: ${order.reference} counts ${String(order.incomeStars)} Stars and ${String(expected)} settled it`;
}

/** What must be true of both rails at once, at any time. */
export function* checkStars(run: BuyerRun, observed: BuyerState): Generator<string> {
  for (const about of aboutEach(run, observed)) {
    yield* checkPayers(about);
    yield* checkOnce(about);
    yield* checkIncomeStars(about);
  }
  for (const { paymentId, chargeId } of run.ledger.charges())
    if (!observed.payments.some((payment) => payment.paymentId === paymentId))
      yield `17: the charge ${chargeId} is lost`;
  for (const { chargeId, isTold } of run.unseen)
    if (isTold) yield `17: the charge ${chargeId} is lost, although Telegram told about it`;
}
