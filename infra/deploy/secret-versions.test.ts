import { installed, nothingThere } from '../../tests/deploy/support/installed';
import type { Google } from './google';
import { rotation } from './secret-versions';

const NAME = 'NOWPAYMENTS_IPN_SECRET';
const installation = installed();
const KEPT = installation.secret(NAME);

/** A project whose functions use versions 2 and 1 of the secret, as between --rotate and --retire. */
const duringRotation: Google = {
  ...nothingThere,
  isEnabled: async () => true,
  list: async (_api, ...args) => {
    const line = args.join(' ');
    if (line.startsWith('secrets versions'))
      return [1, 2].map((n) => ({ name: `versions/${n}`, state: 'ENABLED' }));
    if (line.startsWith('secrets list')) return [{ name: `projects/1/secrets/${KEPT}` }];
    const used = [1, 2].map((version) => ({ secret: KEPT, version: String(version) }));
    return [{ serviceConfig: { secretEnvironmentVariables: used } }];
  },
};

it('adds no third version, because the first would end while callers may still sign with it', async () => {
  await expect(rotation(installation, duringRotation, { rotate: NAME })).rejects.toThrow(
    `First run: npm run deploy -- --retire ${NAME}`,
  );
});

it('adds a third version if the secret leaked', async () => {
  const commands = await rotation(installation, duringRotation, { rotate: NAME, isLeaked: true });
  expect(commands.map(({ args }) => args.slice(0, 4))).toEqual([['secrets', 'versions', 'add', KEPT]]);
});
