import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { EFFECT_SAMPLES } from '../../../tests/samples/effects';
import { claimBulk } from '../posts/bulk-lane';
import { claimDue } from './claim-outbox';
import { laneOf, type Lane } from './effect-codec';
import { promiseAlone } from './outbox';

const SAMPLES = Object.values(EFFECT_SAMPLES);
const KINDS = SAMPLES.map(({ kind }) => kind);

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
  await promiseAlone(
    test.database,
    SAMPLES.map((effect) => ({ effect, key: effect.kind, expiresInSeconds: 60 })),
  );
});
afterEach(() => test.close());

/** The condition of a partial index, as the migrations left it. */
async function conditionOf(index: string): Promise<string> {
  const [row] = await test.database.query(
    (sql) => sql<{ condition: string }[]>`
      select pg_get_expr(indpred, indrelid) as condition from pg_index where indexrelid = ${index}::regclass`,
  );
  return String(row?.condition);
}

const effectsOf = (entries: Readonly<Awaited<ReturnType<typeof claimDue>>>) =>
  entries.map((entry) => ('effect' in entry ? entry.effect : entry));

it('reads back every kind as it was promised', async () => {
  // The bulk lane returns entries only once its bucket has filled.
  await test.advance('2 seconds');
  const claimed = [...(await claimDue(test.database, 100)), ...(await claimBulk(test.database)).entries];
  const byKind = new Map(effectsOf(claimed).map((effect) => ['kind' in effect ? effect.kind : '', effect]));
  expect(byKind).toEqual(new Map(SAMPLES.map((effect) => [effect.kind, effect])));
  expect(claimed).toHaveLength(KINDS.length);
});

it('gives every kind the same lane as the partial indexes', async () => {
  const [prompt, bulk] = [await conditionOf('outbox_prompt'), await conditionOf('outbox_bulk')];
  const rows = await test.database.query(
    (sql) => sql<{ kind: string; lane: Lane }[]>`
      select kind, case when ${sql.unsafe(prompt)} then 'prompt' when ${sql.unsafe(bulk)} then 'bulk'
        else 'background' end as lane
      from outbox`,
  );
  const inDatabase = Object.fromEntries(rows.map(({ kind, lane }) => [kind, lane]));
  expect(inDatabase).toEqual(Object.fromEntries(KINDS.map((kind) => [kind, laneOf(kind)])));
});

it('claims only the kinds of the bulk lane for bulk sending', async () => {
  await test.advance('2 seconds');
  const claimed = effectsOf((await claimBulk(test.database)).entries);
  const expected = SAMPLES.filter(({ kind }) => laneOf(kind) === 'bulk');
  expect(new Set(claimed)).toEqual(new Set(expected));
});

it('stores an effect in another place than the main one so that the previous release leaves it alone', async () => {
  const [main] = SAMPLES.filter(({ kind }) => kind === 'grant_access');
  const inPlace = { ...main, chatId: -1005 } as never;
  await test.database.query((sql) => sql`delete from outbox`);
  await promiseAlone(test.database, [{ effect: inPlace, key: 'place', expiresInSeconds: 60 }]);
  const [row] = await test.database.query(
    (sql) => sql<{ payload: Record<string, unknown> }[]>`select payload from outbox`,
  );
  expect(row?.payload).not.toHaveProperty('openChannelId');
  expect(row?.payload).toMatchObject({ closedChannelId: -1005 });
  expect(effectsOf(await claimDue(test.database, 10))).toEqual([inPlace]);
});
