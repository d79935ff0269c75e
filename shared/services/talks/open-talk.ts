import { closeQuestion, openQuestion, saveBlock } from '../../database/talks/save-talk';
import { readTalk } from '../../database/talks/talks';
import { listMyOrders } from '../../database/payments/buyer-orders';
import type { OrderReference } from '../../domain/common/ids';
import { reply } from '../../domain/effects';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { blockingSideOf, judgeWriter } from '../../domain/talks/talk';
import type { Button, IntentOf } from '../../telegram/route-update';
import type { TelegramUser } from '../../telegram/update';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import { alert, personOf, replaceMessage, replyToButton, type UpdateContext } from '../common/update-context';
import { refusalAnswer, refusalMessage, talkOf } from './talk-messages';

/** Lets a buyer choose the order that they write about, or asks for the message at once if they have one order. */
export async function chooseTalk(
  context: UpdateContext,
  { user, button }: IntentOf<'choose_talk'>,
): Promise<Reaction> {
  const { database, starsFor } = context;
  const asked = { userId: user.id, starsFor };
  const current = await listMyOrders(database, asked);
  // Money may come late for an order that was cancelled, and its message has no button that writes.
  const orders = current.length > 0 ? current : await listMyOrders(database, { ...asked, more: true });
  const [first, ...more] = orders;
  if (first === undefined) return alert(button, { answer: 'talk_without_order' });
  if (more.length === 0) return askForMessage(context, { user, button, reference: first.reference });
  return replyToButton(context, { user, button }, { type: 'talk_orders', orders });
}

interface Pressed {
  readonly user: TelegramUser;
  readonly button: Button;
  readonly reference: OrderReference;
}

/** Asks a buyer or an owner for their next message, if they may write to the other. */
export async function askForMessage(
  context: UpdateContext,
  { user, button, reference }: Pressed,
): Promise<Reaction> {
  const { database, delivery, updateId } = context;
  const facts = await readTalk(database, { reference, userId: user.id });
  if (facts === undefined) return alert(button, { answer: 'order_unknown' });
  const judged = judgeWriter(facts, user.id);
  if ('refusal' in judged)
    return judged.refusal.reason === 'you_blocked'
      ? replyToButton(context, { user, button }, refusalMessage(facts, judged.refusal))
      : alert(button, refusalAnswer(facts, judged.refusal));
  await openQuestion(database, delivery, {
    ...facts,
    person: personOf(user),
    promised: [
      reply(updateId, user.id, {
        type: 'talk_question',
        ...(facts.isAnonymous && !facts.hasBuyerWritten && { isAnonymous: true }),
        ...talkOf(facts, judged.side),
      }),
    ],
  });
  return promised({ type: 'answer_query', queryId: button.queryId });
}

/** Ends the question for a message. */
export async function cancelTalk(
  { database, delivery }: UpdateContext,
  { user, button }: IntentOf<'cancel_talk'>,
): Promise<Reaction> {
  await closeQuestion(database, delivery, user.id);
  return replaceMessage(button, { type: 'talk_answered', answer: { answer: 'talk_cancelled' } });
}

/**
 * Blocks what the other side writes, or ends that. A buyer blocks the owner of a channel, an owner blocks a buyer who wrote to
 * them.
 */
export async function blockTalk(
  { database, delivery, updateId }: UpdateContext,
  { user, button, reference, isBlocking }: IntentOf<'block_talk'>,
): Promise<Reaction> {
  return retryOnConflict({ what: 'talk' }, async () => {
    const talk = await readTalk(database, { reference, userId: user.id });
    if (talk === undefined) return alert(button, { answer: 'order_unknown' });
    const side = blockingSideOf(talk, user.id, isBlocking);
    if (side === undefined) return alert(button, refusalAnswer(talk, { reason: 'not_yours' }));
    const blocked = reply(updateId, user.id, { type: 'talk_blocked', ...talkOf(talk, side) });
    const person = personOf(user);
    const isSaved = await saveBlock(database, delivery, {
      ...{ talk, side, isBlocking, person },
      promised: isBlocking ? [blocked] : [],
    });
    if (!isSaved) return CONFLICT;
    return isBlocking
      ? promised({ type: 'answer_query', queryId: button.queryId })
      : replaceMessage(button, { type: 'talk_answered', answer: { answer: 'talk_unblocked' } });
  });
}
