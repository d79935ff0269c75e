import type { TimelineItem } from './timeline-item';
import type postgres from 'postgres';
import { describeRow, type FindUpdate, type Row } from './describe-row';

/** Measured by the database, in ms. */
export interface Spans {
  readonly payNow: readonly number[];
  readonly ownerNotified: readonly number[];
}

const LAST = 300;

/** Reads what happened last, oldest first. */
export async function readTimeline(database: postgres.Sql, findUpdate: FindUpdate): Promise<TimelineItem[]> {
  const rows = await database<Row[]>`
    (select 'inbox' as "from", source || ':' || delivery_id as id, received_at as at, to_jsonb(inbox) as row
      from inbox order by received_at desc limit ${LAST})
    union all
    (select 'orders', reference, created_at, to_jsonb(orders) from orders order by created_at desc limit ${LAST})
    union all
    (select 'settled', reference, settled_at, to_jsonb(orders) from orders
      where settled_at is not null order by settled_at desc limit ${LAST})
    union all
    (select 'invoices', invoice_id, created_at, to_jsonb(invoices)
      from invoices order by created_at desc limit ${LAST})
    union all
    (select 'payments', payment_id::text, updated_at, to_jsonb(p) || coalesce(
        (select jsonb_build_object('user_id', user_id) from orders where reference = p.order_reference), '{}')
      from payments p order by updated_at desc limit ${LAST})
    union all
    (select 'extensions', order_reference || coalesce(payment_id::text, ''), granted_at, to_jsonb(extensions)
      from extensions order by granted_at desc limit ${LAST})
    union all
    (select 'invite_links', invite_link, created_at, to_jsonb(invite_links)
      from invite_links order by created_at desc limit ${LAST})
    union all
    (select 'audit_log', audit_id::text, at, to_jsonb(audit_log) from audit_log order by at desc limit ${LAST})
    union all
    (select 'outbox', outbox_id::text, created_at, to_jsonb(outbox) || jsonb_build_object(
        'due_in_seconds', extract(epoch from due_at - app_now()),
        'took_ms', extract(epoch from coalesce(delivered_at, failed_at) - created_at) * 1000)
      from outbox order by created_at desc limit ${LAST})
    order by at, 1`;
  return rows.map((row) => describeRow(row, findUpdate));
}

/** How long payers waited for “Pay now” after ordering, and owners for their message after the payment settled. */
export async function readSpans(database: postgres.Sql): Promise<Spans> {
  const rows = await database<{ span: keyof Spans; ms: number }[]>`
    with messages as (
      select order_reference, payload #>> '{message,type}' as type, min(delivered_at) as delivered_at
      from outbox
      where kind = 'send_message' and delivered_at is not null and order_reference is not null
      group by 1, 2),
    confirmed as (
      select order_reference, min(created_at) as at from outbox where kind = 'create_invoice' group by 1)
    select 'payNow' as span, (extract(epoch from delivered_at - at) * 1000)::float8 as ms
      from messages join confirmed using (order_reference) where type = 'pay_now'
    union all
    select 'ownerNotified', (extract(epoch from m.delivered_at - o.settled_at) * 1000)::float8
      from messages m join orders o on o.reference = m.order_reference
      where m.type in ('donation_received', 'subscription_sold') and o.settled_at is not null`;
  const of = (span: keyof Spans) => rows.filter((row) => row.span === span).map(({ ms }) => Math.max(0, ms));
  return { payNow: of('payNow'), ownerNotified: of('ownerNotified') };
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
