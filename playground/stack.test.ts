import { aheadMs, nowMs } from '../tests/support/clock';
import { eventually } from '../tests/journeys/support/eventually';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database';
import { CAST, startStack, type Stack } from './stack';
import { TARGETS } from './stack-types';

let database: TestDatabase;
let stack: Stack;

beforeAll(async () => {
  database = await createTestDatabase();
  stack = await startStack({ databaseUrl: database.url, environment: { LOG_LEVEL: 'warn' } });
});

afterAll(async () => {
  await stack.stop();
  await database.close();
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('gives each function only its own variables', () => {
  expect(Object.keys(stack.environment('health'))).not.toContain('TELEGRAM_BOT_TOKEN');
  expect(Object.keys(stack.environment('paymentIpn'))).not.toContain('NOWPAYMENTS_API_KEY');
  expect(stack.environment('worker')).toMatchObject({ NODE_ENV: 'production', LOG_LEVEL: 'warn' });
});

it('posts the donate button and the offer in the public channel', () => {
  const posts = stack.telegram.messages(CAST.open.id);
  const [donate, month] = posts.map((post) => post.reply_markup?.inline_keyboard[0]?.[0]);
  expect(donate).toMatchObject({ callback_data: `donate_start_${CAST.open.id}` });
  expect(month).toMatchObject({ url: expect.stringContaining(`?start=sub_${CAST.open.id}`) as string });
});

it('restarts a killed function on the same port', async () => {
  const { worker } = stack.functions;
  const { pid } = worker;
  await worker.kill();
  expect(isAlive(pid)).toBe(false);
  await worker.start();
  expect(await stack.tick()).toBe(200);
});

it('moves the clock that the database and Telegram share', async () => {
  await stack.moveClock('1 day');
  stack.telegram.as(CAST.dana.id).start();
  const said = stack.telegram.messages(CAST.dana.id).at(-1);
  expect((said?.date ?? 0) * 1000).toBeGreaterThan(nowMs() + 23 * 3_600_000);
  await stack.telegram.drained();
});

it('forgets orders and a moved clock if it starts afresh', async () => {
  const used = await createTestDatabase();
  await used.advance(`${-aheadMs()} milliseconds`);
  const targets = ['telegramWebhook', 'worker'] as const;
  const first = await startStack({ databaseUrl: used.url, targets });
  await first.moveClock('40 days');
  await first.database`
    insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
    values ('AAAAAAAAAAAAAAAAAAAAAA', 'donation', ${CAST.dana.id}, ${CAST.open.id}, 500)`;
  const facts = ({ database }: Stack) => database`
    select (select count(*)::int from orders) as orders, extract(day from app_now() - now())::int as "daysAhead"`;
  expect([...(await facts(first))]).toEqual([{ orders: 1, daysAhead: 40 }]);
  await first.stop();
  const fresh = await startStack({ databaseUrl: used.url, targets, isFresh: true });
  expect([...(await facts(fresh))]).toEqual([{ orders: 0, daysAhead: 0 }]);
  await fresh.stop();
  await used.close();
});

it('leaves no process running after it stops, extra instances included', async () => {
  const second = await startStack({ databaseUrl: database.url });
  const extra = await second.startInstance('telegramWebhook');
  const pids = [...TARGETS.map((target) => second.functions[target].pid), extra.pid];
  expect(pids.every(isAlive)).toBe(true);
  await second.stop();
  await eventually(() => expect(pids.filter(isAlive)).toEqual([]));
});
