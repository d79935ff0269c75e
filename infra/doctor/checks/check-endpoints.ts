import { randomBytes } from 'node:crypto';
import { signIpn } from '../../../shared/nowpayments/ipn-signature';
import { signFor } from '../../../shared/security/purpose-keys';
import { isReachableFrom } from '../addresses';
import { found, sound, type Check } from '../check';
import { fault } from '../finding';
import { judgeEndpoint } from './judge-endpoint';
import { judgeHops, MARKED } from './judge-hops';
import { probe } from '../probe';

export const ipnAddressCheck: Check = {
  name: 'IPN address',
  variables: ['NOWPAYMENTS_IPN_CALLBACK_URL', 'NOWPAYMENTS_API_URL'],
  look: async ({ value }) => {
    if (isReachableFrom(value('NOWPAYMENTS_API_URL'), value('NOWPAYMENTS_IPN_CALLBACK_URL')))
      return sound('NOWPayments can reach it');
    return found(
      fault('ipn.address', {
        problem:
          'NOWPAYMENTS_IPN_CALLBACK_URL is not an https address outside this machine, so no IPN can arrive.',
        remedy: 'Set it to the https address of paymentIpn and deploy the worker again.',
      }),
    );
  },
};

/** The body of a signed call about no payment, which paymentIpn acknowledges and ignores. */
const HARMLESS = '{"doctor":true}';

export const ipnEndpointCheck: Check = {
  name: 'IPNs come in',
  needs: ['IPN address'],
  after: ['Database'],
  variables: ['NOWPAYMENTS_IPN_SECRET'],
  look: async ({ value }, failed) => {
    const url = value('NOWPAYMENTS_IPN_CALLBACK_URL');
    const ask = (secret: string) =>
      probe(url, { body: HARMLESS, headers: { 'x-nowpayments-sig': signIpn(HARMLESS, secret) } });
    const [opened, strange] = await Promise.all([
      ask(value('NOWPAYMENTS_IPN_SECRET')),
      ask(randomBytes(24).toString('base64url')),
    ]);
    const endpoint = {
      code: 'ipn',
      target: 'paymentIpn',
      address: 'NOWPAYMENTS_IPN_CALLBACK_URL',
      secret: 'NOWPAYMENTS_IPN_SECRET',
      isDatabaseAway: failed.has('Database'),
    };
    return judgeEndpoint(endpoint, opened, strange);
  },
};

/** Longer than the worker works on due promises, with its last batch. */
const WORKER_TIMEOUT_MS = 35_000;
const NUDGE = '{"due":true}';

export const workerCheck: Check = {
  name: 'Worker',
  // This check wakes the worker, which performs what is due, so the checks that measure delay must finish first.
  after: ['Promises', 'Put aside', 'Removals', 'Database'],
  variables: ['WORKER_URL', 'WEBHOOK_SIGNING_SECRET'],
  look: async ({ value, now }, failed) => {
    const seconds = (await now()) / 1000;
    const headers = signFor('worker', value('WEBHOOK_SIGNING_SECRET'), NUDGE, seconds);
    const opened = await probe(value('WORKER_URL'), { body: NUDGE, headers, timeoutMs: WORKER_TIMEOUT_MS });
    const endpoint = {
      code: 'worker',
      target: 'worker',
      address: 'WORKER_URL',
      secret: 'WEBHOOK_SIGNING_SECRET',
      isDatabaseAway: failed.has('Database'),
    };
    return judgeEndpoint(endpoint, opened);
  },
};

export const healthCheck: Check = {
  name: 'Health',
  // A wrong signing secret is the worker's finding, and must not be reported twice.
  after: ['Database', 'Worker'],
  look: async ({ config, now }, failed) => {
    const { HEALTH_URL: url, WEBHOOK_SIGNING_SECRET: secret } = config;
    if (url === undefined) return { absent: 'not checked: HEALTH_URL is not set' };
    const endpoint = {
      code: 'health',
      target: 'health',
      address: 'HEALTH_URL',
      secret: 'WEBHOOK_SIGNING_SECRET',
      isDatabaseAway: failed.has('Database'),
    };
    const ready = await probe(new URL('/health', url).href, { method: 'GET' });
    if (!ready.isAnswered || ready.status !== 200 || secret === undefined || failed.has('Worker'))
      return judgeEndpoint(endpoint, ready);
    const headers = { ...signFor('status', secret, '', (await now()) / 1000), ...MARKED };
    const status = await probe(new URL('/status', url).href, { method: 'GET', headers });
    if (!status.isAnswered || status.status !== 200) {
      const isRefused = status.isAnswered && (status.status === 401 || status.status === 403);
      return isRefused ? found(statusRefused) : judgeEndpoint(endpoint, status);
    }
    const findings = judgeHops(status.text);
    return findings.length > 0 ? found(...findings) : judgeEndpoint(endpoint, status);
  },
};

const statusRefused = fault('health.refused', {
  problem: 'health refuses to show /status to the holder of WEBHOOK_SIGNING_SECRET.',
  remedy:
    'Deploy again, so that health gets the key that derives from it. On a server of your own, set STATUS_KEY (docs/self-hosting.md, Change a secret).',
});
