import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import type { Digest } from '../../domain/reports/digest';
import type { OpenChannelId } from '../../domain/common/ids';
import type { DigestFigures } from '../../domain/messages/owner-notify';
import { fromEpochMs } from '../common/epoch';
import { personJson } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { starFigures } from './figures/star-facts';
import { figuresBetween } from './figures/figures-between';

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

const counted = (sql: Sql, fact: string) => sql`coalesce(sum(count) filter (where fact = ${fact}), 0)::int`;
const cents = (sql: Sql, fact: string) => sql`coalesce(sum(cents) filter (where fact = ${fact}), 0)::bigint`;

const soldForEver = (sql: Sql) => sql`fact = 'subscription' and tier_days >= ${FOR_EVER_DAYS}::int`;

/** The most users that one line of a digest names. */
const MOST_NAMED = 5;

/** How many users `some` has, and the first of them: rows of `user_id` and `at`. */
const namedUsers = (sql: Sql, some: Fragment) => sql`
  (select jsonb_build_object('count', count(*), 'first', coalesce(jsonb_agg(
      ${personJson(sql, sql`u.user_id`)} order by u.place)
      filter (where u.place <= ${MOST_NAMED}), '[]'))
    from (select user_id, row_number() over (order by min(at), user_id) as place from (${some}) s group by user_id) u
      left join chats h on h.chat_id = u.user_id)`;

/** The users of an act in the channel `c` and the `span`. */
const actedOn = (sql: Sql, act: string) => sql`
  select a.user_id, a.at from audit_log a
  where a.open_channel_id = c.open_channel_id and a.act = ${act} and a.at >= span.begun and a.at < span.ended`;

/** One row of figures for a channel `c` and a `span`. Counts money and new members like the channel's report. */
const figures = (sql: Sql) => sql`
  select ${counted(sql, 'subscription')} as sales, ${cents(sql, 'subscription')} as "salesCents",
    coalesce(sum(count) filter (where ${soldForEver(sql)}), 0)::int as "forEver",
    coalesce(sum(cents) filter (where ${soldForEver(sql)}), 0)::bigint as "forEverCents",
    ${counted(sql, 'donation')} as donations, ${cents(sql, 'donation')} as "donationsCents",
    ${counted(sql, 'credited')} as credited, ${cents(sql, 'credited')} as "creditedCents",
    ${counted(sql, 'refunded')} as refunds, ${cents(sql, 'refunded')} as "refundedCents",
    ${starFigures(sql)} as "inStars", ${counted(sql, 'new')} as joined,
    (select count(distinct a.user_id) from audit_log a
      where a.open_channel_id = c.open_channel_id and a.act in ('removed', 'left')
        and a.at >= span.begun and a.at < span.ended) as lost,
    ${namedUsers(
      sql,
      sql`select s.user_id, s.paid_until as at from subscriptions s
        where s.open_channel_id = c.open_channel_id and s.paid_until >= span.begun and s.paid_until < span.ended`,
    )} as lapsed,
    ${namedUsers(sql, actedOn(sql, 'removed'))} as removed,
    ${namedUsers(sql, actedOn(sql, 'join_declined'))} as "turnedAway",
    (select count(*) filter (where p.first_seen_at >= span.begun and p.first_seen_at < span.ended)
      from payments p join orders o on o.reference = p.order_reference
      where p.standing = 'parked' and o.open_channel_id = c.open_channel_id) as odd,
    (select count(*) from payments p join orders o on o.reference = p.order_reference
      where p.standing = 'parked' and o.open_channel_id = c.open_channel_id) as "oddWaiting"
  from facts`;

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
      with ${figuresBetween(sql, openChannelId, sql`select ${fromEpochMs(sql, from)} as begun, ${fromEpochMs(sql, until)} as ended`)}
      select c.title, c.time_zone as "timeZone", coalesce(c.notifications_chat_id, c.owner_user_id) as "chatId",
        c.notifications_enabled as "isEnabled", f.*,
        ${untilDigest(sql, sql`span.ended`, sql`c.open_channel_id`)} as "waitSeconds"
      from channels c, period as span, lateral (${figures(sql)}) as f
      where c.open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) return undefined;
  const { title, timeZone, chatId, isEnabled, waitSeconds, inStars, ...summed } = row;
  const stars = inStars == null ? {} : { inStars };
  const of = { openChannelId, from, until, title, timeZone, chatId, isEnabled, waitSeconds };
  return { ...of, figures: { ...summed, ...stars } };
}
