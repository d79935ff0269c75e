import { findNotificationTarget } from '../../../database/owner/channels';
import { markReachable, markUnreachable } from '../../../database/common/chats';
import { promiseAlone } from '../../../database/common/outbox';
import type { Database } from '../../../database/connection/pool';
import { readChannelRoleFor, type ChannelRole } from '../../../database/common/channel-roles';
import { REPLY_EXPIRES_SECONDS, type EffectOf } from '../../../domain/effects';
import type { Answer } from '../../../domain/messages/answers';
import type { Recipient } from '../../../domain/messages/owner-answers';
import type { Api } from '../../../telegram/api';
import { telegramFailure, unreachableBecause, type Unreachable } from '../../../telegram/failure';
import { sendMessage } from '../../../telegram/send-message';
import { callChat } from '../../common/telegram-call';
import { afterRetryable, DONE, failed, type Attempt, type Outcome } from '../../common/outcome';
import { noteFields } from '../page/owner-request';

interface TryDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
  /** Without @. */
  readonly botUsername: string;
}

type TryEffect = EffectOf<'try_notification'>;

const undeliveredAnswer = (because: Unreachable, to: Recipient, botUsername: string): Answer =>
  because === 'not_started'
    ? { answer: 'test_not_started', to, botUsername }
    : { answer: `test_${because}`, to };

/** Names the notified chat from the viewpoint of the manager who requested the test. */
function recipientOf(chatId: number, { userId, ownerUserId }: ChannelRole): Recipient {
  if (chatId === userId) return { is: 'you' };
  return chatId === ownerUserId ? { is: 'owner' } : { is: 'chat', chatId };
}

/** Promises to draw the page again with the result of the test. */
const promiseResultPage = (
  { database }: TryDependencies,
  { openChannelId, userId, messageId }: TryEffect,
  { key, answer }: { key: string; answer: Answer },
): Promise<unknown> =>
  promiseAlone(database, [
    {
      effect: {
        kind: 'show_page',
        openChannelId,
        userId,
        messageId,
        page: 'notify',
        argument: null,
        ...noteFields(answer),
      },
      key: `${key}:page`,
      expiresInSeconds: REPLY_EXPIRES_SECONDS,
    },
  ]);

/** Sends a test to the chat that gets a channel's sales, and shows the result to the manager who requested it. */
export async function tryNotification(
  deps: TryDependencies,
  effect: TryEffect,
  { key }: Attempt,
): Promise<Outcome> {
  const { database, api } = deps;
  const { openChannelId, userId } = effect;
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'notify-test' });
  const target = await findNotificationTarget(database, openChannelId);
  if (channelRole === undefined || target === undefined) return DONE;
  const { title, now, language } = target;
  let { chatId } = target;
  const to = recipientOf(chatId, channelRole);
  try {
    const at = now.toISOString();
    await callChat(deps, chatId, (id) =>
      sendMessage(
        api,
        { chatId: (chatId = id), language },
        { type: 'test_notification', title, openChannelId, at },
      ),
    );
    await markReachable(database, chatId);
    await promiseResultPage(deps, effect, { key, answer: { answer: 'test_delivered', to } });
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') {
      const { reason } = failure;
      await promiseResultPage(deps, effect, {
        key: `${key}:later`,
        answer: { answer: 'test_delayed', reason },
      });
      return afterRetryable(failure);
    }
    if (failure.type === 'benign') return DONE;
    if (failure.type === 'permanent') {
      await promiseResultPage(deps, effect, {
        key,
        answer: { answer: 'test_refused', reason: failure.reason },
      });
      return failed(failure.reason);
    }
    await markUnreachable(database, chatId, failure.reason);
    const because = unreachableBecause(failure.reason, chatId);
    await promiseResultPage(deps, effect, { key, answer: undeliveredAnswer(because, to, deps.botUsername) });
    return DONE;
  }
}
