import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { LONGEST_LINK_MS } from '../../domain/access/decide-grant';
import { fromEpochMs } from '../common/epoch';
import { isOpen, type Gate } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { isLetIn } from './holders';
import { unchanged } from './subscriptions';
import type { MemberAccess } from './member-access';

/**
 * The part of a statement that ends a link: `… ended as (${endedLink(sql, { ...access, because: 'used' }, 'gate')})`.
 * Ends only the link that was read, so that what is promised to Telegram is about the same link.
 */
export const endedLink = (
  sql: Sql,
  { liveLink, because }: Pick<MemberAccess, 'liveLink'> & { readonly because: 'used' | 'ended' | 'replaced' },
  gate: Gate,
) => sql`
  update place_links set revoked_at = app_now(), revoked_because = ${because}
  where invite_link = ${liveLink?.inviteLink ?? null} and revoked_at is null and ${isOpen(sql, gate)}
  returning 1`;

/** True as long as an offer opens the chat. */
export const isPlaceOpen = (
  sql: Sql,
  {
    openChannelId,
    closedChannelId,
  }: { readonly openChannelId: number; readonly closedChannelId: ClosedChannelId | null },
): Fragment => sql`
  exists (select from places p where p.open_channel_id = ${openChannelId} and p.chat_id = ${closedChannelId}::bigint
    and p.closed_at is null)`;

/** When a link `l` ends. `expires_at` is the end of the access that it was made for. See `linkExpiresAt`. */
export const linkEnd = (sql: Sql): Fragment =>
  sql`least(l.expires_at, l.created_at + ${LONGEST_LINK_MS} * interval '1 millisecond')`;

/**
 * Stores a link that Telegram created, replacing the one that was read, and promises to send it. Storing comes before
 * sending, so a retry sends the same link. Returns `false`, and writes nothing, if the access or the link has changed
 * since it was read.
 */
export async function saveInviteLink(
  database: Database,
  access: MemberAccess,
  {
    inviteLink,
    closedChannelId,
    promised,
  }: { inviteLink: string; closedChannelId: ClosedChannelId; promised: readonly Promised[] },
): Promise<boolean> {
  const { openChannelId, userId, placeUntil, reference, liveLink } = access;
  const saved = await database.query(
    (sql) => sql`
      with locked as materialized (
        select from subscriptions s
        where ${unchanged(sql, access)} and ${isPlaceOpen(sql, { openChannelId, closedChannelId })} for no key update),
      replaced as (${endedLink(sql, { ...access, because: 'replaced' }, 'locked')}),
      linked as (
        insert into place_links (invite_link, open_channel_id, user_id, chat_id, order_reference, expires_at)
        select ${inviteLink}, ${openChannelId}, ${userId}, ${closedChannelId}, ${reference}, ${fromEpochMs(sql, placeUntil)}
        from locked, (select count(*) as links from replaced) as before
        where before.links = ${liveLink === null ? 0 : 1}
        on conflict (chat_id, user_id) where revoked_at is null do nothing
        returning 1),
      promised as (${promise(sql, promised, 'linked')})
      select from linked`,
  );
  return saved.length > 0;
}

/**
 * Promises to send the live link again. Returns `false` if it is no longer live or the access has changed since it
 * was read.
 */
export async function resendInviteLink(
  database: Database,
  access: MemberAccess,
  promised: readonly Promised[],
): Promise<boolean> {
  const live = await database.query(
    (sql) => sql`
      with live as materialized (
        select from subscriptions s join place_links l using (user_id)
        where ${unchanged(sql, access)} and l.invite_link = ${access.liveLink?.inviteLink ?? null}
          and l.revoked_at is null
        for no key update of s, l),
      promised as (${promise(sql, promised, 'live')})
      select from live`,
  );
  return live.length > 0;
}

/** Ends the live link into a place to which a user has no access, so that it admits nobody. A member who is in stays in. */
export const endInviteLink = (
  database: Database,
  access: MemberAccess,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with expired as materialized (
        select from subscriptions s
        where ${unchanged(sql, access)} and not ${isLetIn(sql, { chatId: sql`${access.closedChannelId}::bigint`, userId: access.userId })}
        for no key update),
      ended as (${endedLink(sql, { ...access, because: 'ended' }, 'expired')}),
      promised as (${promise(sql, promised, 'ended')})
      select from ended`,
  );
