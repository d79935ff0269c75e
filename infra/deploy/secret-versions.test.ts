import { TARGETS } from '../../functions/variables';
import { installed, nothingThere } from '../../tests/deploy/support/installed';
import type { Google } from './google';
import { OWNER_PASSWORD, type SecretVariable } from './installation';
import { rotation } from './secret-versions';

const NAME = 'NOWPAYMENTS_IPN_SECRET';
const SIGNING = 'WEBHOOK_SIGNING_SECRET';
const installation = installed();

/** A project with these live versions of a secret. The functions use `used` of it; one may still use other versions. */
function project(
  name: SecretVariable,
  live: readonly number[],
  used: readonly number[],
  lagging = used,
): Google {
  const kept = installation.secret(name);
  return {
    ...nothingThere,
    isEnabled: async () => true,
    list: async (_api, ...args) => {
      const line = args.join(' ');
      if (line === `secrets versions list ${kept}`)
        return live.map((n) => ({ name: `versions/${n}`, state: 'ENABLED' }));
      if (line.startsWith('secrets list')) return [{ name: `projects/1/secrets/${kept}` }];
      return TARGETS.map((target) => {
        const versions = target === 'worker' ? lagging : used;
        const given = versions.map((version) => ({ secret: kept, version: String(version) }));
        return { name: installation.service(target), serviceConfig: { secretEnvironmentVariables: given } };
      });
    },
  };
}
const rotated = async (name: SecretVariable, google: Google, isLeaked = false) =>
  (await rotation(installation, google, { rotate: name, isLeaked })).map(({ args }) =>
    args.slice(0, 4).join(' '),
  );
const added = (name: SecretVariable) => `secrets versions add ${installation.secret(name)}`;

it('adds no third version, because the first would end while callers may still sign with it', async () => {
  await expect(rotated(NAME, project(NAME, [1, 2], [1, 2]))).rejects.toThrow(
    `First run: npm run deploy -- --retire ${NAME}`,
  );
});

it('adds a third version if the secret leaked', async () => {
  expect(await rotated(NAME, project(NAME, [1, 2], [1, 2]), true)).toEqual([added(NAME)]);
});

it.each([
  ['no function uses', project(SIGNING, [1, 2], [1])],
  ['a function does not use yet', project(SIGNING, [1, 2], [1, 2], [1])],
])('adds none beside a newer version that %s', async (_, google) => {
  expect(await rotated(SIGNING, google)).toEqual([]);
  expect(await rotated(SIGNING, google, true)).toEqual([]);
});

it.each([false, true])('always replaces a secret that no function reads (leaked: %s)', async (isLeaked) => {
  const google = project(OWNER_PASSWORD, [1, 2], []);
  expect(await rotated(OWNER_PASSWORD, google, isLeaked)).toEqual([
    added(OWNER_PASSWORD),
    'sql users set-password telepay',
  ]);
});
