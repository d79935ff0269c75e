import type { OpenChannelId } from '../../domain/common/ids';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { RenewalEnder } from '../../domain/stars/renewal';
import { correlationId } from '../../logger';
import { goesOn } from '../access/subscriptions';
import { actOn } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import { isOpen, received, type Delivery, type Gate } from '../common/inbox';
import { promise, promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** Whose renewals end, who wants it, and what makes this wish another one than an earlier one. */
export interface EndingRenewals {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly by: RenewalEnder;
}

/**
 * The part of a statement that promises to end what renews by itself of a user in a channel:
 * `… ended as (${renewalsEnded(sql, …, 'delivery')})`. What a buyer stopped in Telegram can be resumed there. If anybody else
 * wants it to end, that must not be possible.
 */
const renewalsEnded = (
  sql: Sql,
  { openChannelId, userId, by }: EndingRenewals,
  { because, correlationId }: { readonly because: string; readonly correlationId: string | null },
  gate: Gate,
) => sql`
  ${promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'end_renewal', {
      payload: { payload: sql`r.payload`, by: sql`${by}::text` },
      key: sql`'end_renewal:' || r.payload || ':' || ${because}::text`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    })} from star_subscriptions r
      where r.open_channel_id = ${openChannelId} and r.user_id = ${userId} and r.ended_at is null
        and r.first_charge_id <> '' and (${by}::text <> 'buyer' or r.state <> 'canceled') and ${isOpen(sql, gate)}`,
    correlationId,
  )} returning 1`;

/** The part of a statement that ends them with a ruling: nobody is charged for what they no longer get. */
export const renewalsStopped = (
  sql: Sql,
  { openChannelId, userId, rulingId }: Omit<EndingRenewals, 'by'> & { readonly rulingId: string },
) => {
  const because = { because: rulingId, correlationId: correlationId() ?? null };
  return sql`
    renewals_stopped as (${renewalsEnded(sql, { openChannelId, userId, by: 'owner' }, because, 'delivery')}),`;
};

/** Like `promiseEndOfRenewals`, for a manager. `false`: their role doesn't allow it now. */
export const endRenewalsOf = (
  database: Database,
  delivery: Delivery,
  { actor, userId }: { readonly actor: Actor; readonly userId: number },
): Promise<boolean> =>
  actOn(database, delivery, {
    actor,
    action: 'renewal-end',
    act: { act: 'renewal_ended', userId },
    change: (sql) => ({
      ended: renewalsEnded(
        sql,
        { openChannelId: actor.openChannelId, userId, by: 'owner' },
        { because: delivery.deliveryId, correlationId: delivery.correlationId },
        'delivery',
      ),
    }),
  });

/** Promises to end what renews by itself of a user in a channel, once for each delivery. `false`: nothing does. */
export async function promiseEndOfRenewals(
  database: Database,
  delivery: Delivery,
  ending: EndingRenewals,
): Promise<boolean> {
  const because = { because: delivery.deliveryId, correlationId: delivery.correlationId };
  const [row] = await database.query(
    (sql) => sql<{ isPromised: boolean }[]>`
      with delivery as (${received(sql, { delivery, outcome: 'renewal_ended' })}),
      ended as (${renewalsEnded(sql, ending, because, 'delivery')})
      select exists (select from ended) or not exists (select from delivery) as "isPromised"`,
  );
  return row?.isPromised === true;
}

/**
 * Stores that a renewal was ended through us, and promises to tell it, unless the access still renews by another one. All of them
 * are locked, so that of two that end at once, the second is told.
 */
export const saveEnded = (
  database: Database,
  { payload, by, chargeId }: { payload: string; by: RenewalEnder; chargeId: string },
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with all_of_access as materialized (
        select s.* from star_subscriptions s join star_subscriptions o using (user_id, open_channel_id)
        where o.payload = ${payload} order by s.payload for update of s),
      stopped as (
        update star_subscriptions s set state = 'canceled', state_at = app_now(), ended_by = ${by}, ended_at = app_now()
        from all_of_access a
        where s.payload = ${payload} and a.payload = s.payload and a.first_charge_id = ${chargeId} and a.ended_at is null returning 1),
      ended as (
        select from stopped where not exists (
          select from all_of_access r where r.payload <> ${payload} and ${goesOn(sql)})),
      promised as (${promise(sql, promised, 'ended')})
      select from ended`,
  );
