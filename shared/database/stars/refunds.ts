import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import type { Refundable } from '../../domain/messages/cases';
import { correlationId } from '../../logger';
import { auditedEach } from '../common/audit-log';
import { permitted, type Actor } from '../common/channel-roles';
import { epochMs } from '../common/epoch';
import { received, type Delivery } from '../common/inbox';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { isOurs, isReturned } from './find-refund';

/** What a page offers to refund: an order's payments, or those of a user's orders that aren't anonymous. */
type RefundScope =
  { readonly reference: OrderReference } | { readonly openChannelId: OpenChannelId; readonly userId: number };

/** A page has room for no more buttons. The order of each payment offers the others. */
const LISTED_AT_MOST = 3;

/** Lists the latest payments that we can still send back, newest first. */
export const listRefundable = (database: Database, scope: RefundScope): Promise<Refundable[]> =>
  database.query(
    (sql) => sql<Refundable[]>`
      select p.payment_id as "paymentId", trim_scale(p.actually_paid)::text as "amountCrypto",
        p.pay_currency as "cryptoCurrency", p.refund_asked_at is not null as "isAsked",
        ${epochMs(sql, sql`p.first_seen_at`)} as "seenAt"
      from orders o join payments p on p.order_reference = o.reference
      where ${ofScope(sql, scope)} and ${isOurs(sql)} and not ${isReturned(sql)}
      order by p.first_seen_at desc, p.payment_id desc limit ${LISTED_AT_MOST}`,
  );

const ofScope = (sql: Sql, scope: RefundScope): Fragment =>
  'reference' in scope
    ? sql`o.reference = ${scope.reference}`
    : sql`o.open_channel_id = ${scope.openChannelId} and o.user_id = ${scope.userId} and o.is_anonymous is not true`;

/** A row of the audit log about the payment that a statement changed. */
const aboutPayment = (sql: Sql, from: Fragment) => sql`
  select o.open_channel_id, o.user_id, o.reference, jsonb_build_object('payment', p.payment_id::text)
  from ${from} p join orders o on o.reference = p.order_reference`;

/**
 * Asks for a refund: marks the payment, records the manager and promises the refund, in one statement and once. `false` if
 * the manager may not. A payment that is already asked for or was sent back stays as it is.
 */
export async function askRefund(
  database: Database,
  delivery: Delivery,
  { actor, paymentId }: { readonly actor: Actor; readonly paymentId: number },
): Promise<boolean> {
  const { openChannelId, userId } = actor;
  const [row] = await database.query(
    (sql) => sql<{ isAllowed: boolean }[]>`
      with permitted as materialized (${permitted(sql, { openChannelId, userId, action: 'refund-now' })}),
      delivery as (${received(sql, { delivery, outcome: 'owner_acted' }, 'permitted')}),
      asked as (
        update payments p set refund_asked_at = app_now(), refund_asked_by = ${userId}, refund_refused = null
        from orders o
        where p.payment_id = ${paymentId} and o.reference = p.order_reference and o.open_channel_id = ${openChannelId}
          and ${isOurs(sql)} and p.refund_asked_at is null and not ${isReturned(sql)} and exists (select from delivery)
        returning p.payment_id, p.order_reference, p.refund_asked_at),
      audited as (${auditedEach(sql, { act: 'refund_asked', actorUserId: userId }, aboutPayment(sql, sql`asked`))}),
      promised as (${promisedRows(
        sql,
        sql`select ${promisedRow(sql, 'refund_payment', {
          payload: { reference: sql`a.order_reference`, paymentId: sql`a.payment_id` },
          // Each time that it is asked for is a promise of its own.
          key: sql`'refund:' || a.payment_id || ':' || ${epochMs(sql, sql`a.refund_asked_at`)}::bigint`,
          expiresInSeconds: MONEY_EXPIRES_SECONDS,
          reference: sql`a.order_reference`,
        })} from asked a`,
        correlationId() ?? null,
      )})
      select exists (select from permitted) as "isAllowed"`,
  );
  return row?.isAllowed === true;
}
