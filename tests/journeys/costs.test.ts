import { PER_PAYMENT } from '../../infra/documents/costs';
import { TARGETS } from '../../playground/stack-types';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buy, comeIn, later } from './support/buyer';
import { newDonor, quiet, useWorld, told } from './support/world';

// The estimate of what a month costs stands on these figures, so they are counted here.
const PURCHASES = 40;

const world = useWorld({ environment: { LOG_LEVEL: 'info,http=debug' } });

const lines = (): string[] => TARGETS.flatMap((target) => world.functions[target].output().split('\n'));
/** One line for each request, at a level that is not written otherwise. */
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
  await comeIn(world, buyer);
  await told(world, buyer.id, /You are in|until/);
}

it(
  'costs as many requests, log lines and rows a payment as the estimate says',
  async () => {
    await purchase(); // the first also opens what the others find open
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
    for (const [what, estimate] of Object.entries(PER_PAYMENT.counted)) {
      const ratio = each[what as keyof typeof each] / estimate;
      expect({ what, isAsEstimated: ratio > 0.85 && ratio < 1.15, ratio }).toMatchObject({
        what,
        isAsEstimated: true,
      });
    }
  },
  LONG_TEST_DEADLINE_MS,
);
