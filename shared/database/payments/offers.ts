import type { OpenChannelId } from '../../domain/common/ids';
import type { MySubscription } from '../../domain/messages/offer';
import { NO_OWNER, type AllowedOwners } from '../../domain/owner/allowed-owners';
import type { Offer } from '../../domain/payments/invoices/offer';
import { phaseOf } from '../../domain/common/subscription';
import { isBanned } from '../access/holders';
import { isRenewing, shownRenewal } from '../access/subscriptions';
import { mainKind } from '../places/kinds';
import { myPlaces } from '../places/my-places';
import { isStopped } from '../places/sold-places';
import { isNoCoinOn, provenLeastCents } from './minimums/minimums';
import { epochMs } from '../common/epoch';
import { wasHandled, type Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import { isOwnerOfStars } from '../common/channel-roles';
import { orderProgress } from './order-progress';
import { hadMoney, hasMoney } from './orders';

interface OfferRequest {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly delivery?: Delivery;
  /** The owners that the operator takes Stars for. Absent: nobody. */
  readonly starsFor?: AllowedOwners | undefined;
}

export async function findOffer(
  database: Database,
  { openChannelId, userId, delivery, starsFor = NO_OWNER }: OfferRequest,
): Promise<Offer | undefined> {
  const [row] = await database.query(
    (sql) => sql<Offer[]>`
      select c.open_channel_id as "openChannelId", c.title, ${mainKind(sql)} as kind, c.description, c.grace_hours as "graceHours",
        ${epochMs(sql, sql`s.paid_until`)} as "endsAt", coalesce(s.paid_until > app_now(), false) as "isActive",
        c.paused_at is not null as "isPaused", ${isStopped(sql)} as "isStopped",
        ${isBanned(sql, sql`c.open_channel_id`, sql`${userId}::bigint`)} as "isBanned",
        ${wasHandled(sql, delivery)} as "isHandled", ${isNoCoinOn(sql)} as "isUnpayable",
        ${provenLeastCents(sql)} as "leastCents", ${isOwnerOfStars(sql, starsFor)} as "takesStars",
        ${isRenewing(sql, sql`${userId}::bigint`)} as "isRenewing",
        case when c.closed_channel_id is null then '[]' else coalesce((
          select jsonb_agg(jsonb_build_object('position', t.position, 'name', t.name, 'priceCents', t.price_cents,
            'priceStars', case when ${isOwnerOfStars(sql, starsFor)} then t.price_stars end, 'days', t.days) order by t.position)
          from tiers t where t.open_channel_id = c.open_channel_id), '[]') end as tiers,
        coalesce((
          select jsonb_agg(${orderProgress(sql)} || jsonb_build_object('reference', o.reference,
            'correlationId', o.correlation_id, 'tierName', o.tier_name, 'days', o.tier_days, 'amountCents', o.amount_cents,
            'priceStars', case when ${isOwnerOfStars(sql, starsFor)} then o.price_stars end)
            order by o.created_at desc)
          from orders o where o.user_id = ${userId} and o.open_channel_id = c.open_channel_id and o.kind = 'subscription'
            and (o.state = 'open' or o.state in ('cancelled', 'refused') and ${hasMoney(sql)})), '[]') as orders,
        coalesce((
          select jsonb_agg(jsonb_build_object('reference', o.reference, 'correlationId', o.correlation_id, 'version', o.version,
            'tierName', o.tier_name, 'days', o.tier_days, 'amountCents', o.amount_cents))
          from tiers t, lateral (
            select * from orders o
            where o.user_id = ${userId} and o.kind = 'subscription' and o.state = 'cancelled' and not ${hadMoney(sql)}
              and (o.open_channel_id, o.tier_name, o.tier_days, o.amount_cents)
                = (t.open_channel_id, t.name, t.days, t.price_cents)
            order by o.created_at desc limit 1) o
          where t.open_channel_id = c.open_channel_id), '[]') as cancelled,
        (select t.position from (
            select o.tier_name, o.tier_days from extensions e join orders o on o.reference = e.order_reference
            where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id) and e.revoked_at is null
            order by e.granted_at desc limit 1) as last
          join tiers t on t.open_channel_id = c.open_channel_id and (t.name, t.days) = (last.tier_name, last.tier_days)
          order by t.position limit 1) as "lastPosition"
      from channels c left join subscriptions s on s.open_channel_id = c.open_channel_id and s.user_id = ${userId}
      where c.open_channel_id = ${openChannelId}`,
  );
  return row;
}

/** Lists the subscriptions that a buyer has, or had within the last 60 days, longest lasting first. */
export async function listMySubscriptions(database: Database, userId: number): Promise<MySubscription[]> {
  const rows = await database.query(
    (sql) => sql<(Omit<MySubscription, 'phase'> & { now: Date })[]>`
      select s.open_channel_id as "openChannelId", c.title, ${epochMs(sql, sql`s.paid_until`)} as "paidUntil",
        c.grace_hours as "graceHours", ${mainKind(sql)} as kind, ${myPlaces(sql)},
        ${shownRenewal(sql)} as renewal, app_now() as now
      from subscriptions s join channels c using (open_channel_id)
      where s.user_id = ${userId} and s.paid_until > app_now() - interval '60 days'
      order by s.paid_until desc limit 100`,
  );
  return rows.map(({ now, ...subscription }) => ({
    ...subscription,
    phase: phaseOf({
      until: subscription.paidUntil,
      graceHours: subscription.graceHours,
      now: now.getTime(),
    }),
  }));
}
