import { NOBODY } from '../../../tests/support/nobody';
import { forgetPromises, OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { listMissed, sendMissedAgain } from '../../database/reports/notifications';
import { markReachable } from '../../database/common/chats';
import { promiseAlone } from '../../database/common/outbox';
import { MINUTE_MS, HOUR_MS } from '../../domain/common/time';
import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import { telegramApi } from '../../telegram/api';
import { drainOutbox } from '../drain-outbox';
import { deliveryOf } from './delivery-of';

const world = useAccessWorld();
beforeEach(async () => {
  await forgetPromises(world);
  world.telegram.clearFaults();
});

/** The owner's news of a buyer who paid. */
const MESSAGE = {
  type: 'access_trouble',
  trouble: 'banned',
  reason: 'banned',
  openChannelId: OPEN,
  title: 'Signals',
  payer: { userId: 5, username: null },
} as const;
const promiseNews = () =>
  promiseAlone(world.test.database, [
    {
      effect: { kind: 'send_message', chatId: OWNER, message: MESSAGE },
      key: 'news',
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    },
  ]);
const copies = (from: number) =>
  world.telegram.calls
    .slice(from)
    .filter(({ method, result }) => method === 'sendMessage' && result !== undefined);
const row = async () => {
  const [found] = await world.test.database.query(
    (sql) => sql`
      select delivered_at is not null as "isDelivered", failed_at is not null as "isFailed" from outbox where idempotency_key = 'news'`,
  );
  return { ...found };
};
/** Works as the scheduler does, once a minute. */
async function workFor(ms: number, deps = world.deps): Promise<void> {
  for (let passed = 0; passed < ms; passed += MINUTE_MS) {
    await drainOutbox(deps, { budgetMs: 0 });
    await world.advance(MINUTE_MS);
  }
}
const neverAnswered = {
  method: 'sendMessage',
  kind: 'drop',
  afterPerforming: true,
  times: Infinity,
} as const;

it('sends at most three copies of one message in three hours', async () => {
  const from = world.telegram.calls.length;
  world.telegram.fault(neverAnswered);
  await promiseNews();
  await workFor(3 * HOUR_MS);
  const sent = copies(from).map(({ at }) => at);
  expect(sent).toHaveLength(3);
  expect(sent[1]! - sent[0]!).toBeGreaterThanOrEqual(MINUTE_MS - 1_000);
  expect(sent[2]! - sent[1]!).toBeGreaterThanOrEqual(HOUR_MS - 1_000);
  expect(await row()).toEqual({ isDelivered: false, isFailed: true });
  expect(await listMissed(world.test.database, { openChannelId: OPEN, limit: 5 })).toMatchObject([
    { what: 'access_trouble', reason: 'no answer from Telegram' },
  ]);
});

it('stops repeating a message at its first answer', async () => {
  const from = world.telegram.calls.length;
  world.telegram.fault({ ...neverAnswered, times: 1 });
  await promiseNews();
  await workFor(3 * HOUR_MS);
  expect(copies(from)).toHaveLength(2);
  expect(await row()).toEqual({ isDelivered: true, isFailed: false });
});

it('sends a message that may have arrived three times again only if a person asks', async () => {
  world.telegram.fault({ ...neverAnswered, times: 3 });
  await promiseNews();
  await workFor(2 * HOUR_MS);
  const from = world.telegram.calls.length;
  await markReachable(world.test.database, OWNER);
  await workFor(5 * MINUTE_MS);
  expect(copies(from)).toHaveLength(0);
  const actor = { openChannelId: OPEN, userId: OWNER };
  expect(await sendMissedAgain(world.test.database, deliveryOf('telegram', 'again'), actor)).toBe(true);
  await workFor(MINUTE_MS);
  expect([copies(from).length, await row()]).toEqual([1, { isDelivered: true, isFailed: false }]);
});

it.each([
  ['a refused connection', 'http://127.0.0.1:1'],
  ['a name that does not resolve', `http://${NOBODY}`],
])('loses no message to %s, however long it lasts', async (_case, root) => {
  const from = world.telegram.calls.length;
  await promiseNews();
  const api = telegramApi({ TELEGRAM_BOT_TOKEN: '123456789:AAF-simulated', TELEGRAM_API_ROOT: root });
  for (let hours = 0; hours < 48; hours += 8) {
    await drainOutbox({ ...world.deps, api }, { budgetMs: 0 });
    await world.advance(8 * HOUR_MS);
  }
  expect(await row()).toEqual({ isDelivered: false, isFailed: false });
  await workFor(2 * MINUTE_MS);
  expect([copies(from).length, await row()]).toEqual([1, { isDelivered: true, isFailed: false }]);
});

it.each([429, 500, 502])('loses no message to many answers %d', async (status) => {
  const from = world.telegram.calls.length;
  world.telegram.fault({ method: 'sendMessage', kind: 'error', status, times: 12 });
  await promiseNews();
  for (let hours = 0; hours < 24; hours += 1) await workFor(MINUTE_MS).then(() => world.advance(HOUR_MS));
  expect([copies(from).length, await row()]).toEqual([1, { isDelivered: true, isFailed: false }]);
});

it('repeats a deletion as often as it takes, because that changes nothing', async () => {
  world.telegram.fault({ method: 'deleteMessage', kind: 'drop', times: 8 });
  await promiseAlone(world.test.database, [
    {
      effect: { kind: 'delete_message', chatId: OWNER, messageId: 1 },
      key: 'news',
      expiresInSeconds: 10 ** 6,
    },
  ]);
  for (let hours = 0; hours < 24; hours += 1) await workFor(MINUTE_MS).then(() => world.advance(HOUR_MS));
  expect(await row()).toEqual({ isDelivered: true, isFailed: false });
});
