import type { OpenChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';
import { raisesAlarm } from './metrics';

/** Throws unless the database answers a statement. */
export const proveAnswers = (database: Database): Promise<unknown> => database.query((sql) => sql`select 1`);

/** Reads how long a statement may take in the sessions of the pool, in ms. 0 means that there is no limit. */
export async function readStatementTimeout(database: Database): Promise<number> {
  const [row] = await database.query(
    (sql) =>
      sql<{ ms: number }[]>`select setting::int as ms from pg_settings where name = 'statement_timeout'`,
  );
  return row?.ms ?? 0;
}

/** A public channel in which a channel's posts were or should have been published within the last 30 days. */
export interface PostedIn {
  readonly openChannelId: OpenChannelId;
  readonly chatId: number;
}

export const listPostedIn = (database: Database): Promise<PostedIn[]> =>
  database.query(
    (sql) => sql<PostedIn[]>`
      select distinct open_channel_id as "openChannelId", chat_id as "chatId" from posts
      where begun_at > app_now() - interval '30 days' and chat_id is not null`,
  );

/** Channels for a look at their chats, out of all of them. */
export interface ExaminedChannels {
  readonly ids: readonly OpenChannelId[];
  readonly total: number;
  /** The channels whose owners cannot be told about payments. */
  readonly unreachable: number;
}

/**
 * Chooses the channels to look at, at most `most` of them: first those whose owners cannot be reached, then those with members
 * that could not be removed, then the newest.
 */
export async function chooseExamined(database: Database, most?: number): Promise<ExaminedChannels> {
  const [row] = await database.query(
    (sql) => sql<ExaminedChannels[]>`
      with failing as (
        select distinct (payload ->> 'openChannelId')::bigint as open_channel_id from outbox
        where kind = 'remove_member' and delivered_at is null and (failures >= 3 or failed_at > app_now() - interval '7 days')),
      ranked as (
        select c.open_channel_id, c.created_at, c.notifications_enabled and h.unreachable_at is not null as is_unreachable,
          f.open_channel_id is not null as is_failing
        from channels c left join chats h on h.chat_id = coalesce(c.notifications_chat_id, c.owner_user_id)
          left join failing f on f.open_channel_id = c.open_channel_id),
      chosen as (
        select * from ranked order by coalesce(is_unreachable, false) desc, is_failing desc, created_at desc, open_channel_id
        limit ${most ?? null})
      select (select coalesce(jsonb_agg(open_channel_id order by coalesce(is_unreachable, false) desc, is_failing desc,
          created_at desc, open_channel_id), '[]') from chosen) as ids,
        count(*)::int as total, (count(*) filter (where is_unreachable))::int as unreachable
      from ranked`,
  );
  if (row === undefined) throw new Error('an aggregate returned nothing');
  return row;
}

/** Orders paid within a week, and how their payments became known. Ages are in seconds; `null` if there was none. */
export interface IpnHistory {
  readonly paid: number;
  /** Those that NOWPayments reported only when it was asked. */
  readonly withoutIpn: number;
  readonly lastWithoutIpnSeconds: number | null;
  readonly lastIpnSeconds: number | null;
}

/** Reads the IPN history. Payments from reconciliation pass through the inbox like IPNs, and are marked there. */
export async function readIpnHistory(database: Database): Promise<IpnHistory> {
  const [row] = await database.query(
    (sql) => sql<IpnHistory[]>`
      with paid as (
        select settled_at, not exists (select from inbox where order_reference = o.reference
          and source = 'nowpayments' and not is_recovered) as is_without_ipn
        from orders o where settled_at > app_now() - interval '7 days' and income_stars is null)
      select count(*)::int as paid, (count(*) filter (where is_without_ipn))::int as "withoutIpn",
        extract(epoch from app_now() - max(settled_at) filter (where is_without_ipn))::int as "lastWithoutIpnSeconds",
        (select extract(epoch from app_now() - received_at)::int from inbox where source = 'nowpayments'
          and not is_recovered order by received_at desc limit 1) as "lastIpnSeconds"
      from paid`,
  );
  if (row === undefined) throw new Error('an aggregate returned nothing');
  return row;
}

/** Work that was put aside within a week and waits for an operator. */
export interface PutAside {
  /** The newest ten promises that were given up for another reason than an unreachable or deleted chat. */
  readonly promises: readonly number[];
  /** Updates that failed too often, and IPNs that could not be read. */
  readonly deliveries: number;
  /** Ids of the newest ten payments for orders that are not in the database. */
  readonly orphans: readonly number[];
}

export async function readPutAside(database: Database): Promise<PutAside> {
  const [row] = await database.query(
    (sql) => sql<PutAside[]>`
      with promises as (
        select outbox_id from outbox o where failed_at > app_now() - interval '7 days' and ${raisesAlarm(sql)}
          and not exists (select from chats c where c.chat_id = (o.payload ->> 'chatId')::bigint
            and c.unreachable_at is not null)
        order by failed_at desc limit 10),
      orphans as (
        select payment_id from payments where standing = 'orphan' and first_seen_at > app_now() - interval '7 days'
        order by first_seen_at desc limit 10)
      select
        (select coalesce(jsonb_agg(outbox_id), '[]') from promises) as promises,
        (select count(*)::int from inbox where (outcome in ('parked', 'unreadable') or outcome is null and payload is not null)
          and received_at > app_now() - interval '7 days') as deliveries,
        (select coalesce(jsonb_agg(payment_id), '[]') from orphans) as orphans`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row;
}
