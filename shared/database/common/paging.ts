import { LISTED_AT_MOST } from '../../domain/owner/lists';
import type { Fragment, Sql } from '../connection/options';

/** Selects `page`: the requested page of `pages`, or the last one if the request is past the end. */
export const askedPage = (sql: Sql, page: number) => sql`greatest(1, least(${page}::int, pages)) as page`;

/** As many as a phone shows at once. */
export const LISTED_PER_PAGE = 8;

/**
 * Selects the first rows of a list, one more than it has, so that it is known whether there are more. `select` ends within its
 * conditions, and each of the `ranges` adds the condition of a part that one index has in the list's `sequence`. Otherwise, all
 * rows of a channel would be read and sorted.
 */
export const firstRows = (
  sql: Sql,
  select: Fragment,
  { ranges, sequence }: { readonly ranges: readonly Fragment[]; readonly sequence: Fragment },
): Fragment => {
  const [first = sql`select`, ...others] = ranges.map(
    (range) => sql`(${select} and ${range} order by ${sequence} limit ${LISTED_AT_MOST + 1})`,
  );
  const all = others.reduce((before, select) => sql`${before} union all ${select}`, first);
  return others.length === 0 ? all : sql`(${all}) order by ${sequence} limit ${LISTED_AT_MOST + 1}`;
};

/** Counts some rows, up to one more than a list has. */
export const countUpTo = (sql: Sql, rows: Fragment): Fragment =>
  sql`(select count(*)::int from (select from (${rows}) r limit ${LISTED_AT_MOST + 1}) as counted_rows)`;

/** The number of pages of a list of `count` rows. */
export const pagesOf = (sql: Sql, count: Fragment): Fragment =>
  sql`ceil(least(${count}, ${LISTED_AT_MOST}) / ${LISTED_PER_PAGE}::float8)::int as pages`;
