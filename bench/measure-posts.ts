import { setTimeout as sleep } from 'node:timers/promises';
import { startTelegramSimulator, type TelegramSimulator } from '../playground/telegram/index';
import { BOT_USERNAME } from '../playground/environments';
import { findPort } from '../playground/find-ports';
import { signFor } from '../shared/security/purpose-keys';
import { tapUpdate } from './requests';
import { keypadTap } from './scenarios';
import { spawnServer } from './spawn-server';
import { median } from './statistics';
import type { Closers, Surroundings } from './surroundings';

const CHANNELS = 2_000;
const OWNER = 7001;
const FIRST_BUYER = 40_000_000;
const idOf = (index: number) => -1_002_000_000_000 - index;
/** The worker answers each command with a message, and beside the posts Telegram accepts only so many. */
const MESSAGES_PER_SECOND = 5;
const TAPS_PER_SECOND = 20;

/** How long buyers waited, in milliseconds, for a tap on a keypad and for a command that the worker answers. */
export interface Waited {
  readonly taps: number[];
  readonly messages: number[];
}

export interface PostRounds {
  readonly before: readonly Waited[];
  readonly during: readonly Waited[];
  /** How many posts per second were sent meanwhile. */
  readonly postsPerSecond: readonly number[];
  readonly refusals429: number;
}

interface Running {
  readonly around: Surroundings;
  readonly telegram: TelegramSimulator;
  readonly webhookUrl: string;
  readonly workerUrl: string;
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Two thousand channels whose bot may post, in a Telegram with its real limits. */
async function startTelegram({ secrets, sql }: Surroundings): Promise<TelegramSimulator> {
  const telegram = await startTelegramSimulator({ botToken: secrets.botToken, botUsername: BOT_USERNAME });
  telegram.addUser({ id: OWNER, first_name: 'Olga' });
  const botId = Number(secrets.botToken.split(':')[0]);
  for (let index = 0; index < CHANNELS; index += 1) {
    telegram.addChannel({ id: idOf(index), title: `Channel ${index}`, creatorId: OWNER });
    telegram.setMember(idOf(index), botId, 'administrator', { can_delete_messages: false });
  }
  await sql`
    insert into channels (open_channel_id, closed_channel_id, public_channel_id, title, owner_user_id)
    select ${idOf(0)}::bigint - i, -1003000000000 - i, ${idOf(0)}::bigint - i, 'Channel ' || i, ${OWNER}
    from generate_series(0, ${CHANNELS - 1}) i`;
  await sql`
    insert into tiers (open_channel_id, position, name, price_cents, days)
    select open_channel_id, 1, 'Month', 3000, 30 from channels where closed_channel_id is not null`;
  return telegram;
}

async function startServers(around: Surroundings, closers: Closers): Promise<Running> {
  const telegram = await startTelegram(around);
  closers.push(() => telegram.close());
  const { built } = around;
  const port = await findPort();
  const body = '{}';
  const headers = signFor('worker', around.secrets.signingSecret, body);
  const worker = await spawnServer({
    port,
    source: built.folderOf('worker'),
    target: 'worker',
    environment: {
      ...around.environmentOf('worker'),
      TELEGRAM_API_ROOT: telegram.url,
      WORKER_URL: `http://127.0.0.1:${port}`,
    },
    logFile: around.logFileOf('worker'),
    firstCall: { method: 'POST', path: '/', headers: { ...headers }, body },
  });
  closers.push(() => worker.stop());
  const scenario = keypadTap(around);
  await scenario.prepare(around.sql, 3);
  const webhook = await spawnServer({
    source: built.folderOf('telegram-webhook'),
    target: 'telegramWebhook',
    environment: { ...around.environmentOf('telegramWebhook'), WORKER_URL: worker.url },
    logFile: around.logFileOf('telegram-webhook'),
    firstCall: { method: 'POST', path: '/', ...scenario.request(0) },
  });
  closers.push(() => webhook.stop());
  return { around, telegram, webhookUrl: webhook.url, workerUrl: worker.url };
}

let updates = 0;
let buyers = 0;

function helpUpdate({ telegram }: Running): object {
  const id = FIRST_BUYER + ++buyers;
  telegram.addUser({ id, first_name: 'Ben' });
  telegram.as(id).start();
  const from = { id, is_bot: false, first_name: 'Ben' };
  const message = { message_id: 1, date: 0, from, chat: { id, type: 'private' }, text: '/help' };
  return { update_id: 900_000_000 + buyers, message };
}

/** Sends updates at an even pace. Returns how long each took to be answered. */
async function pace(
  { around, webhookUrl }: Running,
  { perSecond, seconds, update }: { perSecond: number; seconds: number; update: () => object },
): Promise<number[]> {
  const headers = {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': around.secrets.webhookSecret,
  };
  const startedAt = performance.now();
  const waited: Promise<number>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    await sleep(Math.max(0, startedAt + (sent * 1000) / perSecond - performance.now()));
    const body = JSON.stringify(update());
    const askedAt = performance.now();
    const answered = fetch(webhookUrl, { method: 'POST', headers, body }).then(async (response) => {
      await response.text();
      if (!response.ok) throw new Error(`an update was answered ${response.status}`);
      return performance.now() - askedAt;
    });
    waited.push(answered);
  }
  return Promise.all(waited);
}

