import { setTimeout as pause } from 'node:timers/promises';
import { isServerError } from '../../telegram/failure';

/** A person is waiting, and most of Telegram's own errors pass at once. */
const PAUSE_MS = 300;

/**
 * Calls Telegram, and once more after a moment if it answers with an error of its own. Only for calls that a later attempt
 * would repeat after such an error anyway. A call without an answer is not repeated, because it may have had its effect.
 */
export const withSecondTry = <T>(call: () => Promise<T>): Promise<T> =>
  call().catch(async (error: unknown) => {
    if (!isServerError(error)) throw error;
    await pause(PAUSE_MS);
    return call();
  });
