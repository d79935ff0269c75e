import { closeDialog } from '../../database/common/dialogs';
import { listMyChannels, readChannelRole, readChannelRoleFor } from '../../database/common/channel-roles';
import { leastRoleFor } from '../../domain/owner/owner-actions';
import { mayAct } from '../../domain/common/roles';
import type { Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { alert, replyWith, replaceMessage, type UpdateContext } from '../common/update-context';
import { NOT_ALLOWED } from './page/owner-request';
import { HANDLERS } from './handlers';

/** The same whether there is no such channel or it is somebody else's. */
const NOT_YOURS = { answer: 'not_your_channel' } as const;

/** The one gate of all that is pressed about a channel: who has no role in it, or too little of one, gets nothing done. */
export async function answerOwn(handled: UpdateContext, intent: IntentOf<'own'>): Promise<Reaction> {
  const { user, openChannelId, action, argument, button } = intent;
  const standing = await readChannelRole(handled.database, { openChannelId, userId: user.id });
  if (standing === undefined) return alert(button, NOT_YOURS);
  if (!mayAct(standing.role, leastRoleFor(action))) return alert(button, NOT_ALLOWED);
  // Who presses a button does not answer what they were asked.
  await closeDialog(handled.database, handled.delivery, user.id);
  return HANDLERS[action]({ handled, user, standing, argument, button });
}

/** A command about a channel: the only one that somebody runs, or the one they choose. */
export async function chooseChannel(
  handled: UpdateContext,
  intent: IntentOf<'my_channels'>,
): Promise<Reaction> {
  const { user, action, page, button } = intent;
  const mine = await listMyChannels(handled.database, { userId: user.id, page });
  const [only, ...others] = mine.channels;
  if (button === undefined && action !== 'menu' && only !== undefined && others.length === 0) {
    const { openChannelId } = only;
    const standing = await readChannelRoleFor(handled.database, { openChannelId, userId: user.id, action });
    if (standing !== undefined)
      return HANDLERS[action]({ handled, user, standing, argument: undefined, button });
  }
  const message = { type: 'my_channels', action, ...mine } as const;
  return button === undefined ? replyWith(handled, user, message) : replaceMessage(button, message);
}
