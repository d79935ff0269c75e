import { recordRefusal, tellOwnersOfRefusals, TOO_SMALL } from '../../database/payments/invoice-refusals';
import { promiseIfWanted, releaseInvoice, type OrderToInvoice } from '../../database/payments/invoices';
import { askAgainNow } from '../../database/payments/minimums/minimum-answers';
import { readLeastKnown } from '../../database/payments/minimums/minimums';
import { refuseOrder } from '../../database/payments/orders';
import type { Database } from '../../database/connection/pool';
import type { Cents } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import type { RefusalReason } from '../../domain/payments/invoices/invoice-refusal';
import type { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { DONE, notYet, type Outcome } from '../common/outcome';
import { aboutInvoiced, tellPayer, type InvoiceAttempt } from './invoice-promises';

/** How soon to look whether the coins have answered. */
const ANSWERS_AFTER_SECONDS = 3;

export interface RefusingDependencies {
  readonly database: Database;
  /** Has the coins asked about, by another request. */
  readonly nudgeMinimums: () => Promise<void>;
}

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
        reason: refusal.reason,
        isAcceptedByDefault: effect.amountCents < order.leastEverCents,
      };
      await promiseIfWanted(database, effect, [tellPayer(invoicing, message, 'rest_refused')]);
      return DONE;
    }
    case 'reminder': {
      // A reminder must come in time. The buyer can ask for the invoice later.
      const message: Message = { openChannelId, title: order.title, ...effect.occasion };
      await promiseIfWanted(database, effect, [tellPayer(invoicing, message, 'pay_now')]);
      return DONE;
    }
  }
}

/**
 * Records that NOWPayments refused an invoice for good, tells the owners if that happens often, then the payer. In this
 * order, so that no owner is missed if the worker dies in between: the order is still open, so everything is repeated.
 * If the amount is below the minimum, the payer of a purchase is told once the coins were asked again, because only then
 * is it known which amount works.
 */
export async function refuseForGood(
  { database, nudgeMinimums }: RefusingDependencies,
  invoicing: InvoiceAttempt,
  { status = 0, code }: NowpaymentsError,
): Promise<Outcome> {
  const { order, effect } = invoicing;
  const { amountCents, occasion } = effect;
  await recordRefusal(database, { reference: order.reference, status, code, amountCents });
  await tellOwnersOfRefusals(database);
  const reason = code === TOO_SMALL ? 'too_small' : 'refused';
  if (reason === 'too_small') {
    await askAgainNow(database);
    await nudgeMinimums();
    if (occasion.type === 'purchase') return notYet(ANSWERS_AFTER_SECONDS);
  }
  return refuseInvoice(database, invoicing, { reason, leastCents: null });
}

/** Tells the payer that the amount is too small, once the coins were asked which amount works. */
export async function answerTooSmall(
  { database }: RefusingDependencies,
  invoicing: InvoiceAttempt,
  tooSmall: NonNullable<OrderToInvoice['tooSmall']>,
): Promise<Outcome> {
  const { effect, order } = invoicing;
  if (tooSmall === 'awaiting') {
    await releaseInvoice(database, { ...effect, claim: order.claim });
    return notYet(ANSWERS_AFTER_SECONDS);
  }
  const leastCents = await readLeastKnown(database);
  // An answer that is not above the amount was wrong.
  const isHelpful = leastCents !== null && leastCents > effect.amountCents;
  return refuseInvoice(database, invoicing, {
    reason: 'too_small',
    leastCents: isHelpful ? leastCents : null,
  });
}
