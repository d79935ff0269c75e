import type { OpenChannelId } from '../../domain/common/ids';
import type { Promised } from '../../domain/effects';
import type { Payer } from '../../domain/messages/parts';
import { audited } from '../common/audit-log';
import { received, type Delivery } from '../common/inbox';
import { personJson } from '../common/shown-payer';
import { promise } from '../common/outbox';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { isKnownAdministrator } from '../places/bot-chats';
import { promisedRemovals } from '../posts/posts';
import { newsRedirected } from '../reports/news';

/** A channel that somebody else owns here, and that its creator at Telegram may claim back. */
export interface Claimable {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  /** The chat that Telegram is asked about: the private channel, if there is one. */
  readonly chatId: number;
  /** Where its posts are; `null`: nowhere. */
  readonly publicChannelId: number | null;
  readonly ownerUserId: number;
  readonly owner: Payer;
}

/** The chat whose creator may claim the channel `c`. */
const claimedChat = (sql: Sql) => sql`coalesce(c.closed_channel_id, c.open_channel_id)`;

const claimable = (sql: Sql, userId: number) => sql`
  select c.open_channel_id as "openChannelId", c.title, ${claimedChat(sql)} as "chatId",
    c.public_channel_id as "publicChannelId", c.owner_user_id as "ownerUserId", ${personJson(sql, sql`c.owner_user_id`)} as owner
  from channels c left join chats h on h.chat_id = c.owner_user_id
  where c.owner_user_id <> ${userId}`;

/** The most channels that Telegram is asked about for one page. */
const MOST_CLAIMS = 20;

/** Lists the channels of other owners that the user was seen to administer. Only Telegram knows which they created. */
export const listClaimable = (database: Database, userId: number): Promise<Claimable[]> =>
  database.query(
    (sql) => sql<Claimable[]>`
      ${claimable(sql, userId)} and ${isKnownAdministrator(sql, claimedChat(sql), userId)}
      order by c.title, c.open_channel_id limit ${MOST_CLAIMS}`,
  );

/** Finds a channel of another owner. */
export async function findClaimable(
  database: Database,
  { openChannelId, userId }: { readonly openChannelId: OpenChannelId; readonly userId: number },
): Promise<Claimable | undefined> {
  const [row] = await database.query(
    (sql) => sql<Claimable[]>`${claimable(sql, userId)} and c.open_channel_id = ${openChannelId}`,
  );
  return row;
}

export interface Claim {
  readonly claimed: Claimable;
  /** The chat's creator. */
  readonly userId: number;
  /** False if they can't post in the public channel. The channel then has none, and its posts are removed. */
  readonly keepsPublic: boolean;
  readonly promised: readonly Promised[];
}

/**
 * Makes the creator of a channel's chat its owner. The former owner keeps no role, and notifications go to the new owner,
 * because the former one chose where they went. Returns `false` if the owner or a chat has changed since it was read.
 */
export async function claimChannel(
  database: Database,
  delivery: Delivery,
  { claimed: { openChannelId, chatId, publicChannelId, ownerUserId }, userId, keepsPublic, promised }: Claim,
): Promise<boolean> {
  const act = { act: 'ownership_claimed', openChannelId, actorUserId: userId, userId: ownerUserId };
  const done = await database.query(
    (sql) => sql`
      with channel as materialized (
        select c.notifications_chat_id from channels c
        where c.open_channel_id = ${openChannelId} and c.owner_user_id = ${ownerUserId} and ${claimedChat(sql)} = ${chatId}
          and c.public_channel_id is not distinct from ${publicChannelId}::bigint
        for update),
      delivery as (${received(sql, { delivery, outcome: 'channel_claimed' }, 'channel')}),
      saved as (
        update channels set owner_user_id = ${userId}, notifications_chat_id = null, updated_at = app_now(),
          public_channel_id = case when ${keepsPublic} then public_channel_id end
        where open_channel_id = ${openChannelId} and exists (select from delivery)
        returning 1),
      left_team as (
        delete from channel_administrators
        where open_channel_id = ${openChannelId} and user_id in (${userId}, ${ownerUserId}) and exists (select from saved)),
      removing as (
        ${promisedRemovals(sql, { openChannelId, but: keepsPublic ? publicChannelId : null }, 'saved')}),
      redirected as (${newsRedirected(
        sql,
        sql`select ${openChannelId}::bigint, former.id, ${userId}::bigint
          from channel, unnest(array[${ownerUserId}::bigint, notifications_chat_id]) as former (id)
          where exists (select from saved)`,
      )}),
      audited as (${audited(sql, act, 'saved')}),
      promised as (${promise(sql, promised, 'saved')})
      select from saved`,
  );
  return done.length > 0;
}
