import postgres from 'postgres';
import { DAY_MS } from '../../shared/domain/common/time';
import { startNowpaymentsSimulator } from '../../playground/nowpayments/index';
import { startTelegramSimulator } from '../../playground/telegram/index';
import { findPort } from '../../playground/find-ports';
import { eventually } from '../journeys/support/eventually';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { POSTGRES_PROGRAMS, withPostgresPrograms } from '../support/installed-programs';
import { blocksOf } from './guide';
import { startOwnServer, type OwnServer } from './own-server';

const BOT = { botToken: '8100200300:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', botUsername: 'MyOwnBot' };
const SHOP = {
  apiKey: 'an-api-key',
  ipnSecret: 'an-ipn-secret-of-the-test',
  email: 'me@example.com',
  password: 'Correct-Horse-9',
};
const OWNER = { id: 42, first_name: 'Olga' };
const ANSWERS = [
  BOT.botToken,
  `@${BOT.botUsername}`,
  SHOP.apiKey,
  SHOP.ipnSecret,
  String(OWNER.id),
  SHOP.email,
  SHOP.password,
];

/** Prints each file of secrets that another user of the server could read. */
const SHOW_OPEN = "find . /etc/telepay -name '*.env' -perm /077 -printf 'others may read %p\\n'";

// Follows the guide word by word on this machine. systemd, Caddy and apt-get are played, everything else is real.
withPostgresPrograms('docs/self-hosting.md, with systemd', () => {
  const [build = '', variables = '', database = '', start = '', caddy = '', connect = '', ...others] =
    blocksOf('With systemd');
  const [cron = ''] = blocksOf('Know when it breaks');
  const [backup = ''] = blocksOf('Backups');
  const [stop = '', restore = '', reconcile = '', startAgain = ''] = blocksOf('Restore');
  let server: OwnServer;
  let telegram: Awaited<ReturnType<typeof startTelegramSimulator>>;
  let nowpayments: Awaited<ReturnType<typeof startNowpaymentsSimulator>>;

  beforeEach(async () => {
    server = await startOwnServer(String(POSTGRES_PROGRAMS));
    const common = { allowedOrigin: 'http://127.0.0.1', now: Date.now, limits: false };
    telegram = await startTelegramSimulator({ ...common, ...BOT, port: await findPort() });
    nowpayments = await startNowpaymentsSimulator({ ...common, ...SHOP, port: await findPort() });
    telegram.addUser(OWNER);
  }, LONG_TEST_DEADLINE_MS);
  afterEach(async () => {
    await server.close();
    await telegram.close();
    await nowpayments.close();
  });

  const answersTo = async (text: string) => {
    const before = telegram.messages(OWNER.id).length;
    telegram.as(OWNER.id).start();
    await eventually(() =>
      expect(
        telegram
          .messages(OWNER.id)
          .slice(before)
          .map((message) => message.text)
          .join('\n'),
      ).toContain(text),
    );
  };
  const rows = async () => {
    const sql = postgres(server.postgres.url.replace(/postgres$/, 'telepay'), { max: 1 });
    try {
      return (await sql<{ count: number }[]>`select count(*)::int as count from chats`)[0]?.count;
    } finally {
      await sql.end();
    }
  };

  /** What no installation on the internet has: providers on this machine. */
  const simulated = () =>
    [
      `TELEGRAM_API_ROOT=${telegram.url}`,
      `NOWPAYMENTS_API_URL=${nowpayments.url}`,
      'TRUSTED_PROXY_HOPS=0',
    ].flatMap((line) => ['telepay.env', 'owner.env'].map((file) => `echo ${line} >> /etc/telepay/${file}`));

  /** Runs what cron runs. It is told to by a file in a folder that cron reads. */
  const runCron = () => {
    const [, command = ''] = /^17 \* \* \* \* root (.*)$/m.exec(cron) ?? [];
    return server.run([`${command} || true`]);
  };
  const reportsTrouble = async () => {
    await server.run([cron]);
    await eventually(() => expect(server.hostOutput()).toContain('status.observed'));
    expect(await runCron()).toBe('');
    await server.run(['sudo systemctl stop telepay']);
    expect(await runCron()).toMatch(/^The status can't be read/);
    await server.run(['sudo systemctl start telepay']);
  };

  it(
    'installs, answers, reports trouble, backs up and restores',
    async () => {
      expect(others).toEqual([]);
      const told = await server.run(
        [build, variables, SHOW_OPEN, ...simulated(), database, start, caddy, connect],
        ANSWERS,
      );
      expect(told).not.toContain('others may read');
      expect(told).toContain('Updates now go to');
      await answersTo('Welcome');
      await reportsTrouble();
      await server.run([backup]);
      const before = await rows();
      expect(before).toBeGreaterThan(0);
      const since = new Date(Date.now() - DAY_MS).toISOString();
      await server.run([stop, restore, `T=${since}`, reconcile, startAgain]);
      expect(await rows()).toBe(before);
      await answersTo('Welcome');
    },
    LONG_TEST_DEADLINE_MS,
  );
});
