import type { OpenChannelId } from '../../domain/common/ids';
import type { StarFigures } from '../../domain/reports/star-figures';
import type { Database } from '../connection/pool';
import { dayBegins } from './figures/channel-days';
import { figuresBetween } from './figures/figures-between';
import { starFigures } from './figures/star-facts';

/** A channel that was ever paid in Stars. */
export interface StarChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly timeZone: string;
  /** The month of today by its calendar, such as `2026-11`. */
  readonly month: string;
}

export const listStarChannels = (database: Database): Promise<StarChannel[]> =>
  database.query(
    (sql) => sql<StarChannel[]>`
      select c.open_channel_id as "openChannelId", c.title, c.owner_user_id as "ownerUserId", c.time_zone as "timeZone",
        to_char(app_now() at time zone c.time_zone, 'YYYY-MM') as month
      from (select distinct o.open_channel_id from star_charges s join orders o on o.reference = s.order_reference) paid
        join channels c using (open_channel_id)
      order by c.owner_user_id, c.title, c.open_channel_id`,
  );

/**
 * Reads what came and went in Stars for a channel in a calendar month of its time zone, as its owner's figures count it. `null` if
 * that is nothing.
 */
export async function readStarMonth(
  database: Database,
  { openChannelId, month }: { readonly openChannelId: OpenChannelId; readonly month: string },
): Promise<StarFigures | null> {
  const first = `${month}-01`;
  const [row] = await database.query(
    (sql) => sql<{ stars: StarFigures | null }[]>`
      with ${figuresBetween(
        sql,
        openChannelId,
        sql`
          select ${dayBegins(sql, sql`${first}::text::date`, sql`c.time_zone`)} as begun,
            least(app_now(), ${dayBegins(sql, sql`(${first}::text::date + interval '1 month')::date`, sql`c.time_zone`)}) as ended
          from channels c where c.open_channel_id = ${openChannelId}`,
      )}
      select ${starFigures(sql)} as stars from facts`,
  );
  return row?.stars ?? null;
}