async function wait(running: Running, seconds: number): Promise<Waited> {
  const [taps, messages] = await Promise.all([
    pace(running, { perSecond: TAPS_PER_SECOND, seconds, update: () => tapUpdate(++updates) }),
    pace(running, { perSecond: MESSAGES_PER_SECOND, seconds, update: () => helpUpdate(running) }),
  ]);
  return { taps, messages };
}

const tick = ({ around, workerUrl }: Running): Promise<unknown> => {
  const body = '{}';
  const headers = signFor('worker', around.secrets.signingSecret, body);
  return fetch(workerUrl, { method: 'POST', headers: { ...headers }, body }).then((answer) => answer.text());
};

/** Like `wait`, while the posts of all channels are due and a scheduler run is sending them. */
async function waitDuringPosts(running: Running, seconds: number): Promise<Waited & { posts: number }> {
  const { sql } = running.around;
  await sql`
    insert into schedules (open_channel_id, kind, hour, next_at)
    select open_channel_id, 'posts', extract(hour from app_now())::int, app_now() from channels
    where public_channel_id is not null
    on conflict (open_channel_id, kind) do update set next_at = app_now()`;
  await sql`delete from outbox where kind = 'publish_post'`;
  await sql`delete from posts`;
  const posted = () =>
    running.telegram.calls.filter(
      ({ method, payload, ok }) => method === 'sendMessage' && ok && Number(payload['chat_id']) < 0,
    ).length;
  await sleep(1_100); // a worker checks the schedules once a second
  const ticking = tick(running);
  await sleep(500);
  const before = posted();
  const waited = await wait(running, seconds);
  const posts = posted() - before;
  await sql`
    update outbox set failed_at = app_now() where delivered_at is null and kind in ('publish_post', 'remove_post')`;
  await ticking;
  return { ...waited, posts };
}

/** How long buyers wait before and while the posts of two thousand channels are sent, side by side in each round. */
export async function measurePosts(
  around: Surroundings,
  closers: Closers,
  { rounds, seconds, onRound }: { rounds: number; seconds: number; onRound: (line: string) => void },
): Promise<PostRounds> {
  const running = await startServers(around, closers);
  await wait(running, 2); // warm
  const before: Waited[] = [];
  const during: Waited[] = [];
  const postsPerSecond: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    before.push(await wait(running, seconds));
    const { posts, ...waited } = await waitDuringPosts(running, seconds);
    during.push(waited);
    postsPerSecond.push(posts / seconds);
    onRound(
      `posts, round ${round}: ${median(waited.taps).toFixed(1)} ms a tap, ${posts / seconds} posts a second`,
    );
  }
  return { before, during, postsPerSecond, refusals429: running.telegram.refusals429() };
}
