import * as z from 'zod';
import type { Measures } from '../../domain/operations/measures';
import { PLACE_GONE } from '../../domain/places/place-state';
import type { Sql } from '../connection/options';
import { coinsOn } from '../payments/minimums/minimums';
import { isHolding, removalsOfAll } from '../access/removals-switch';
import { isInLane } from '../common/effect-codec';
import type { Database } from '../connection/pool';
import { isOfMoneyOrAccess } from './owed';
import { ofStars } from '../stars/measured-stars';
import { refusalsOfLastHour } from '../payments/invoice-refusals';

/** All measures, and since when each alarm is on, as the last check found it. */
export interface Metrics {
  readonly measures: Measures;
  /** ISO instants by the alarm's name. */
  readonly raisedSince: Readonly<Record<string, string>>;
  /** When this was read, an ISO instant by the database's clock. */
  readonly readAt: string;
}

// Checks what comes back from jsonb, because another version may have written something else.
const STATUS = z.object({ alarms: z.record(z.string(), z.string()) });
const WEBHOOK = z.object({
  isSet: z.boolean(),
  isExpected: z.boolean().nullable(),
  pendingUpdates: z.int(),
  lastErrorAt: z.number().nullable(),
  lastErrorClass: z.string().nullable(),
  lastSyncErrorAt: z.number().nullable(),
});

interface Row extends Omit<Measures, 'telegramWebhook'> {
  readonly now: number;
  readonly status: unknown;
  readonly webhook: unknown;
  readonly webhookSeenSeconds: number | null;
}
const lastDay = (sql: Sql) => sql`app_now() - interval '1 day'`;
const lastWeek = (sql: Sql) => sql`app_now() - interval '7 days'`;

/** False for a promise that ended because its owner deleted the private channel: they were told, and nobody else can act. */
export const raisesAlarm = (sql: Sql) => sql`last_error is distinct from ${PLACE_GONE}`;

const ofOutbox = (sql: Sql) => sql`
  (select count(*)::int from due) as "outboxDue",
  (select extract(epoch from app_now() - min(due_at))::int from due) as "outboxOldestDueSeconds",
  (select count(*)::int from outbox where failed_at > ${lastWeek(sql)}) as "outboxFailed",
  (select count(*)::int from outbox where ${isOfMoneyOrAccess(sql)}
    and delivered_at is null and failed_at is null and failures >= 5) as "outboxFailing",
  (select count(*)::int from outbox o where failed_at > ${lastDay(sql)} and ${isOfMoneyOrAccess(sql)} and chat_refusal is null
    and ${raisesAlarm(sql)}
    -- Rows that a version without this column failed.
    and not exists (select from chats h
      where h.chat_id = (o.payload ->> 'chatId')::bigint and h.unreachable_at is not null)) as "outboxBrokenLastDay",
  (select count(*)::int from audit_log where act = 'removal_failed' and at > ${lastWeek(sql)}) as "removalTroubles",
  (select count(*)::int from outbox where kind = 'remove_member'
    and delivered_at is null and failed_at is null and failures >= 3)
    + (select count(*)::int from outbox where kind = 'remove_member' and failed_at > ${lastDay(sql)}
      and ${raisesAlarm(sql)}) as "removalsFailing",
  ${removalsOfAll(sql)} as removals,
  (select count(*)::int from removal_brakes b where ${isHolding(sql)}) as "removalsBraked"`;

const ofDeliveries = (sql: Sql) => sql`
  (select extract(epoch from app_now() - received_at)::int from inbox where source = 'nowpayments' and not is_recovered
    order by received_at desc limit 1) as "lastIpnSeconds",
  (select extract(epoch from app_now() - received_at)::int from inbox where source = 'telegram'
    order by received_at desc limit 1) as "lastUpdateSeconds",
  (select count(distinct order_reference)::int from inbox i where is_recovered and source = 'nowpayments'
    and received_at between ${lastDay(sql)} and app_now() - interval '10 minutes'
    and split_part(outcome, ':', 1) in ('settled', 'credited', 'parked')
    -- A recovered payment differs from its IPN in details, such as an estimate, but has the same outcome.
    and not exists (select from inbox arrived where arrived.order_reference = i.order_reference
      and arrived.source = 'nowpayments' and not arrived.is_recovered
      and split_part(arrived.outcome, ':', 1) = split_part(i.outcome, ':', 1))) as "paidWithoutIpnLastDay",
  parked."deliveriesParked", parked."deliveriesParkedLastDay"`;

