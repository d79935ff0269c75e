import { GrammyError, HttpError } from 'grammy/web';
import { fakeRequest } from '../../tests/support/fake-request';
import { Unavailable } from '../../shared/errors';
import { silentLogger } from '../../shared/logger';
import type { Api } from '../../shared/telegram/api';
import { addChannel, CHANNEL_ID } from '../../tests/support/order';
import { useTestDatabase } from '../../tests/support/test-database';
import type { Reply, Request } from '../../shared/http/types';
import { guarded } from '../../shared/http/guarded';
import { notificationHandler } from './handler';
import { parseTestNotification } from './notification';
import { datedOnce } from './perform-once';

const test = useTestDatabase();
beforeAll(async () => {
  await addChannel(test.database);
});

const rename = (from: string, to: string) =>
  test.database.query((sql) => sql`alter table ${sql(from)} rename to ${sql(to)}`);

it('answers success if the message was sent but could not be recorded', async () => {
  const error = jest.fn();
  const sendMessage = async () => {
    await rename('inbox', 'inbox_away');
    return { message_id: 1 };
  };
  const handler = notificationHandler(
    {
      database: test.database,
      log: { ...silentLogger, error },
      api: { sendMessage } as unknown as Api,
    },
    parseTestNotification,
  );
  const answer = await handler(fakeRequest({ body: JSON.stringify({ open_channel_id: CHANNEL_ID, n: 1 }) }));
  await rename('inbox_away', 'inbox');
  expect(answer).toMatchObject({ status: 200, body: { status: 'success' } });
  expect(error).toHaveBeenCalledWith('notification.conclude_failed', expect.anything());
});

it('answers a repeat during a call with the time until it may retry', async () => {
  let askAgain: () => Promise<unknown> = () => Promise.resolve();
  let repeated: unknown;
  const sendMessage = async () => {
    await test.advance('12 seconds');
    repeated = await askAgain().catch((error: unknown) => error);
    return { message_id: 1 };
  };
  const handler = notificationHandler(
    {
      database: test.database,
      log: silentLogger,
      api: { sendMessage } as unknown as Api,
    },
    parseTestNotification,
  );
  const ask = () => handler(fakeRequest({ body: JSON.stringify({ open_channel_id: CHANNEL_ID, n: 2 }) }));
  askAgain = ask;
  expect(await ask()).toMatchObject({ status: 200, body: { status: 'success' } });
  expect(repeated).toMatchObject({ status: 503, code: 'unavailable' });
  expect([17, 18]).toContain((repeated as { retryAfterSeconds: number }).retryAfterSeconds);
});

type Telegram = () => Promise<{ message_id: number }>;
const unanswered: Telegram = () =>
  Promise.reject(new HttpError("Network request for 'sendMessage' failed!", new Error('no answer')));
const busy: Telegram = () =>
  Promise.reject(
    new GrammyError(
      'refused',
      { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 7 } },
      'sendMessage',
      {},
    ),
  );

let latest = 2;

/** A door whose Telegram gives these answers in turn, the last one for ever, and a caller that repeats as soon as it may. */
function callerOf(request: (n: number) => Request, ...telegram: Telegram[]) {
  const n = (latest += 1);
  let sent = 0;
  let waited = 0;
  const sentAfter: number[] = [];
  const api = {
    sendMessage: () => {
      sentAfter.push(waited);
      return (telegram[sent++] ?? telegram.at(-1) ?? unanswered)();
    },
  } as unknown as Api;
  const deps = { database: test.database, log: silentLogger, api };
  const door = guarded([datedOnce(deps)], notificationHandler(deps, parseTestNotification));
  const call = () => door(request(n)).catch((error: unknown) => error as Unavailable);
  /** Repeats the call as told, until it is answered. Also asks too early. */
  async function persist(): Promise<Reply> {
    for (;;) {
      const answer = await call();
      if (!(answer instanceof Unavailable)) return answer;
      const { retryAfterSeconds } = answer;
      const half = Math.floor(retryAfterSeconds / 2);
      for (const seconds of [half, retryAfterSeconds - half + 1]) {
        if (seconds === half && retryAfterSeconds >= 60) await call();
        waited += seconds;
        await test.advance(`${seconds} seconds`);
      }
    }
  }
  return { call, persist, sentAfter };
}

const dated = (n: number) =>
  fakeRequest({ body: JSON.stringify({ open_channel_id: CHANNEL_ID, n }), headers: { 'x-timestamp': '1' } });
let signed = 0;
const signedAgain = (n: number) =>
  fakeRequest({
    body: JSON.stringify({ open_channel_id: CHANNEL_ID, idempotency_key: `k-${n}` }),
    headers: { 'x-timestamp': String((signed += 1)) },
  });
const undated = (n: number) => fakeRequest({ body: JSON.stringify({ open_channel_id: CHANNEL_ID, n }) });
const FAILED = { status: 200, body: { status: 'failed', reason: 'undeliverable' } };

it.each([
  ['with a key, signed again each time', signedAgain],
  ['with the same signature', dated],
  ['without a timestamp', undated],
])('sends a message that is never answered three times for a call %s', async (_, request) => {
  const { call, persist, sentAfter } = callerOf(request, unanswered);
  expect(await persist()).toMatchObject(FAILED);
  expect(sentAfter).toHaveLength(3);
  const [first, second, third] = sentAfter as [number, number, number];
  expect(second - first).toBeGreaterThanOrEqual(60);
  expect(third - second).toBeGreaterThanOrEqual(3600);
  expect(await call()).toEqual({ status: 200, body: { status: 'duplicate' } });
  expect(sentAfter).toHaveLength(3);
});

it.each([
  ['after one message without an answer', [unanswered], 60],
  ['after two', [unanswered, unanswered], 3600],
  ['if Telegram only refuses in between', [busy, unanswered, busy, busy, unanswered], 3600],
])('tells the owner at last %s', async (_, telegram, seconds) => {
  const { persist, sentAfter } = callerOf(signedAgain, ...telegram, async () => ({ message_id: 1 }));
  expect(await persist()).toMatchObject({ status: 200, body: { status: 'success' } });
  expect(sentAfter).toHaveLength(telegram.length + 1);
  expect(sentAfter.at(-1)).toBeGreaterThanOrEqual(seconds);
});
