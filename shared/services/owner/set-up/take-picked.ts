import { readChannelRoleFor } from '../../../database/common/channel-roles';
import { closePicker, readPicker, type Picker } from '../../../database/owner/pickers';
import { readSetUp } from '../../../database/owner/set-ups';
import { maySetUp } from '../../../domain/owner/allowed-owners';
import { reply } from '../../../domain/effects';
import type { Reaction } from '../../../domain/prompt-effects';
import type { IntentOf } from '../../../telegram/route-update';
import { replyWith, type UpdateContext } from '../../common/update-context';
import { takeIntoSetUp } from './answer-set-up';
import { takeIntoChannel } from './choose-chat';
import { learnChat } from './learn-chat';
import { parseStoredSetUp } from './set-up-page';
import { STEPS } from './set-up-steps';

type Shared = IntentOf<'chat_shared'>;

/** Takes a chat that was picked for a set-up like one that was chosen on its page. */
async function pickForSetUp(
  context: UpdateContext,
  shared: Shared,
  picker: Picker,
): Promise<Reaction | undefined> {
  const { user } = shared;
  const { kind } = picker;
  const state = parseStoredSetUp(await readSetUp(context.database, user.id));
  if (!maySetUp(context.owners, user.id) || state?.step !== kind) return undefined;
  const { userId, draft } = state;
  const learned = await learnChat(context, { ...shared, userId, kind });
  if (learned === 'silent' || 'complaint' in learned) return takeIntoSetUp(context, state, learned);
  const result = await STEPS[kind]?.press({ context, userId, draft }, String(learned.chatId));
  return takeIntoSetUp(context, state, result ?? { to: kind });
}

/** Takes a chat that was picked for one on sale like one that was chosen in its settings. */
async function pickForChannel(
  context: UpdateContext,
  shared: Shared,
  picker: Picker,
): Promise<Reaction | undefined> {
  const { user } = shared;
  const { openChannelId, kind } = picker;
  const action = kind === 'private' ? 'set-private' : 'set-public';
  const channelRole =
    openChannelId === null
      ? undefined
      : await readChannelRoleFor(context.database, { openChannelId, userId: user.id, action });
  if (channelRole === undefined) return undefined;
  const learned = await learnChat(context, { ...shared, userId: user.id, kind });
  return takeIntoChannel(
    { context, user, channelRole, argument: undefined, button: undefined },
    kind,
    learned,
  );
}

/**
 * Handles the chat that a user picked in Telegram's own list. Applied first and closed afterwards, so that a crash in
 * between loses nothing: the repeat finds it applied. A pick for a question that is closed only removes its button.
 */
export async function takePicked(context: UpdateContext, shared: Shared): Promise<Reaction> {
  const { database, updateId } = context;
  const { user, requestId, title } = shared;
  const picker = await readPicker(database, user.id);
  if (picker?.requestId !== requestId) return replyWith(context, user, { type: 'picker_closed' });
  const taken = await (picker.openChannelId === null ? pickForSetUp : pickForChannel)(
    context,
    shared,
    picker,
  );
  const isNamed = taken !== undefined && title !== undefined;
  await closePicker(database, {
    userId: user.id,
    requestId,
    promised: [reply(updateId, user.id, { type: 'picker_closed', ...(isNamed && { title }) })],
  });
  return { prompt: [], ...taken, isPromised: true };
}
