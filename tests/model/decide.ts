import { areForEver } from '../../shared/domain/common/for-ever';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import type { ActionLabel, ActionOf } from './actions';
import { nth, type BuyerRun } from './buyer-run';
import type { PaymentRow } from './observed';
import { say, tap } from './send-update';
import { buttonsOf, writtenTo } from '../journeys/support/chat';

/** The newest such button that the owner was shown. It contains the days of a credit. A forged one if there is none. */
function buttonOf({ model, slot }: BuyerRun, what: string, forged = what): string {
  const shown = writtenTo(model.world, slot.owner.id)
    .flatMap(buttonsOf)
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
  return shown.findLast((data) => data === what || data.startsWith(`${what}_`)) ?? forged;
}

const noteDecision = (
  { decisions }: BuyerRun,
  paymentId: number,
  ...said: ('accept' | 'credit' | 'refund')[]
) => decisions.set(paymentId, new Set([...(decisions.get(paymentId) ?? []), ...said]));

/** Notes what a refund covers. A tap that isn't confirmed changes nothing. */
function noteRefund(run: BuyerRun, { paymentId, decision }: PaymentRow): void {
  const entry = run.ledger.get(paymentId);
  noteDecision(run, paymentId, 'refund');
  if (entry !== undefined && decision !== 'refund')
    run.sentBack.set(paymentId, { status: entry.status, isKnown: entry.acknowledged.has(entry.status) });
}

/** Decides a parked payment if there is one, otherwise any other: that must change nothing. */
export async function decide(
  run: BuyerRun,
  { payment, decision, by, isConfirmed }: ActionOf<'decide'>,
): Promise<ActionLabel> {
  const payments = run.observed?.payments ?? [];
  const parked = payments.filter(({ standing }) => standing === 'parked');
  const about = nth(parked.length > 0 ? parked : payments, payment);
  if (about === undefined) return undefined;
  const { paymentId } = about;
  const person = by === 'owner' ? run.slot.owner : run.slot.stranger;
  if (by === 'owner' && (decision === 'accept' || decision === 'credit'))
    noteDecision(run, paymentId, decision);
  await tap(run, person, buttonOf(run, `case_${decision}_${paymentId}`));
  if (decision === 'refund' && isConfirmed) {
    if (by === 'owner') noteRefund(run, about);
    await tap(run, person, `case_sent_${paymentId}`);
  }
  const isAsked = decision === 'refund' && !isConfirmed;
  return `decide ${isAsked ? 'nothing' : decision} by ${by}${parked.length > 0 ? '' : ' unasked'}`;
}

/** The days that an amount buys beside a paid order. */
function daysOf(run: BuyerRun, { reference }: PaymentRow, cents: number): number {
  const order = run.observed?.orders.find((each) => each.reference === reference);
  const isPaid = order?.state === 'settled' || order?.state === 'refunded';
  if (!isPaid || order.days === null) return 0;
  if (areForEver(order.days)) return cents < order.amountCents ? 0 : order.days;
  return Math.floor((order.days * cents) / order.amountCents);
}

/** The owner says what a payment of unknown worth was worth: presses the button, types it and confirms it. */
export async function typeWorth(
  run: BuyerRun,
  { payment, dollars }: ActionOf<'value'>,
): Promise<ActionLabel> {
  const unknown = (run.observed?.payments ?? []).filter(
    ({ paymentId, standing }) =>
      ['parked', 'credited', 'settled'].includes(standing) &&
      run.ledger.get(paymentId)?.cameCents === undefined,
  );
  const about = nth(unknown, payment);
  if (about === undefined) return undefined;
  const { owner, openChannelId } = run.slot;
  const { paymentId } = about;
  const cents = dollars * 100 + 50;
  run.typed.set(paymentId, Math.max(run.typed.get(paymentId) ?? 0, cents));
  noteDecision(run, paymentId, 'credit', 'accept');
  await tap(run, owner, callbackData.own('case-worth', openChannelId, paymentId));
  await say(run, owner, `${dollars}.50`);
  const typed = `case_typed_${paymentId}_${cents}`;
  await tap(run, owner, buttonOf(run, typed, `${typed}_${daysOf(run, about, cents)}`));
  return 'value';
}
