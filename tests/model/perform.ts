import type { Donor } from '../worlds/journey';
import { saveChannels } from '../../shared/database/owner/channels';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import { DEPOSITS, type BuyerAction } from './actions';
import { nth, type BuyerRun } from './buyer-run';
import { decide, typeWorth } from './decide';
import { donate } from './donate';
import { hasMoney, type Entry } from './ledger';
import { collect, post, postHeld, repeat } from './post';
import { tap } from './send-update';
import { channelOf } from './start-model';

export type ActionOf<Type extends BuyerAction['type']> = Extract<BuyerAction, { type: Type }>;

/** What was done, for the coverage. `undefined` if the action was impossible and nothing was done. */
export type ActionLabel = string | undefined;

async function order(run: BuyerRun, tier: number): Promise<ActionLabel> {
  await tap(run, run.buyer, callbackData.buy(run.slot.openChannelId, tier));
  // A buyer of the second tier insists on it, whatever money is in other orders.
  if (tier === 2) await tap(run, run.buyer, callbackData.buyFromScratch(run.slot.openChannelId, tier));
  return `order ${tier}`;
}

async function reprice({ model, slot, story }: BuyerRun, percent: number): Promise<ActionLabel> {
  await saveChannels(model.world.product, [channelOf(slot, story, percent)]);
  return `reprice ${percent}`;
}

async function pay(
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

async function payMore(
  run: BuyerRun,
  { payment, manner, percent, ends, posting }: ActionOf<'pay_more'>,
): Promise<ActionLabel> {
  const parent = nth(
    run.ledger.all().filter(({ parentPaymentId }) => parentPaymentId === null),
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

async function atMerchant(
  run: BuyerRun,
  { type, payment, posting }: ActionOf<'finish' | 'refund'>,
): Promise<ActionLabel> {
  const entry = nth(run.ledger.all().filter(hasMoney), payment);
  if (entry === undefined) return undefined;
  const ipns = await collect(run, () => run.model.world.nowpayments[type](entry.paymentId));
  if (ipns.length === 0) return undefined;
  await post(run, ipns, posting);
  return type;
}

/** The newest link, which a buyer would open. */
const linkOf = (run: BuyerRun): string | undefined => run.observed?.links.at(-1)?.inviteLink;

function join(run: BuyerRun, person: Donor): ActionLabel {
  const link = linkOf(run);
  if (link === undefined) return undefined;
  try {
    person.person.join(link);
    return 'join';
  } catch {
    return 'join by a dead link';
  }
}

function leave(run: BuyerRun): ActionLabel {
  if (!run.isIn) return undefined;
  run.hasLeft = true;
  run.buyer.person.leave(run.slot.closedChannelId);
  return 'leave';
}

/** Performs one action against the real functions. Returns what was done. */
export async function perform(run: BuyerRun, action: BuyerAction): Promise<ActionLabel> {
  switch (action.type) {
    case 'nothing':
      return undefined;
    case 'order':
      return order(run, action.tier);
    case 'donate':
      return donate(run, action.dollars);
    case 'reprice':
      return reprice(run, action.percent);
    case 'pay':
      return pay(run, action);
    case 'pay_more':
      return payMore(run, action);
    case 'finish':
    case 'refund':
      return atMerchant(run, action);
    case 'post':
      if (run.held.length === 0) return undefined;
      await postHeld(run, action.posting);
      return 'deliver held IPNs';
    case 'repeat':
      if (run.sent.length === 0) return undefined;
      await repeat(run, action);
      return 'repeat';
    case 'decide':
      return decide(run, action);
    case 'value':
      return typeWorth(run, action);
    case 'join':
      return join(run, run.buyer);
    case 'stranger_joins':
      return join(run, run.slot.stranger) && 'stranger joins';
    case 'leave':
      return leave(run);
    case 'enter':
      await tap(run, run.buyer, callbackData.enter(run.slot.openChannelId));
      return 'enter';
    case 'cancel':
      await tap(run, run.buyer, 'payment_cancel');
      return 'cancel';
  }
}
