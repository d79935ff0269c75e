import type { Promised } from '../../domain/effects';
import type { MissedNotification, NotifiedChat } from '../../domain/messages/owner-notify';
import type { Sql } from '../connection/options';
import { epochMs } from '../common/epoch';
import type { Delivery } from '../common/inbox';
import { firstName } from '../common/shown-payer';
import { actOn } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import type { Database } from '../connection/pool';
import { isMissed, newsType, SALES } from './news';

/** How a channel's managers are notified. */
export interface NotificationSettings {
  readonly isEnabled: boolean;
  readonly isEachTold: boolean;
  readonly digestHour: number | null;
  readonly chat: NotifiedChat;
  readonly unreachable: { readonly since: number; readonly reason: string } | null;
  readonly missed: number;
}

const chatOf = (sql: Sql) => sql`coalesce(c.notifications_chat_id, c.owner_user_id)`;

export async function readNotifications(
  database: Database,
  { openChannelId, userId }: Actor,
): Promise<NotificationSettings> {
  const [row] = await database.query(
    (sql) => sql<NotificationSettings[]>`
      select c.notifications_enabled as "isEnabled", c.notify_each_sale as "isEachTold", s.hour as "digestHour",
        jsonb_build_object('chatId', ${chatOf(sql)}, 'username', h.username, 'firstName', ${firstName(sql)},
          'chatTitle', h.title,
          'is', case ${chatOf(sql)} when ${userId}::bigint then 'you' when c.owner_user_id then 'owner' else 'other' end)
          as chat,
        case when h.unreachable_at is not null then jsonb_build_object('since', ${epochMs(sql, sql`h.unreachable_at`)},
          'reason', coalesce(h.unreachable_reason, 'no reason was given')) end as unreachable,
        (select count(*)::int from outbox b where ${isMissed(sql, openChannelId)}) as missed
      from channels c left join schedules s on s.open_channel_id = c.open_channel_id and s.kind = 'digest'
        left join chats h on h.chat_id = ${chatOf(sql)}
      where c.open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) throw new Error('a channel that was read before no longer exists');
  return row;
}

/** Lists the latest missed notifications. */
export const listMissed = (
  database: Database,
  { openChannelId, limit }: Pick<Actor, 'openChannelId'> & { limit: number },
): Promise<MissedNotification[]> =>
  database.query(
    (sql) => sql<MissedNotification[]>`
      select ${epochMs(sql, sql`b.failed_at`)} as at, ${newsType(sql)} as what,
        (b.payload #>> '{message,amountCents}')::bigint as "amountCents",
        coalesce(b.last_error, 'no reason was kept') as reason
      from outbox b where ${isMissed(sql, openChannelId)} order by b.failed_at desc, b.outbox_id desc limit ${limit}`,
  );

/** Telegram accepts 20 messages a minute in a group, so they are not sent faster. */
const AGAIN_EVERY_SECONDS = 3;

/**
 * Makes the missed notifications due again, for three more days and one after the other, so that buttons don't wait
 * behind them. Each goes to the chat that gets it now: sales to the chat that is set for them, everything else to the
 * owner. Returns `false` if the actor's role does not allow it.
 */
export const sendMissedAgain = (database: Database, delivery: Delivery, actor: Actor): Promise<boolean> => {
  const { openChannelId } = actor;
  return actOn(database, delivery, {
    actor,
    action: 'notify-again',
    act: { act: 'missed_sent_again' },
    change: (sql) => ({
      made_due: sql`
        update outbox b set failed_at = null, attempts = attempts + 1, failures = 0,
          due_at = app_now() + again.place * ${AGAIN_EVERY_SECONDS} * interval '1 second',
          expires_at = greatest(b.expires_at, app_now() + interval '3 days'),
          payload = jsonb_set(b.payload, '{chatId}', to_jsonb(
            case when ${newsType(sql)} in ${sql(SALES)} then ${chatOf(sql)} else c.owner_user_id end))
        from channels c, (
          select b.outbox_id, row_number() over (order by b.failed_at, b.outbox_id) - 1 as place from outbox b
          where ${isMissed(sql, openChannelId)} and exists (select from delivery)) as again
        where c.open_channel_id = ${openChannelId} and b.outbox_id = again.outbox_id and b.failed_at is not null`,
    }),
  });
};

/** A change that an owner makes to the notifications. */
export type NotificationChange = 'on' | 'off' | 'here' | 'owner';

export const changeNotifications = (
  database: Database,
  delivery: Delivery,
  { openChannelId, userId, change }: Actor & { change: NotificationChange },
): Promise<boolean> => {
  const changed = (sql: Sql) =>
    ({
      on: sql`notifications_enabled = true`,
      off: sql`notifications_enabled = false`,
      here: sql`notifications_chat_id = nullif(${userId}::bigint, owner_user_id)`,
      owner: sql`notifications_chat_id = null`,
    })[change];
  return actOn(database, delivery, {
    actor: { openChannelId, userId },
    action: 'notify-set',
    act: { act: 'notifications_changed', details: { to: change } },
    change: (sql) => ({
      changed: sql`
        update channels set updated_at = app_now(), ${changed(sql)}
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
    }),
  });
};

/** Promises a test message to the chat that is notified about sales. */
export const promiseTry = (
  database: Database,
  delivery: Delivery,
  { promised, ...actor }: Actor & { promised: readonly Promised[] },
): Promise<boolean> =>
  actOn(database, delivery, {
    actor,
    action: 'notify-test',
    act: { act: 'notification_tried' },
    promised,
  });
