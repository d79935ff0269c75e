import { readLedgerState, type LedgerState } from '../../../shared/database/stars/ledger-state';
import { DAY_SECONDS, HOUR_SECONDS } from '../../../shared/domain/common/time';
import { wholeStars } from '../../../shared/domain/stars/ledger';
import type { Check } from '../check';
import { fault, warning, type Finding } from '../finding';

/** It is compared once a day. */
const COMPARED_SECONDS = 2 * DAY_SECONDS;

/** Judges whether Telegram's list of Stars is copied, and if it and the balance are the same. Pure. */
function judgeStars({ difference, readSeconds, isCompared, uncomparedSeconds }: LedgerState): Finding[] {
  const findings: Finding[] = [];
  const missing = wholeStars(difference);
  if (missing !== 0)
    findings.push(
      fault('stars.differ', {
        problem: `Telegram's list of Stars and the bot's balance differ by ${Math.abs(missing)} Stars: the balance is too ${missing > 0 ? 'low' : 'high'}.`,
        remedy:
          'A buyer has probably charged back at the store where they bought Stars. Run npm run stars -- balance, which compares again.',
      }),
    );
  if (readSeconds !== null && readSeconds > HOUR_SECONDS)
    findings.push(
      fault('stars.unread', {
        problem: `The end of Telegram's list of Stars was last read ${Math.round(readSeconds / 60)} min ago.`,
        remedy: 'Read ledger.unread in the log of the worker, then run npm run stars -- reconcile.',
      }),
    );
  if (uncomparedSeconds !== null && uncomparedSeconds > COMPARED_SECONDS)
    findings.push(
      warning('stars.uncompared', {
        problem: isCompared
          ? "The list of Stars was not compared with the bot's balance for two days."
          : "The list of Stars was never compared with the bot's balance, although it began two days ago.",
        remedy: 'Run npm run stars -- balance. If payments come all the time, run it again.',
      }),
    );
  return findings;
}

/** What the list has to do with the balance. */
function balanceInWords({ difference, isCompared }: LedgerState): string {
  if (!isCompared) return 'not compared with the balance yet';
  return wholeStars(difference) === 0 ? 'as the balance says' : 'not what the balance says';
}

export const starsCheck: Check = {
  name: 'Stars',
  needs: ['Schema'],
  look: async ({ database }) => {
    const state = await readLedgerState(database());
    if (state.readSeconds === null) return { absent: 'not checked: Stars are not on' };
    return { findings: judgeStars(state), note: `${state.rows} transactions, ${balanceInWords(state)}` };
  },
};
