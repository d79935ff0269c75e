import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { listChannels, saveChannels } from '../shared/database/owner/channels';
import { promiseAlone } from '../shared/database/common/outbox';
import type { Database } from '../shared/database/connection/pool';
import type { PostKind } from '../shared/domain/posts/posts';
import { parseChannelFile } from '../shared/services/operations/channel-file';
import { postPromised } from '../shared/services/posts/promise-post';
import type { Secrets } from './environments';
import type { TelegramSimulator } from './telegram/index';

/** The people and channels of the playground. */
export const CAST = {
  dana: { id: 5001, first_name: 'Dana', username: 'dana' },
  bob: { id: 5002, first_name: 'Bob' },
  olga: { id: 7001, first_name: 'Olga', username: 'olga' },
  /** Owns nothing yet. */
  nora: { id: 7002, first_name: 'Nora', username: 'nora' },
  open: { id: -1001234567890, title: 'Alpha Signals', username: 'alpha_signals' },
  closed: { id: -1009876543210, title: 'Alpha Signals VIP' },
} as const;

/** The playground's channel, in the format of `npm run channels -- import`. */
const CHANNEL = {
  open_channel_id: CAST.open.id,
  closed_channel_id: CAST.closed.id,
  title: CAST.open.title,
  description: 'Daily market notes',
  owner_user_id: CAST.olga.id,
  donation_message: 'These notes are free. If they helped you, you can help back.',
  notifications: { enabled: true, chat_id: CAST.olga.id },
  tiers: [
    { name: 'Month', price_usd: '30.00', days: 30 },
    { name: 'Quarter', price_usd: '75.00', days: 90 },
  ],
} as const;

/** Imports the playground's channel if it is missing, so that later changes to it survive. Returns whether it was. */
export async function seed(database: Database): Promise<boolean> {
  const known = await listChannels(database);
  if (known.some(({ openChannelId }) => openChannelId === CHANNEL.open_channel_id)) return false;
  await saveChannels(database, parseChannelFile(JSON.stringify([CHANNEL])));
  return true;
}

/** Gives what the channel sells a price in Stars at what Telegram pays for one, and takes donations in Stars. */
export async function sellForStars(database: postgres.Sql): Promise<void> {
  await database`update tiers set price_stars = ceil(price_cents / 1.3)`;
  await database`update channels set donation_stars = '{50,100,250,500,1000,2500}'`;
}

/** Promises a post of the public channel. */
export async function promisePost(database: Database, post: PostKind): Promise<void> {
  const channels = await listChannels(database);
  const posts = channels
    .filter(({ openChannelId }) => openChannelId === CHANNEL.open_channel_id)
    .map(({ openChannelId }) => postPromised({ openChannelId, post, occasion: `manual:${randomUUID()}` }));
  await promiseAlone(database, posts);
}

/**
 * Removes what the database remembers of earlier messages, because a simulated Telegram starts empty and will use the
 * same message ids again.
 */
export async function forgetMessages(database: postgres.Sql): Promise<void> {
  await database`delete from posts`;
  await database`update keypads set message_id = null, closed_at = coalesce(closed_at, app_now())`;
  await database`
    update outbox set failed_at = app_now(), last_error = 'the simulated Telegram was restarted'
    where kind in ('delete_message', 'expire_keypad') and delivered_at is null and failed_at is null`;
}

/** Creates the people and the channels, and makes the bot an administrator of both channels. */
export function populate(telegram: TelegramSimulator, { botToken }: Secrets): void {
  const botId = Number(botToken.split(':')[0]);
  for (const person of [CAST.dana, CAST.bob, CAST.olga, CAST.nora]) telegram.addUser(person);
  for (const channel of [CAST.open, CAST.closed]) {
    telegram.addChannel({ ...channel, creatorId: CAST.olga.id });
    telegram.setMember(channel.id, botId, 'administrator');
  }
  for (const { id } of [CAST.dana, CAST.bob]) telegram.setMember(CAST.open.id, id, 'member');
}

/** The Bot API's address, and the secrets that hold the bot's token. */
export interface BotAccess {
  readonly root: string;
  readonly secrets: Secrets;
}

/** Calls a method of the Bot API over HTTP. Throws with Telegram's answer if it is refused. */
export async function callBot({ root, secrets }: BotAccess, method: string, payload: object): Promise<void> {
  const response = await fetch(`${root}/bot${secrets.botToken}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`Telegram refused ${method}: ${answer}`);
}
