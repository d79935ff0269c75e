import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { epochMs, fromEpochMs } from '../common/epoch';
import { isOpen, type Gate } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { unchanged, type MemberAccess } from './subscriptions';

/**
 * The part of a statement that ends a link: `… ended as (${endedLink(sql, { ...access, because: 'used' }, 'gate')})`. Only
 * the link that was read, so that what is promised to Telegram is about the same one.
 */
export const endedLink = (
  sql: Sql,
  { liveLink, because }: Pick<MemberAccess, 'liveLink'> & { readonly because: 'used' | 'ended' | 'replaced' },
  gate: Gate,
) => sql`
  update invite_links set revoked_at = app_now(), revoked_because = ${because}
  where invite_link = ${liveLink?.inviteLink ?? null} and revoked_at is null and ${isOpen(sql, gate)}
  returning 1`;

/**
 * Stores a link that Telegram has made, in place of the one that was read, and promises to send it: stored before sent, so
 * that a retry sends the same. `false`, and nothing written, when access or link have changed since they were read.
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
  const { openChannelId, userId, paidUntil, reference, liveLink } = access;
  const saved = await database.query(
    (sql) => sql`
      with locked as materialized (
        select from subscriptions s where ${unchanged(sql, access)} for no key update),
      replaced as (${endedLink(sql, { ...access, because: 'replaced' }, 'locked')}),
      linked as (
        insert into invite_links (invite_link, open_channel_id, user_id, closed_channel_id, order_reference, expires_at)
        select ${inviteLink}, ${openChannelId}, ${userId}, ${closedChannelId}, ${reference}, ${fromEpochMs(sql, paidUntil)}
        from locked, (select count(*) as links from replaced) as before
        where before.links = ${liveLink === null ? 0 : 1}
        on conflict (open_channel_id, user_id) where revoked_at is null do nothing
        returning 1),
      promised as (${promise(sql, promised, 'linked')})
      select from linked`,
  );
  return saved.length > 0;
}

/** Promises to send the live link once more, if it is live still and access lasts as long as it was read to. */
export async function resendInviteLink(
  database: Database,
  access: MemberAccess,
  promised: readonly Promised[],
): Promise<boolean> {
  const live = await database.query(
    (sql) => sql`
      with live as materialized (
        select from subscriptions s join invite_links l using (open_channel_id, user_id)
        where ${unchanged(sql, access)} and l.invite_link = ${access.liveLink?.inviteLink ?? null}
          and l.revoked_at is null
        for no key update of s, l),
      promised as (${promise(sql, promised, 'live')})
      select from live`,
  );
  return live.length > 0;
}

/** Takes the live link of a subscription that is over out of use. Nobody is let in by it any more, whoever is in. */
export const endInviteLink = (
  database: Database,
  access: MemberAccess,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with over as materialized (
        select from subscriptions s
        where ${unchanged(sql, access)} and coalesce(${epochMs(sql, sql`s.paid_until`)}, 0) <= ${access.now}::bigint
        for no key update),
      ended as (${endedLink(sql, { ...access, because: 'ended' }, 'over')}),
      promised as (${promise(sql, promised, 'ended')})
      select from ended`,
  );
