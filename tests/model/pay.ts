import { DEPOSITS, type ActionLabel, type ActionOf } from './actions';
import { nth, type BuyerRun } from './buyer-run';
import { hasMoney, type Entry } from './ledger';
import { order } from './order';
import { collect, post } from './post';

/** Pays an invoice. */
export async function pay(
  run: BuyerRun,
  { invoice, manner, percent, coin, posting }: ActionOf<'pay'>,
): Promise<ActionLabel> {
  const invoiceId = nth(run.observed?.invoices ?? [], invoice);
  // A buyer without an invoice asks for one first.
  if (invoiceId === undefined) return order(run, 1);
  const isShort = manner === 'partial' || manner === 'failed' || manner === 'hanging';
  const ipns = await collect(run, () =>
    run.model.world.nowpayments.pay(invoiceId, {
      scenario: manner,
      coin,
      delivery: { drop: true },
      ...(isShort && { percent }),
    }),
  );
  if (ipns.length === 0) return undefined;
  await post(run, ipns, posting);
  return `pay ${manner}`;
}

/** The invoice whose page shows the payment. */
const invoiceOf = ({ model }: BuyerRun, { paymentId }: Entry): string | undefined =>
  model.world.nowpayments.payments().find((payment) => payment.paymentId === paymentId)?.shownOnInvoiceId ??
  undefined;

/** Sends more money to the address of a payment. */
export async function payMore(
  run: BuyerRun,
  { payment, manner, percent, ends, posting }: ActionOf<'pay_more'>,
): Promise<ActionLabel> {
  const parent = nth(
    run.ledger.coins().filter(({ parentPaymentId }) => parentPaymentId === null),
    payment,
  );
  const invoiceId = parent && invoiceOf(run, parent);
  if (parent === undefined || invoiceId === undefined) return undefined;
  const isChild = DEPOSITS.some((deposit) => deposit === manner);
  const ipns = await collect(run, () =>
    run.model.world.nowpayments.pay(invoiceId, {
      scenario: manner,
      paymentId: parent.paymentId,
      delivery: { drop: true },
      ...(isChild && { percent, ends }),
    }),
  );
  if (ipns.length === 0) return undefined;
  await post(run, ipns, posting);
  return `pay more ${manner}`;
}

/** What the merchant does to a payment at NOWPayments. */
export async function atMerchant(
  run: BuyerRun,
  { type, payment, posting }: ActionOf<'finish' | 'refund'>,
): Promise<ActionLabel> {
  const entry = nth(run.ledger.coins().filter(hasMoney), payment);
  if (entry === undefined) return undefined;
  const ipns = await collect(run, () => run.model.world.nowpayments[type](entry.paymentId));
  if (ipns.length === 0) return undefined;
  await post(run, ipns, posting);
  return type;
}
