import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import postgres from 'postgres';
import { parseNotification } from '../../functions/notification-webhook/notification';
import { startTelegramSimulator, type TelegramSimulator } from '../../playground/telegram/index';
import { saveChannels } from '../../shared/database/owner/channels';
import { BROADCAST_TRIGGER_PATH } from '../../shared/notification-api/answers';
import { FIELDS } from '../../shared/notification-api/fields';
import { parseChannelFile } from '../../shared/services/operations/channel-file';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { FACT_DEADLINE_MS, WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { call, type Answer, type Call } from './support/call';
import { eventually } from './support/eventually';
import { freezeClock, thawClock } from './support/freeze-clock';
import { expectHardened } from './support/hardened';
import { from } from './support/notification-caller';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone } from './support/run-alone';
import { NOTIFICATION, notification, signedCall, type Signing } from './support/signed-calls';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/notification-webhook.md'), 'utf8');

const CHANNELS = { told: -1001234567890, disabled: -1001234567891, blocked: -1001234567892 };
const OWNERS = { told: 7001, disabled: 7002, blocked: 7003 };

let database: TestDatabase;
let sql: postgres.Sql;
let telegram: TelegramSimulator;
let environment: Record<string, string>;
let url: string;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  const own = ownVariables('notificationWebhook', database.url);
  const botToken = String(own['TELEGRAM_BOT_TOKEN']);
  telegram = await startTelegramSimulator({ botToken, botUsername: 'telepay_bot', limits: false });
  for (const id of Object.values(OWNERS)) {
    telegram.addUser({ id, first_name: 'Olga' });
    telegram.as(id).start();
  }
  telegram.as(OWNERS.blocked).block();
  const channels = (['told', 'disabled', 'blocked'] as const).map((name) => ({
    open_channel_id: CHANNELS[name],
    title: 'Alpha',
    owner_user_id: OWNERS[name],
    notifications: { enabled: name !== 'disabled' },
    closed_channel_id: CHANNELS[name] - 1_000_000,
    tiers: [{ name: 'Gold', price_usd: '9.99', days: 30 }],
  }));
  await saveChannels(database.database, parseChannelFile(JSON.stringify(channels)));
  environment = { ...own, ALLOWED_IPS: '127.0.0.0/8,10.0.0.0/8', TELEGRAM_API_ROOT: telegram.url };
  ({ url } = await serveAlone('notificationWebhook', environment));
}, WORLD_START_DEADLINE_MS);
afterAll(async () => {
  killAll();
  await telegram.close();
  await sql.end();
  await database.close();
});

