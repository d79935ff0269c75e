import { notYet, type Outcome } from './outcome';

const BUSY_RETRY_SECONDS = 5;
let isBusy = false;

/** Runs one at a time per process, because a table stays in memory until it is sent. The others wait without failing. */
export async function runOneAtATime(make: () => Promise<Outcome>): Promise<Outcome> {
  if (isBusy) return notYet(BUSY_RETRY_SECONDS);
  isBusy = true;
  try {
    return await make();
  } finally {
    isBusy = false;
  }
}
