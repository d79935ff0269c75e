/** @project journeys */
import type { Api } from 'grammy';
import type { TelegramSimulator } from './index';
import { BOT_ID, BUYER, CHANNEL, OWNER, startWorld } from '../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;
let clock = Date.UTC(2026, 0, 1);

async function start(options: object = {}): Promise<void> {
  clock = Date.UTC(2026, 0, 1);
  ({ telegram, api } = await startWorld({ now: () => clock, limits: true, ...options }));
}
afterEach(() => telegram.close());

const send = (chatId: number) => api.sendMessage(chatId, 'x');

it('refills the rates by the given clock', async () => {
  await start();
  for (let i = 0; i < 20; i += 1) await send(CHANNEL);
  await expect(send(CHANNEL)).rejects.toMatchObject({ parameters: { retry_after: 3 } });
  clock += 2000;
  await expect(send(CHANNEL)).rejects.toMatchObject({ parameters: { retry_after: 1 } });
  clock += 1000;
  await send(CHANNEL);
  expect(telegram.refusals429()).toBe(2);
  // A clock that is moved back neither fills nor empties the buckets.
  clock -= 3600_000;
  await expect(send(CHANNEL)).rejects.toMatchObject({ error_code: 429 });
  clock += 3600_000 + 60_000;
  await send(CHANNEL);
});

it('keeps only the latest `keptCalls` calls', async () => {
  await start({ keptCalls: 3 });
  telegram.as(BUYER).start();
  for (const text of ['1', '2', '3', '4']) await api.sendMessage(BUYER, text);
  expect(telegram.calls.map(({ payload }) => payload['text'])).toEqual(['2', '3', '4']);
});

it('handles the daily posts of 2,000 channels without its own delay', async () => {
  await start({ keptCalls: 100 });
  const channels = Array.from({ length: 2000 }, (_, index) => -1_002_000_000_000 - index);
  for (const id of channels) {
    telegram.addChannel({ id, title: `Channel ${id}`, creatorId: OWNER });
    telegram.setMember(id, BOT_ID, 'administrator');
  }
  const before = process.cpuUsage();
  const posted: number[] = [];
  for (let from = 0; from < channels.length; from += 30) {
    const sent = await Promise.all(channels.slice(from, from + 30).map(send));
    posted.push(...sent.map(({ message_id }) => message_id));
    clock += 1000;
  }
  for (let from = 0; from < channels.length; from += 30) {
    const some = channels.slice(from, from + 30);
    await Promise.all(some.map((id, index) => api.deleteMessage(id, posted[from + index]!)));
  }
  // CPU time is independent of other load on the machine. The simulator and its client share this process.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(20_000);
  expect(channels.every((id) => telegram.messages(id).length === 0)).toBe(true);
  expect([telegram.refusals429(), telegram.calls.length]).toEqual([0, 100]);
}, 300_000);
