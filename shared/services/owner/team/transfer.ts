import { transferChannel } from '../../../database/owner/team';
import { judgePerson } from '../../../telegram/judge-chat';
import { answerMessage } from '../../common/answer-message';
import { replaceMessage } from '../../common/update-context';
import {
  promiseNotice,
  refuseOwnerAction,
  showMessage,
  type OwnerActionHandler,
} from '../page/owner-request';
import { RIGHTS, TELEGRAM_IS_SILENT } from '../set-up/check-chat';
import { findSelectedMember, NOT_ON_TEAM, showTeam } from './team';

/** Asks for confirmation, because only the new owner could give the channel back. */
const askToConfirm: OwnerActionHandler = async (request) => {
  const member = await findSelectedMember(request);
  if (member === undefined) return showTeam(request, NOT_ON_TEAM);
  const { openChannelId, title, role } = request.channelRole;
  return showMessage(request, { type: 'transfer_asked', openChannelId, title, role, member });
};

/**
 * Transfers a channel to a team member who may let people in and remove them there, according to Telegram. The former owner keeps no role
 * and gets no more messages about its money.
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
  const key = `update:${context.updateId}:transferred`;
  const isDone = await transferChannel(context.database, context.delivery, {
    actor: channelRole,
    memberId: newOwnerId,
    promised: [
      promiseNotice(newOwnerId, { answer: 'channel_received', title }, `${key}:to`),
      promiseNotice(userId, { answer: 'channel_given_away', title }, `${key}:from`),
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
