import { tellStory } from '../shared/database/payments/stories';
import type { Database } from '../shared/database/connection/pool';
import { isOrderReference } from '../shared/domain/common/ids';
import { silentLogger } from '../shared/logger';
import { replayOrder, replayOutbox, replayPayment } from '../shared/services/operations/replay';
import { describeReplayedEntry, describeReplayedOrder, describeReplayedPayment } from './describe-replayed';
import { NotReconciled, replaySince } from './replay-since';
import { onDatabase, runCommand, UsageError } from './run-command';

const HELP = `Does again what may have gone wrong, from what is stored in the database at DATABASE_URL or, with since, from what
NOWPayments knows. Safe any number of times: nothing is granted, charged or said twice.

  npm run replay -- order REFERENCE            judge its payments again; what was given up about it is due again
  npm run replay -- order REFERENCE --story    print all that happened to it, as JSON; changes nothing
  npm run replay -- payment ID                 take in its stored IPNs again, also what could not be read then
  npm run replay -- outbox ID                  make one promise due now, also one that was given up
  npm run replay -- since TIME                 after a restore from a backup: take in every payment made or changed since
                                               TIME, such as 2026-10-01T12:00:00Z; docs/restore.md says when

since needs NOWPAYMENTS_API_KEY, NOWPAYMENTS_EMAIL and NOWPAYMENTS_PASSWORD, too. Its exit code is 1 when it has found orphans,
payments of orders that the database does not know: whom they name is printed, to be put right by hand.
`;

/** A number of ours or of NOWPayments, in digits. */
function idOf(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new UsageError(`${text} is no id. See --help.`);
  return Number(text);
}

/** The words for what was found; `undefined` for what was not. */
const worded = <T>(found: T | undefined, describe: (found: T) => string): string | undefined =>
  found === undefined ? undefined : describe(found);

async function replay(database: Database, what: string, name: string, isStory: boolean) {
  switch (what) {
    case 'order': {
      if (!isOrderReference(name))
        throw new UsageError(`${name} is no order's reference: 22 letters and digits.`);
      if (!isStory) return worded(await replayOrder(database, name), describeReplayedOrder);
      const story = await tellStory(database, name);
      return story.length === 0 ? undefined : JSON.stringify(story, null, 2);
    }
    case 'payment':
      return worded(
        await replayPayment({ database, log: silentLogger }, idOf(name)),
        describeReplayedPayment,
      );
    case 'outbox':
      return worded(await replayOutbox(database, idOf(name)), describeReplayedEntry);
    default:
      throw new UsageError(`There is no command ${what}.\n\n${HELP}`);
  }
}

const replayStored = onDatabase(async (database, { words: [what = '', name], flags }) => {
  if (name === undefined) throw new UsageError(`Which ${what}? See --help.`);
  const told = await replay(database, what, name, flags.has('story'));
  if (told === undefined) throw new UsageError(`There is no ${what} ${name}.`);
  return told;
});

runCommand({
  help: HELP,
  flags: { story: 'boolean' },
  run: async (given) => {
    const [what, time] = given.words;
    if (what !== 'since') return replayStored(given);
    if (time === undefined) throw new UsageError('Since when? See --help.');
    return replaySince(time);
  },
  expected: [NotReconciled],
});
