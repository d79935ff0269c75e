import type { RemovedMember, UndoneRemoval } from '../../domain/access/undo-removal';
import { auditedEach } from '../common/audit-log';
import { epochMs, fromEpochMs } from '../common/epoch';
import { isGranting, promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isBanned } from './holders';
import { linkEnd } from './invite-links';

/** Reads the members that the bot removed since a time, each with the latest removal from each place, oldest first. */
export const listRemoved = (database: Database, since: Date): Promise<RemovedMember[]> =>
  database.query(
    (sql) => sql<RemovedMember[]>`
      with removed as (
        select distinct on (open_channel_id, user_id, details ->> 'chatId') audit_id, at, open_channel_id, user_id,
          details ->> 'cause' as cause, (details ->> 'chatId')::bigint as chat_id
        from audit_log where act = 'removed' and at >= ${fromEpochMs(sql, since.getTime())}
        order by open_channel_id, user_id, details ->> 'chatId', at desc)
      select r.audit_id as "auditId", ${epochMs(sql, sql`r.at`)} as "removedAt", r.open_channel_id as "openChannelId", c.title,
        r.chat_id as "chatId", r.chat_id is not null and p.chat_id is null as "isClosed",
        r.user_id as "userId", h.username, r.cause, e.order_reference as reference,
        ${epochMs(sql, sql`s.paid_until`)} as "paidUntil",
        ${isBanned(sql, sql`r.open_channel_id`, sql`r.user_id`)} as "isBanned",
        coalesce(m.status not in ('left', 'kicked'), false) as "isInside",
        exists (select from place_links l where (l.chat_id, l.user_id) = (p.chat_id, r.user_id)
            and l.revoked_at is null and ${linkEnd(sql)} > app_now())
          or exists (select from audit_log u where (u.open_channel_id, u.user_id) = (r.open_channel_id, r.user_id)
            and u.act = 'removal_undone' and (u.details ->> 'removal')::bigint = r.audit_id)
          or ${isGranting(sql, { openChannelId: sql`coalesce(r.chat_id, r.open_channel_id)`, userId: sql`r.user_id` })} as "isInvited",
        ${epochMs(sql, sql`app_now()`)} as now
      from removed r join channels c using (open_channel_id)
        left join places p on p.open_channel_id = r.open_channel_id and p.closed_at is null
          and case when r.chat_id is null then p.role = 'main' else p.chat_id = r.chat_id end
        left join subscriptions s on (s.open_channel_id, s.user_id) = (r.open_channel_id, r.user_id)
        left join place_access m on (m.chat_id, m.user_id) = (p.chat_id, r.user_id)
        left join chats h on h.chat_id = r.user_id
        left join lateral (select x.order_reference from extensions x
          where (x.open_channel_id, x.user_id) = (r.open_channel_id, r.user_id) and x.revoked_at is null
          order by x.granted_at desc limit 1) e on true
      order by r.at, r.audit_id`,
  );

/**
 * Promises what undoing these removals takes, and records each in the audit log, all or none. Returns how many were undone:
 * one that another run has undone is left alone.
 */
export async function saveUndone(database: Database, undone: readonly UndoneRemoval[]): Promise<number> {
  const rows = undone.map(({ member, key }) => ({
    key,
    openChannelId: member.openChannelId,
    userId: member.userId,
    chatId: member.chatId,
    reference: member.reference,
    removal: member.auditId,
  }));
  const saved = await database.query(
    (sql) => sql`
      with gate as (select 1),
      promised as (${promise(
        sql,
        undone.flatMap(({ promised }) => promised),
        'gate',
      )} returning idempotency_key),
      audited as (
        ${auditedEach(
          sql,
          { act: 'removal_undone' },
          sql`select u."openChannelId", u."userId", u.reference, jsonb_build_object('removal', u.removal)
            from jsonb_to_recordset(${sql.json(rows as never)})
              as u (key text, "openChannelId" bigint, "userId" bigint, reference text, removal bigint)
              join promised p on p.idempotency_key = u.key`,
        )}
        returning open_channel_id, user_id),
      restored as (
        -- As after a renewal, so that the next end of their access is news.
        update subscriptions s set removed_at = null from audited a
        where (s.open_channel_id, s.user_id) = (a.open_channel_id, a.user_id)),
      restored_in_place as (
        update place_access p set removed_at = null
        from jsonb_to_recordset(${sql.json(rows as never)}) as u (key text, "chatId" bigint, "userId" bigint)
          join promised o on o.idempotency_key = u.key
        where (p.chat_id, p.user_id) = (u."chatId", u."userId"))
      select from audited`,
  );
  return saved.length;
}