const ofPayments = (sql: Sql) => sql`
  -- Written out, because only then the small index of these orders is used.
  (select count(*)::int from orders where payment_count > 100 and state not in ('settled', 'refunded')
    and created_at > app_now() - interval '30 days') as "ordersWithManyPayments", ${coinsOn(sql)} as "coinsOn",
  (${refusalsOfLastHour(sql)}) as "invoicesRefusedLastHour",
  odd."paymentsParked", odd."paymentsParkedLong", odd."paymentsOrphaned", odd."paymentsOrphanedLastDay",
  lost."ownersUnreachable", lost."ownersLostLastWeek"`;

const ofInstances = (sql: Sql) => sql`
  (select coalesce(max(version), 0)::int from schema_migrations) as "schemaVersion",
  (select coalesce(jsonb_object_agg(name, jsonb_build_object('total', value, 'lastHour',
    (select coalesce(sum(r.value::bigint), 0) from jsonb_each(c.recent) r
      where r.key::bigint > extract(epoch from app_now()) / 60 - 60))), '{}') from counters c) as counters,
  (select value from observations where name = 'status') as status,
  (select extract(epoch from app_now() - observed_at)::int from observations where name = 'status') as "lastLookSeconds",
  seen.value as webhook,
  extract(epoch from app_now() - seen.observed_at)::int as "webhookSeenSeconds",
  extract(epoch from app_now())::float8 as now`;

/** Reads all metrics in one statement. */
export async function readMetrics(database: Database): Promise<Metrics> {
  const [row] = await database.query(
    (sql) => sql<Row[]>`
      with due as (
        -- Bulk entries may wait, so they count only once they have waited too long.
        select due_at from outbox where delivered_at is null and failed_at is null and due_at <= app_now()
          and (not ${isInLane(sql, 'bulk')} or due_at < app_now() - interval '30 minutes')),
      parked as (
        select count(*)::int as "deliveriesParked",
          (count(*) filter (where received_at > ${lastDay(sql)}))::int as "deliveriesParkedLastDay"
        from inbox where (outcome in ('parked', 'unreadable') or outcome is null and payload is not null)
          and received_at > ${lastWeek(sql)}),
      odd as (
        select (count(*) filter (where standing = 'parked'))::int as "paymentsParked",
          (count(*) filter (where standing = 'parked' and first_seen_at between app_now() - interval '30 days'
            and app_now() - interval '3 days'))::int as "paymentsParkedLong",
          (count(*) filter (where standing = 'orphan'))::int as "paymentsOrphaned",
          (count(*) filter (where standing = 'orphan' and first_seen_at > ${lastDay(sql)}))::int
            as "paymentsOrphanedLastDay"
        from payments where standing in ('parked', 'orphan')),
      lost as (
        select count(*)::int as "ownersUnreachable",
          (count(*) filter (where h.unreachable_at > ${lastWeek(sql)}))::int as "ownersLostLastWeek"
        from channels c join chats h on h.chat_id = coalesce(c.notifications_chat_id, c.owner_user_id)
        where h.unreachable_at is not null and c.notifications_enabled)
      select ${ofOutbox(sql)}, ${ofDeliveries(sql)}, ${ofPayments(sql)}, ${ofStars(sql)}, ${ofInstances(sql)}
      from parked, odd, lost left join star_ledger stars on true left join observations seen on seen.name = 'telegram_webhook'`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return fromRow(row);
}

function fromRow({ now, status, webhook, webhookSeenSeconds, ...measures }: Row): Metrics {
  const age = (at: number | null) => (at === null ? null : Math.max(0, Math.round(now - at)));
  const seen = WEBHOOK.safeParse(webhook);
  const telegramWebhook = seen.success
    ? {
        isSet: seen.data.isSet,
        isExpected: seen.data.isExpected,
        pendingUpdates: seen.data.pendingUpdates,
        lastErrorSeconds: age(seen.data.lastErrorAt),
        lastErrorClass: seen.data.lastErrorClass,
        lastSyncErrorSeconds: age(seen.data.lastSyncErrorAt),
        seenSeconds: webhookSeenSeconds ?? 0,
      }
    : null;
  const found = STATUS.safeParse(status);
  return {
    measures: { ...measures, telegramWebhook },
    raisedSince: found.success ? found.data.alarms : {},
    readAt: new Date(now * 1000).toISOString(),
  };
}
