import type { Target } from '../../functions/variables';
import { parseSettings } from './settings/settings';
import { connectionsAtMost, demandThatPoolsFit, SIZES, sizeOf, TooManyConnections } from './sizes';

const settings = (given: object) =>
  parseSettings(JSON.stringify({ project: 'any-project', bot_username: 'AnyBot', ...given }), 'settings');

it('fits two revisions of the default installation into the default database', () => {
  expect(() => demandThatPoolsFit(settings({}))).not.toThrow();
});

it('counts the pool of every instance twice', () => {
  const before = connectionsAtMost(settings({}));
  const more = settings({ functions: { paymentIpn: { max_instances: SIZES.paymentIpn.maxInstances + 1 } } });
  expect(connectionsAtMost(more) - before).toBe(2 * SIZES.paymentIpn.poolMax);
});

it('refuses more connections than the database accepts', () => {
  const functions = { telegramWebhook: { max_instances: 10 } };
  expect(() => demandThatPoolsFit(settings({ functions }))).toThrow(TooManyConnections);
  expect(() => demandThatPoolsFit(settings({ functions, database: { max_connections: 400 } }))).not.toThrow();
});

it.each(Object.keys(SIZES) as Target[])(
  'gives %s a whole CPU, so that it serves several requests at once',
  (target) => {
    const { cpu, concurrency, minInstances, maxInstances } = sizeOf(settings({}), target);
    expect({ cpu, servesMany: concurrency > 1 }).toEqual({ cpu: '1', servesMany: true });
    expect(minInstances).toBeLessThanOrEqual(maxInstances);
  },
);

/** `shared/database/connection/pool.ts` ends a statement after this long. */
const STATEMENT_SECONDS = 10;

it.each(Object.keys(SIZES) as Target[])('lets %s answer 503 before the platform times out', (target) => {
  const { poolWaitMs, timeoutSeconds } = sizeOf(settings({}), target);
  expect(poolWaitMs / 1000 + (target === 'health' ? 2 : STATEMENT_SECONDS)).toBeLessThan(timeoutSeconds);
});
