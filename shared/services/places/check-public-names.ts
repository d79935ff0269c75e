import { noteKind } from '../../database/places/kinds';
import { listUncheckedNames, notePublicName, skipNameCheck } from '../../database/places/public-names';
import type { Database } from '../../database/connection/pool';
import { isPlaceKind } from '../../domain/places/place';
import type { Api } from '../../telegram/api';
import { telegramFailure, wasAnswered } from '../../telegram/failure';
import { publicNameOf } from '../../telegram/judge-chat';

/** Other work of the worker waits for this. */
const BUDGET_MS = 10_000;

/**
 * Asks Telegram whether main places have become public, and what they are: each once a day, a few at a time. Ends early if Telegram does not
 * answer, limits us or is slow, because the rest is still due at the next call. Throws only if the database fails.
 */
export async function checkPublicNames({
  database,
  api,
}: {
  readonly database: Database;
  readonly api: Pick<Api, 'getChat'>;
}): Promise<void> {
  const startedAt = performance.now();
  for (const closedChannelId of await listUncheckedNames(database)) {
    if (performance.now() - startedAt > BUDGET_MS) return;
    try {
      const chat = await api.getChat(closedChannelId);
      const username = publicNameOf(chat);
      if (isPlaceKind(chat.type)) await noteKind(database, { chatId: closedChannelId, kind: chat.type });
      await notePublicName(database, { chatId: closedChannelId, username, isCheck: true });
    } catch (error) {
      const failure = telegramFailure(error);
      const isLater = failure.type === 'retryable';
      if (isLater && (!wasAnswered(error) || failure.afterSeconds !== undefined)) return;
      // Telegram may fail about one chat alone, which then waits behind the others. A refusal means that the bot isn't
      // there, which its owner learns in another way.
      await skipNameCheck(database, { closedChannelId, isDueAgain: isLater });
    }
  }
}
