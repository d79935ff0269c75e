import {
  keepNewest,
  noteClosed,
  noteShown,
  performAgain,
  readNewest,
  type LivingMessage,
} from '../../database/common/living-messages';
import type { Database } from '../../database/connection/pool';
import type { Living } from '../../domain/common/living-message';
import type { Message } from '../../domain/messages/messages';
import type { Api } from '../../telegram/api';
import { isUnchanged, telegramFailure } from '../../telegram/failure';
import { editMessage, payloadOf, replaceOrSend, type Reader } from '../../telegram/send-message';

export interface LivingDependencies {
  readonly database: Database;
  readonly api: Pick<
    Api,
    'sendMessage' | 'sendInvoice' | 'editMessageText' | 'editMessageReplyMarkup' | 'deleteMessage'
  >;
}

type EditingDependencies = Pick<LivingDependencies, 'database'> & {
  readonly api: Pick<Api, 'editMessageText'>;
};
type ShownMessage = Reader & { readonly topic: string; readonly messageId: number };

interface Showing {
  readonly outboxId: number;
  readonly message: Message;
  readonly living: Living;
}

/** Resolves to `false` if Telegram refuses the call for good. */
const isDone = async (call: Promise<unknown>): Promise<boolean> => {
  try {
    await call;
    return true;
  } catch (error) {
    if (telegramFailure(error).type === 'retryable') throw error;
    return false;
  }
};

interface Earlier {
  readonly topic: string;
  readonly chatId: number;
  readonly of: LivingMessage | undefined;
  /** A text that could not be edited into an invoice. `null`: there was none. */
  readonly replaced: number | null;
}

/**
 * Deletes earlier invoices, because each could be paid, and the message in whose place another one had to be sent. Removes the
 * buttons of other earlier messages. One that is gone, or has none, needs nothing.
 */
async function closeEarlier(
  { database, api }: LivingDependencies,
  { topic, chatId, of, replaced }: Earlier,
): Promise<void> {
  for (const messageId of of?.closing ?? []) {
    const isInPlace = of?.invoices[messageId] !== undefined || messageId === replaced;
    const isGone = isInPlace && (await isDone(api.deleteMessage(chatId, messageId)));
    if (!isGone) await isDone(api.editMessageReplyMarkup(chatId, messageId));
    await noteClosed(database, topic, messageId);
  }
}

/**
 * Shows the present state of a topic in its one message. Whichever entry is performed, in whatever sequence and by
 * however many workers, the message shows what the newest entry says: it is stored before the call and compared after
 * it. Safe to repeat. Throws what the Bot API throws.
 */
export async function showLiving(deps: LivingDependencies, reader: Reader, showing: Showing): Promise<void> {
  const { database, api } = deps;
  const { outboxId, living } = showing;
  const { topic, as } = living;
  const { chatId } = reader;
  let known: LivingMessage | undefined = await keepNewest(database, { ...showing, chatId });
  // Whichever entry sends the first message shows what was just stored.
  if (as === 'edit_only' && known?.messageId === null) return;
  let isNew = as === 'new' && known?.newest === outboxId && known.sounded < outboxId;
  while (known?.message) {
    const { newest, message } = known;
    const before = isNew ? null : known.messageId;
    const shown = { messageId: before, shownPayload: before === null ? undefined : known.invoices[before] };
    const messageId = await replaceOrSend(api, { ...reader, ...shown }, message);
    const isSent = messageId !== before;
    const noted = await noteShown(database, {
      topic,
      messageId,
      isSent,
      sounded: isNew ? outboxId : 0,
      payload: payloadOf(message) ?? null,
    });
    await closeEarlier(deps, { topic, chatId, of: noted, replaced: isSent ? before : null });
    if (noted?.newest === newest) return;
    known = noted;
    isNew = false;
  }
}

/**
 * Replaces a message that shows a topic, at once and without a promise: by `message` if the topic has nothing to show yet. A
 * worker may edit it at the same time, so it is looked afterwards, however the edit ended, if it may have covered something
 * newer. If so, the newest entry is performed again, in case that this process dies or Telegram refuses the next edit. Throws
 * what the Bot API throws.
 */
export async function replaceShown(
  { database, api }: EditingDependencies,
  { topic, messageId, ...reader }: ShownMessage,
  message: Message,
): Promise<void> {
  for (let isStale = true; isStale;) {
    const shown = await readNewest(database, { topic, messageId });
    try {
      const shownNow = shown?.message ?? message;
      // The worker is about to send an invoice, which no message can become.
      if (payloadOf(shownNow) === undefined) await editMessage(api, { ...reader, messageId }, shownNow);
    } catch (error) {
      if (!isUnchanged(error)) throw error;
    } finally {
      const now = await noteShown(database, { topic, messageId, isSent: false, sounded: 0 });
      const isOurs = now?.messageId === messageId;
      const isCovered = now?.message != null && !(isOurs && now.newest === shown?.newest);
      if (isCovered) await performAgain(database, now.newest);
      isStale = isCovered && isOurs;
    }
  }
}

/**
 * Shows again what a topic's message had to show, after an edit that may have covered it. The newest entry is performed again,
 * too, in case that this process dies or Telegram refuses the edit. Does nothing while no entry said what to show. Throws
 * what the Bot API throws.
 */
export async function restoreShown(deps: EditingDependencies, of: ShownMessage): Promise<void> {
  const shown = await readNewest(deps.database, of);
  if (shown === undefined) return;
  await performAgain(deps.database, shown.newest);
  await replaceShown(deps, of, shown.message);
}
