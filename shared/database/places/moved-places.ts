import { ACCESS_EXPIRES_SECONDS } from '../../domain/effects';
import { isLetIn } from '../access/holders';
import type { MovedChat } from '../common/moved-chats';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';

/**
 * Follows a place that became a supergroup: its members stay members, and what is promised about it goes on there. Its links led to
 * the old group, so everybody who has access and waits with one gets a new one. Safe to repeat. Returns `true` if it was a place.
 */
export async function movePlace(database: Database, { from, to }: MovedChat): Promise<boolean> {
  const moved = await database.query(
    (sql) => sql`
      with moved as (
        update places p set chat_id = ${to}, kind = 'supergroup'
        where p.chat_id = ${from} and not exists (
          select from places q where (q.open_channel_id, q.chat_id) = (p.open_channel_id, ${to}))
        returning open_channel_id, closed_at),
      members as (
        update place_access a set chat_id = ${to}
        where a.chat_id = ${from} and not exists (
          select from place_access b where (b.chat_id, b.user_id) = (${to}, a.user_id))
        returning user_id, status),
      linked as (update bot_chats set linked_chat_id = ${to} where linked_chat_id = ${from}),
      waiting as (
        update place_links set revoked_at = app_now(), revoked_because = 'replaced'
        where chat_id = ${from} and revoked_at is null returning open_channel_id, user_id, invite_link),
      invited as (
        ${promisedRows(
          sql,
          sql`select ${promisedRow(sql, 'grant_access', {
            payload: {
              openChannelId: sql`w.open_channel_id`,
              userId: sql`w.user_id`,
              chatId: sql`${to}::bigint`,
              reference: sql`null::text`,
              news: sql`jsonb_build_object('type', 'asked')`,
            },
            key: sql`'upgraded:' || w.invite_link`,
            expiresInSeconds: ACCESS_EXPIRES_SECONDS,
          })} from waiting w where ${isLetIn(sql, { chatId: from, userId: sql`w.user_id` })}`,
        )}),
      followed as (
        update outbox set payload = jsonb_set(payload, array[field], to_jsonb(${to}::bigint))
        from (values ('closedChannelId'), ('chatId')) as named (field)
        where delivered_at is null and failed_at is null and (payload ->> field)::bigint = ${from}
          and (field = 'closedChannelId' or kind in ('apply_place', 'check_place')))
      select from moved`,
  );
  return moved.length > 0;
}
