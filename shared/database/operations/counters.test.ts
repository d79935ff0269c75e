import { addChannel, addOrder } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { eventually } from '../../../tests/journeys/support/eventually';
import { addToCounters, countInDatabase } from './counters';
import { readMetrics } from './metrics';

const test = useTestDatabase();
beforeEach(() => test.database.query((sql) => sql`truncate counters`));

const counters = async () => (await readMetrics(test.database)).measures.counters;

/** Wraps the database to count the statements that it receives. */
function counted(isAway = () => false) {
  let statements = 0;
  const database: typeof test.database = {
    ...test.database,
    query: (run) => {
      statements += 1;
      return isAway() ? Promise.reject(new Error('away')) : test.database.query(run);
    },
  };
  return { database, statements: () => statements };
}

it('writes a thousand counts of several names in one statement', async () => {
  const { database, statements } = counted();
  const { count, flush } = countInDatabase(database, { everyMs: 50 });
  for (let n = 0; n < 1000; n += 1) count(n % 4 === 0 ? 'a' : 'b');
  expect(statements()).toBe(0);
  await eventually(async () => (await counters())['b'] !== undefined);
  expect([await counters(), statements()]).toEqual([
    { a: { total: 250, lastHour: 250 }, b: { total: 750, lastHour: 750 } },
    1,
  ]);
  await flush();
  expect(statements()).toBe(1);
});

it('writes the remaining counts when it is flushed', async () => {
  const { count, flush } = countInDatabase(test.database);
  count('a');
  await flush();
  count('a');
  await flush();
  expect(await counters()).toEqual({ a: { total: 2, lastHour: 2 } });
});

it('writes once for several refused requests', async () => {
  const { database, statements } = counted();
  const { count, writeIfDue } = countInDatabase(database);
  for (let n = 0; n < 5; n += 1) {
    count('refused.x');
    await writeIfDue();
  }
  expect([await counters(), statements()]).toEqual([{ 'refused.x': { total: 1, lastHour: 1 } }, 1]);
});

it('keeps counts while the database is away without delaying the end', async () => {
  let isAway = true;
  const { database } = counted(() => isAway);
  const { count, flush } = countInDatabase(database);
  count('a');
  await flush();
  count('a');
  isAway = false;
  await flush();
  expect(await counters()).toEqual({ a: { total: 2, lastHour: 2 } });
  const stuck: typeof database = { ...database, query: () => new Promise(() => undefined) };
  const instance = countInDatabase(stuck);
  instance.count('a');
  jest.useFakeTimers();
  try {
    const flushed = instance.flush();
    await jest.advanceTimersByTimeAsync(500);
    await flushed;
  } finally {
    jest.useRealTimers();
  }
});

it('counts the last hour separately from the total', async () => {
  await addToCounters(test.database, [['a', 5]]);
  await test.advance('30 minutes');
  await addToCounters(test.database, [['a', 1]]);
  await addToCounters(test.database, [['a', 1]]);
  expect(await counters()).toEqual({ a: { total: 7, lastHour: 7 } });
  await test.advance('31 minutes');
  expect(await counters()).toEqual({ a: { total: 7, lastHour: 2 } });
  await addToCounters(test.database, [['a', 1]]);
  expect(await counters()).toEqual({ a: { total: 8, lastHour: 3 } });
  const [row] = await test.database.query(
    (sql) => sql`select (select count(*)::int from jsonb_object_keys(recent)) as minutes from counters`,
  );
  expect(row).toEqual({ minutes: 2 });
});

it('stays exact when many instances write the same names in any order', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      addToCounters(
        test.database,
        names.map((_, i) => [names[(i + n) % 4]!, 1] as const),
      ),
    ),
  );
  expect(Object.values(await counters()).map(({ total }) => total)).toEqual([40, 40, 40, 40]);
});

it('counts what names an order only if that order exists', async () => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 3000);
  const { count, flush } = countInDatabase(test.database);
  for (let n = 0; n < 3; n += 1) count('named', reference);
  // More than are kept, and still one statement.
  for (let n = 0; n < 5000; n += 1) count('named', `stranger-${n}`);
  count('named', reference);
  count('plain');
  await flush();
  expect(await counters()).toEqual({
    named: { total: 4, lastHour: 4 },
    plain: { total: 1, lastHour: 1 },
  });
});
