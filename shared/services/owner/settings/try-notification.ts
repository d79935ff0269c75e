import { findNotificationTarget } from '../../../database/owner/channels';
import { markReachable, markUnreachable } from '../../../database/common/chats';
import { promiseAlone } from '../../../database/common/outbox';
import type { Database } from '../../../database/connection/pool';
import { readChannelRoleFor } from '../../../database/common/channel-roles';
import { REPLY_EXPIRES_SECONDS, type EffectOf } from '../../../domain/effects';
import type { Api } from '../../../telegram/api';
import { telegramFailure, unreachableBecause, type Unreachable } from '../../../telegram/failure';
import { sendMessage } from '../../../telegram/send-message';
import { DONE, failed, later, type Attempt, type Outcome } from '../../common/outcome';

interface Trying {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
  /** Without @. */
  readonly botUsername: string;
}

type Try = EffectOf<'try_notification'>;

const words = (because: Unreachable, who: string, botUsername: string): string =>
  ({
    not_started: `❌ Not delivered to ${who}: they have not started me. They must open t.me/${botUsername} and press START.`,
    blocked: `❌ Not delivered to ${who}: I was blocked there.`,
    gone: `❌ Not delivered to ${who}: that account or chat does not exist any more.`,
    no_right: `❌ Not delivered to ${who}: I am not in that chat, or may not write there.`,
  })[because];

/** Draws the page on which it was asked anew, with what came of it. */
const tell = (
  { database }: Trying,
  { openChannelId, userId, messageId }: Try,
  { key, note }: { key: string; note: string },
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
        note,
      },
      key: `${key}:page`,
      expiresInSeconds: REPLY_EXPIRES_SECONDS,
    },
  ]);

/** Sends a test to whoever hears of a channel's sales, and has its result shown to who asked. */
export async function tryNotification(deps: Trying, effect: Try, { key }: Attempt): Promise<Outcome> {
  const { database, api } = deps;
  const { openChannelId, userId } = effect;
  const standing = await readChannelRoleFor(database, { openChannelId, userId, action: 'notify-test' });
  const target = await findNotificationTarget(database, openChannelId);
  if (standing === undefined || target === undefined) return DONE;
  const { chatId, title, now } = target;
  const who = chatId === userId ? 'you' : chatId === standing.ownerUserId ? 'the owner' : `chat ${chatId}`;
  try {
    const at = now.toISOString();
    await sendMessage(api, chatId, { type: 'test_notification', title, openChannelId, at });
    await markReachable(database, chatId);
    await tell(deps, effect, { key, note: `✅ Delivered to ${who}.` });
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') {
      const note = `⏳ Telegram does not take it at the moment (${failure.reason}). I go on trying for a while.`;
      await tell(deps, effect, { key: `${key}:later`, note });
      return later(failure.reason, failure.afterSeconds);
    }
    if (failure.type === 'benign') return DONE;
    if (failure.type === 'permanent') {
      await tell(deps, effect, { key, note: `❌ Telegram refused it: ${failure.reason}` });
      return failed(failure.reason);
    }
    await markUnreachable(database, chatId, failure.reason);
    const because = unreachableBecause(failure.reason, chatId);
    await tell(deps, effect, { key, note: words(because, who, deps.botUsername) });
    return DONE;
  }
}
