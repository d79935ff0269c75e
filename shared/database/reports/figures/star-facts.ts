import { STARS_SUFFIX } from '../../payments/income';
import type { Fragment, Sql } from '../../connection/options';

/** Beside each other, so that a row of facts is read once. */
const LINES = {
  sales: 'subscription',
  donations: 'donation',
  credited: 'credited',
  refunds: 'refunded',
} as const;

/** True if a fact counts Stars. */
const isOfStars = (sql: Sql): Fragment => sql`fact like ${`%\\${STARS_SUFFIX}`}`;

/** What the facts of a group count in Stars, as a JSON object of the type `StarFigures`; `null` if that is nothing. */
export const starFigures = (sql: Sql): Fragment => {
  const tally = (line: string) => {
    const ofLine = sql`fact = ${line + STARS_SUFFIX}`;
    return sql`jsonb_build_object('count', coalesce(sum(count) filter (where ${ofLine}), 0),
      'xtr', coalesce(sum(cents) filter (where ${ofLine}), 0))`;
  };
  const tallies = Object.entries(LINES).flatMap(([name, line], index) => [
    index === 0 ? sql`` : sql`,`,
    sql`${name}::text, ${tally(line)}`,
  ]);
  return sql`case when coalesce(bool_or(${isOfStars(sql)} and count <> 0), false) then jsonb_build_object(${tallies}) end`;
};
