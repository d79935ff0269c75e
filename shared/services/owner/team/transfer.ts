import { readPublicChannel, transferChannel } from '../../../database/owner/team';
import { RIGHTS } from '../../../telegram/bot-rights';
import { judgePerson } from '../../../telegram/judge-chat';
import { answerMessage } from '../../common/answer-message';
import { replaceMessage } from '../../common/update-context';
import { sharedPlacesTold } from '../../places/tell-shared-places';
import {
  promiseNotice,
  refuseOwnerAction,
  showMessage,
  type OwnerActionHandler,
} from '../page/owner-request';
import { checkPoster, TELEGRAM_IS_SILENT } from '../set-up/check-chat';
import { findSelectedMember, NOT_ON_TEAM, showTeam } from './team';

/** Asks for confirmation, because only the new owner could give the channel back. */
const askToConfirm: OwnerActionHandler = async (request) => {
  const member = await findSelectedMember(request);
  if (member === undefined) return showTeam(request, NOT_ON_TEAM);
  const { openChannelId, title, role } = request.channelRole;
  return showMessage(request, { type: 'transfer_asked', openChannelId, title, role, member });
};

/**
 * Transfers a channel to a team member who, according to Telegram, may let people in and remove them there and may post in its
 * public channel. The former owner keeps no role and gets no more messages about its money.
 */
const transfer: OwnerActionHandler = async (request) => {
  const { context, channelRole, button } = request;
  const member = await findSelectedMember(request);
  if (member === undefined) return showTeam(request, NOT_ON_TEAM);
  const { openChannelId, closedChannelId, userId, title } = channelRole;
  const newOwnerId = member.userId;
  const chatId = closedChannelId ?? openChannelId;
  const rights = RIGHTS[closedChannelId === null ? 'public' : 'private'];
  const verdict = await judgePerson(context.asking, { chatId, userId: newOwnerId, rights });
  if (verdict.type === 'silent') return refuseOwnerAction(request, TELEGRAM_IS_SILENT);
  if (verdict.type === 'not_theirs') return showTeam(request, { answer: 'heir_not_administrator' });
  if (verdict.type !== 'fine')
    return showTeam(request, { answer: 'heir_rights_missing', rights: verdict.rights });
  const publicChannelId = await readPublicChannel(context.database, openChannelId);
  const posting = await checkPoster(context, { chatId: publicChannelId, userId: newOwnerId });
  if (posting === 'silent') return refuseOwnerAction(request, TELEGRAM_IS_SILENT);
  if (posting === 'not_theirs') return showTeam(request, { answer: 'heir_not_public_administrator' });
  if (posting === 'own_rights_missing')
    return showTeam(request, { answer: 'heir_rights_missing', rights: Object.keys(RIGHTS.public) });
  const keepsPublic = posting === 'fine';
  const key = `update:${context.updateId}:transferred`;
  const isDone = await transferChannel(context.database, context.delivery, {
    actor: channelRole,
    memberId: newOwnerId,
    publicChannelId,
    keepsPublic,
    promised: [
      promiseNotice(
        newOwnerId,
        { answer: keepsPublic ? 'channel_received' : 'channel_received_without_posts', title },
        `${key}:to`,
      ),
      promiseNotice(userId, { answer: 'channel_given_away', title }, `${key}:from`),
      ...(await sharedPlacesTold(context.database, { openChannelId, title, ownerUserId: newOwnerId }, key)),
    ],
  });
  if (!isDone) return showTeam(request, NOT_ON_TEAM);
  const done = answerMessage({ answer: 'ownership_transferred', title });
  const shown = button === undefined ? undefined : replaceMessage(button, done);
  return { prompt: shown?.prompt ?? [], isPromised: true };
};

export const transferHandlers = {
  transfer: askToConfirm,
  'transfer-now': transfer,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
