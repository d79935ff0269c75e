import { ALLOWED_UPDATES } from '../../../shared/telegram/update';
import type { WebhookState } from '../../../shared/telegram/webhook';
import { isReachableFrom } from '../addresses';
import { sound, type Check } from '../check';
import { describeResult } from '../describe-results';
import { botCheck } from './check-bot';
import { judgeEndpoint } from './judge-endpoint';
import { judgeBacklog, judgeIpns } from './judge-history';
import { judgeWebhook } from './judge-webhook';
import { checkedSystemOf } from '../checked-system';
import { runChecks, type Result } from '../run-checks';
import { MINUTE_MS } from '../../../shared/domain/common/time';

const NOW = Date.UTC(2026, 0, 1);
const URL = 'https://updates.example.org/';
const CONTEXT = { expectedUrl: URL, apiRoot: 'https://api.telegram.org', now: NOW };

const state = (change: Partial<WebhookState> = {}): WebhookState => ({
  url: URL,
  allowedUpdates: ALLOWED_UPDATES,
  maxConnections: 40,
  pendingUpdates: 0,
  lastError: undefined,
  ...change,
});
const failedAt = (at: number, message: string) => ({ lastError: { at, message } });

describe('a webhook', () => {
  it.each([
    ['is right', {}, []],
    ['lacks the last slash', { url: 'https://updates.example.org' }, []],
    ['sends more kinds of updates than we read', { allowedUpdates: [...ALLOWED_UPDATES, 'poll'] }, []],
    ['is not encrypted', { url: 'http://updates.example.org/' }, ['webhook.other_url']],
    ['has a few updates waiting', { pendingUpdates: 99 }, []],
    ['has many updates waiting', { pendingUpdates: 100 }, ['webhook.pending']],
    ['failed long ago', failedAt(NOW - 61 * MINUTE_MS, 'Connection refused'), []],
    [
      'failed within the hour and recovered',
      failedAt(NOW - 59 * MINUTE_MS, 'Connection refused'),
      ['webhook.failed'],
    ],
    ['is failing', { ...failedAt(NOW, 'Connection refused'), pendingUpdates: 1 }, ['webhook.failing']],
  ])('%s', (_, change, codes) => {
    expect(judgeWebhook(state(change), CONTEXT).map(({ code }) => code)).toEqual(codes);
  });

  it.each(ALLOWED_UPDATES)('must send %s', (name) => {
    const allowedUpdates = ALLOWED_UPDATES.filter((other) => other !== name);
    const findings = judgeWebhook(state({ allowedUpdates }), CONTEXT);
    expect(findings).toMatchObject([
      { code: 'webhook.updates_missing', problem: expect.stringContaining(` ${name},`) as string },
    ]);
  });

  it.each(['message', 'callback_query', 'pre_checkout_query'] as const)(
    'brings %s, without which nobody can pay',
    (name) => expect(ALLOWED_UPDATES).toContain(name),
  );

  it('must be encrypted unless Telegram is on the same machine', () => {
    const open = state({ url: 'http://127.0.0.1:8091' });
    const unasked = { ...CONTEXT, expectedUrl: undefined };
    expect(judgeWebhook(open, unasked).map(({ code }) => code)).toEqual(['webhook.not_https']);
    expect(judgeWebhook(open, { ...unasked, apiRoot: 'http://127.0.0.1:8081' })).toEqual([]);
  });

  it.each([
    ['Wrong response from the webhook: 401 Unauthorized', /another secret/],
    ['Wrong response from the webhook: 403 Forbidden', /run.invoker to allUsers, or, .*no_iam_check/],
    ['Wrong response from the webhook: 404 Not Found', /not that of telegramWebhook/],
    ['Wrong response from the webhook: 503 Service Unavailable', /database down/],
    ['Wrong response from the webhook: 500 Internal Server Error', /errors in telegramWebhook's log/],
    ['Failed to resolve host: Name or service not known', /No server/],
    ['SSL error {error:0A000086:SSL routines::certificate verify failed}', /No server/],
    ['Read timeout expired', /takes too long/],
    ['something new', /log at that time/],
  ])('that failed with "%s" has its own remedy', (message, remedy) => {
    expect(judgeWebhook(state(failedAt(NOW, message)), CONTEXT)[0]?.remedy).toMatch(remedy);
  });
});

describe('an endpoint', () => {
  const endpoint = { code: 'ipn', target: 'paymentIpn', address: 'A', secret: 'S' };
  const answer = (status: number, isOurs = true) => ({ isAnswered: true, status, isOurs, text: '' }) as const;

  it.each([
    ['accepts us and refuses strangers', answer(200), answer(401), []],
    ['accepts everyone', answer(200), answer(200), ['ipn.admits_strangers']],
    ['refuses us', answer(401), answer(401), ['ipn.refused']],
    ['is closed by Google', answer(403, false), answer(403, false), ['ipn.closed']],
    ['belongs to another server', answer(404), answer(404), ['ipn.elsewhere']],
    ['redirects', answer(301, false), answer(301, false), ['ipn.elsewhere']],
    ['fails', answer(503), answer(401), ['ipn.failing']],
    [
      'does not answer',
      { isAnswered: false, reason: 'the connection was refused' } as const,
      answer(401),
      ['ipn.unreachable'],
    ],
  ])('%s', (_, opened, strange, codes) => {
    const look = judgeEndpoint(endpoint, opened, strange);
    expect('findings' in look && look.findings.map(({ code }) => code)).toEqual(codes);
  });

  it('is opened in either way if Google closes it', () => {
    const look = judgeEndpoint(endpoint, answer(403, false));
    const remedy = 'findings' in look ? look.findings[0]?.remedy : undefined;
    expect(remedy).toMatch(/run.invoker to allUsers, or, .*"public": "no_iam_check"/);
  });

  it('is not checked if it answers 503 because the database is down', () => {
    expect(judgeEndpoint({ ...endpoint, isDatabaseAway: true }, answer(503))).toEqual({
      blockedBy: 'Database',
    });
  });
});

it.each([
  [{ paid: 0, withoutIpn: 0, lastWithoutIpnSeconds: null, lastIpnSeconds: null }, []],
  [{ paid: 9, withoutIpn: 1, lastWithoutIpnSeconds: 60, lastIpnSeconds: 61 }, ['ipn.silent']],
  [{ paid: 9, withoutIpn: 1, lastWithoutIpnSeconds: 60, lastIpnSeconds: 59 }, ['ipn.lossy']],
  [{ paid: 10, withoutIpn: 1, lastWithoutIpnSeconds: 60, lastIpnSeconds: 59 }, []],
])('judges the IPNs of a week: %j', (history, codes) => {
  expect(judgeIpns(history).map(({ code }) => code)).toEqual(codes);
});

it.each([
  [true, ['bot.topics']],
  [false, []],
])('warns about a bot in threaded mode: %s', async (has_topics_enabled, codes) => {
  const api = () => ({ getMe: async () => ({ username: 'TestBot', has_topics_enabled }) });
  const look = await botCheck.look({ ...checkedSystemOf({}, []), api } as never, new Set());
  const findings = 'findings' in look ? look.findings : [];
  expect(findings.map(({ code }) => code)).toEqual(codes);
  expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
});

it('lets the scheduler miss a minute or two', () => {
  expect([null, 0, 180].flatMap(judgeBacklog)).toEqual([]);
  expect(judgeBacklog(181)).toHaveLength(1);
});

it.each([
  ['https://api.nowpayments.io/v1', 'https://ipn.example.org/', true],
  ['https://api.nowpayments.io/v1', 'http://ipn.example.org/', false],
  ['https://api.nowpayments.io/v1', 'https://localhost/', false],
  ['https://api.nowpayments.io/v1', 'http://127.0.0.1:8092', false],
  ['http://127.0.0.1:8082/v1', 'http://127.0.0.1:8092', true],
  ['http://127.0.0.1:8082/v1', 'http://ipn.example.org/', false],
])('the server at %s can reach %s: %s', (api, address, isReachable) => {
  expect(isReachableFrom(api, address)).toBe(isReachable);
});

describe('checks', () => {
  const system = checkedSystemOf({}, []);
  const ok: Check = { name: 'First', look: async () => sound('fine') };

  it('report their own failure as a finding without secrets', async () => {
    const token = `8100200300:${'s'.repeat(36)}`;
    const broken: Check = { name: 'Broken', look: () => Promise.reject(new Error(`lost ${token}`)) };
    const after: Check = { ...ok, name: 'After', needs: ['Broken'] };
    const seen: string[] = [];
    const onResult = (result: Result) => void seen.push(describeResult(result));
    const results = await runChecks([ok, broken, after], system, { onResult });
    expect(results.map(({ status }) => status)).toEqual(['ok', 'error', 'not_checked']);
    expect(seen[1]).toMatch(/^ERROR {4}Broken .*lost \[redacted\]\n {9}-> Run the doctor again/);
    expect(seen[2]).toBe('-        After              not checked: see Broken');
  });

  it('are not made if a variable is missing', async () => {
    const results = await runChecks([{ ...ok, variables: ['WORKER_URL'] }], system);
    expect(results).toMatchObject([{ status: 'not_checked', note: 'not checked: see Configuration' }]);
  });

  it('end after 45 seconds if one hangs', async () => {
    jest.useFakeTimers();
    const running = runChecks([{ name: 'Hanging', look: () => new Promise(() => undefined) }], system);
    await jest.advanceTimersByTimeAsync(45_000);
    jest.useRealTimers();
    expect((await running)[0]?.findings).toMatchObject([{ code: 'check.timed_out', severity: 'error' }]);
  });

  it('end together, each with a line of its own, however many hang one after the other', async () => {
    jest.useFakeTimers();
    const never = () => new Promise<never>(() => undefined);
    const [first, second] = ['First', 'Second'].map((name) => ({ name, look: never }));
    const third = jest.fn(never);
    const checks: Check[] = [
      ok,
      { ...(first as Check), name: 'Hanging' },
      { ...(second as Check), after: ['Hanging'] },
      { name: 'Endless', limitsItself: true, look: never },
      { name: 'Third', after: ['Second'], look: third },
    ];
    const running = runChecks(checks, system, { limitMs: 60_000 });
    await jest.advanceTimersByTimeAsync(60_000);
    const results = await running;
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
    expect(results.map(({ status, findings }) => [status, findings[0]?.problem])).toEqual([
      ['ok', undefined],
      ['error', 'The check did not end within 45 s.'],
      ...Array.from({ length: 3 }, () => ['error', "The check did not end within the doctor's minute."]),
    ]);
    expect(third).not.toHaveBeenCalled();
  });
});
