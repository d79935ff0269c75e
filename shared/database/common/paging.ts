import type { Sql } from '../connection/options';

/** Of how many `pages` there are, the one that was asked for, or the last where it lies past it: a column `page`. */
export const askedPage = (sql: Sql, page: number) => sql`greatest(1, least(${page}::int, pages)) as page`;

/** What a phone shows at once. */
export const LISTED_PER_PAGE = 8;
