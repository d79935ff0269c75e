import type { Database } from './pool';

/** What only the database knows about how the product is doing. Ages in seconds; null where nothing happened yet. */
export interface Metrics {
  readonly outboxDue: number;
  readonly outboxOldestDueSeconds: number | null;
  readonly outboxFailed: number;
  readonly lastIpnSeconds: number | null;
  readonly lastUpdateSeconds: number | null;
  readonly paymentsParked: number;
  readonly paymentsOrphaned: number;
  /** Updates that failed too often, and IPNs that nobody could read. */
  readonly deliveriesParked: number;
  readonly ownersUnreachable: number;
  readonly ipnSignatureRefused: number;
}

/** Reads all metrics in one statement. Counts of trouble look back a week. */
export async function readMetrics(database: Database): Promise<Metrics> {
  const [row] = await database.query(
    (sql) => sql<Metrics[]>`
      with due as (
        select due_at from outbox where delivered_at is null and failed_at is null and due_at <= app_now())
      select
        (select count(*)::int from due) as "outboxDue",
        (select extract(epoch from app_now() - min(due_at))::int from due) as "outboxOldestDueSeconds",
        (select count(*)::int from outbox where failed_at > app_now() - interval '7 days') as "outboxFailed",
        (select extract(epoch from app_now() - received_at)::int from inbox where source = 'nowpayments'
          order by received_at desc limit 1) as "lastIpnSeconds",
        (select extract(epoch from app_now() - received_at)::int from inbox where source = 'telegram'
          order by received_at desc limit 1) as "lastUpdateSeconds",
        (select count(*)::int from payments where standing = 'parked') as "paymentsParked",
        (select count(*)::int from payments where standing = 'orphan') as "paymentsOrphaned",
        (select count(*)::int from inbox where outcome in ('parked', 'unreadable')
          and received_at > app_now() - interval '7 days') as "deliveriesParked",
        (select count(*)::int from channels c join chats h
          on h.chat_id = coalesce(c.notifications_chat_id, c.owner_user_id)
          where h.unreachable_at is not null and c.notifications_enabled) as "ownersUnreachable",
        (select coalesce(sum(value), 0)::int from counters where name = 'ipn_signature_refused')
          as "ipnSignatureRefused"`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row;
}
