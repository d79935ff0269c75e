import { useTestDatabase } from '../../../tests/support/test-database';
import type { Promised } from '../../domain/effects';
import { claimDue, LEASE_SECONDS } from './claim-outbox';
import { markDelivered, markFailed, markRetry } from './conclude-outbox';
import { promiseAlone } from './outbox';

const test = useTestDatabase({ per: 'test' });

const deleting = (messageId: number, rest: Partial<Promised> = {}): Promised => ({
  effect: { kind: 'delete_message', chatId: 1, messageId },
  key: `delete:${messageId}`,
  expiresInSeconds: 3600,
  ...rest,
});
const promise = (...promised: Promised[]) => promiseAlone(test.database, promised);
const claim = (limit = 100) => claimDue(test.database, limit);
const claimOne = async () => {
  const [entry] = await claim(1);
  if (!entry) throw new Error('nothing is due');
  return entry;
};

it('stores one entry when the same key is promised twice', async () => {
  await promise(deleting(1), deleting(2));
  await promise(deleting(1));
  expect(await claim()).toHaveLength(2);
});

it('returns an effect exactly as it was promised', async () => {
  const effect = {
    kind: 'send_message',
    chatId: -1001234567890,
    message: {
      type: 'donate_post',
      openChannelId: -1001234567890,
      title: '<b>&"',
      donationMessage: 'né \u202eعربى 😀',
    },
  } as Promised['effect'];
  await promise({ effect, key: 'k', expiresInSeconds: 60 });
  expect(await claimOne()).toMatchObject({ effect, key: 'k', attempts: 1, hasExpired: false });
});

it('claims no entry before it is due', async () => {
  await promise(deleting(1, { dueInSeconds: 300 }));
  expect(await claim()).toEqual([]);
  await test.advance('5 minutes');
  expect(await claim()).toHaveLength(1);
});

it('never gives one entry to two workers while a lease holds', async () => {
  await promise(...Array.from({ length: 200 }, (_, index) => deleting(index)));
  const other = await createTestDatabaseFor(test.url);
  const claims = await Promise.all(
    Array.from({ length: 30 }, (_, index) => claimDue(index % 2 ? test.database : other.database, 10)),
  );
  const ids = claims.flat().map(({ outboxId }) => outboxId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(200);
  await other.close();
});

it('claims prompt entries first but leaves background entries a share', async () => {
  const reminding = (daysLeft: number): Promised => ({
    effect: { kind: 'remind', openChannelId: -1001234567890 as never, userId: 1, paidUntil: 1, daysLeft },
    key: `remind:${daysLeft}`,
    expiresInSeconds: 3600,
  });
  const kinds = async () =>
    (await claim(10)).map((entry) => ('effect' in entry ? entry.effect.kind : '')).sort();
  const of = (deletes: number, reminds: number) => [
    ...Array<string>(deletes).fill('delete_message'),
    ...Array<string>(reminds).fill('remind'),
  ];
  await promise(...Array.from({ length: 25 }, (_, index) => reminding(index)));
  await test.advance('1 minute');
  await promise(...Array.from({ length: 12 }, (_, index) => deleting(index)));
  expect(await kinds()).toEqual(of(9, 1));
  expect(await kinds()).toEqual(of(3, 7));
  expect(await kinds()).toEqual(of(0, 10));
});

it('makes an entry due again only after the lease of a dead worker ends', async () => {
  await promise(deleting(1));
  await claimOne();
  await test.advance(`${LEASE_SECONDS - 5} seconds`);
  expect(await claim()).toEqual([]);
  await test.advance('6 seconds');
  expect(await claimOne()).toMatchObject({ attempts: 2 });
});

it('lets only the latest claim conclude an entry', async () => {
  await promise(deleting(1));
  const first = await claimOne();
  await test.advance('2 minutes');
  const second = await claimOne();
  await markFailed(test.database, first, 'too late');
  await markDelivered(test.database, second);
  const [row] = await test.database.query((sql) => sql`select delivered_at, failed_at from outbox`);
  expect(row).toMatchObject({ failed_at: null });
  expect(row?.['delivered_at']).not.toBeNull();
});

it('waits longer after each attempt, up to an hour', async () => {
  await promise(deleting(1, { expiresInSeconds: 10 ** 6 }));
  const waits: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await markRetry(test.database, await claimOne(), { error: 'x' });
    const [row] = await test.database.query(
      (sql) =>
        sql<{ wait: number }[]>`select extract(epoch from due_at - app_now())::float8 as wait from outbox`,
    );
    waits.push(row?.wait ?? 0);
    await test.advance('2 hours');
  }
  expect(waits[0]).toBeLessThan(5);
  expect(Math.max(...waits)).toBeLessThanOrEqual(3600 * 1.25);
  expect(waits.at(-1)).toBeGreaterThan(3600 * 0.7);
});

it('waits as long as a provider asks', async () => {
  await promise(deleting(1));
  await markRetry(test.database, await claimOne(), { error: '429', afterSeconds: 40 });
  await test.advance('39 seconds');
  expect(await claim()).toEqual([]);
  await test.advance('2 seconds');
  expect(await claim()).toHaveLength(1);
});

it('keeps a failed entry with its reason without attempting it again', async () => {
  await promise(deleting(1));
  await markFailed(test.database, await claimOne(), 'bot was blocked by the user');
  await test.advance('30 days');
  expect(await claim()).toEqual([]);
  const [row] = await test.database.query(
    (sql) => sql`select last_error from outbox where failed_at is not null`,
  );
  expect(row).toEqual({ last_error: 'bot was blocked by the user' });
});

it('reports that a claimed entry has expired', async () => {
  await promise(deleting(1, { expiresInSeconds: 60 }));
  await test.advance('61 seconds');
  expect(await claimOne()).toMatchObject({ hasExpired: true });
});

it('returns an entry that a newer version wrote as unreadable', async () => {
  await promise(deleting(1));
  await test.database.query((sql) => sql`update outbox set kind = 'from_the_future'`);
  expect(await claimOne()).toMatchObject({ unreadable: true });
});

it('reads an entry that an older version wrote', async () => {
  const effect = {
    kind: 'create_invoice',
    reference: 'r',
    amountCents: 1200,
  } as unknown as Promised['effect'];
  await promise({
    effect: { ...effect, times: 0 } as unknown as Promised['effect'],
    key: 'k',
    expiresInSeconds: 60,
  });
  expect(await claimOne()).toMatchObject({ effect: { ...effect, occasion: { type: 'purchase' } } });
});

/** Opens a second pool on the same database, like another instance. */
async function createTestDatabaseFor(url: string) {
  const { openDatabase } = await import('../connection/pool');
  const { DATABASE_NAMES, readConfig } = await import('../../config');
  const { silentLogger } = await import('../../logger');
  const database = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: url }), silentLogger);
  return { database, close: () => database.close() };
}
