import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { COMMAND_VARIABLES } from '../../infra/command-variables';
import { VARIABLES } from '../../functions/variables';
import { readConfig } from '../../shared/config';
import { COMPOSE_FOLDER, MissingVariable, readComposeFile } from './compose-file';
import { newVariables } from './new-env';

const ROOT = join(__dirname, '../..');
const variables = newVariables();
const { services, volumes } = readComposeFile(variables);
const environmentOf = (name: string) => services[name]?.environment ?? {};

/** What Google sets, and what has no place on a server of one's own. */
const ELSEWHERE =
  /^(CLOUD_|DATABASE_(?!URL)|GOOGLE_|K_|LOG_TRANSPORT$|WORKER_INVOKER_EMAIL$|TELEGRAM_API_ROOT$|NOWPAYMENTS_API_URL$)/;

describe('the compose file', () => {
  it('is what the schema of Compose allows', () => {
    const style = [
      'service-keys-order',
      'services-alphabetical-order',
      'top-level-properties-order',
      'no-unbound-port-interfaces',
    ];
    const args = [COMPOSE_FOLDER, '--max-warnings=0', ...style.map((rule) => `--disable-rule=${rule}`)];
    const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/dclint'), args, {
      encoding: 'utf8',
    });
    expect([status, stdout + stderr]).toEqual([0, expect.not.stringMatching(/error|warning/i)]);
  });

  it('gives the host every variable of its functions, and the commands every one of theirs', async () => {
    const functions = [...new Set(Object.values(VARIABLES).flat())].filter((name) => !ELSEWHERE.test(name));
    expect(Object.keys(environmentOf('telepay'))).toEqual(expect.arrayContaining(functions));
    const commands = [...new Set(Object.values(COMMAND_VARIABLES).flat())].filter(
      (name) => !ELSEWHERE.test(name),
    );
    expect(Object.keys(environmentOf('commands'))).toEqual(expect.arrayContaining(commands));
    await readConfig(functions, environmentOf('telepay'));
  });

  it('keeps the password of the schema’s owner from the host', () => {
    const owner = String(variables['POSTGRES_PASSWORD']);
    expect(JSON.stringify(services['telepay'])).not.toContain(owner);
    expect(JSON.stringify(services['commands'])).toContain(owner);
  });

  it('builds the image once, for the service that starts first', () => {
    expect(Object.keys(services).filter((name) => 'build' in (services[name] ?? {}))).toEqual(['migrate']);
  });

  it('publishes the ports of Caddy and no other', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    expect(published).toEqual(['caddy 80:80', 'caddy 443:443', 'caddy 443:443/udp']);
  });

  it('starts the host after the migrations, which start once Postgres answers', () => {
    expect(services['migrate']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(services['telepay']?.depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
    });
  });

  it('gives the host longer to end than its drain takes', () => {
    expect(parseInt(String(services['telepay']?.stop_grace_period), 10)).toBeGreaterThan(10);
  });

  it('keeps the data of Postgres in a volume where version 18 and later look for it', () => {
    expect(services['postgres']?.volumes).toContain('postgres:/var/lib/postgresql');
    expect(volumes).toHaveProperty('postgres');
    expect(services['backup']?.image).toBe(services['postgres']?.image);
  });

  it('bounds the logs and restarts what must run', () => {
    for (const name of ['postgres', 'telepay', 'caddy', 'backup'])
      expect([name, services[name]?.restart, services[name]?.logging?.options['max-size']]).toEqual([
        name,
        'unless-stopped',
        '10m',
      ]);
  });

  it.each(['DOMAIN', 'TELEGRAM_BOT_TOKEN', 'POSTGRES_PASSWORD', 'STATUS_KEY'])('demands %s', (name) => {
    expect(() => readComposeFile({ ...variables, [name]: '' })).toThrow(MissingVariable);
  });
});

it('has no file with secrets that git would take', () => {
  const ignored = execFileSync(
    'git',
    ['check-ignore', 'infra/compose/.env', 'infra/compose/backups/x.dump', 'new.env', 'owner.env'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect(ignored.trim().split('\n')).toHaveLength(4);
});
