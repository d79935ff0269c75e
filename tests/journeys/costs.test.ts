import { PER_PAYMENT } from '../../infra/documents/prices';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buy, joinByLink, later } from './support/buyer';
import { waitForMessage } from './support/chat';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { quiet } from './support/work';
import { useWorld, type World } from '../worlds/journey';
import { useQueuedWorld } from '../worlds/queue';

// The estimate of the monthly costs is based on these figures, so this test counts them.
const PURCHASES = 12;
const OPTIONS = { environment: { LOG_LEVEL: 'info,http=debug' } };

const lines = (world: World): string[] =>
  Object.values(world.functions).flatMap((running) => running.output().split('\n'));
/** The line for each request. It is at a level that production does not write. */
const isRequest = (line: string): boolean => line.includes('"message":"http.answered"');

const written = (world: World): number =>
  lines(world)
    .filter((line) => !isRequest(line))
    .reduce((bytes, line) => bytes + Buffer.byteLength(line), 0);

async function rows(world: World): Promise<number> {
  await world.database`vacuum full`;
  const [row] = await world.database<{ bytes: string }[]>`
    select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`;
  return Number(row?.bytes);
}

async function purchase(world: World): Promise<void> {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  await waitForMessage(world, buyer.id, /You have access until/);
}

/** The requests since the start: all of them, and those to the worker. */
function requests(world: World) {
  const all = lines(world).filter(isRequest);
  return { requests: all.length, workerRequests: all.filter((line) => line.includes('"worker"')).length };
}

/** Makes purchases one after the other. `settle` ends each, so that none shares a nudge with the next. */
async function countPurchases(world: World, settle: () => Promise<unknown>) {
  // The first purchase also opens connections, so it isn't counted.
  await purchase(world);
  await quiet(world);
  await settle();
  const before = { written: written(world), rows: await rows(world), ...requests(world) };
  for (let bought = 0; bought < PURCHASES; bought += 1) {
    await purchase(world);
    await settle();
  }
  const after = requests(world);
  await quiet(world);
  await later(world, '1 minute');
  return {
    requests: (after.requests - before.requests) / PURCHASES,
    workerRequests: (after.workerRequests - before.workerRequests) / PURCHASES,
    logKib: (written(world) - before.written) / PURCHASES / 1024,
    rowsKib: ((await rows(world)) - before.rows) / PURCHASES / 1024,
  };
}

const direct = useWorld(OPTIONS);
const queued = useQueuedWorld(OPTIONS);

/** What a purchase takes more on a slow machine, where its nudges share no second. */
const OF_OTHER_SECONDS: Readonly<Record<string, number>> = { requests: 3, taskOperations: 12 };

/** Whether nothing is left in the queue, so that the last nudge of a purchase was delivered. */
const isDrained = () => eventually(() => queued.tasks.isIdle());

it(
  'takes as many requests, log lines and rows per payment as estimated, and fewer of the worker by the queue',
  async () => {
    const without = await countPurchases(direct, async () => undefined);
    const first = () => queued.tasks.api.creates.length + queued.tasks.deliveries.length;
    let operations = 0;
    const counted = await countPurchases(queued, async () => {
      await isDrained();
      operations = operations === 0 ? -first() : operations;
    });
    const each = { ...counted, taskOperations: (first() + operations) / PURCHASES };
    process.stdout.write(
      `worker requests a purchase: ${without.workerRequests} by direct nudges, ${each.workerRequests} by the queue\n` +
        `a purchase: ${JSON.stringify(each)}, by direct nudges ${JSON.stringify(without)}\n`,
    );
    const wrong = Object.entries(PER_PAYMENT.counted)
      .map(([what, estimate]) => ({ what, estimate, counted: each[what as keyof typeof each] }))
      .filter(({ what, estimate, counted: is }) => {
        const most = 1.15 * estimate + (OF_OTHER_SECONDS[what] ?? 0);
        return !(is >= 0.85 * estimate && is <= most);
      });
    expect(wrong).toEqual([]);
    expect(each.workerRequests).toBeLessThanOrEqual(without.workerRequests);
  },
  LONG_TEST_DEADLINE_MS,
);
