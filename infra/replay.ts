import { tellStory } from '../shared/database/payments/stories';
import type { Database } from '../shared/database/connection/pool';
import { recountFigures } from '../shared/database/reports/figures/mark-history';
import { isOrderReference, type OrderReference } from '../shared/domain/common/ids';
import { silentLogger } from '../shared/logger';
import { replayOrder, replayOutbox, replayPayment } from '../shared/services/operations/replay';
import { UsageError } from './arguments';
import { COMMAND_VARIABLES } from './command-variables';
import {
  describeReplayedEntry,
  describeReplayedOrder,
  describeReplayedPayment,
} from './replay/describe-replayed';
import { replayAsk } from './replay/replay-ask';
import { replayAudit } from './replay/replay-audit';
import { instantIn, NotReconciled, replaySince } from './replay/replay-since';
import { prepareRemovals } from './removals/replay-removals';
import { onDatabase, type Told } from './run-command';
import { runSubcommands, type Work } from './subcommands';

const HELP = `Repeats what may have gone wrong, from the data in the database at DATABASE_URL or, with since, ask and audit, at NOWPayments. Safe
to repeat: nothing is granted, charged or sent twice.

  npm run replay -- order REFERENCE            judge the order's payments again, and retry its promises that were given up
  npm run replay -- order REFERENCE --story    print everything that happened to the order, as JSON; changes nothing
  npm run replay -- payment ID                 process the payment's stored reports again, even those that could not be read
  npm run replay -- ask REFERENCE              ask NOWPayments about every payment of the order, and process the answers; the
                                               only way for an order with more than 100 payments
  npm run replay -- outbox ID                  make one promise due now, even one that was given up
  npm run replay -- since TIME                 after a restore from a backup: read in every payment made or changed since
                                               TIME, such as 2026-10-01T12:00:00Z; docs/restore.md explains when
  npm run replay -- figures                    have the worker write the sums again that figures are read from, within minutes;
                                               until then they are counted from the orders, as right and slower
  npm run replay -- audit TIME                 after a leak of the IPN secret or the webhook's: list every payment that counts here, came
                                               or changed since TIME, and is unknown or different at NOWPayments, or in the copy of
                                               Telegram's list if it is in Stars; changes nothing
  npm run replay -- removals --since TIME      after members were removed by mistake: list who was removed since TIME, why, and whether
                                               they have paid for more; changes nothing
  npm run replay -- removals --since TIME --undo
                                               send a link to each of them who has access and is out: five members a second. --yes does
                                               not ask first

A reference of an earlier release may begin with -. If a shortened one is refused as an option, put it last, after --.

audit also needs NOWPAYMENTS_API_KEY. Exit code 1 means that it found such a payment.

ask also needs NOWPAYMENTS_API_KEY, and with NOWPAYMENTS_EMAIL and NOWPAYMENTS_PASSWORD it finds payments that sent no IPN. Exit
code 1 means that not every payment could be asked about.

since needs all three. Exit code 1 means that it found orphans: payments of orders that the database does not know. It prints the
user and channel of each, so that you can settle it by hand.
`;

/** Reads an order's reference. Throws `UsageError` for any other text. */
function referenceIn(text: string): OrderReference {
  if (isOrderReference(text)) return text;
  throw new UsageError(
    `${text} isn't an order's reference, which has 22 characters: letters, digits, - and _.`,
  );
}

/** Reads the id of a payment or of a promise. Throws `UsageError` for any other text. */
function idIn(text: string): number {
  const id = Number(text);
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(id)) return id;
  throw new UsageError(`${text} isn't an id: an id is digits only.`);
}

/** Repeats something on the database, and words what was found. Throws `UsageError` if nothing was. */
function onStored<T>(
  name: string,
  {
    find,
    describe,
  }: { find: (database: Database) => Promise<T | undefined>; describe: (found: T) => string },
): Work {
  return onDatabase(async (database) => {
    const found = await find(database);
    if (found === undefined) throw new UsageError(`There is no ${name}.`);
    return describe(found);
  });
}

function prepareOrder(argument: string, flags: ReadonlySet<string>): Work {
  const reference = referenceIn(argument);
  const name = `order ${reference}`;
  if (!flags.has('story'))
    return onStored(name, {
      find: (database) => replayOrder(database, reference),
      describe: describeReplayedOrder,
    });
  return onStored(name, {
    find: async (database) => {
      const story = await tellStory(database, reference);
      return story.length === 0 ? undefined : story;
    },
    describe: (story) => JSON.stringify(story, null, 2),
  });
}

function preparePayment(argument: string): Work {
  const id = idIn(argument);
  return onStored(`payment ${id}`, {
    find: (database) => replayPayment({ database, log: silentLogger }, id),
    describe: describeReplayedPayment,
  });
}

function prepareOutbox(argument: string): Work {
  const id = idIn(argument);
  return onStored(`outbox ${id}`, {
    find: (database) => replayOutbox(database, id),
    describe: describeReplayedEntry,
  });
}

/** Has the sums of all figures written again. Figures are right meanwhile, only slower. */
const recountSums = onDatabase(async (database) => {
  const sums = await recountFigures(database);
  return `Marked ${sums} quarters of an hour. The worker sums them again within minutes; until then figures are counted from the orders.`;
});

/** Makes the preparation of `run`, which takes what `read` makes of the argument. */
const reading =
  <T>(read: (text: string) => T, run: (value: T) => Promise<Told>) =>
  (argument: string): Work => {
    const value = read(argument);
    return () => run(value);
  };

runSubcommands({
  help: HELP,
  variables: COMMAND_VARIABLES.replay,
  flags: { story: 'boolean', since: 'string', undo: 'boolean', yes: 'boolean' },
  // References of earlier releases may begin with -.
  isWord: isOrderReference,
  subcommands: {
    order: { takes: 'REFERENCE', flags: ['story'], prepare: prepareOrder },
    payment: { takes: 'ID', prepare: preparePayment },
    ask: { takes: 'REFERENCE', prepare: reading(referenceIn, replayAsk) },
    outbox: { takes: 'ID', prepare: prepareOutbox },
    since: { takes: 'TIME', prepare: reading(instantIn, replaySince) },
    figures: { prepare: () => recountSums },
    audit: { takes: 'TIME', prepare: reading(instantIn, replayAudit) },
    removals: { flags: ['since', 'undo', 'yes'], prepare: prepareRemovals },
  },
  expected: [NotReconciled],
});
