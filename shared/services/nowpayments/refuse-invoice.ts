import { recordRefusal, tellOwnersOfRefusals, TOO_SMALL } from '../../database/payments/invoice-refusals';
import { promiseIfWanted, releaseInvoice } from '../../database/payments/invoices';
import { askAgainNow } from '../../database/payments/minimums/minimum-answers';
import { readLeastKnown } from '../../database/payments/minimums/minimums';
import { refuseOrder } from '../../database/payments/orders';
import type { Database } from '../../database/connection/pool';
import type { Cents } from '../../domain/common/ids';
import type { Promised } from '../../domain/effects';
import type { Message } from '../../domain/messages/messages';
import { NO_OWNER, takesStars, type AllowedOwners } from '../../domain/owner/allowed-owners';
import { choiceOf } from '../../domain/payments/invoices/pay-step';
import type { OrderToInvoice } from '../../domain/payments/invoices/order-to-invoice';
import { waysToPay } from '../../domain/payments/invoices/ways-to-pay';
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
  /** The owners whose channels may be paid in Stars. Absent: none. */
  readonly starsFor?: AllowedOwners | undefined;
}

/** Why there is no invoice, and the least amount that works, if that is the reason and it is known. */
interface Refusal {
  readonly reason: RefusalReason;
  readonly leastCents: Cents | null;
}

/** Offers Stars instead of an invoice in crypto; `undefined` if they can't pay the order. */
function starsInstead(
  { starsFor = NO_OWNER }: Pick<RefusingDependencies, 'starsFor'>,
  { order, effect: { occasion }, key }: InvoiceAttempt,
  { reason }: Refusal,
): Promised | undefined {
  const { item, amountCents, priceStars, remainingCents, isRenewing } = order;
  if (!takesStars(starsFor, order.ownerUserId)) return undefined;
  const ways = waysToPay(
    {
      amountCents,
      receivedCents: (amountCents - remainingCents) as Cents,
      priceStars,
      days: item.kind === 'donation' ? null : item.days,
    },
    { isUnpayable: true, leastCents: null, isRenewing },
  );
  if (ways.length === 0 || occasion.type === 'rest') return undefined;
  const offered = { ...aboutInvoiced(order), userId: order.userId, priceStars };
  return choiceOf(offered, ways, { occasion, asking: `${key}:stars`, cryptoRefusal: reason });
}

/** Tells the payer that there is no invoice. Gives up the order if nothing was paid toward it. */
export async function refuseInvoice(
  { database, starsFor }: Pick<RefusingDependencies, 'database' | 'starsFor'>,
  invoicing: InvoiceAttempt,
  refusal: Refusal,
): Promise<Outcome> {
  const { order, effect } = invoicing;
  const { reference, openChannelId, amountCents } = order;
  const instead = starsInstead({ starsFor }, invoicing, refusal);
  if (instead !== undefined) {
    await promiseIfWanted(database, effect, [instead]);
    return DONE;
  }
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
  deps: RefusingDependencies,
  invoicing: InvoiceAttempt,
  { status = 0, code }: NowpaymentsError,
): Promise<Outcome> {
  const { database, nudgeMinimums } = deps;
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
  return refuseInvoice(deps, invoicing, { reason, leastCents: null });
}

/** Tells the payer that the amount is too small, once the coins were asked which amount works. */
export async function answerTooSmall(
  deps: RefusingDependencies,
  invoicing: InvoiceAttempt,
  tooSmall: NonNullable<OrderToInvoice['tooSmall']>,
): Promise<Outcome> {
  const { database } = deps;
  const { effect, order } = invoicing;
  if (tooSmall === 'awaiting') {
    await releaseInvoice(database, { ...effect, claim: order.claim });
    return notYet(ANSWERS_AFTER_SECONDS);
  }
  const leastCents = await readLeastKnown(database);
  // An answer that is not above the amount was wrong.
  const isHelpful = leastCents !== null && leastCents > effect.amountCents;
  return refuseInvoice(deps, invoicing, {
    reason: 'too_small',
    leastCents: isHelpful ? leastCents : null,
  });
}
