import type { OpenChannelId } from '../../domain/common/ids';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { PlaceKind } from '../../domain/places/place';
import { awaitedTitles } from '../places/bot-chats';
import { mainKind } from '../places/kinds';
import { isStopped } from '../places/sold-places';
import { isOwnerNamed } from '../common/channel-roles';
import { askedPage } from '../common/paging';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';

const PER_PAGE = 5;

/** A channel that takes payments. */
interface ListedOffer {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  /** The bot can't let anybody in at the moment, so no access is sold. */
  readonly isStopped: boolean;
  /** Of its main place. `null`: it has none. */
  readonly kind: PlaceKind | null;
}

/**
 * True if `/start` lists the channel `c`: its owner wants it, and the operator allows it, by the file or by naming the owner.
 */
const isListed = (sql: Sql, owners: AllowedOwners) => sql`(
  c.paused_at is null and c.listed and coalesce(c.file_listed, ${isOwnerNamed(sql, owners)}))`;

/** One page of the listed channels that take payments, by title. */
export interface OfferPage {
  readonly channels: readonly ListedOffer[];
  /** Counts from 1. The last page if the request was past the end. */
  readonly page: number;
  readonly pages: number;
}

interface OfferPageRequest {
  readonly page: number;
  /** The user who asks. */
  readonly userId: number;
  readonly owners: AllowedOwners;
}

/** Reads one page of the channels that a user can buy from or donate to, with the orders that they wait for. */
export async function listOffers(
  database: Database,
  { page, userId, owners }: OfferPageRequest,
): Promise<OfferPage & { readonly awaited: readonly string[] }> {
  const rows = await database.query(
    (sql) => sql<
      (Omit<ListedOffer, 'openChannelId'> & {
        openChannelId: OpenChannelId | null;
        page: number;
        pages: number;
        awaited: string[];
      })[]
    >`
      with listed as materialized (
          select c.open_channel_id, c.title, ${isStopped(sql)} as is_stopped, ${mainKind(sql)} as kind from channels c where ${isListed(sql, owners)}),
        counted as (select ceil(count(*) / ${PER_PAGE}::float8)::int as pages from listed),
        requested as (select pages, ${askedPage(sql, page)} from counted)
      select c.open_channel_id as "openChannelId", c.title, c.is_stopped as "isStopped", c.kind, page, pages, (${awaitedTitles(sql, userId)}) as awaited
      from requested left join lateral (
        select open_channel_id, title, is_stopped, kind from listed
        order by title, open_channel_id limit ${PER_PAGE} offset (page - 1) * ${PER_PAGE}) c on true
      order by c.title, c.open_channel_id`,
  );
  const [{ page: shown, pages, awaited } = { page: 1, pages: 0, awaited: [] }] = rows;
  const channels = rows.flatMap(({ openChannelId, title, isStopped, kind }) =>
    openChannelId === null ? [] : [{ openChannelId, title, isStopped, kind }],
  );
  return { channels, page: shown, pages, awaited };
}
