import type { OpenChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';

/** A channel that has prices in Stars. */
export interface StarOffer {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
}

/** Lists the channels of which a tier has a price in Stars, or which take donations in Stars. */
export const listStarOffers = (database: Database): Promise<StarOffer[]> =>
  database.query(
    (sql) => sql<StarOffer[]>`
      select open_channel_id as "openChannelId", title, owner_user_id as "ownerUserId" from channels c
      where donation_stars is not null
        or exists (select from tiers t where t.open_channel_id = c.open_channel_id and t.price_stars is not null)
      order by title, open_channel_id`,
  );

/** Those of the users that own no channel. */
export async function withoutChannel(database: Database, userIds: readonly number[]): Promise<number[]> {
  const rows = await database.query(
    (sql) => sql<{ userId: number }[]>`
      select id::bigint as "userId" from jsonb_array_elements_text(${sql.json(userIds)}) with ordinality as u (id, place)
      where not exists (select from channels where owner_user_id = id::bigint) order by place`,
  );
  return rows.map(({ userId }) => userId);
}
