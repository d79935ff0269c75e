import { setTimeout as sleep } from 'node:timers/promises';
import { NowpaymentsError } from './nowpayments-error';

/** With waits of 1, 2, 4 … 60 seconds in between, three minutes in all. */
const MOST_TRIES = 9;
const LONGEST_WAIT_SECONDS = 60;
/** If NOWPayments asks for a longer wait than this, the error is reported instead. */
const MOST_PATIENCE_SECONDS = 600;

export type Pause = (seconds: number) => Promise<unknown>;
const reallyPause: Pause = (seconds) => sleep(seconds * 1000);

/**
 * Repeats a question to NOWPayments for work that cannot be resumed later. Asks again if that may help, and never
 * sooner than NOWPayments allows. Throws the last error after enough attempts.
 */
export async function retryUntilAnswered<T>(ask: () => Promise<T>, pause: Pause = reallyPause): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NowpaymentsError) || !error.retryable || tries === MOST_TRIES) throw error;
      const wanted = error.retryAfterSeconds ?? 0;
      if (wanted > MOST_PATIENCE_SECONDS) throw error;
      await pause(Math.max(wanted, Math.min(2 ** (tries - 1), LONGEST_WAIT_SECONDS)));
    }
  }
}
