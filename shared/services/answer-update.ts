import { markReachable, markUnreachable } from '../database/common/chats';
import { retryFailedNow } from '../database/common/outbox';
import { NO_REACTION, promised, react, type Reaction } from '../domain/prompt-effects';
import { assertNever } from '../errors';
import type { Intent } from '../telegram/route-update';
import { answerJoin, noteMember } from './access/answer-join-request';
import { answerRemovalRuling } from './access/answer-removal-ruling';
import {
  buyTier,
  enterChannel,
  showChannel,
  showChannels,
  showMySubscriptions,
  showStory,
} from './payments/answer-offer';
import { cancelOrderFor, showOrder } from './payments/answer-order';
import { decideOddPayment } from './payments/decide-odd-payment';
import { replyWith, type UpdateContext } from './common/update-context';
import { answerOwn, chooseChannel } from './owner/answer-own';
import { acceptInvitation } from './owner/team/invitations';
import { answerTyped } from './owner/answer-typed';
import { noteBotChat, noteChatAdministrator } from './places/note-chat';
import { beginSetUp, endSetUp, pressSetUp } from './owner/set-up/set-up';
import { pressKeypad } from './donations/press-keypad';
import { answerDonation } from './donations/start-donation';

const HELP_FOR_BUTTON = 'This button is not in use any more. Send /help to see what I can do.';

/**
 * Does what an update asks for: one decision, one write, and what remains to be shown. Throws `Unavailable` when nothing
 * could be written, so that Telegram delivers the update again.
 */
export async function answerUpdate(handled: UpdateContext, intent: Intent): Promise<Reaction> {
  const { database, delivery, updateId } = handled;
  switch (intent.type) {
    case 'say':
      return replyWith(handled, intent.user, intent.message);
    case 'open_keypad':
      return answerDonation(handled, intent);
    case 'show_order':
      return showOrder(handled, intent);
    case 'show_channels':
      return showChannels(handled, intent);
    case 'show_channel':
      return showChannel(handled, intent);
    case 'my_subscriptions':
      return showMySubscriptions(handled, intent);
    case 'show_story':
      return showStory(handled, intent);
    case 'buy':
      return buyTier(handled, intent);
    case 'enter':
      return enterChannel(handled, intent);
    case 'tap':
      return pressKeypad(database, delivery, {
        ...intent.button,
        key: intent.key,
        updateId,
        userId: intent.user.id,
      });
    case 'point_to_bot':
      return react({
        type: 'answer_query',
        queryId: intent.button.queryId,
        startParameter: intent.startParameter,
      });
    case 'cancel_order':
      return cancelOrderFor(handled, intent);
    case 'decide_case':
      return decideOddPayment(handled, intent);
    case 'remove_protected':
    case 'release_brake':
    case 'stop_removals':
      return answerRemovalRuling(handled, intent);
    case 'my_channels':
      return chooseChannel(handled, intent);
    case 'own':
      return answerOwn(handled, intent);
    case 'typed':
      return answerTyped(handled, intent);
    case 'join_request':
      return answerJoin(handled, intent);
    case 'member_changed':
      await noteChatAdministrator(database, intent);
      await noteMember(database, delivery, { ...intent, isOurs: intent.actorId === handled.botId });
      return NO_REACTION;
    case 'look':
      return react({ type: 'answer_query', queryId: intent.button.queryId });
    case 'unknown_button':
      return react({
        type: 'answer_query',
        queryId: intent.button.queryId,
        text: HELP_FOR_BUTTON,
        isAlert: true,
      });
    case 'reachability':
      if (intent.channel) await noteBotChat(database, updateId, intent.channel);
      await (intent.isReachable
        ? markReachable(database, intent.chatId)
        : markUnreachable(database, intent.chatId, 'the bot was blocked or removed'));
      if (intent.isAdministrator) await retryFailedNow(database, intent.chatId);
      return intent.isReachable ? promised() : NO_REACTION;
    case 'open_set_up':
      return beginSetUp(handled, intent);
    case 'set_up':
      return pressSetUp(handled, intent);
    case 'cancel_set_up':
    case 'postpone_set_up':
      return endSetUp(handled, intent);
    case 'accept_invitation':
      return acceptInvitation(handled, intent);
    case 'ignore':
      return NO_REACTION;
    default:
      return assertNever(intent);
  }
}
