import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import { eventually } from '../../../tests/journeys/support/eventually';
import type { TelegramSimulator } from '../index';
import {
  BUYER,
  OWNER,
  startWebhook,
  startWorld,
  type Answer,
  type Received,
} from '../../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;
let webhook: Awaited<ReturnType<typeof startWebhook>>;
let answer: (received: Received) => Answer | Promise<Answer>;
let clock = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  answer = () => ({});
  ({ telegram, api } = await startWorld({ now: () => clock }));
  webhook = await startWebhook((received) => answer(received));
  await api.setWebhook(webhook.url, { secret_token: 's3cret', drop_pending_updates: true });
});
afterEach(async () => {
  await telegram.close();
  await webhook.close();
});

const texts = () =>
  webhook.received.map(({ update }) => (update['message'] as { text?: string } | undefined)?.text);

it('sends the secret token and ids that go up by one', async () => {
  for (const text of ['a', 'b', 'c']) telegram.as(BUYER).say(text);
  await telegram.drained();
  const ids = webhook.received.map(({ update }) => update.update_id);
  expect(ids).toEqual([ids[0], ids[0]! + 1, ids[0]! + 2]);
  expect(webhook.received[0]!.headers['x-telegram-bot-api-secret-token']).toBe('s3cret');
});

it('delivers a chat’s updates in order while it delivers other chats’', async () => {
  let busy = 0;
  let most = 0;
  answer = async () => {
    most = Math.max(most, ++busy);
    await sleep(5);
    busy -= 1;
    return {};
  };
  for (const text of ['a', 'b', 'c']) telegram.as(BUYER).say(text);
  await telegram.drained();
  expect([texts(), most]).toEqual([['a', 'b', 'c'], 1]);
  // Answer each update only after the other one has arrived.
  answer = () => eventually(() => texts().includes('d') && texts().includes('e') && {});
  telegram.as(BUYER).say('d');
  telegram.as(OWNER).say('e');
  await telegram.drained();
  expect(texts().slice(3).sort()).toEqual(['d', 'e']);
});

it('respects max_connections', async () => {
  let busy = 0;
  let most = 0;
  answer = async () => {
    most = Math.max(most, ++busy);
    await sleep(2);
    busy -= 1;
    return {};
  };
  await api.setWebhook(webhook.url, { max_connections: 1 });
  telegram.as(BUYER).say('d');
  telegram.as(OWNER).say('e');
  await telegram.drained();
  expect(most).toBe(1);
});

it('retries with growing delays that affect only the failed chat', async () => {
  const at: number[] = [];
  answer = async ({ update }) => {
    if ((update['message'] as { text: string }).text !== 'bad') return {};
    // The other chat's update must arrive even before the first answer here.
    await eventually(() => texts().includes('other'));
    at.push(performance.now());
    return { status: at.length < 4 ? 500 : 200 };
  };
  for (const text of ['bad', 'next']) telegram.as(BUYER).say(text);
  telegram.as(OWNER).say('other');
  await telegram.drained();
  expect(texts().filter((text) => text !== 'other')).toEqual(['bad', 'bad', 'bad', 'bad', 'next']);
  // Delays of 0, 2 and 4 s, scaled by 0.01.
  expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(18);
  expect(at[3]! - at[2]!).toBeGreaterThanOrEqual(38);
  expect(texts().indexOf('other')).toBeLessThan(3);
});

it('waits as long as Retry-After says', async () => {
  const at: number[] = [];
  answer = () => (at.push(performance.now()) === 1 ? { status: 503, headers: { 'Retry-After': '5' } } : {});
  telegram.as(BUYER).say('x');
  await telegram.drained();
  expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(45);
  await expect(api.getWebhookInfo()).resolves.toMatchObject({
    pending_update_count: 0,
    last_error_date: clock / 1000,
    last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
  });
});

test.each([
  ['a message', 24 * 3600_000],
  ['a callback query', 150_000],
])('drops %s that is too old', async (kind, lifetimeMs) => {
  answer = () => {
    clock += lifetimeMs - 1000;
    return { status: 500 };
  };
  if (kind === 'a message') telegram.as(BUYER).say('y');
  else void telegram.as(BUYER).press(BUYER, 1, 'x');
  await telegram.drained();
  expect(webhook.received).toHaveLength(2);
});

it('keeps updates until a webhook answers', async () => {
  await api.deleteWebhook();
  telegram.as(BUYER).say('x');
  expect(telegram.pendingUpdates()).toBe(1);
  await expect(telegram.drained(5)).rejects.toThrow('1 updates still pending');
  await api.setWebhook('http://127.0.0.1:1/');
  await eventually(async () => {
    expect(await api.getWebhookInfo()).toMatchObject({ last_error_message: 'Connection refused' });
  });
  await api.setWebhook(webhook.url);
  await telegram.drained();
  expect(texts()).toEqual(['x']);
});

it('filters updates by the allowed_updates that were set last', async () => {
  await api.setWebhook(webhook.url, { allowed_updates: ['callback_query'] });
  await api.setWebhook(webhook.url);
  telegram.as(BUYER).say('filtered');
  await expect(api.getWebhookInfo()).resolves.toMatchObject({ allowed_updates: ['callback_query'] });
  await api.setWebhook(webhook.url, { allowed_updates: [] });
  telegram.as(BUYER).say('delivered');
  await telegram.drained();
  expect(texts()).toEqual(['delivered']);
});

it('performs the call in an answer unless it changes the webhook', async () => {
  answer = () => ({ body: JSON.stringify({ method: 'sendMessage', chat_id: BUYER, text: 'hello' }) });
  telegram.as(BUYER).start();
  await telegram.drained();
  answer = () => ({ body: JSON.stringify({ method: 'deleteWebhook' }) });
  telegram.as(BUYER).say('x');
  await telegram.drained();
  expect(telegram.messages(BUYER).map(({ text }) => text)).toEqual(['/start', 'hello', 'x']);
  await expect(api.getWebhookInfo()).resolves.toMatchObject({ url: webhook.url });
});

it('delivers a raw update as often as a test queues it', async () => {
  const update = { update_id: 5, message: { message_id: 1, chat: { id: 7 }, text: 'raw' } };
  await Promise.all([telegram.deliver(update), telegram.deliver(update)]);
  expect(webhook.received.map(({ update: { update_id } }) => update_id)).toEqual([5, 5]);
});
