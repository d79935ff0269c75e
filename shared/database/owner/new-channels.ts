import type { Promised } from '../../domain/effects';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { maySetUp, type AllowedOwners } from '../../domain/owner/allowed-owners';
import type { SetUpDraft } from '../../domain/owner/set-up';
import { audited } from '../common/audit-log';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import { isUniqueViolation, type Database } from '../connection/pool';

/** A channel as its owner set it up. */
export interface NewChannel extends Omit<SetUpDraft, 'tier' | 'privateChat' | 'publicChat'> {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly publicChannelId: number | null;
  readonly ownerUserId: number;
  /** The version of the set-up that it comes from. */
  readonly version: number;
}

interface ChannelToStart {
  readonly channel: NewChannel;
  /** Those who may set up a channel now. */
  readonly owners: AllowedOwners;
  readonly promised: readonly Promised[];
}

/**
 * Starts selling a channel: stores it with its tiers, ends its set-up and writes the promises, in one statement, which also
 * decides whether the owner may do that and whether both chats are free. `stale`: the set-up has changed since it was read,
 * this was done before, or the owner may not set up a channel. `taken`: another channel has one of its chats or ids now.
 */
export async function saveNewChannel(
  database: Database,
  delivery: Delivery,
  { channel, owners, promised }: ChannelToStart,
): Promise<'saved' | 'stale' | 'taken'> {
  const { openChannelId, closedChannelId, publicChannelId, ownerUserId, version } = channel;
  const tiers = channel.tiers.map((tier, index) => ({ ...tier, position: index + 1 }));
  const act = { act: 'channel_set_up', openChannelId, actorUserId: ownerUserId };
  try {
    const saved = await database.query(
      (sql) => sql`
        with draft as materialized (
          select from set_ups
          where user_id = ${ownerUserId} and version = ${version} and ${maySetUp(owners, ownerUserId)}::boolean
            and demand_free_places(null, ${closedChannelId}::bigint, ${publicChannelId}::bigint)),
        delivery as (${received(sql, { delivery, outcome: 'channel_set_up' }, 'draft')}),
        finished as (
          delete from set_ups where user_id = ${ownerUserId} and version = ${version} and exists (select from delivery)
          returning user_id),
        saved as (
          insert into channels (open_channel_id, closed_channel_id, public_channel_id, title, description, owner_user_id,
            donation_message, notifications_enabled, grace_hours, tolerance_percent)
          select ${openChannelId}::bigint, ${closedChannelId}::bigint, ${publicChannelId}::bigint, ${channel.title}::text,
            ${channel.description}::text, ${ownerUserId}::bigint, ${channel.donationMessage}::text,
            ${channel.isNotified}::boolean, ${channel.graceHours}::smallint, ${channel.tolerancePercent}::smallint
          from finished
          returning open_channel_id),
        priced as (
          insert into tiers (open_channel_id, position, name, price_cents, days, price_stars)
          select s.open_channel_id, t.position, t.name, t."priceCents", t.days, t."priceStars" from saved s,
            jsonb_to_recordset(${sql.json(tiers as never)}) as t (position smallint, name text, "priceCents" int, days int, "priceStars" int)),
        audited as (${audited(sql, act, 'saved')}),
        promised as (${promise(sql, promised, 'saved')})
        select from saved`,
    );
    return saved.length > 0 ? 'saved' : 'stale';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

/** What other channels have of a new one's chats. */
interface Taken {
  readonly isPrivateTaken: boolean;
  /** Another channel sells the public chat. */
  readonly isPublicSold: boolean;
  /** Another channel has the public chat's id, so this one can't be named after it. */
  readonly isPublicNamed: boolean;
}

export async function readTaken(
  database: Database,
  {
    closedChannelId,
    publicChannelId,
    ownerUserId,
  }: Pick<NewChannel, 'closedChannelId' | 'publicChannelId' | 'ownerUserId'>,
): Promise<Taken> {
  const [row] = await database.query(
    (sql) => sql<Taken[]>`
      select exists (select from channels
          where ${closedChannelId} in (closed_channel_id, open_channel_id, public_channel_id))
          or exists (select from places p join channels c using (open_channel_id)
            where p.chat_id = ${closedChannelId} and p.closed_at is null and c.owner_user_id <> ${ownerUserId})
          as "isPrivateTaken",
        exists (select from channels where closed_channel_id = ${publicChannelId}::bigint) as "isPublicSold",
        exists (select from channels where open_channel_id = ${publicChannelId}::bigint) as "isPublicNamed"`,
  );
  return row ?? { isPrivateTaken: true, isPublicSold: true, isPublicNamed: true };
}
