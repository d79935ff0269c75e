import { readChannelRoleFor } from '../../../database/common/channel-roles';
import { readDialog } from '../../../database/common/dialogs';
import { closePicker } from '../../../database/owner/pickers';
import type { ClosedChannelId } from '../../../domain/common/ids';
import { reply } from '../../../domain/effects';
import { PLACE_QUESTION } from '../../../domain/places/place';
import type { Reaction } from '../../../domain/prompt-effects';
import { pickedKind } from '../../../telegram/codec/callback-data';
import type { IntentOf } from '../../../telegram/route-update';
import type { UpdateContext } from '../../common/update-context';
import type { OwnerActionHandler } from '../page/owner-request';
import { takePicked } from '../set-up/take-picked';
import { showPlaceChoice, showPlacePicker } from './choose-place';
import { askToOpen } from './decide-place';

/** Chooses a chat by a button, or opens Telegram's own list. */
const choose: OwnerActionHandler = (request) => {
  const { argument = '' } = request;
  const picks = pickedKind(argument);
  if (picks !== undefined) return showPlacePicker(request, picks);
  return askToOpen(request, { chatId: Number(argument) as ClosedChannelId });
};

/** The owner's request that a picked chat answers. `undefined` if they weren't asked for a place, or no longer. */
async function findAsked({ database }: UpdateContext, { user, requestId }: IntentOf<'chat_shared'>) {
  const dialog = await readDialog(database, user.id);
  if (dialog?.question !== PLACE_QUESTION || dialog.draft.requestId !== requestId) return undefined;
  return dialog;
}

/**
 * Handles a chat that a user picked in Telegram's own list, for an offer or for a set-up. Like `takePicked`, applied first and closed
 * afterwards.
 */
export async function takeShared(context: UpdateContext, shared: IntentOf<'chat_shared'>): Promise<Reaction> {
  const asked = await findAsked(context, shared);
  if (asked === undefined) return takePicked(context, shared);
  const { database, updateId } = context;
  const { user, requestId, chatId, title, date } = shared;
  const { openChannelId } = asked;
  const role = await readChannelRoleFor(database, { openChannelId, userId: user.id, action: 'set-extra' });
  const request = { context, user, argument: undefined, button: undefined };
  const picked = { chatId: chatId as ClosedChannelId, title, date };
  const taken = role && (await askToOpen({ ...request, channelRole: role }, picked));
  const isNamed = taken !== undefined && title !== undefined;
  await closePicker(database, {
    userId: user.id,
    requestId,
    promised: [reply(updateId, user.id, { type: 'picker_closed', ...(isNamed && { title }) })],
  });
  return { prompt: [], ...taken, isPromised: true };
}

export const addPlaceHandlers = {
  'add-place': (request) => showPlaceChoice(request),
  'set-extra': choose,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
