import { runCommandLine } from '../support/run-command-line';

const SECRET = 'sm://projects/p/secrets/s/versions/latest';
/** A machine of an operator who has never logged in: no metadata server and no file of gcloud. */
const NOWHERE = { METADATA_SERVER_DETECTION: 'none', HOME: '/nonexistent', CLOUDSDK_CONFIG: '/nonexistent' };
const CLOUD_SQL = {
  CLOUD_SQL_INSTANCE: 'project:europe-west1:instance',
  DATABASE_NAME: 'telepay',
  DATABASE_USER: 'operator',
};

const COMMANDS = [
  ['infra/doctor.ts', []],
  ['infra/migrate.ts', ['--plan']],
  ['infra/channels.ts', ['list']],
  ['infra/replay.ts', ['outbox', '1']],
] as const;

describe.each(COMMANDS)('%s without Google credentials', (file, words) => {
  it.each([
    ['a secret', { DATABASE_URL: SECRET }],
    ['the database', CLOUD_SQL],
  ])('ends with one sentence if it needs them for %s', async (_, variables) => {
    const { code, stdout, stderr } = await runCommandLine(file, words, { ...NOWHERE, ...variables });
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('gcloud auth application-default login');
    expect(stdout + stderr).not.toMatch(/^\s+at |node:internal|Unhandled/m);
  });
});

it('infra/webhook.ts ends with one sentence without Google credentials', async () => {
  const { code, stderr } = await runCommandLine('infra/webhook.ts', ['check'], {
    ...NOWHERE,
    TELEGRAM_BOT_TOKEN: SECRET,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  });
  expect(code).toBe(1);
  expect(stderr).toContain('gcloud auth application-default login');
  expect(stderr).not.toMatch(/^\s+at |node:internal|Unhandled/m);
});
