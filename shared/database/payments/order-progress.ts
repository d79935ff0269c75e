import type { ToldProgress } from '../../domain/payments/invoices/order-progress';
import { EVERY_OWNER } from '../../domain/owner/allowed-owners';
import { endsNever } from '../access/for-ever';
import { isBanned } from '../access/holders';
import { epochMs } from '../common/epoch';
import type { Fragment, Sql } from '../connection/options';
import { isStopped } from '../places/sold-places';
import {
  currentInvoice,
  hasHanging,
  hasUnjudged,
  isStillOffered,
  isUnderWay,
  starPrice,
} from './order-conditions';
import { isHeld } from './orders';

/** How long a refused rest is not offered again. Minimums change, and a refusal may pass. */
const REFUSED_FOR_HOURS = 24;

const hasPayment = (sql: Sql, condition: Fragment): Fragment => sql`
  exists (select from payments p where p.order_reference = o.reference and ${condition})`;

const isInvoiceOver = (sql: Sql): Fragment => sql`
  (${hasPayment(sql, sql`p.payment_status = 'expired'`)} and not exists (${currentInvoice(sql)}))`;

const isRestRefused = (sql: Sql): Fragment => sql`
  exists (select from outbox b where b.order_reference = o.reference and b.payload #>> '{message,type}' = 'rest_refused'
    and (b.payload #>> '{message,restCents}')::int = o.amount_cents - o.received_cents
    and b.created_at > app_now() - ${REFUSED_FOR_HOURS} * interval '1 hour')`;

/** A part that came is held to the price that was asked for, even if the channel sells nothing or changed its tiers. */
const isOnOffer = (sql: Sql): Fragment => sql`
  ((o.kind = 'donation' or c.closed_channel_id is not null)
    and not ${isBanned(sql, sql`o.open_channel_id`, sql`o.user_id`)}
    and (o.received_cents > 0 or c.paused_at is null and (o.kind = 'donation' or not ${isStopped(sql)})
      and (${isStillOffered(sql)} or not ${isInvoiceOver(sql)})))`;

/**
 * What has become of an order `o` in its channel `c`, as a JSON object of the type `OrderProgress`. `starsFor`: the owners that take
 * Stars.
 */
export const orderProgress = (sql: Sql, starsFor = EVERY_OWNER): Fragment => sql`
  jsonb_build_object('state', o.state, 'receivedCents', o.received_cents,
    'incomeCents', o.income_cents, 'isHanging', ${hasHanging(sql)},
    'isParked', ${hasPayment(sql, sql`p.standing = 'parked'`)},
    'isPending', ${hasPayment(sql, isUnderWay(sql))} or ${hasUnjudged(sql)},
    'isExpired', ${isInvoiceOver(sql)}, 'isRestRefused', ${isRestRefused(sql)}, 'isOnOffer', ${isOnOffer(sql)},
    'isCancellable', o.state = 'open' and not ${isHeld(sql)}) || ${starPrice(sql, starsFor)}`;

const hasAccess = (sql: Sql, until: Fragment) => sql`
  (o.kind = 'subscription' and exists (
    select from subscriptions s where (s.open_channel_id, s.user_id) = (o.open_channel_id, o.user_id) and ${until}))`;

/** True if its buyer has for ever what an order `o` is for. */
export const hasForEver = (sql: Sql) => hasAccess(sql, endsNever(sql, sql`s.paid_until`));

/** What its buyer can do about an order `o` beside paying or cancelling it. */
export const around = (sql: Sql) => sql`
  ${epochMs(sql, sql`o.created_at`)} as "createdAt",
  case when not ${isBanned(sql, sql`o.open_channel_id`, sql`o.user_id`)} then o.open_channel_id end as "openChannelId",
  ${hasAccess(sql, sql`s.paid_until > app_now()`)} as "hasAccess", ${hasForEver(sql)} as "hasForEver"`;

/** A row with the progress of an order in a column of its own. */
export interface WithProgress {
  readonly progress: ToldProgress;
}
