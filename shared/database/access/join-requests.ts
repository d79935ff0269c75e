import type { ClosedChannelId } from '../../domain/common/ids';
import type { JoinRequest } from '../../domain/access/decide-join-request';
import type { Promised } from '../../domain/effects';
import { metPerson, seenPerson, type TelegramPerson } from '../common/chats';
import { received, type Delivery } from '../common/inbox';
import { isGranting, isOfGrant, promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isBanned } from './holders';
import type { OfPlace } from './subscriptions';

/**
 * Reads the facts that decide a join request, of the offer that gives the user access to the place if there is one. `undefined` if
 * no offer opens the place.
 */
export async function readJoinRequest(
  database: Database,
  { closedChannelId, userId }: { closedChannelId: ClosedChannelId; userId: number },
): Promise<JoinRequest | undefined> {
  const [row] = await database.query(
    (sql) => sql<JoinRequest[]>`
      select c.open_channel_id as "openChannelId", p.chat_id as "closedChannelId", p.role = 'main' as "isMain", c.title,
        jsonb_build_object('title', coalesce(p.title, b.title, c.title), 'kind', p.kind) as place, ${userId}::bigint as "userId", coalesce(s.paid_until > app_now(), false)
          and not ${isBanned(sql, sql`c.open_channel_id`, sql`${userId}`)} as "isActive"
      from places p join channels c using (open_channel_id) left join bot_chats b using (chat_id)
        left join subscriptions s on s.open_channel_id = c.open_channel_id and s.user_id = ${userId}
      where p.chat_id = ${closedChannelId} and p.closed_at is null
      order by "isActive" desc, p.role = 'main' desc, s.user_id is null, c.open_channel_id limit 1`,
  );
  return row;
}

/**
 * Promises access to a place to a buyer who asks for it with a button. If it is promised already, promises nothing more: while
 * Telegram refuses, they get one message, however often they press. But then it is tried again at once, because they may have
 * done what was missing. Returns `true` if it is.
 */
export async function promiseWayIn(
  database: Database,
  delivery: Delivery,
  { person, promised, of }: { person: TelegramPerson; promised: Promised; of: OfPlace },
): Promise<boolean> {
  // Promises about another place than the main one are found by its chat.
  const grant = { openChannelId: of.chatId ?? of.openChannelId, userId: of.userId };
  const again = await database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'answered' })}),
        person as (${metPerson(sql, person)}),
        not_promised as (select from delivery where not ${isGranting(sql, grant)}),
        promised as (${promise(sql, [promised], 'not_promised')}),
        made_due_now as (
          update outbox set due_at = app_now(), attempts = attempts + 1
          where ${isOfGrant(sql, grant)} and failures > 0 and due_at > app_now() and exists (select from delivery)
          returning 1)
      select from made_due_now`,
  );
  return again.length > 0;
}

/**
 * Promises an answer to a join request. The request is decided again when the answer is performed, because what was
 * read may have changed.
 */
export const promiseAnswer = (
  database: Database,
  delivery: Delivery,
  { person, promised }: { person: TelegramPerson; promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'join_request' })}),
        person as (${seenPerson(sql, person)}),
        promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );
