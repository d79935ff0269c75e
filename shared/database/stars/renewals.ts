import type { OpenChannelId } from '../../domain/common/ids';
import type { Payer } from '../../domain/messages/parts';
import type { Promised } from '../../domain/effects';
import type { RenewalState } from '../../domain/stars/renewal';
import { isBanned } from '../access/holders';
import { goesOn } from '../access/subscriptions';
import { epochMs } from '../common/epoch';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import { personJson } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** A subscription in Stars, with what telling about it needs. Times are epoch milliseconds. */
export interface Renewal {
  readonly payload: string;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly graceHours: number;
  readonly ownerUserId: number;
  /** The owner wants to be notified. */
  readonly isOwnerTold: boolean;
  readonly payer: Payer;
  readonly stars: number;
  readonly periodSeconds: number;
  /** `null`: no payment is known yet. */
  readonly firstChargeId: string | null;
  /** `null`: nothing is known yet. */
  readonly state: RenewalState | null;
  /** Until when its payments pay. */
  readonly chargedUntil: number;
  readonly isEnded: boolean;
  /** The end of the access; `null` if there is none. */
  readonly paidUntil: number | null;
  readonly isBanned: boolean;
  /** Another one renews the same access. */
  readonly isBesideAnother: boolean;
  readonly now: number;
}

/** True if another subscription than that of an invoice `i` renews the access that its order `o` is for. */
const isBesideAnother = (sql: Sql) => sql`
  exists (select from star_subscriptions r where (r.user_id, r.open_channel_id) = (o.user_id, o.open_channel_id)
    and r.payload <> i.payload and ${goesOn(sql)})`;

const renewals = (sql: Sql, where: Fragment) => sql<Renewal[]>`
  select i.payload, c.open_channel_id as "openChannelId", c.title, c.grace_hours as "graceHours",
    c.owner_user_id as "ownerUserId", c.notifications_enabled as "isOwnerTold", ${personJson(sql, sql`o.user_id`)} as payer,
    i.price_stars as stars, i.period_seconds as "periodSeconds", nullif(s.first_charge_id, '') as "firstChargeId", s.state,
    coalesce(${epochMs(sql, sql`s.paid_until`)}, 0) as "chargedUntil", s.ended_at is not null as "isEnded",
    ${epochMs(sql, sql`a.paid_until`)} as "paidUntil",
    ${isBanned(sql, sql`o.open_channel_id`, sql`o.user_id`)} as "isBanned",
    ${isBesideAnother(sql)} as "isBesideAnother", ${epochMs(sql, sql`app_now()`)} as now
  from star_invoices i join orders o on o.reference = i.order_reference join channels c using (open_channel_id)
    left join star_subscriptions s on s.payload = i.payload
    left join subscriptions a on (a.open_channel_id, a.user_id) = (o.open_channel_id, o.user_id)
    left join chats h on h.chat_id = o.user_id
  where i.period_seconds is not null and ${where}`;

/** Finds the subscription that an invoice begins. `undefined` if the payload names none. */
export async function findRenewal(database: Database, payload: string): Promise<Renewal | undefined> {
  const [row] = await database.query((sql) => renewals(sql, sql`i.payload = ${payload}`));
  return row;
}

/** Lists what renews by itself of a user in a channel, or may although it failed. What renews now comes first. */
export const listRenewals = (
  database: Database,
  { openChannelId, userId }: { readonly openChannelId: OpenChannelId; readonly userId: number },
): Promise<Renewal[]> =>
  database.query((sql) =>
    renewals(
      sql,
      sql`s.open_channel_id = ${openChannelId} and s.user_id = ${userId} and s.state <> 'canceled' and s.ended_at is null
        order by s.state = 'active' desc, s.paid_until desc`,
    ),
  );

/**
 * Stores what Telegram says about a renewal, once for each delivery, with what follows. Returns `false` if the subscription has
 * changed since it was read. One that no payment is known of yet is stored without one.
 */
export async function saveRenewalState(
  database: Database,
  delivery: Delivery,
  { known, state, promised }: { known: Renewal; state: RenewalState; promised: readonly Promised[] },
): Promise<boolean> {
  const { payload, openChannelId, payer, chargedUntil } = known;
  const isNew = known.state === null;
  const rows = await database.query(
    (sql) => sql`
      with locked as materialized (${
        isNew
          ? sql`insert into star_subscriptions (payload, user_id, open_channel_id, first_charge_id, paid_until, state)
              values (${payload}, ${payer.userId}, ${openChannelId}, '', to_timestamp(0), ${state})
              on conflict do nothing returning payload`
          : sql`select payload from star_subscriptions s where payload = ${payload} and state = ${known.state}
              and (ended_at is not null) = ${known.isEnded} and ${epochMs(sql, sql`s.paid_until`)} = ${chargedUntil}::bigint for update`
      }),
      delivery as (${received(sql, { delivery, outcome: 'renewal_reported' }, 'locked')}),
      changed as (${
        isNew
          ? sql`select from delivery`
          : sql`update star_subscriptions set state = ${state}, state_at = app_now()
            where payload = ${payload} and exists (select from delivery) returning 1`
      }),
      promised as (${promise(sql, promised, 'changed')})
      select from locked`,
  );
  return rows.length > 0;
}

/** What the first payment of a subscription paid for. */
export interface BegunRenewal {
  readonly userId: number;
  readonly payload: string;
  /** `null`: it is not judged yet. */
  readonly standing: string | null;
}

export async function findBegunRenewal(
  database: Database,
  chargeId: string,
): Promise<BegunRenewal | undefined> {
  const [row] = await database.query(
    (sql) => sql<BegunRenewal[]>`
      select c.user_id as "userId", c.payload, p.standing
      from star_charges c left join payments p using (payment_id)
      where c.charge_id = ${chargeId}`,
  );
  return row;
}
