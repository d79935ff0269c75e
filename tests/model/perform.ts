import { callbackData } from '../../shared/telegram/codec/callback-data';
import type { BuyerAction } from './actions';
import { nth, type BuyerRun } from './buyer-run';
import { hasMoney, type Entry } from './ledger';
import { collect, post, postHeld, repeat } from './post';
import { buttonsOf, writtenTo, type Donor } from '../journeys/support/world';

type ActionOf<Type extends BuyerAction['type']> = Extract<BuyerAction, { type: Type }>;

/** What was really done: a deed for which there is no occasion is none. */
export type Done = string | undefined;

let lastQuery = 0;

/** A tap, sent as Telegram sends it. Resolves when our function has acknowledged it, however often it had to be sent. */
function tap({ model }: BuyerRun, person: Donor, data: string): Promise<void> {
  const from = {
    id: person.id,
    first_name: 'B',
    is_bot: false,
    ...(person.username && { username: person.username }),
  };
  const chat = { id: person.id, type: 'private', first_name: 'B' };
  const message = { message_id: 1, date: 1, chat, text: 'x' };
  const id = `model-${++lastQuery}`;
  return model.world.telegram.deliver({ callback_query: { id, from, chat_instance: '1', data, message } });
}

async function order(lane: BuyerRun, tier: number): Promise<Done> {
  await tap(lane, lane.buyer, callbackData.buy(lane.slot.openChannelId, tier));
  return `order ${tier}`;
}

async function pay(
  lane: BuyerRun,
  { invoice, manner, percent, coin, posting }: ActionOf<'pay'>,
): Promise<Done> {
  const invoiceId = nth(lane.observed?.invoices ?? [], invoice);
  // Who wants to pay and has no invoice asks for one.
  if (invoiceId === undefined) return order(lane, 1);
  const isShort = manner === 'partial' || manner === 'failed';
  const letters = await collect(lane, () =>
    lane.model.world.nowpayments.pay(invoiceId, {
      scenario: manner,
      coin,
      delivery: { drop: true },
      ...(isShort && { percent }),
    }),
  );
  if (letters.length === 0) return undefined;
  await post(lane, letters, posting);
  return `pay ${manner}`;
}

/** The invoice on whose page a payment stands. */
const invoiceOf = ({ model }: BuyerRun, { paymentId }: Entry): string | undefined =>
  model.world.nowpayments.payments().find((payment) => payment.paymentId === paymentId)?.shownOnInvoiceId ??
  undefined;

async function payMore(
  lane: BuyerRun,
  { payment, manner, percent, ends, posting }: ActionOf<'pay_more'>,
): Promise<Done> {
  const parent = nth(
    lane.ledger.all().filter(({ parentPaymentId }) => parentPaymentId === null),
    payment,
  );
  const invoiceId = parent && invoiceOf(lane, parent);
  if (parent === undefined || invoiceId === undefined) return undefined;
  const isChild = manner === 'twice' || manner === 'wrong_coin';
  const letters = await collect(lane, () =>
    lane.model.world.nowpayments.pay(invoiceId, {
      scenario: manner,
      paymentId: parent.paymentId,
      delivery: { drop: true },
      ...(isChild && { percent, ends }),
    }),
  );
  if (letters.length === 0) return undefined;
  await post(lane, letters, posting);
  return `pay more ${manner}`;
}

async function atMerchant(
  lane: BuyerRun,
  { type, payment, posting }: ActionOf<'finish' | 'refund'>,
): Promise<Done> {
  const entry = nth(lane.ledger.all().filter(hasMoney), payment);
  if (entry === undefined) return undefined;
  const letters = await collect(lane, () => lane.model.world.nowpayments[type](entry.paymentId));
  if (letters.length === 0) return undefined;
  await post(lane, letters, posting);
  return type;
}

/** The button that the owner was shown last, which says what a credit comes to; else one that nobody was shown. */
function buttonOf({ model, slot }: BuyerRun, what: string): string {
  const shown = writtenTo(model.world, slot.owner.id)
    .flatMap(buttonsOf)
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
  return shown.findLast((data) => data === what || data.startsWith(`${what}_`)) ?? what;
}

/** Parked payments first, and then any other: an answer to what was decided, or never asked, must change nothing. */
async function decide(lane: BuyerRun, { payment, decision, by }: ActionOf<'decide'>): Promise<Done> {
  const payments = lane.observed?.payments ?? [];
  const parked = payments.filter(({ standing }) => standing === 'parked');
  const about = nth(parked.length > 0 ? parked : payments, payment);
  if (about === undefined) return undefined;
  const person = by === 'owner' ? lane.slot.owner : lane.slot.stranger;
  if (by === 'owner') {
    const said = lane.said.get(about.paymentId) ?? new Set();
    lane.said.set(about.paymentId, said.add(decision));
    const entry = lane.ledger.get(about.paymentId);
    if (decision === 'refund' && entry !== undefined && about.decision === null)
      lane.sentBack.set(about.paymentId, { status: entry.status, isKnown: entry.told.has(entry.status) });
  }
  await tap(lane, person, buttonOf(lane, `case_${decision}_${about.paymentId}`));
  return `decide ${decision} by ${by}${parked.length > 0 ? '' : ' unasked'}`;
}

/** The newest link that may still open: what a buyer would press. */
const linkOf = (lane: BuyerRun): string | undefined => lane.observed?.links.at(-1)?.inviteLink;

function join(lane: BuyerRun, person: Donor): Done {
  const link = linkOf(lane);
  if (link === undefined) return undefined;
  try {
    person.person.join(link);
    return 'join';
  } catch {
    return 'join in vain';
  }
}

function leave(lane: BuyerRun): Done {
  if (!lane.isIn) return undefined;
  lane.hasLeft = true;
  lane.buyer.person.leave(lane.slot.closedChannelId);
  return 'leave';
}

/** Does one thing, to the real functions, and says what it came to. */
export async function perform(lane: BuyerRun, deed: BuyerAction): Promise<Done> {
  switch (deed.type) {
    case 'nothing':
      return undefined;
    case 'order':
      return order(lane, deed.tier);
    case 'pay':
      return pay(lane, deed);
    case 'pay_more':
      return payMore(lane, deed);
    case 'finish':
    case 'refund':
      return atMerchant(lane, deed);
    case 'post':
      if (lane.held.length === 0) return undefined;
      await postHeld(lane, deed.posting);
      return 'post what was held';
    case 'repeat':
      if (lane.sent.length === 0) return undefined;
      await repeat(lane, deed);
      return 'repeat';
    case 'decide':
      return decide(lane, deed);
    case 'join':
      return join(lane, lane.buyer);
    case 'stranger_joins':
      return join(lane, lane.slot.stranger) && 'stranger joins';
    case 'leave':
      return leave(lane);
    case 'enter':
      await tap(lane, lane.buyer, callbackData.enter(lane.slot.openChannelId));
      return 'enter';
    case 'cancel':
      await tap(lane, lane.buyer, 'payment_cancel');
      return 'cancel';
  }
}
