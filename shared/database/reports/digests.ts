import type { Digest } from '../../domain/reports/digest';
import type { OpenChannelId } from '../../domain/common/ids';
import type { DigestFigures } from '../../domain/messages/owner-notify';
import { grantedDays } from '../access/access-history';
import { fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** A span of time in a channel, in epoch milliseconds. */
export interface DigestSpan {
  readonly openChannelId: OpenChannelId;
  readonly from: number;
  readonly until: number;
}

/** Longer than any statement may take, so that everything that began before the end is written. */
const SETTLED_SECONDS = 60;
/** Digests that are due at the same moment are spread over this time, so that buyers don't wait behind them. */
const SPREAD_SECONDS = 600;

/** Seconds until the digest of a channel may be sent, if it ends at `ended`. */
export const untilDigest = (sql: Sql, ended: ReturnType<Sql>, openChannelId: ReturnType<Sql>) => sql`
  extract(epoch from ${ended} - app_now())::float8 + ${SETTLED_SECONDS} + (-${openChannelId} % ${SPREAD_SECONDS}::bigint)`;

/** When the owner or NOWPayments reported a payment as refunded. Older rows don't have it. */
const refundedAt = (sql: Sql) => sql`coalesce(p.refunded_at, p.updated_at)`;

/** One row of figures for a channel `c` and a `span`. Counts new members like the channel's report. */
const figures = (sql: Sql, openChannelId: OpenChannelId) => sql`
  select count(*) filter (where kind = 'subscription') as sales,
    coalesce(sum(amount_cents) filter (where kind = 'subscription'), 0)::bigint as "salesCents",
    count(*) filter (where kind = 'donation') as donations,
    coalesce(sum(amount_cents) filter (where kind = 'donation'), 0)::bigint as "donationsCents",
    (select count(*) from payments p join orders o on o.reference = p.order_reference
      where p.standing = 'refunded' and p.updated_at >= span.begun and o.open_channel_id = c.open_channel_id
        and ${refundedAt(sql)} >= span.begun and ${refundedAt(sql)} < span.ended) as refunds,
    (select count(*)
      from (select min(granted_at) as first_at from (${grantedDays(sql, openChannelId)}) g group by user_id) f
      where first_at >= span.begun and first_at < span.ended) as joined,
    (select count(distinct a.user_id) from audit_log a
      where a.open_channel_id = c.open_channel_id and a.act in ('removed', 'left')
        and a.at >= span.begun and a.at < span.ended) as lost,
    (select count(*) filter (where p.first_seen_at >= span.begun and p.first_seen_at < span.ended)
      from payments p join orders o on o.reference = p.order_reference
      where p.standing = 'parked' and o.open_channel_id = c.open_channel_id) as odd,
    (select count(*) from payments p join orders o on o.reference = p.order_reference
      where p.standing = 'parked' and o.open_channel_id = c.open_channel_id) as "oddWaiting"
  from orders s
  where s.open_channel_id = c.open_channel_id and s.settled_at >= span.begun and s.settled_at < span.ended`;

/**
 * Reads the figures of a digest, and in how many seconds it may be sent: only after everything that began before its
 * end is written, and not at the same time as all others. `undefined` if there is no such channel.
 */
export async function readDigest(
  database: Database,
  { openChannelId, from, until }: DigestSpan,
): Promise<(Digest & { readonly waitSeconds: number }) | undefined> {
  type Row = Omit<Digest, 'figures' | keyof DigestSpan> & DigestFigures & { waitSeconds: number };
  const [row] = await database.query(
    (sql) => sql<Row[]>`
      select c.title, c.time_zone as "timeZone", coalesce(c.notifications_chat_id, c.owner_user_id) as "chatId",
        c.notifications_enabled as "isEnabled", f.*,
        ${untilDigest(sql, sql`span.ended`, sql`c.open_channel_id`)} as "waitSeconds"
      from channels c,
        lateral (select ${fromEpochMs(sql, from)} as begun, ${fromEpochMs(sql, until)} as ended) as span,
        lateral (${figures(sql, openChannelId)}) as f
      where c.open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) return undefined;
  const { title, timeZone, chatId, isEnabled, waitSeconds, ...counted } = row;
  return { openChannelId, from, until, title, timeZone, chatId, isEnabled, waitSeconds, figures: counted };
}
