import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import { correlationId } from '../../logger';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Sql } from '../connection/options';

/** By then, what was paid has been judged, if nothing is wrong. */
const JUDGED_AFTER_SECONDS = 5;

/**
 * The part of a statement that stores until when the subscription of a `charge` is paid: `… subscribed as (${subscribed(sql)})`.
 * Only a payment does that. One that comes after a failure means that the subscription renews again.
 */
export const subscribed = (sql: Sql) => sql`
  insert into star_subscriptions as s (payload, user_id, open_channel_id, first_charge_id, paid_until)
  select c.payload, c.user_id, f.open_channel_id, c.charge_id, c.subscription_until
  from charge c, paid_for f where f.is_own_subscription and c.subscription_until is not null
  on conflict (payload) do update set
    -- A payment that Telegram told nothing about but its refund or its row in the list may be a renewal. It isn't one if this
    -- one pays its order a second time.
    first_charge_id = case when s.first_charge_id = '' or (select is_first_recurring from charge)
      and not (select is_by_first from paid_for) and not exists (select from star_charges a
        where a.charge_id = s.first_charge_id and a.is_first_recurring and a.provider_charge_id is not null)
      then excluded.first_charge_id else s.first_charge_id end,
    -- What was concluded from the list makes way for what the update says.
    paid_until = greatest(excluded.paid_until, case when s.paid_until = (select concluded_until from paid_for)
      then (select others_until from paid_for) else s.paid_until end),
    state = case when s.state = 'failed' and excluded.paid_until > s.paid_until then 'active' else s.state end,
    state_at = case when s.state = 'failed' and excluded.paid_until > s.paid_until then app_now() else s.state_at end`;

/** The part of a statement that promises to look at the subscription which a `charge` began. */
export const checked = (sql: Sql) =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'check_renewal', {
      payload: { chargeId: sql`c.charge_id` },
      // Once more after Telegram's own words, because its list has no flags.
      key: sql`'check_renewal:' || c.charge_id || case when c.provider_charge_id is null then ':listed' else '' end`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
      dueInSeconds: sql`${JUDGED_AFTER_SECONDS}`,
    })} from charge c where c.is_first_recurring`,
    correlationId() ?? null,
  );
