import { openDialog } from '../../../database/common/dialogs';
import { listPlaceChats } from '../../../database/places/place-chats';
import { reply } from '../../../domain/effects';
import type { Answer } from '../../../domain/messages/answers';
import { PLACE_QUESTION, type PlaceKind } from '../../../domain/places/place';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { addToChannelLink, addToGroupLink, RIGHTS } from '../../../telegram/bot-rights';
import {
  NOT_ALLOWED,
  pageHeader,
  refuseOwnerAction,
  showMessage,
  type OwnerRequest,
} from '../page/owner-request';
import { TELEGRAM_IS_SILENT } from '../set-up/check-chat';
import { requestIdOf } from '../set-up/open-picker';

/** Shows the chats that an offer can get, and why the last choice was refused. */
export async function showPlaceChoice(
  request: OwnerRequest,
  refused?: 'silent' | { readonly complaint: Answer; readonly again?: number },
): Promise<Reaction> {
  if (refused === 'silent') return refuseOwnerAction(request, TELEGRAM_IS_SILENT);
  const { context, channelRole } = request;
  return showMessage(request, {
    type: 'choose_place',
    ...pageHeader(channelRole),
    chats: await listPlaceChats(context.database, channelRole),
    channelUrl: addToChannelLink(context.botUsername, RIGHTS.private),
    groupUrl: addToGroupLink(context.botUsername, RIGHTS.private),
    complaint: refused?.complaint ?? null,
    again: refused?.again ?? null,
  });
}

/**
 * Shows the button that opens Telegram's own list of channels or of groups. Stored as a dialog and not as a picker, because the
 * previous release would take what is picked for a public channel.
 */
export async function showPlacePicker(request: OwnerRequest, picks: PlaceKind): Promise<Reaction> {
  const { context, channelRole, button } = request;
  const { openChannelId, userId } = channelRole;
  const requestId = requestIdOf(context.updateId);
  const picker = { type: 'pick_chat', kind: 'private', picks, requestId } as const;
  const isAsked = await openDialog(context.database, context.delivery, {
    openChannelId,
    userId,
    question: PLACE_QUESTION,
    action: 'set-extra',
    messageId: button?.messageId ?? null,
    draft: { requestId },
    promised: [reply(context.updateId, userId, picker)],
  });
  if (!isAsked || button === undefined) return refuseOwnerAction(request, NOT_ALLOWED);
  return promised({ type: 'answer_query', queryId: button.queryId });
}
