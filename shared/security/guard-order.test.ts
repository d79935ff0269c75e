import { answerErrors } from '../http/answer-errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { guarded } from '../http/guarded';
import type { Guard } from '../http/types';
import { ipAllowlist } from './ip-allowlist';
import { memoryRateLimit } from './rate-limit';
import { signWebhook, webhookSignature } from './webhook-signature';

// Rate limit, then IP list, then HMAC. Tested by counting, because the predecessor documented this and did the reverse.
const GOOD = '10.0.0.1';
const BAD = '8.8.8.8';
const body = '{}';

/** The guards, which admit one request a minute, and the number of requests that reach each. */
function guards() {
  const counts = { rate: 0, ip: 0, hmac: 0, handler: 0 };
  const counted =
    (name: 'rate' | 'ip' | 'hmac', guard: Guard): Guard =>
    (next) => {
      const handler = guard(next);
      return (request) => ((counts[name] += 1), handler(request));
    };
  const handler = guarded(
    [
      answerErrors({ info: () => undefined, error: () => undefined }),
      counted('rate', memoryRateLimit({ perMinute: 1, burst: 1, keyOf: () => 'all', now: () => 0 })),
      counted('ip', ipAllowlist(['10.0.0.0/8'], 0)),
      counted('hmac', webhookSignature({ keys: ['s'], clocks: [() => 0] })),
    ],
    async () => ((counts.handler += 1), { status: 200 }),
  );
  return { handler, counts };
}

const signed = signWebhook('s', body);
test.each([
  ['refuses an unsigned stranger by the IP list', BAD, {}, 0, 403, { rate: 1, ip: 1, hmac: 0, handler: 0 }],
  ['refuses an unsigned friend by the HMAC', GOOD, {}, 0, 401, { rate: 1, ip: 1, hmac: 1, handler: 0 }],
  [
    'refuses a signed friend over the limit by the rate limit',
    GOOD,
    signed,
    1,
    429,
    { rate: 2, ip: 1, hmac: 0, handler: 0 },
  ],
])('%s', async (_, remoteAddress, headers: Record<string, string>, earlier, status, expected) => {
  const { handler, counts } = guards();
  for (let sent = 0; sent < earlier; sent += 1) await handler(fakeRequest({ remoteAddress: BAD, body }));
  expect((await handler(fakeRequest({ remoteAddress, headers, body }))).status).toBe(status);
  expect(counts).toEqual(expected);
});
