import { TARGETS, type Target } from '../../playground/stack-types';
import { call, type Answer, type Call } from './support/call';
import { eventually } from './support/eventually';
import { useFragileWorld } from '../worlds/fragile';
import { expectHardened } from './support/hardened';
import { from } from './support/notification-caller';
import { HOSTS } from './support/hosts';
import { GOOD_CALLS, NOTIFICATION, signedCall, signedIpn, telegramCall } from './support/signed-calls';

// Every kind of answer of each function has the security headers, and no call over plain HTTP is served. Methods, sizes and
// protocols are tested case by case in `endpoints.test.ts`.

describe.each(HOSTS)('served by %s', (_, served) => {
  const world = useFragileWorld({
    ...served,
    environment: { TRUSTED_PROXY_HOPS: '1', ALLOWED_IPS: '10.0.0.0/8' },
  });

  const PATHS: Readonly<Record<Target, string>> = {
    telegramWebhook: '',
    paymentIpn: '',
    notificationWebhook: NOTIFICATION,
    health: '/status',
    worker: '',
  };
  const PATH = (target: Target): Call => ({
    path: PATHS[target],
    method: target === 'health' ? 'GET' : 'POST',
  });
  const WRONG: Readonly<Record<Target, Record<string, string>>> = {
    telegramWebhook: { 'x-telegram-bot-api-secret-token': 'wrong' },
    paymentIpn: { 'x-nowpayments-sig': '0'.repeat(128) },
    notificationWebhook: { 'x-signature': '0'.repeat(64) },
    worker: { 'x-signature': '0'.repeat(64) },
    health: { 'x-signature': '0'.repeat(64) },
  };
  const NONSENSE = '{"constructor":{"a":1}}';
  const good = (target: Target): Call => ({
    ...PATH(target),
    ...GOOD_CALLS[target](world.environment(target), 1),
  });

  /** Calls with a valid signature and a body that must not be accepted. */
  function nonsense(target: Target): Call {
    const environment = world.environment(target);
    if (target === 'telegramWebhook') return telegramCall(environment, NONSENSE);
    if (target === 'paymentIpn') return signedIpn(environment, NONSENSE);
    return signedCall(environment, JSON.parse(NONSENSE) as object, { path: PATHS[target] });
  }

  const overHttp = (target: Target, method: string): Call => ({
    ...good(target),
    method,
    headers: { ...good(target).headers, host: 'pay.example', 'x-forwarded-proto': 'http' },
  });

  /** The reason why a function never gives this answer. */
  type Never = `never: ${string}`;
  type Row = readonly [
    kind: string,
    how: (target: Target) => Call,
    statuses: Readonly<Record<Target, number | Never>>,
  ];
  const all = (status: number): Record<Target, number> =>
    Object.fromEntries(TARGETS.map((target) => [target, status])) as Record<Target, number>;
  const ROOT_ALONE: Never = 'never: it answers at every path';

  const ROWS: readonly Row[] = [
    ['a good call', good, all(200)],
    ['HEAD', (target) => ({ ...good(target), method: 'HEAD', body: '' }), { ...all(405), health: 200 }],
    ['GET over HTTP', (target) => overHttp(target, 'GET'), all(301)],
    ['HEAD over HTTP', (target) => overHttp(target, 'HEAD'), all(301)],
    ['POST over HTTP', (target) => overHttp(target, 'POST'), all(403)],
    ['DELETE over HTTP', (target) => overHttp(target, 'DELETE'), all(403)],
    ['an invalid path', (target) => ({ ...PATH(target), path: '/%ff' }), all(400)],
    [
      'signed nonsense',
      nonsense,
      { ...all(400), health: 'never: it reads no body', worker: 'never: it is woken by any body' },
    ],
    ['no credential', PATH, { ...all(401), health: 'never: a listed address is enough' }],
    [
      'a wrong credential',
      (target) => ({ ...PATH(target), headers: WRONG[target] }),
      {
        telegramWebhook: 401,
        paymentIpn: 401,
        notificationWebhook: 403,
        worker: 403,
        health: 403,
      },
    ],
    [
      'another path',
      (target) => ({ ...PATH(target), path: '/nowhere' }),
      {
        notificationWebhook: 404,
        health: 404,
        telegramWebhook: ROOT_ALONE,
        paymentIpn: ROOT_ALONE,
        worker: ROOT_ALONE,
      },
    ],
    ['another method', (target) => ({ ...PATH(target), method: 'DELETE' }), all(405)],
    [
      'a body of over 1 MiB',
      (target) => ({ ...good(target), body: Buffer.alloc(1024 * 1024 + 1, ' ') }),
      all(413),
    ],
  ];

  /** Each call comes from another listed address, so that no rate limit refuses it before the tested guard. */
  const knock = (target: Target, how: Call) =>
    call(world.functions[target].url, { ...how, headers: { ...how.headers, ...from() } });

  const isNumber = (status: number | Never): status is number => typeof status === 'number';
  const CASES = ROWS.flatMap(([kind, how, statuses]) =>
    TARGETS.flatMap((target) => {
      const status = statuses[target];
      return isNumber(status) ? [[kind, target, status, how] as const] : [];
    }),
  );

  test.each(CASES)('%s: %s answers %i with the security headers', async (_, target, status, how) => {
    const answer = await knock(target, how(target));
    expect(answer.status).toBe(status);
    expectHardened(answer);
    if (status === 301) expect(answer.headers.location).toMatch(/^https:\/\/pay\.example\//);
  });

  /** Expects an answer that says when to retry. */
  function expectRetryAfter(answer: Answer, status: number): void {
    expect(answer.status).toBe(status);
    expectHardened(answer);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }

  test.each<Target>(['notificationWebhook', 'health'])(
    'too many calls: %s answers 429 with the security headers and Retry-After',
    async (target) => {
      const how = { ...PATH(target), headers: from() };
      const late = await eventually(
        async () =>
          (await Promise.all(Array.from({ length: 25 }, () => call(world.functions[target].url, how)))).find(
            ({ status }) => status === 429,
          ) ?? false,
        { everyMs: 0 },
      );
      expectRetryAfter(late, 429);
    },
  );

  it('no database: all answer 503 with the security headers and Retry-After', async () => {
    await world.withoutDatabase(async () => {
      for (const target of TARGETS) {
        const answer = await eventually(async () => {
          const one = await knock(target, good(target));
          // A recent answer may still be cached.
          return one.status === 200 ? false : one;
        });
        expectRetryAfter(answer, 503);
      }
    });
  });
});