/** The rows of the table whose first heading is `heading`: their cells, without backticks. */
function rowsOf(heading: string): string[][] {
  const [, table = ''] = PAGE.split(new RegExp(`^\\| ${heading} .*\\n\\|[- |]+\\n`, 'm'));
  const lines = table.split(/\n(?!\|)/)[0]?.split('\n') ?? [];
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

describe('the table of fields', () => {
  const documented = rowsOf('field').map(([path = '', required]) => ({ path, required: required === 'yes' }));
  const nameIn = (path: string) => path.replace(/^payment_data\./, '');
  const complete = notification({
    username: 'dana',
    timestamp: 1,
    tier: 'a',
    tier_price: 1,
    duration_days: 1,
  });
  const subscription = { ...complete, idempotency_key: 'k', payment_type: 'subscription' };
  const without = (path: string): Record<string, unknown> =>
    JSON.parse(JSON.stringify(subscription), (key, value: unknown) =>
      key === nameIn(path) ? undefined : value,
    ) as Record<string, unknown>;

  it('names exactly the fields that are read', () => {
    const names = documented.map(({ path }) => nameIn(path));
    expect(names.sort()).toEqual([...Object.keys(FIELDS), 'username', 'payment_data'].sort());
  });

  it.each(documented)('is right about $path (required: $required)', ({ path, required }) => {
    const read = () => parseNotification(without(path));
    if (required) expect(read).toThrow(`Missing field: ${nameIn(path)}`);
    else expect(read).not.toThrow();
  });
});

let paid = 0;
const payment = (channelId: number, overrides: object = {}) =>
  notification({ amount_crypto: `0.${++paid}1`, ...overrides }, channelId);
const signed = (content: object, how: Signing = {}): Call =>
  signedCall(environment, content, { path: NOTIFICATION, headers: from(), ...how });
const ask = (how: Call) => call(url, { path: NOTIFICATION, ...how });
const tell = (channelId: number, overrides?: object) => ask(signed(payment(channelId, overrides)));

const rename = (name: string, to: string) =>
  database.database.query((sql) => sql`alter table ${sql(name)} rename to ${sql(to)}`);

/** Announces a body that never comes. */
async function dawdle(): Promise<Answer> {
  const headers = { ...from(), 'x-signature': '0'.repeat(64), 'content-length': '9' };
  const outgoing = request(new URL(NOTIFICATION, url), { method: 'POST', agent: false, headers });
  outgoing.flushHeaders();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const text = Buffer.concat((await response.toArray()) as Buffer[]).toString();
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** How to get each answer that the page documents. */
const ANSWERS: Readonly<Record<string, () => ReturnType<typeof ask>>> = {
  'Notification sent': () => tell(CHANNELS.told),
  disabled: () => tell(CHANNELS.disabled),
  not_configured: () => tell(-1001234567899),
  undeliverable: () => tell(CHANNELS.blocked),
  duplicate: async () => {
    const again = signed(payment(CHANNELS.told));
    await ask(again);
    return ask(again);
  },
  'Missing field: user_id': () => tell(CHANNELS.told, { user_id: undefined }),
  'Invalid field: amount_usd': () => tell(CHANNELS.told, { amount_usd: 'much' }),
  invalid_json: () => ask(signed([])),
  unauthorized: () => ask({ headers: from() }),
  forbidden: () => ask({ headers: from('203.0.113.9') }),
  https_required: () => ask({ headers: { 'x-forwarded-proto': 'http' } }),
  request_timeout: dawdle,
  not_found: () => ask({ path: '/webhooks' }),
  method_not_allowed: () => ask({ method: 'GET' }),
  payload_too_large: () => ask({ body: Buffer.alloc(64 * 1024 + 1) }),
  // One more call is allowed every six seconds, so a slow machine needs some more calls to exceed the limit.
  too_many_requests: () => {
    const how = { headers: from() };
    return eventually(async () => {
      const answers = await Promise.all(Array.from({ length: 21 }, () => ask(how)));
      return answers.find(({ status }) => status === 429) ?? false;
    });
  },
  internal: async () => {
    await rename('channels', 'channels_away');
    return tell(CHANNELS.told).finally(() => rename('channels_away', 'channels'));
  },
  unavailable: () => {
    telegram.fault({ method: 'sendMessage', kind: 'error', status: 502 });
    return tell(CHANNELS.told);
  },
};

describe('the table of answers', () => {
  const documented = rowsOf('status').map(([status, body = '']) => {
    const { reason, error, message, status: word } = JSON.parse(body) as Record<string, string>;
    return { status: Number(status), body, by: String(reason ?? error ?? message ?? word) };
  });

  it.each(documented)('is right about $status $body', async ({ status, body, by }) => {
    const answer = await (
      ANSWERS[by] ?? (() => Promise.reject(new Error(`this test does not know how to get ${by}`)))
    )();
    expect({ status: answer.status, text: answer.text }).toEqual({ status, text: body });
    expect('retry-after' in answer.headers).toBe(status === 429 || status === 503);
    expectHardened(answer);
  });

  it('documents every answer that this test knows', () => {
    expect(documented.map(({ by }) => by).sort()).toEqual(Object.keys(ANSWERS).sort());
  });
});

const broadcast = (content: object, how: Signing = {}) =>
  ask(signed(content, { path: BROADCAST_TRIGGER_PATH, ...how }));
const changed = async (change: string, content: object = { open_channel_id: CHANNELS.told }) => {
  const { database: product } = database;
  await product.query(
    (
      sql,
    ) => sql`update channels set paused_at = null, public_channel_id = open_channel_id, posts_triggered_at = null,
      post_kinds = '{donate}'`,
  );
  await product.query((sql) => sql`update channels set ${sql.unsafe(change)}`);
  return broadcast(content);
};

/** How to get each answer about posts that the page documents. */
const BROADCASTS: Readonly<Record<string, () => ReturnType<typeof ask>>> = {
  '{"status":"success","channels":1,"posts":2}': () => changed(`post_kinds = '{donate,offer}'`),
  '{"status":"success","channels":0,"posts":0}': () => broadcast({}),
  '{"status":"failed","reason":"paused"}': () => changed('paused_at = app_now()'),
  '{"status":"failed","reason":"no_public_channel"}': () => changed('public_channel_id = null'),
  '{"status":"failed","reason":"nothing_to_post"}': () => changed(`post_kinds = '{}'`),
  '{"status":"failed","reason":"not_on_sale"}': async () => {
    const { database: product } = database;
    await product.query(
      (sql) => sql`
        insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at)
        select closed_channel_id, title, 'left', '{}', 7, app_now() from channels where closed_channel_id is not null
        on conflict (chat_id) do update set status = 'left'`,
    );
    return changed(`post_kinds = '{offer}'`).finally(() =>
      product.query((sql) => sql`delete from bot_chats`),
    );
  },
  '{"status":"duplicate"}': async () => {
    const named = { open_channel_id: CHANNELS.told, idempotency_key: 'posts-of-today' };
    await changed('updated_at = app_now()', named);
    return broadcast(named);
  },
  '{"error":"Invalid field: open_channel_id"}': () => broadcast({ open_channel_id: 'alpha' }),
  '{"error":"not_found"}': () => broadcast({ open_channel_id: -1001234567899 }),
  '{"error":"too_many_requests","retry_after_seconds":300}': async () => {
    await freezeClock(sql);
    await changed('updated_at = app_now()');
    return broadcast({ open_channel_id: CHANNELS.told }).finally(() => thawClock(sql));
  },
};

describe('the table of answers about posts', () => {
  const documented = rowsOf('answered').map(([status, body = '']) => ({ status: Number(status), body }));

  it.each(documented)('is right about $status $body', async ({ status, body }) => {
    const answer = await (
      BROADCASTS[body] ?? (() => Promise.reject(new Error(`this test does not know how to get ${body}`)))
    )();
    expect({ status: answer.status, text: answer.text }).toEqual({ status, text: body });
    expect('retry-after' in answer.headers).toBe(status === 429);
    expectHardened(answer);
  });

  it('documents every answer that this test knows', () => {
    expect(documented.map(({ body }) => body).sort()).toEqual(Object.keys(BROADCASTS).sort());
  });
});

/** Fails if a program is missing, because an example that was not run is not proved. */
function demand(...programs: readonly string[]): void {
  const missing = programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (missing.length > 0)
    throw new Error(
      `Install ${missing.join(' and ')}: docs/notification-webhook.md has recipes that need them.`,
    );
}

/** The page's only example in a language. */
function exampleIn(language: string): string {
  const examples = [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))];
  expect(examples).toHaveLength(1);
  return String(examples[0]?.[1]);
}

