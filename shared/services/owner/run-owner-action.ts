import { listMyChannels, readChannelRole, readChannelRoleFor } from '../../database/common/channel-roles';
import { maySetUp } from '../../domain/owner/allowed-owners';
import { answersQuestion, leastRoleFor } from '../../domain/owner/owner-actions';
import { mayAct } from '../../domain/common/roles';
import type { Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { alert, replyWith, replaceMessage, type UpdateContext } from '../common/update-context';
import { NOT_ALLOWED } from './page/owner-request';
import { HANDLERS } from './handlers';
import { goAnotherWay } from './set-up/open-picker';

/** One answer for unknown channels and other owners' channels, so that it doesn't reveal which exist. */
const NOT_YOURS = { answer: 'not_your_channel' } as const;

/** Checks the role for every owner button. Without a sufficient role, nothing happens. */
export async function runOwnerAction(context: UpdateContext, intent: IntentOf<'own'>): Promise<Reaction> {
  const { user, openChannelId, action, argument, button } = intent;
  const channelRole = await readChannelRole(context.database, { openChannelId, userId: user.id });
  if (channelRole === undefined) return alert(button, NOT_YOURS);
  if (!mayAct(channelRole.role, leastRoleFor(action))) return alert(button, NOT_ALLOWED);
  // A user who presses another button has stopped answering the open question.
  return goAnotherWay(context, intent, {
    endsDialog: !answersQuestion(action),
    run: () => HANDLERS[action]({ context, user, channelRole, argument, button }),
  });
}

/** Runs a command in the user's only channel, or lets them choose one of several. */
export async function chooseChannel(
  context: UpdateContext,
  intent: IntentOf<'my_channels'>,
): Promise<Reaction> {
  const { user, action, page, button } = intent;
  const mine = await listMyChannels(context.database, { userId: user.id, page });
  const [only, ...others] = mine.channels;
  if (button === undefined && action !== 'menu' && only !== undefined && others.length === 0) {
    const { openChannelId } = only;
    const channelRole = await readChannelRoleFor(context.database, {
      openChannelId,
      userId: user.id,
      action,
    });
    if (channelRole !== undefined)
      return HANDLERS[action]({ context, user, channelRole, argument: undefined, button });
  }
  const maySetUpMore = maySetUp(context.owners, user.id);
  const message = { type: 'my_channels', action, ...mine, maySetUp: maySetUpMore } as const;
  return button === undefined ? replyWith(context, user, message) : replaceMessage(button, message);
}
