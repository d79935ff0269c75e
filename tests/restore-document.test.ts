import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { COMMAND_VARIABLES, SINCE_NAMES } from '../infra/command-variables';
import { newSecrets, newSecretsIn } from '../infra/deploy/new-secret';
import { planDeploy } from '../infra/deploy/plan';
import { STAGES } from '../infra/deploy/stages';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import { installed, nothingThere } from './deploy/support/installed';

const text = readFileSync(join(__dirname, '../docs/restore.md'), 'utf8');
const chapterOf = (heading: string) =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

const PASSWORD = 'a#b$c"d';

describe('“The project is gone”', () => {
  const chapter = chapterOf('The project is gone');
  const [, make = ''] = /^```sh\n(password=.*?)^```$/ms.exec(chapter) ?? [];
  const [, added = ''] = /^```ini\n(.*?)^```$/ms.exec(chapter) ?? [];
  const made = spawnSync('sh', ['-c', make.replace('> restore.env', '')], { encoding: 'utf8' }).stdout;
  const file = made + added.replace("'PASSWORD'", `'${PASSWORD}'`);
  const variables = parseEnv(file) as Record<string, string>;

  it('writes every variable of the commands that it names', async () => {
    const config = await readConfig([...DATABASE_NAMES, ...SINCE_NAMES], variables);
    expect(config).toMatchObject({ DATABASE_USER: 'telepay', NOWPAYMENTS_EMAIL: 'you@example.com' });
    const known: readonly string[] = [...COMMAND_VARIABLES.replay, ...COMMAND_VARIABLES.migrate];
    const ofDeploy = await wanted();
    expect(
      Object.keys(variables).filter((name) => !known.includes(name) && !ofDeploy.includes(name)),
    ).toEqual([]);
  });

  /** The secrets that a deploy into an empty project creates. */
  const wanted = async () => {
    const installation = installed({ nowpayments_email: 'you@example.com' });
    return newSecretsIn(await planDeploy(STAGES, installation, nothingThere));
  };

  it('writes every secret that a deploy asks for, and the password that the database has', async () => {
    const valueOf = newSecrets({ file });
    for (const name of await wanted()) await valueOf(name);
    expect(variables['DATABASE_PASSWORD']).toMatch(/^[0-9a-f]{48}$/);
    expect(await valueOf('DATABASE_OWNER_PASSWORD')).toBe(variables['DATABASE_PASSWORD']);
  });

  it('gives the commands and the deploy the same secrets, whatever characters they have', async () => {
    const valueOf = newSecrets({ file });
    const read = await Promise.all(
      Object.keys(variables).map(async (name) => [name, await valueOf(name)] as const),
    );
    expect(Object.fromEntries(read)).toEqual(variables);
    expect(variables['NOWPAYMENTS_PASSWORD']).toBe(PASSWORD);
  });

  it('deletes nothing, and deploys only after it has reconciled', () => {
    expect(chapter).not.toMatch(/gcloud sql \w+ delete/);
    const order = ['import sql', 'npm run migrate', 'npm run replay', 'npm run deploy'].map((step) =>
      chapter.indexOf(step),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at > 0)).toBe(true);
  });
});

it('pauses before anything is restored, if the instance is gone', () => {
  const [first = ''] = chapterOf('The instance is gone').split('\n\n').slice(1);
  expect(first).toContain('npm run deploy -- --pause');
});

it('names the restored instance in the settings before the first command that uses it', () => {
  const chapter = chapterOf('Bad data');
  expect(chapter.indexOf('{"instance": "telepay-restored"}')).toBeLessThan(
    chapter.indexOf('npm run migrate'),
  );
  expect(text).not.toMatch(/^export /m);
});
