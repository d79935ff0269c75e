import { accessIn } from '../../access/access-facts';
import { moneyIn } from '../../payments/income';
import type { Fragment, Sql } from '../../connection/options';

/**
 * What a channel's figures count, by fact: `subscription`, `donation` and `credited` are income, `refunded` was sent back. With the
 * suffix of Stars, they are counted in Stars, and `cents` are whole Stars. The others are members. Also the columns of `figure_sums` that a fact has beside its quarter.
 */
export const factColumns = (sql: Sql): Fragment => sql`at, fact, tier_name, tier_days, coin, count, cents`;

/**
 * Common table expressions for the sums of the quarters `chosen`, computed from the rows of a channel: `computed`. `chosen`
 * has the `quarter`, and from when to when it counts: `begins` (inclusive) and `ends` (exclusive). Rows are looked up by `stretches` of
 * neighbouring quarters. No figure reaches further back than 40 days, so earlier ends of access count as one.
 */
export const computedFacts = (sql: Sql, openChannelId: number): Fragment => sql`
  stretches as materialized (
    select min(begins) as begins, max(ends) as ends from (
      select begins, ends, quarter - row_number() over (order by quarter) * interval '15 minutes' as stretch from chosen) q
    group by stretch),
  ${moneyIn(sql, openChannelId)},
  ${accessIn(sql, openChannelId)},
  computed as materialized (
    select quarter, at, fact, tier_name, tier_days, coin, count(*)::int as count, sum(cents)::bigint as cents
    from (
      select quarter_of(at) as quarter, quarter_of(at) as at, line as fact, tier_name, tier_days, coin, cents from money
      union all select quarter, greatest(at, quarter - interval '40 days'), fact, null, null, null, 0 from access_facts) facts
    group by 1, 2, 3, 4, 5, 6)`;
