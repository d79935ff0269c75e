import type { Database } from '../../shared/database/pool';
import { fakeRequest } from '../../shared/http/fake-request';
import { healthHandler } from './handler';

function setUp(answers: boolean[]) {
  let asked = 0;
  let now = 0;
  const database = {
    healthCheck: async () => answers[Math.min(asked++, answers.length - 1)] ?? false,
  } as Partial<Database> as Database;
  const handler = healthHandler({
    database,
    service: 's',
    version: 'v',
    isAllowlistDisabled: true,
    now: () => now,
  });
  return { ask: () => handler(fakeRequest()), asked: () => asked, advance: (ms: number) => (now += ms) };
}

it('is 200 while the database answers, and 503 when it does not', async () => {
  const { ask, advance } = setUp([true, false]);
  expect((await ask()).status).toBe(200);
  advance(5_000);
  expect(await ask()).toMatchObject({
    status: 503,
    body: { status: 'unhealthy', components: { database: 'unhealthy' } },
  });
});

it('asks the database once in a few seconds, however many ask', async () => {
  const { ask, asked, advance } = setUp([true]);
  await Promise.all(Array.from({ length: 50 }, ask));
  expect(asked()).toBe(1);
  advance(3_000);
  await ask();
  expect(asked()).toBe(2);
});

it('says it when the address list is switched off', async () => {
  expect((await setUp([true]).ask()).body).toMatchObject({
    security: { hmac: 'enabled', ip_whitelist: 'disabled' },
  });
});
