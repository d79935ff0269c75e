import { markUnreachable } from '../../database/common/chats';
import { findNotificationTarget } from '../../database/owner/channels';
import type { Database } from '../../database/connection/pool';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import { Unavailable } from '../../errors';
import type { Api } from '../../telegram/api';
import { telegramFailure } from '../../telegram/failure';
import { sendMessage } from '../../telegram/send-message';

/** Four results, never mixed up: sent; switched off or unknown; not to be delivered; and, thrown, to be tried again. */
export type Notified = 'sent' | 'disabled' | 'not_configured' | 'undeliverable';

/** Tells a channel's owner at once. Throws `Unavailable` where trying again may help. */
export async function notifyOwner(
  { database, api }: { database: Database; api: Pick<Api, 'sendMessage'> },
  openChannelId: OpenChannelId,
  messageFor: (channel: { readonly title: string; readonly now: Date }) => Message,
): Promise<Notified> {
  const target = await findNotificationTarget(database, openChannelId);
  if (target === undefined) return 'not_configured';
  if (!target.isEnabled) return 'disabled';
  try {
    await sendMessage(api, target.chatId, messageFor(target));
    return 'sent';
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') {
      const { afterSeconds = 5 } = failure;
      throw new Unavailable(`Telegram: ${failure.reason}`, { cause: error, retryAfterSeconds: afterSeconds });
    }
    if (failure.type === 'unreachable') await markUnreachable(database, target.chatId, failure.reason);
    return 'undeliverable';
  }
}
