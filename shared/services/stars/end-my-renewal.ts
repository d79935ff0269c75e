import { promiseEndOfRenewals } from '../../database/stars/renewal-ends';
import { listRenewals } from '../../database/stars/renewals';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { accessAhead } from '../../domain/stars/tell-renewal';
import type { IntentOf } from '../../telegram/route-update';
import { alert, replyToButton, type UpdateContext } from '../common/update-context';

/** Asks a buyer once more, because Telegram lets nobody switch a renewal on again that we ended. */
export async function askEndRenewal(
  context: UpdateContext,
  { user, openChannelId, button }: IntentOf<'ask_end_renewal'>,
): Promise<Reaction> {
  const [renewal] = await listRenewals(context.database, { openChannelId, userId: user.id });
  if (renewal === undefined) return alert(button, { answer: 'renews_not' });
  const { title, stars } = renewal;
  return replyToButton(
    context,
    { user, button },
    { type: 'renewal_question', openChannelId, title, stars, paidUntil: accessAhead(renewal) },
  );
}

/** Promises to end what renews by itself of a buyer in a channel. */
export async function endMyRenewal(
  { database, delivery }: UpdateContext,
  { user, openChannelId, button }: IntentOf<'end_my_renewal'>,
): Promise<Reaction> {
  const of = { openChannelId, userId: user.id };
  const isPromised = await promiseEndOfRenewals(database, delivery, { ...of, by: 'buyer' });
  if (!isPromised) return alert(button, { answer: 'renews_not' });
  return promised({ type: 'answer_query', queryId: button.queryId, answer: { answer: 'renewal_stopping' } });
}
