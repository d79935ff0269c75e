import { PER_PAYMENT } from '../../infra/documents/costs';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buy, joinByLink, later } from './support/buyer';
import { waitForMessage } from './support/chat';
import { newDonor } from './support/people';
import { quiet } from './support/work';
import { useWorld } from '../worlds/journey';

// The estimate of the monthly costs is based on these figures, so this test counts them.
const PURCHASES = 40;

const world = useWorld({ environment: { LOG_LEVEL: 'info,http=debug' } });

const lines = (): string[] =>
  Object.values(world.functions).flatMap((running) => running.output().split('\n'));
/** The line for each request. It is at a level that production does not write. */
const isRequest = (line: string): boolean => line.includes('"message":"http.answered"');

const written = (): number =>
  lines()
    .filter((line) => !isRequest(line))
    .reduce((bytes, line) => bytes + Buffer.byteLength(line), 0);

async function rows(): Promise<number> {
  await world.database`vacuum full`;
  const [row] = await world.database<{ bytes: string }[]>`
    select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`;
  return Number(row?.bytes);
}

async function purchase(): Promise<void> {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  await waitForMessage(world, buyer.id, /You have access until/);
}

it(
  'takes as many requests, log lines and rows per payment as estimated',
  async () => {
    // The first purchase also opens connections, so it isn't counted.
    await purchase();
    await quiet(world);
    const before = { written: written(), requests: lines().filter(isRequest).length, rows: await rows() };
    for (let bought = 0; bought < PURCHASES; bought += 1) await purchase();
    await quiet(world);
    await later(world, '1 minute');
    const each = {
      requests: (lines().filter(isRequest).length - before.requests) / PURCHASES,
      logKib: (written() - before.written) / PURCHASES / 1024,
      rowsKib: ((await rows()) - before.rows) / PURCHASES / 1024,
    };
    const wrong = Object.entries(PER_PAYMENT.counted)
      .map(([what, estimate]) => ({ what, estimate, counted: each[what as keyof typeof each] }))
      .filter(({ estimate, counted }) => !(counted >= 0.85 * estimate && counted <= 1.15 * estimate));
    expect(wrong).toEqual([]);
  },
  LONG_TEST_DEADLINE_MS,
);
