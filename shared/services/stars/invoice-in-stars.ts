import { randomBytes } from 'node:crypto';
import { promiseAlone } from '../../database/common/outbox';
import { claimStarInvoice, saveInvoiceLink, type OrderInStars } from '../../database/stars/star-invoices';
import { orderTopic } from '../../domain/common/living-message';
import type { MessageOf } from '../../domain/messages/messages';
import { RENEWED_SECONDS } from '../../domain/payments/invoices/ways-to-pay';
import { createRenewingLink } from '../../telegram/send-message';
import { invoiceViewOf } from '../../telegram/views/stars/star-invoice';
import { wordingIn } from '../../telegram/views/wording';
import { DONE, NOT_IN_TIME, type Attempt, type Outcome } from '../common/outcome';
import { showLiving } from '../common/show-living';
import { callTelegram } from '../common/telegram-call';
import {
  refuseInStars,
  starRefusal,
  waysBeside,
  type InvoiceOnRail,
  type StarInvoiceDependencies,
  type Told,
} from './refuse-in-stars';

/** Unguessable, and of a known form, so that a payment of anything else is recognized. */
const newPayload = (): string => `s1_${randomBytes(24).toString('base64url')}`;

const claim = ({ database, starsFor }: StarInvoiceDependencies, { reference, renews }: InvoiceOnRail) =>
  claimStarInvoice(database, {
    reference,
    periodSeconds: renews ? RENEWED_SECONDS : null,
    newPayload: newPayload(),
    starsFor,
  });

const messageOf = (
  order: OrderInStars,
  effect: InvoiceOnRail,
  invoiceLink: string | null,
): MessageOf<'star_invoice'> => {
  const { reference, title, item, amountCents, openChannelId, priceStars, payload } = order;
  return {
    type: 'star_invoice',
    reference,
    title,
    item,
    amountCents,
    openChannelId,
    priceStars,
    paidIn: 'xtr',
    payload,
    invoiceLink,
    occasion: effect.occasion,
    hasOtherWay: waysBeside(order, effect).length > 0,
  };
};

/** Makes the link of an invoice that renews, once. */
async function linkOf(
  { database, api }: StarInvoiceDependencies,
  order: OrderInStars,
  { effect, language }: { readonly effect: InvoiceOnRail; readonly language: Attempt['language'] },
): Promise<string | null> {
  if (!effect.renews || order.invoiceLink !== null) return order.invoiceLink;
  const view = invoiceViewOf(messageOf(order, effect, null), wordingIn(language));
  return saveInvoiceLink(database, order.payload, await createRenewingLink(api, view, RENEWED_SECONDS));
}

/**
 * Sends the invoice of an order in Stars, or the link to one that renews by itself, as the message about the order. Safe to repeat:
 * the payload is stored before, and an order that was paid, cancelled or changed needs nothing more.
 */
export async function invoiceInStars(
  deps: StarInvoiceDependencies,
  effect: InvoiceOnRail,
  attempt: Pick<Attempt, 'key' | 'outboxId' | 'language'>,
): Promise<Outcome> {
  const order = await claim(deps, effect);
  if (order === undefined) return DONE;
  const { userId, reference } = order;
  const { occasion } = effect;
  const isNew = occasion.type !== 'purchase' || (occasion.isChosen ?? occasion.isOfKeypad) !== true;
  const living = { topic: orderTopic(reference), as: isNew ? 'new' : 'edit' } as const;
  const { language, outboxId } = attempt;
  const outcome = await callTelegram(deps, userId, async (chatId) => {
    const message = messageOf(order, effect, await linkOf(deps, order, { effect, language }));
    await showLiving(deps, { chatId, language }, { outboxId, message, living });
  });
  if (outcome.type !== 'failed' || outcome.isOfChat === true) return outcome;
  return refuseInStars(deps, order, { effect, attempt, reason: outcome.reason });
}

/** Tells the buyer that there is no invoice, once its time has passed. */
export async function giveUpInStars(
  deps: StarInvoiceDependencies,
  effect: InvoiceOnRail,
  attempt: Told,
): Promise<Outcome> {
  const order = await claim(deps, effect);
  if (order !== undefined) await promiseAlone(deps.database, [starRefusal(order, effect, attempt)]);
  return NOT_IN_TIME;
}
