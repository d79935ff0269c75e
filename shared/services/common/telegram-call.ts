import { markUnreachable, noteDelivered } from '../../database/common/chats';
import { moveChat } from '../../database/common/moved-chats';
import type { Database } from '../../database/connection/pool';
import { movedTo, telegramFailure } from '../../telegram/failure';
import { withSecondTry } from './second-try';
import { afterRetryable, DONE, failed, refusedByChat, type Outcome } from './outcome';

interface CallDependencies {
  readonly database: Database;
}

/**
 * Makes a call about a chat. If the chat has moved, stores its new id and makes the call there. If it could not be reached
 * before, sends what it missed. Throws what the Bot API throws.
 */
export async function callChat<T>(
  { database }: CallDependencies,
  chatId: number,
  call: (chatId: number) => Promise<T>,
): Promise<T> {
  let calledId = chatId;
  const result = await call(chatId).catch(async (error: unknown) => {
    const to = movedTo(error);
    if (to === undefined) throw error;
    await moveChat(database, { from: chatId, to });
    calledId = to;
    return call(to);
  });
  // An update tells us that a user is back. A group gives no sign when its topic opens or a right returns. If this can't be
  // stored, the next message stores it, while an error here would send this one again.
  if (calledId < 0) await noteDelivered(database, calledId).catch(() => undefined);
  return result;
}

/** Makes a Bot API call, with a second try, and returns what its failure means. Marks a chat that refuses for good as unreachable. */
export async function callTelegram(
  deps: CallDependencies,
  chatId: number,
  call: (chatId: number) => Promise<unknown>,
): Promise<Outcome> {
  let calledId = chatId;
  try {
    await callChat(deps, chatId, (id) => withSecondTry(() => call((calledId = id))));
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    switch (failure.type) {
      case 'benign':
        return DONE;
      case 'retryable':
        return afterRetryable(failure);
      case 'unreachable':
        await markUnreachable(deps.database, calledId, failure.reason);
        return refusedByChat(failure.reason);
      case 'permanent':
        return failed(failure.reason);
    }
  }
}
