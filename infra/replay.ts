import { tellStory } from '../shared/database/payments/stories';
import type { Database } from '../shared/database/connection/pool';
import { isOrderReference } from '../shared/domain/common/ids';
import { silentLogger } from '../shared/logger';
import { replayOrder, replayOutbox, replayPayment } from '../shared/services/operations/replay';
import { describeReplayedEntry, describeReplayedOrder, describeReplayedPayment } from './describe-replayed';
import { replayAsk } from './replay-ask';
import { replayAudit } from './replay-audit';
import { NotReconciled, replaySince } from './replay-since';
import { onDatabase, runCommand, UsageError } from './run-command';

const HELP = `Repeats what may have gone wrong, from the data in the database at DATABASE_URL or, with since, ask and audit, at NOWPayments. Safe
to repeat: nothing is granted, charged or sent twice.

  npm run replay -- order REFERENCE            judge the order's payments again, and retry its promises that were given up
  npm run replay -- order REFERENCE --story    print everything that happened to the order, as JSON; changes nothing
  npm run replay -- payment ID                 process the payment's stored IPNs again, even those that could not be read
  npm run replay -- ask REFERENCE              ask NOWPayments about every payment of the order, and take in the answers; the
                                               only way for an order with more than 100 payments
  npm run replay -- outbox ID                  make one promise due now, even one that was given up
  npm run replay -- since TIME                 after a restore from a backup: read in every payment made or changed since
                                               TIME, such as 2026-10-01T12:00:00Z; docs/restore.md explains when
  npm run replay -- audit TIME                 after a leak of the IPN secret: list every payment that counts here, came or changed
                                               since TIME, and is unknown or different at NOWPayments; changes nothing

audit also needs NOWPAYMENTS_API_KEY. Exit code 1 means that it found such a payment.

ask also needs NOWPAYMENTS_API_KEY, and with NOWPAYMENTS_EMAIL and NOWPAYMENTS_PASSWORD it finds payments that sent no IPN. Exit
code 1 means that not every payment could be asked about.

since needs all three. Exit code 1 means that it found orphans: payments of orders that the database does not know. It prints the
user and channel of each, so that you can settle it by hand.
`;

/** An id of an outbox entry or of a payment, in digits. */
function idOf(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new UsageError(`${text} isn't an id. See --help.`);
  return Number(text);
}

/** The words for what was found; `undefined` for what was not. */
const worded = <T>(found: T | undefined, describe: (found: T) => string): string | undefined =>
  found === undefined ? undefined : describe(found);

async function replay(database: Database, what: string, name: string, isStory: boolean) {
  switch (what) {
    case 'order': {
      if (!isOrderReference(name))
        throw new UsageError(`${name} isn't an order's reference, which has 22 letters and digits.`);
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
  if (name === undefined) throw new UsageError(`Add the id or reference after ${what}. See --help.`);
  const output = await replay(database, what, name, flags.has('story'));
  if (output === undefined) throw new UsageError(`There is no ${what} ${name}.`);
  return output;
});

runCommand({
  help: HELP,
  flags: { story: 'boolean' },
  run: async (given) => {
    const [what, time] = given.words;
    if (what === 'ask') return replayAsk(time);
    const ofTime = { since: replaySince, audit: replayAudit }[what ?? ''];
    if (ofTime === undefined) return replayStored(given);
    if (time === undefined) throw new UsageError(`Add a time after ${String(what)}. See --help.`);
    return ofTime(time);
  },
  expected: [NotReconciled],
});
