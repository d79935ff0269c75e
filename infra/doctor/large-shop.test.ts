import { useTestDatabase } from '../../tests/support/test-database';
import { telegramApi } from '../../shared/telegram/api';
import type { Check } from './check';
import { checkedSystemOf, type CheckedSystem } from './checked-system';
import { channelsCheck, ownersCheck } from './checks/check-channels';
import type { Finding } from './finding';
import { keepPace, Pace, type Clock } from './pace';
import { SAMPLE, type Scope } from './scope';

const test = useTestDatabase();
const MANY = 10_000;
const TOKEN = `123456789:${'A'.repeat(35)}`;
/** What Telegram allows a bot in a second. */
const TELEGRAM_PER_SECOND = 30;
const closedId = (index: number) => -1_002_000_000_000 - index;

beforeAll(() =>
  test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, closed_channel_id, title, description, owner_user_id, donation_message, created_at)
      select -1001000000000 - n, -1002000000000 - n, 'Channel ' || n, '', 7000 + n % 3000, '',
        app_now() - n * interval '1 minute'
      from generate_series(1, ${MANY}) n`,
  ),
);

/** A clock that moves to the next waking time as soon as nothing else can happen. */
function movedClock() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
  };
  async function run<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    void work.finally(() => (state.isDone = true)).catch(() => undefined);
    while (!state.isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      sleepers.sort((a, b) => a.at - b.at);
      const next = sleepers.shift();
      if (next === undefined) continue;
      now = next.at;
      next.wake();
    }
    return work;
  }
  return { clock, run };
}

interface Answer {
  readonly retryAfter?: number;
  readonly result?: unknown;
}

const FINE = { status: 'administrator', can_invite_users: true, can_restrict_members: true };

/** Runs one check of a shop at a Telegram that counts calls and refuses more than its limit. */
async function look(
  check: Check,
  {
    answer = () => ({}),
    ...scope
  }: Partial<Scope> & {
    answer?: (call: { method: string; chatId: number; count: number; now: number }) => Answer;
  } = {},
) {
  const { clock, run } = movedClock();
  const calls: { at: number; method: string; chatId: number }[] = [];
  const pace = new Pace(clock);
  const api = telegramApi({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
  api.config.use(async (_, method, payload) => {
    const { chat_id } = payload as { chat_id: number };
    const at = clock.now();
    calls.push({ at, method, chatId: chat_id });
    const count = calls.length;
    await clock.sleep(100);
    const given = answer({ method, chatId: chat_id, count, now: at });
    const isOver = calls.filter((call) => call.at > at - 1000).length > TELEGRAM_PER_SECOND;
    const retryAfter = given.retryAfter ?? (isOver ? 3 : undefined);
    if (retryAfter !== undefined)
      return {
        ok: false,
        error_code: 429,
        description: `Too Many Requests: retry after ${retryAfter}`,
        parameters: { retry_after: retryAfter },
      };
    return {
      ok: true,
      result: (given.result ?? (method === 'getChatMember' ? FINE : { id: chat_id })) as never,
    };
  });
  keepPace(api, pace);
  const system: CheckedSystem = {
    ...checkedSystemOf({ TELEGRAM_BOT_TOKEN: TOKEN }, [], { isAll: false, pace, now: clock.now, ...scope }),
    api: () => api,
    database: () => test.database,
  };
  const outcome = await run(check.look(system, new Set()));
  if (!('findings' in outcome)) throw new Error('nothing was looked at');
  return { findings: outcome.findings, note: outcome.note ?? '', calls, seconds: clock.now() / 1000 };
}
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const mostInASecond = (calls: readonly { at: number }[]) => {
  let [most, first] = [0, 0];
  calls.forEach(({ at }, last) => {
    while (Number(calls[first]?.at) <= at - 1000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
};

it('looks at a sample of 10,000 channels within half a minute, and says so', async () => {
  const { findings, note, calls, seconds } = await look(channelsCheck);
  expect(findings).toEqual([]);
  expect(note).toBe(`50 of 10000 channels: those with trouble, then the newest. --all looks at every one`);
  expect(calls).toHaveLength(2 * SAMPLE);
  expect(calls[0]?.chatId).toBe(closedId(1));
  expect(seconds).toBeLessThan(30);
});

it('looks at each of 10,000 channels at ten calls a second', async () => {
  const told: string[] = [];
  const lacking = { ...FINE, can_invite_users: false };
  const { findings, note, calls, seconds } = await look(channelsCheck, {
    isAll: true,
    onProgress: (text) => told.push(text),
    answer: ({ chatId, method }) =>
      method === 'getChatMember' && chatId === closedId(9_999) ? { result: lacking } : {},
  });
  expect(codes(findings)).toEqual(['channel.rights_missing']);
  expect(note).toBe('10000 channels');
  expect(calls).toHaveLength(2 * MANY);
  expect(seconds).toBeGreaterThan((2 * MANY) / 10 - 5);
  expect(mostInASecond(calls)).toBeLessThanOrEqual(25);
  expect(mostInASecond(calls.filter(({ at }) => at > 5_000))).toBeLessThanOrEqual(11);
  expect([told[0], told.length]).toEqual(['Channels: 100 of 10000', 100]);
});

it('waits as long as Telegram asks, and reports no fault', async () => {
  const refused: number[] = [];
  const { findings, note, calls } = await look(channelsCheck, {
    answer: ({ count, now }) => {
      if (![20, 60].includes(count)) return {};
      refused.push(now);
      return { retryAfter: 4 };
    },
  });
  expect(findings).toEqual([]);
  expect(note).toContain('50 of 10000');
  expect(refused).toHaveLength(2);
  // The answer comes 100 ms after the call. Three others may be under way.
  for (const at of refused)
    expect(calls.filter((call) => call.at > at + 100 && call.at < at + 4_100)).toEqual([]);
  expect(mostInASecond(calls)).toBeLessThanOrEqual(25);
});

it('keeps what it found if Telegram wants no more calls', async () => {
  const { findings, note } = await look(channelsCheck, {
    answer: ({ chatId, count }) => {
      if (count > 40) return { retryAfter: 3_600 };
      return chatId === closedId(2) ? { result: { status: 'left' } } : {};
    },
  });
  expect(codes(findings)).toEqual(['channel.bot_absent']);
  expect(note).toMatch(/^(1\d|20) of 10000 channels, then Telegram asked to wait$/);
});

it('keeps what it found if the operator interrupts', async () => {
  const ended = new AbortController();
  const { findings, note } = await look(channelsCheck, {
    isAll: true,
    signal: ended.signal,
    answer: ({ chatId, count }) => {
      if (count === 600) ended.abort();
      return chatId === closedId(2) ? { result: { status: 'left' } } : {};
    },
  });
  expect(codes(findings)).toEqual(['channel.bot_absent']);
  expect(note).toMatch(/^\d{3} of 10000 channels, then it was ended$/);
});

it('shows “typing” to at most 50 people, each once, however much it looks at', async () => {
  for (const isAll of [false, true]) {
    const { calls } = await look(ownersCheck, { isAll });
    expect(calls).toHaveLength(SAMPLE);
    expect(new Set(calls.map(({ chatId }) => chatId)).size).toBe(SAMPLE);
    expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(['sendChatAction']));
  }
});

it('looks first at unreachable owners, then at failed removals, then at the newest', async () => {
  await test.database.query(
    (sql) => sql`
      with blocked as (
        insert into chats (chat_id, unreachable_at, unreachable_reason) values (70000007, app_now(), 'Forbidden: blocked')),
      moved as (update channels set notifications_chat_id = 70000007 where open_channel_id = -1001000009000)
      insert into outbox (kind, payload, idempotency_key, due_at, expires_at, failures)
      values ('remove_member', '{"openChannelId": -1001000008000, "userId": 1, "paidUntil": null}', 'failing', app_now(),
        app_now() + interval '1 day', 3)`,
  );
  const { calls } = await look(channelsCheck);
  const order = [...new Set(calls.map(({ chatId }) => chatId))];
  expect(order.slice(0, 3)).toEqual([closedId(9_000), closedId(8_000), closedId(1)]);
  const { findings, note } = await look(ownersCheck);
  expect(findings.map(({ problem }) => problem)).toEqual([
    'Nobody is told about the payments of Channel 9000: chat 70000007 cannot be reached (Forbidden: blocked).',
  ]);
  expect(note).toMatch(/^50 chats can be reached; OWNERS/);
});
