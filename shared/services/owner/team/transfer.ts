import { transferChannel } from '../../../database/owner/team';
import { askWhetherTheirs } from '../../../telegram/judge-chat';
import { answerMessage } from '../../common/answer-message';
import { replaceMessage } from '../../common/update-context';
import { refuse, show, type OwnHandler } from '../page/owner-request';
import { TELEGRAM_IS_SILENT } from '../set-up/check-chat';
import { told } from './invitations';
import { memberOf, NOT_ON_TEAM, showTeam } from './team';

/** Asks once more: only the new owner could give it back. */
const ask: OwnHandler = async (asked) => {
  const member = await memberOf(asked);
  if (member === undefined) return showTeam(asked, NOT_ON_TEAM);
  const { openChannelId, title, role } = asked.standing;
  return show(asked, { type: 'transfer_asked', openChannelId, title, role, member });
};

/**
 * Gives a channel to somebody who runs it already and is its creator or administrator at Telegram too. The former owner
 * keeps no role, and is told nothing of its money any more.
 */
const transfer: OwnHandler = async (asked) => {
  const { handled, standing, button } = asked;
  const member = await memberOf(asked);
  if (member === undefined) return showTeam(asked, NOT_ON_TEAM);
  const { openChannelId, closedChannelId, userId, title } = standing;
  const heir = member.userId;
  const chatId = closedChannelId ?? openChannelId;
  const answer = await askWhetherTheirs(handled.asking, { chatId, userId: heir });
  if (answer === 'silent') return refuse(asked, TELEGRAM_IS_SILENT);
  if (answer === 'not_theirs') return showTeam(asked, { answer: 'heir_not_administrator' });
  const key = `update:${handled.updateId}:transferred`;
  const isDone = await transferChannel(handled.database, handled.delivery, {
    actor: standing,
    memberId: heir,
    promised: [
      told(heir, { answer: 'channel_received', title }, `${key}:to`),
      told(userId, { answer: 'channel_given_away', title }, `${key}:from`),
    ],
  });
  if (!isDone) return showTeam(asked, NOT_ON_TEAM);
  const done = answerMessage({ answer: 'ownership_transferred', title });
  const shown = button === undefined ? undefined : replaceMessage(button, done);
  return { prompt: shown?.prompt ?? [], isPromised: true };
};

export const transferHandlers = {
  transfer: ask,
  'transfer-now': transfer,
} satisfies Readonly<Record<string, OwnHandler>>;
