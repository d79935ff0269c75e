import { useTestDatabase } from '../../tests/support/test-database';
import { isBulkLeft } from '../database/posts/bulk-lane';
import { promiseAlone } from '../database/common/outbox';
import type { OpenChannelId } from '../domain/common/ids';
import { silentLogger } from '../logger';
import { drainOutbox } from './drain-outbox';
import type { EffectDependencies } from './perform-effect';

const test = useTestDatabase();

it('leaves bulk entries to another worker when its budget is used up', async () => {
  const promised = Array.from({ length: 30 }, (_, n) => ({
    effect: { kind: 'refresh_posts', openChannelId: -1001 as OpenChannelId } as const,
    key: `bulk:${n}`,
    expiresInSeconds: 3600,
  }));
  await promiseAlone(test.database, promised);
  await test.advance('1 minute');
  const deps = { database: test.database, log: silentLogger } as unknown as EffectDependencies;
  const drained = await drainOutbox({ ...deps, log: silentLogger }, { budgetMs: 0 });
  expect(drained.delivered).toBe(10);
  expect(await isBulkLeft(test.database)).toBe(true);
});

it('fails expired entries except reminders', async () => {
  await test.database.query((sql) => sql`delete from outbox`);
  const openChannelId = -1001 as OpenChannelId;
  await promiseAlone(test.database, [
    {
      effect: { kind: 'remind', openChannelId, userId: 7, paidUntil: 0, daysLeft: 3 },
      key: 'expired:remind',
      expiresInSeconds: 60,
    },
    { effect: { kind: 'expire_keypad', keypadId: 'k' }, key: 'expired:keypad', expiresInSeconds: 60 },
  ]);
  await test.advance('2 minutes');
  const deps = { database: test.database, log: silentLogger } as unknown as EffectDependencies;
  const drained = await drainOutbox({ ...deps, log: silentLogger }, { budgetMs: 0 });
  expect(drained).toEqual({ delivered: 1, retried: 0, failed: 1 });
  const rows = await test.database.query(
    (sql) => sql`select kind from outbox where last_error = 'not done in time'`,
  );
  expect(rows).toEqual([{ kind: 'expire_keypad' }]);
});
