import type { Fragment, Sql } from '../connection/options';

/** True for a status by which the bot isn't in a chat. Says the same as `isOutside`. */
export const isOutsideBy = (sql: Sql, status: Fragment): Fragment => sql`${status} in ('left', 'kicked')`;

/**
 * True for a row of `bot_chats` whose chat was deleted. The previous release leaves `gone_at` when it stores that the bot is
 * back.
 */
export const isGone = (sql: Sql, place: Fragment): Fragment =>
  sql`(${place}.gone_at is not null and ${isOutsideBy(sql, sql`${place}.status`)})`;
