import type { Sql } from '../connection/options';

/** Selects `page`: the requested page of `pages`, or the last one if the request is past the end. */
export const askedPage = (sql: Sql, page: number) => sql`greatest(1, least(${page}::int, pages)) as page`;

/** As many as a phone shows at once. */
export const LISTED_PER_PAGE = 8;
