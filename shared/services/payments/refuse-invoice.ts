import { recordRefusal, tellOwnersOfRefusals } from '../../database/payments/invoice-refusals';
import { askAgainNow } from '../../database/payments/minimums/minimum-answers';
import { readLeastKnown } from '../../database/payments/minimums/minimums';
import { refuseOrder } from '../../database/payments/orders';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import type { Cents } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import type { RefusalReason } from '../../domain/payments/invoices/invoice-refusal';
import type { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { DONE, type Outcome } from '../common/outcome';
import { aboutInvoiced, tellPayer, type InvoiceAttempt } from './invoice-promises';

/** Why there is no invoice, and the least amount that works, if that is the reason and it is known. */
interface Refusal {
  readonly reason: RefusalReason;
  readonly leastCents: Cents | null;
}

/** Tells the payer that there is no invoice. Gives up the order if nothing was paid toward it. */
export async function refuseInvoice(
  database: Database,
  invoicing: InvoiceAttempt,
  refusal: Refusal,
): Promise<Outcome> {
  const { order, effect } = invoicing;
  const { reference, openChannelId, amountCents } = order;
  switch (effect.occasion.type) {
    case 'purchase': {
      const message: Message = {
        type: 'invoice_refused',
        ...aboutInvoiced(order),
        openChannelId,
        ...refusal,
      };
      await refuseOrder(database, { reference, amountCents }, [
        tellPayer(invoicing, message, 'invoice_refused'),
      ]);
      return DONE;
    }
    case 'rest': {
      const { receivedCents } = effect.occasion;
      const message: Message = {
        type: 'rest_refused',
        ...aboutInvoiced(order),
        receivedCents,
        restCents: effect.amountCents,
      };
      await promiseAlone(database, [tellPayer(invoicing, message, 'rest_refused')]);
      return DONE;
    }
    case 'reminder': {
      // A reminder must come in time. The buyer can ask for the invoice later.
      const message: Message = { openChannelId, title: order.title, ...effect.occasion };
      await promiseAlone(database, [tellPayer(invoicing, message, 'pay_now')]);
      return DONE;
    }
  }
}

/**
 * Why NOWPayments refused. If it says that the amount is below the minimum, the coins are asked about again, by the worker
 * and after this: nobody waits for it here. What is stored now may name the amount that works.
 */
async function refusalOf(
  database: Database,
  { effect: { amountCents } }: InvoiceAttempt,
  { code }: NowpaymentsError,
): Promise<Refusal> {
  if (code !== 'AMOUNT_MINIMAL_ERROR') return { reason: 'refused', leastCents: null };
  const leastCents = await readLeastKnown(database);
  await askAgainNow(database);
  // An answer that is not above the amount was wrong.
  const isHelpful = leastCents !== null && leastCents > amountCents;
  return { reason: 'too_small', leastCents: isHelpful ? leastCents : null };
}

/**
 * Records that NOWPayments refused an invoice for good, tells the owners if that happens often, then the payer. In this
 * order, so that no owner is missed if the worker dies in between: the order is still open, so everything is repeated.
 */
export async function refuseForGood(
  database: Database,
  invoicing: InvoiceAttempt,
  error: NowpaymentsError,
): Promise<Outcome> {
  const { reference } = invoicing.order;
  await recordRefusal(database, { reference, status: error.status ?? 0, code: error.code });
  await tellOwnersOfRefusals(database);
  return refuseInvoice(database, invoicing, await refusalOf(database, invoicing, error));
}
