import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIG_NAMES, examineConfig, type ConfigName } from '../../shared/config';
import { COMMAND_VARIABLES } from '../command-variables';
import { installationOf } from '../deploy/installation';
import { parseSettings } from '../deploy/settings/settings';
import { findInstallation } from './named-installation';
import { operatorEnvironment } from './operator-environment';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'telepay-named-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const SETTINGS = { project: 'shop-project', bot_username: 'ShopBot', nowpayments_email: 'olga@example.com' };
const environmentWith = (change: object = {}) => {
  const settings = parseSettings(JSON.stringify({ ...SETTINGS, ...change }), 'deploy.json');
  return operatorEnvironment(
    installationOf(settings, {
      projectNumber: '42',
      deployId: '',
      isDomainReady: settings.domain !== undefined,
    }),
  );
};

/** A valid value of each secret. */
const accessSecret = async (name: string): Promise<string> => {
  if (/bot-token/.test(name)) return `123456789:${'A'.repeat(35)}`;
  return /status-key/.test(name) ? 'ab'.repeat(32) : 'a-secret-of-this-installation';
};

describe('the settings of a deploy', () => {
  const commands = Object.entries(COMMAND_VARIABLES) as [string, readonly ConfigName[]][];
  it.each(commands)('give everything that %s reads', async (_, names) => {
    for (const change of [{}, { database: { login: 'password' } }, { domain: 'pay.example.org' }]) {
      const { problems, values } = await examineConfig(names, environmentWith(change), accessSecret);
      expect(problems).toEqual([]);
      const found: Partial<Record<ConfigName, unknown>> = values;
      if (names.includes('TELEGRAM_WEBHOOK_URL')) expect(found.TELEGRAM_WEBHOOK_URL).toMatch(/^https:/);
      if (names.includes('HEALTH_URL')) expect(found.HEALTH_URL).toMatch(/^https:.*\/health$/);
    }
  });

  it('log in as the owner of the schema, with the newest password', () => {
    expect(environmentWith()).toMatchObject({
      CLOUD_SQL_INSTANCE: 'shop-project:europe-west1:telepay',
      DATABASE_USER: 'telepay',
      DATABASE_PASSWORD: 'sm://projects/shop-project/secrets/telepay-database-owner-password/versions/latest',
    });
  });

  it('hold no secret', () => {
    const secrets = Object.entries(environmentWith()).filter(([name]) =>
      /TOKEN|SECRET|PASSWORD|KEY/.test(name),
    );
    for (const [, value] of secrets) expect(value).toMatch(/^sm:\/\/projects\/shop-project\/.*\/latest$/);
    expect(secrets.length).toBeGreaterThan(5);
  });

  it('are read without gcloud if a command needs no address', async () => {
    const settings = written('deploy.json', JSON.stringify(SETTINGS));
    const found = await findInstallation({ settings }, COMMAND_VARIABLES.channels, {});
    expect(found?.title).toBe('installation telepay in shop-project');
    expect(found?.environment['GOOGLE_CLOUD_QUOTA_PROJECT']).toBe('shop-project');
  });
});

describe('an exported variable', () => {
  const named = { CLOUD_SQL_INSTANCE: 'p:r:i', DATABASE_NAME: 'telepay', DATABASE_USER: 'telepay' };
  const lines = Object.entries(named).map(([name, value]) => `${name}=${value}`);
  const find = (exported: Record<string, string>) =>
    findInstallation({ env: written('shop.env', lines.join('\n')) }, CONFIG_NAMES, exported);
  const naming = CONFIG_NAMES.filter((name) => !name.startsWith('DATABASE_POOL_'));

  it.each(naming)('%s is refused if the named installation has another one', async (name) => {
    await expect(find({ [name]: 'elsewhere' })).rejects.toThrow(
      new RegExp(
        `^--env .*shop.env names the installation, but these exported variables say something else: ${name}\\.`,
      ),
    );
  });

  it('is accepted if it says the same, is empty or names no installation', async () => {
    const exported = { ...named, DATABASE_URL: '', DATABASE_POOL_MAX: '1', HOME: '/root' };
    expect((await find(exported))?.environment).toEqual(named);
  });

  it('is named with all others', async () => {
    await expect(find({ DATABASE_URL: 'a', DATABASE_NAME: 'b' })).rejects.toThrow(
      'Run unset DATABASE_URL DATABASE_NAME, or leave --env',
    );
  });
});

it('reads a file of variables as Node does', async () => {
  const env = written(
    'own.env',
    '# the shop\nexport DATABASE_URL="postgres://a:b#c@db/x"\nOWNERS=1,2 # two\n',
  );
  const found = await findInstallation({ env }, CONFIG_NAMES, {});
  expect(found).toEqual({
    title: `installation of ${env}`,
    environment: { DATABASE_URL: 'postgres://a:b#c@db/x', OWNERS: '1,2' },
  });
});

it.each([
  [{ settings: 'a', env: 'b' }, 'Name the installation once: by --settings or by --env.'],
  [{ settings: 'nowhere.json' }, 'There is no file nowhere.json.'],
  [{ env: 'nowhere.env' }, 'There is no file nowhere.env.'],
])('refuses %j in a sentence', async (name, sentence) => {
  await expect(findInstallation(name, CONFIG_NAMES, {})).rejects.toThrow(sentence);
});

it('leaves everything to the exported variables if nothing is named', async () => {
  expect(await findInstallation({}, CONFIG_NAMES, { DATABASE_URL: 'x' })).toBeUndefined();
});
