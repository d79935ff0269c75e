import { markUnreachable } from '../../database/common/chats';
import type { Database } from '../../database/connection/pool';
import { telegramFailure } from '../../telegram/failure';
import { DONE, failed, later, type Outcome } from './outcome';

/** Makes a Bot API call and returns what its failure means. Marks a chat that refuses for good as unreachable. */
export async function callTelegram(
  { database }: { readonly database: Database },
  chatId: number,
  call: () => Promise<unknown>,
): Promise<Outcome> {
  try {
    await call();
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    switch (failure.type) {
      case 'benign':
        return DONE;
      case 'retryable':
        return later(failure.reason, failure.afterSeconds);
      case 'unreachable':
        await markUnreachable(database, chatId, failure.reason);
        return failed(failure.reason);
      case 'permanent':
        return failed(failure.reason);
    }
  }
}
