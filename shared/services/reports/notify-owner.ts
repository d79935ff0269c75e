import { markUnreachable } from '../../database/common/chats';
import { findNotificationTarget } from '../../database/owner/channels';
import type { Database } from '../../database/connection/pool';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import { OutcomeUnknown, Unavailable } from '../../errors';
import type { Api } from '../../telegram/api';
import { telegramFailure } from '../../telegram/failure';
import { sendMessage } from '../../telegram/send-message';
import { callChat } from '../common/telegram-call';

/** Sent, switched off, no such channel, or refused for good. A failure that may pass is thrown instead. */
export type NotifyResult = 'sent' | 'disabled' | 'not_configured' | 'undeliverable';

/** Sends a message to a channel's owner now. Throws `Unavailable` if a retry may help, `OutcomeUnknown` if it may have arrived. */
export async function notifyOwner(
  { database, api }: { database: Database; api: Pick<Api, 'sendMessage'> },
  openChannelId: OpenChannelId,
  messageFor: (channel: { readonly title: string; readonly now: Date }) => Message,
): Promise<NotifyResult> {
  const target = await findNotificationTarget(database, openChannelId);
  if (target === undefined) return 'not_configured';
  if (!target.isEnabled) return 'disabled';
  const { language } = target;
  let { chatId } = target;
  try {
    await callChat({ database }, chatId, (id) =>
      sendMessage(api, { chatId: (chatId = id), language }, messageFor(target)),
    );
    return 'sent';
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') {
      const { afterSeconds = 5, mayHaveArrived = false } = failure;
      throw new (mayHaveArrived ? OutcomeUnknown : Unavailable)(`Telegram: ${failure.reason}`, {
        cause: error,
        retryAfterSeconds: afterSeconds,
      });
    }
    if (failure.type === 'unreachable') await markUnreachable(database, chatId, failure.reason);
    return 'undeliverable';
  }
}
