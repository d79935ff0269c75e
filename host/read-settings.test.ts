import { TARGETS, VARIABLES, type Target } from '../functions/variables';
import { ConfigError, whenUnset, type ConfigName } from '../shared/config';
import { ownVariables } from '../tests/journeys/support/own-variables';
import { readSettings } from './read-settings';

const URL_OF_DATABASE = 'postgres://telepay@127.0.0.1:5432/telepay';
const complete: Readonly<Record<string, string>> = Object.assign(
  {},
  ...TARGETS.map((target) => ownVariables(target, URL_OF_DATABASE)),
) as Record<string, string>;

const withoutWorkerUrl = { ...complete, WORKER_URL: '' };

async function refusal(environment: Record<string, string>): Promise<string> {
  try {
    await readSettings(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}
const missingIn = (text: string) => [...text.matchAll(/(\w+) is missing/g)].map(([, name]) => name).sort();

/** What a function demands. In the process of the worker, nothing needs its address. */
const demandedBy = (targets: readonly Target[]) =>
  [...new Set(targets.flatMap((target): readonly string[] => VARIABLES[target]))].filter(
    (name) =>
      whenUnset(name as ConfigName).isDemanded && !(name === 'WORKER_URL' && targets.includes('worker')),
  );

it.each<readonly Target[]>([TARGETS, ['health'], ['telegramWebhook', 'paymentIpn'], ['worker']])(
  'names all missing variables of the chosen functions at once: %s, %s, %s',
  async (...targets) => {
    const chosen = targets.filter((target) => TARGETS.includes(target));
    const text = await refusal({ FUNCTIONS: chosen.join(',') });
    expect(missingIn(text)).toEqual([...demandedBy(chosen), 'DATABASE_URL'].sort());
  },
);

it('serves all functions by default', async () => {
  const { targets, config } = await readSettings(withoutWorkerUrl);
  expect(targets).toEqual(TARGETS);
  expect(config).toMatchObject({
    PORT: 8080,
    HOST: '127.0.0.1',
    KEEP_ALIVE_SECONDS: 130,
    TICK: 'off',
    DATABASE_POOL_MAX: 10,
    WORKER_URL: 'http://127.0.0.1:8080/worker',
  });
});

it('serves each chosen function once, and keeps the pool of one as small as elsewhere', async () => {
  const { targets, config } = await readSettings({ ...complete, FUNCTIONS: ' health , health ' });
  expect([targets, config.DATABASE_POOL_MAX]).toEqual([['health'], 5]);
});

it('keeps what is set', async () => {
  const set = { DATABASE_POOL_MAX: '3', WORKER_URL: 'https://worker.example/', FUNCTIONS: 'worker,health' };
  const { config } = await readSettings({ ...complete, ...set });
  expect(config).toMatchObject({ DATABASE_POOL_MAX: 3, WORKER_URL: 'https://worker.example/' });
});

it('demands the address of a worker that it does not serve', async () => {
  expect(missingIn(await refusal({ ...withoutWorkerUrl, FUNCTIONS: 'paymentIpn' }))).toEqual(['WORKER_URL']);
});

it.each(['telegramwebhook', 'health,secret-value', ',', 'health;worker'])(
  'refuses FUNCTIONS=%s without quoting it',
  async (FUNCTIONS) => {
    const text = await refusal({ ...complete, FUNCTIONS });
    expect(text).toContain('FUNCTIONS is not valid: it may name telegramWebhook, paymentIpn');
    expect(text).not.toContain('secret-value');
  },
);

it('refuses a tick without the worker, beside every other problem', async () => {
  const text = await refusal({ ...complete, FUNCTIONS: 'health', TICK: 'on', PORT: 'eighty' });
  expect(text).toContain('TICK=on calls the worker, so FUNCTIONS must name worker');
  expect(text).toContain('PORT is not valid');
});
