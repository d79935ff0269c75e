import type { OrderReference } from '../../domain/common/ids';
import type { StoryEvent } from '../../domain/messages/parts';
import { RAIL_NAMES } from '../../domain/common/rails';
import { ANONYMOUS_PAYER } from '../../domain/common/anonymous-payer';
import { firstName } from '../common/shown-payer';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { placeTitle } from '../places/kinds';

/** The places of the order's offer, closed ones included; none if it has always had one. */
const namedPlaces = (sql: Sql, reference: OrderReference): Fragment => sql`
  select * from (
    select p.chat_id, p.role = 'main' as is_main, ${placeTitle(sql)} as place, p.kind as "place_kind",
      count(*) over () as places
    from orders f join channels c using (open_channel_id) join places p using (open_channel_id) left join bot_chats b using (chat_id)
    where f.reference = ${reference}) named where places > 1`;

/** Names the place `n` of an event. */
const atPlace = (sql: Sql): Fragment =>
  sql`jsonb_build_object('place', n.place, 'place_kind', n."place_kind")`;

/** The links that an order led to, as `l`. */
const linksOfOrder = (sql: Sql, reference: OrderReference): Fragment => sql`
  (select l.* from orders f join place_links l using (user_id)
    where f.reference = ${reference} and l.order_reference = f.reference) l`;

/**
 * Reads everything that happened to an order, oldest first, from the rows that the actions themselves left. Rows are
 * only added, and there is no second record that could contradict them. `reader`: an owner reads who decided, and doesn't learn
 * the id of a donor who stays anonymous.
 */
export const tellStory = (
  database: Database,
  reference: OrderReference,
  reader: 'owner' | 'other' = 'other',
): Promise<StoryEvent[]> =>
  database.query((sql) => {
    const shown = (userId: Fragment): Fragment =>
      reader === 'other'
        ? userId
        : sql`case when exists (
            select from orders a where a.reference = ${reference} and a.is_anonymous and to_jsonb(a.user_id) = ${userId})
          then to_jsonb(${ANONYMOUS_PAYER.userId}::bigint) else ${userId} end`;
    const named =
      reader === 'other'
        ? sql``
        : sql`|| case when ${shown(sql`to_jsonb(actor_user_id)`)} = to_jsonb(actor_user_id) then
            jsonb_build_object('actor_username', w.username, 'actor_first_name', ${firstName(sql, sql`w`)}) else '{}' end`;
    return sql<StoryEvent[]>`
      with places_of_offer as materialized (${namedPlaces(sql, reference)}),
      events as (
        select created_at as at, 'created' as what, jsonb_build_object('kind', kind, 'tier', tier_name, 'days', tier_days,
          'amountCents', amount_cents, 'priceStars', price_stars, 'paidIn', case when kind = 'donation' then 'xtr' end, 'note', donor_note, 'isAnonymous', nullif(is_anonymous, false)::int) as details
        from orders where reference = ${reference}
        union all
        select created_at, 'invoiced', jsonb_build_object('invoiceId', invoice_id, 'amountCents', price_cents,
          'isRest', is_rest::int)
        from invoices where order_reference = ${reference}
        union all
        select created_at, 'invoiced', jsonb_build_object('amountCents', price_cents, 'priceStars', price_stars, 'paidIn', 'xtr')
        from star_invoices where order_reference = ${reference}
        union all
        select i.received_at, case when i.source in ${sql([...RAIL_NAMES])} then 'payment' else i.outcome end,
          jsonb_build_object('outcome', i.outcome, 'paymentId', i.payload -> 'payment_id',
            'status', i.payload ->> 'payment_status', 'paid', i.payload ->> 'actually_paid',
            'currency', i.payload ->> 'pay_currency')
        from inbox i where i.order_reference = ${reference} and i.outcome not in ('order_opened', 'case_decided')
        union all
        select case when e.payment_id is null then o.settled_at else e.granted_at end, 'extended',
          jsonb_build_object('days', e.days, 'paymentId', e.payment_id)
        from extensions e join orders o on o.reference = e.order_reference where o.reference = ${reference}
        union all
        select e.revoked_at, case when exists (
            select from audit_log a where (a.open_channel_id, a.user_id) = (e.open_channel_id, e.user_id)
              and a.act = 'access_revoked' and a.at = e.revoked_at) then 'ended_by_owner' else 'revoked' end,
          jsonb_build_object('days', e.days, 'paymentId', e.payment_id)
        from extensions e where e.order_reference = ${reference} and e.revoked_at is not null
        union all
        select l.created_at, 'link_made', ${atPlace(sql)}
        from ${linksOfOrder(sql, reference)} left join places_of_offer n using (chat_id)
        union all
        select l.revoked_at, 'link_revoked', ${atPlace(sql)} || jsonb_build_object('because', l.revoked_because)
        from ${linksOfOrder(sql, reference)} left join places_of_offer n using (chat_id) where l.revoked_at is not null
        union all
        select at, case when act like 'case\\_%' then 'decided' else act end,
          (details - 'chatId') || ${atPlace(sql)} || jsonb_build_object('decision', case when act like 'case\\_%' then substr(act, 6) end,
            'paymentId', payment_id, 'actor', ${shown(sql`to_jsonb(actor_user_id)`)}) ${named}
        from audit_log left join chats w on w.chat_id = actor_user_id
          left join places_of_offer n on act in ('join_approved', 'removed', 'left', 'removal_failed', 'removal_dry_run', 'member_kept')
            and (n.chat_id = (details ->> 'chatId')::bigint or n.is_main and not details ? 'chatId')
        where order_reference = ${reference}
        union all
        select coalesce(delivered_at, failed_at), case when delivered_at is null then 'message_failed' else 'message_sent' end,
          ${atPlace(sql)} || jsonb_build_object('message', payload -> 'message' ->> 'type', 'to', ${shown(sql`payload -> 'chatId'`)},
            'error', case when delivered_at is null then last_error end)
        from outbox left join places_of_offer n on n.chat_id = (payload #>> '{message,closedChannelId}')::bigint
        where order_reference = ${reference} and kind = 'send_message'
          -- It changes a message that was written before.
          and payload #>> '{living,as}' is distinct from 'edit_only'
          and (delivered_at is not null or failed_at is not null))
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, what, jsonb_strip_nulls(details) as details
      from events order by events.at, what <> 'payment'`;
  });
