import { forgetMinimums } from '../../tests/support/minimums';
import { NUDGES } from '../../shared/wake-up/wake-up';
import { useTestDatabase } from '../../tests/support/test-database';
import type { Database } from '../../shared/database/connection/pool';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { promiseAlone } from '../../shared/database/common/outbox';
import { fakeRequest } from '../../tests/support/fake-request';
import { correlationId, silentLogger, withLogContext, type Logger } from '../../shared/logger';
import { workerHandler, type WorkerDependencies } from './handler';

const test = useTestDatabase();

/** A worker that records the correlation id of its log lines, calls to Telegram, and statements. */
function setUp({ log: given, onDelete }: { log?: Logger; onDelete?: () => void } = {}) {
  const ids = new Map<string, string | undefined>();
  const note = (what: string) => void ids.set(what, correlationId());
  const log = given ?? { debug: note, info: note, warn: note, error: note };
  const api = {
    deleteMessage: async (_: number, messageId: number) => {
      onDelete?.();
      note(`deleteMessage ${messageId}`);
    },
    getWebhookInfo: async () => {
      note('getWebhookInfo');
      return { url: '', pending_update_count: 0 };
    },
  };
  let last: string | undefined;
  const database: Database = {
    ...test.database,
    query: (statement) => {
      last = correlationId();
      return test.database.query(statement);
    },
  };
  const nudgeMinimums = jest.fn(async () => note('nudgeMinimums'));
  const nudgeBulk = jest.fn(async () => note('nudgeBulk'));
  const keepQueueAwake = jest.fn(async () => undefined);
  const deps = {
    database,
    log,
    api,
    nudgeBulk,
    nudgeMinimums,
    keepQueueAwake,
    starsFor: { isEveryone: false, named: [] },
  } as unknown as WorkerDependencies;
  return { ids, worker: workerHandler(deps), nudgeMinimums, keepQueueAwake, lastStatement: () => last };
}

it('keeps unrelated work out of the story of the payment that nudged it', async () => {
  const forget = (messageId: number) =>
    promiseAlone(test.database, [
      {
        effect: { kind: 'delete_message', chatId: 1, messageId },
        key: `k${messageId}`,
        expiresInSeconds: 3600,
      },
    ]);
  await forget(1);
  await withLogContext({ correlationId: 'buyer' }, () => forget(2));
  await test.advance('6 minutes');
  const { ids, worker, lastStatement } = setUp();
  const { body } = await withLogContext({ correlationId: 'nudger' }, () => worker(fakeRequest()));
  expect(body).toEqual({ delivered: 2, retried: 0, failed: 0 });
  expect(ids.get('deleteMessage 2')).toBe('buyer');
  // One id for the entry without one, one for the observation and its lines, and one for the purge.
  const own = ['deleteMessage 1', 'getWebhookInfo', 'status.observed'].map((what) => ids.get(what));
  for (const id of [...own, lastStatement()]) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(own[1]).toBe(own[2]);
  expect(new Set([...own, lastStatement()]).size).toBe(3);
});

it.each([
  ['the scheduler', undefined, 1],
  ['a nudge for due work', NUDGES.due, 0],
])('lets a separate request ask for minimums after a call by %s', async (_, body, times) => {
  const { worker, nudgeMinimums } = setUp();
  await forgetMinimums(test.database);
  await worker(fakeRequest(body === undefined ? {} : { body }));
  expect(nudgeMinimums).toHaveBeenCalledTimes(times);
});

afterEach(() => jest.restoreAllMocks());

it.each([
  ['sent in bulk', NUDGES.due, 'nudgeBulk'],
  ['asked about minimums', undefined, 'nudgeMinimums'],
])('hands over what is %s before it observes or keeps house', async (_, body, handOver) => {
  const { worker, ids } = setUp();
  await forgetMinimums(test.database);
  await promiseAlone(test.database, [
    {
      effect: { kind: 'refresh_posts', openChannelId: -1001 as OpenChannelId },
      key: handOver,
      expiresInSeconds: 3600,
    },
  ]);
  await test.advance('6 minutes');
  await worker(fakeRequest(body === undefined ? {} : { body }));
  const order = [...ids.keys()].filter((what) => [handOver, 'status.observed'].includes(what));
  expect(order).toEqual([handOver, 'status.observed']);
});

it('uses the queue once a day, after calls by the scheduler alone', async () => {
  const { worker, keepQueueAwake } = setUp();
  const start = performance.now();
  const clock = jest.spyOn(performance, 'now');
  const callAfter = async (hours: number, body?: string) => {
    clock.mockReturnValue(start + hours * 3_600_000);
    await worker(fakeRequest(body === undefined ? {} : { body }));
    return keepQueueAwake.mock.calls.length;
  };
  expect(await callAfter(0, NUDGES.due)).toBe(0);
  expect([await callAfter(0), await callAfter(1), await callAfter(23)]).toEqual([1, 1, 1]);
  expect([await callAfter(25), await callAfter(26)]).toEqual([2, 2]);
});

it('logs how much it did after its caller had hung up', async () => {
  const forget = (messageId: number) => ({
    effect: { kind: 'delete_message', chatId: 1, messageId } as const,
    key: `gone${messageId}`,
    expiresInSeconds: 3600,
  });
  await promiseAlone(test.database, [forget(11), forget(12)]);
  let isGone = false;
  const info = jest.fn();
  const { worker } = setUp({
    log: { ...silentLogger, info },
    onDelete: () => {
      isGone = true;
    },
  });
  const goneMs = () => (isGone ? 1_234 : undefined);
  await worker(fakeRequest({ body: NUDGES.due, callerGoneMs: goneMs }));
  expect(info).toHaveBeenCalledWith('worker.went_on', { seconds: 1.234, performed: 2 });
  info.mockClear();
  await worker(fakeRequest({ body: NUDGES.due }));
  expect(info).not.toHaveBeenCalledWith('worker.went_on', expect.anything());
});
