import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { purposeKey } from '../../shared/security/purpose-keys';
import { withProgram } from '../support/installed-programs';
import { blocksOf } from './guide';
import { NEW_ENV, newEnv, newVariables, TYPED } from './new-env';

const SECRETS = /AAHdqTcv|api-key|ipn-secret|pass\$word/;
const folder = makeTemporaryFolder('new-env');
const file = join(folder, 'typed.env');
beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

it('writes what was typed, and secrets of its own', () => {
  const variables = newVariables();
  expect(variables).toMatchObject({
    DOMAIN: 'bot.example.com',
    TELEGRAM_BOT_TOKEN: TYPED[0],
    TELEGRAM_BOT_USERNAME: 'MyBot',
    OWNERS: '42',
    NOWPAYMENTS_PASSWORD: 'pass$word',
    STATUS_KEY: purposeKey('status', String(variables['WEBHOOK_SIGNING_SECRET'])).toString('hex'),
  });
  const made = [
    'TELEGRAM_WEBHOOK_SECRET',
    'WEBHOOK_SIGNING_SECRET',
    'POSTGRES_PASSWORD',
    'HOST_DATABASE_PASSWORD',
  ];
  expect(new Set(made.map((name) => variables[name])).size).toBe(made.length);
  for (const name of made) expect(variables[name]).toMatch(/^[0-9a-f]{48}$/);
});

it('prints no secret', () => {
  expect(newEnv().told).not.toMatch(SECRETS);
});

it.each([
  ['nothing typed', [], /This one is needed/],
  ['a quote in a value', ["it's", ...TYPED.slice(1)], /single quote/],
])('refuses %s and writes nothing', (_, typed, reason) => {
  expect(newEnv(typed)).toEqual({
    status: 1,
    told: expect.stringMatching(reason) as string,
    written: undefined,
  });
});

it('leaves a file that exists as it is', () => {
  writeFileSync(file, 'POSTGRES_PASSWORD=of-a-filled-database\n');
  const { status, stderr } = spawnSync('sh', [NEW_ENV, 'bot.example.com', file], {
    input: '',
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/exists already/)]);
  expect(readFileSync(file, 'utf8')).toBe('POSTGRES_PASSWORD=of-a-filled-database\n');
});

it('asks nothing if it could not write the answers', () => {
  const nowhere = join(folder, 'no-such-folder/.env');
  const { status, stderr } = spawnSync('sh', [NEW_ENV, 'bot.example.com', nowhere], {
    input: '',
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^.* can't be written: .*\n$/)]);
});

it.each([
  [[], 2],
  [['--help'], 0],
  [['bot.example.com'], 2],
])('says how to use it after %j', (args: string[], status) => {
  const told = spawnSync('sh', [NEW_ENV, ...args], { encoding: 'utf8' });
  expect(told).toMatchObject({ status, stderr: expect.stringContaining('DOMAIN') as string });
});

// Types each line at its question, as at a keyboard. Prints what the terminal shows.
const TERMINAL = `
import json, os, pty, sys
process, terminal = pty.fork()
if process == 0:
    os.execvp('sh', ['sh'] + sys.argv[2:])
shown = b''
def read():
    global shown
    try:
        more = os.read(terminal, 1000)
    except OSError:
        more = b''
    shown += more
    return more
for line in json.loads(sys.argv[1]):
    while read() and not shown.endswith(b': '):
        pass
    os.write(terminal, line.encode() + b'\\n')
while read():
    pass
sys.stdout.write(shown.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
`;

withProgram('python3')('at a terminal', () => {
  it('shows what is typed, but no secret, and keeps the file from others', () => {
    const args = ['-c', TERMINAL, JSON.stringify(TYPED), NEW_ENV, 'bot.example.com', file];
    const { status, stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('@MyBot');
    expect(stdout).not.toMatch(SECRETS);
    expect(readFileSync(file, 'utf8')).toMatch(SECRETS);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('“Change a secret” in the guide', () => {
  it('names every secret of a new installation', () => {
    const guide = readFileSync(join(__dirname, '../../docs/self-hosting.md'), 'utf8');
    const [, chapter = ''] = /^## Change a secret$(.*?)^## /ms.exec(guide) ?? [];
    const secrets = Object.keys(newVariables()).filter((name) => /TOKEN|SECRET|PASSWORD|KEY/.test(name));
    expect(secrets.filter((name) => !chapter.includes(`\`${name}\``))).toEqual([]);
  });

  it('makes a signing secret with its key', () => {
    const [script = ''] = blocksOf('Change a secret');
    const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    const [, secret = '', key] =
      /^WEBHOOK_SIGNING_SECRET=([0-9a-f]{48})\nSTATUS_KEY=([0-9a-f]{64})\n$/.exec(stdout) ?? [];
    expect(key).toBe(purposeKey('status', secret).toString('hex'));
  });
});