describe('the example', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'telepay-example-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs an example as a reader would, with only the two variables. Returns the lines that it printed. */
  async function run(program: string, ...args: readonly string[]): Promise<string[]> {
    const { PATH = '', HOME = '' } = process.env;
    const env = {
      PATH,
      HOME,
      TELEPAY_URL: url,
      WEBHOOK_SIGNING_SECRET: environment['WEBHOOK_SIGNING_SECRET'],
    };
    const { stdout, stderr } = await promisify(execFile)(program, args, { env, timeout: FACT_DEADLINE_MS });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  }
  const newest = (count: number) =>
    telegram
      .messages(OWNERS.told)
      .slice(-count)
      .map(({ text }) => text);

  it('in TypeScript reports a subscription and sends a test', async () => {
    const file = join(folder, 'example.mjs');
    const { outputFiles } = buildSync({
      stdin: { contents: exampleIn('ts'), resolveDir: join(ROOT, 'docs'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      write: false,
    });
    writeFileSync(file, String(outputFiles[0]?.text));
    expect(await run(process.execPath, file)).toEqual(['sent', 'sent']);
    expect(newest(2)).toEqual([
      expect.stringMatching(/^🎉 @dana bought Gold \(1 month\) in [^]*\$30\.00/),
      expect.stringMatching(/This is a test\. Nobody has paid/),
    ]);
    expect(await run(process.execPath, file)).toEqual(['duplicate', 'sent']);
  });

  it('in Python reports a donation once', async () => {
    demand('python3');
    const file = join(folder, 'example.py');
    writeFileSync(file, exampleIn('python'));
    expect(await run('python3', file)).toEqual(['{"status":"success","message":"Notification sent"}']);
    expect(newest(1)).toEqual([expect.stringMatching(/^💝 \$25\.00 \([\d.]+ ETH\) for .* from User 5001\./)]);
    expect(await run('python3', file)).toEqual(['{"status":"duplicate"}']);
  });

  it('for a shell reports a payment of a custom type', async () => {
    demand('curl', 'openssl');
    const file = join(folder, 'example.sh');
    writeFileSync(file, exampleIn('sh'));
    expect(await run('sh', file)).toEqual(['{"status":"success","message":"Notification sent"}']);
    expect(newest(1)).toEqual([
      expect.stringMatching(/^💳 .* paid \$3\.00 \([\d.]+ USDT \(TRC20\)\)[^]*tip_jar/),
    ]);
  });

  it.each(['python', 'sh'])('in %s has at most ten lines', (language) => {
    expect(exampleIn(language).trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10);
  });
});
