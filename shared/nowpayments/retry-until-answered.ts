import { setTimeout as sleep } from 'node:timers/promises';
import { NowpaymentsError } from './nowpayments-error';

/** With waits of 1, 2, 4 … 60 seconds between them: three minutes. */
const MOST_TRIES = 9;
const LONGEST_WAIT_SECONDS = 60;
/** Who is told to come back later than this is somebody to tell, not somebody to keep waiting. */
const MOST_PATIENCE_SECONDS = 600;

export type Pause = (seconds: number) => Promise<unknown>;
const reallyPause: Pause = (seconds) => sleep(seconds * 1000);

/**
 * NOWPayments' answer, for work that nobody can come back to later: asked again where that may help, never sooner than it
 * said. Throws its last error once it was asked often enough.
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
