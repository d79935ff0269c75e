import type { Target } from '../../functions/variables';
import { parseSettings } from './settings';
import { connectionsAtMost, demandThatPoolsFit, SIZES, sizeOf, TooManyConnections } from './sizes';

const settings = (given: object) =>
  parseSettings(JSON.stringify({ project: 'any-project', bot_username: 'AnyBot', ...given }), 'settings');

it('fits the default installation into the default database, also while two revisions run side by side', () => {
  expect(() => demandThatPoolsFit(settings({}))).not.toThrow();
});

it('counts every pool of every instance twice, and the reserve', () => {
  const before = connectionsAtMost(settings({}));
  const more = settings({ functions: { paymentIpn: { max_instances: SIZES.paymentIpn.maxInstances + 1 } } });
  expect(connectionsAtMost(more) - before).toBe(2 * SIZES.paymentIpn.poolMax);
});

it('refuses what does not fit, with the arithmetic, and takes it with a larger database', () => {
  const functions = { telegramWebhook: { max_instances: 10 } };
  expect(() => demandThatPoolsFit(settings({ functions }))).toThrow(TooManyConnections);
  expect(() => demandThatPoolsFit(settings({ functions, database: { max_connections: 400 } }))).not.toThrow();
});

it.each(Object.keys(SIZES) as Target[])(
  'gives %s a whole CPU, without which it would serve one at a time',
  (target) => {
    const { cpu, concurrency, minInstances, maxInstances } = sizeOf(settings({}), target);
    expect({ cpu, servesMany: concurrency > 1 }).toEqual({ cpu: '1', servesMany: true });
    expect(minInstances).toBeLessThanOrEqual(maxInstances);
  },
);

/** `shared/database/connection/pool.ts` ends a statement after this long. */
const STATEMENT_SECONDS = 10;

it.each(Object.keys(SIZES) as Target[])(
  'lets %s answer 503 before the platform answers in its place',
  (target) => {
    const { poolWaitMs, timeoutSeconds } = sizeOf(settings({}), target);
    expect(poolWaitMs / 1000 + (target === 'health' ? 2 : STATEMENT_SECONDS)).toBeLessThan(timeoutSeconds);
  },
);
