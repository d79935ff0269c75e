import type { OpenChannelId } from '../../domain/common/ids';
import type { TeamMember } from '../../domain/messages/owner-settings';
import type { Fragment, Sql } from '../connection/options';
import { actOn, type ManagerChange } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import type { Delivery } from '../common/inbox';
import { firstName } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import { promisedRemovals } from '../posts/posts';
import { newsRedirected } from '../reports/news';

/** A role that an owner can give. */
export type GivenRole = TeamMember['role'];

/** The most managers beside the owner. One page shows them all, with a button to remove each. */
export const MOST_ADMINISTRATORS = 20;

export const listTeam = (
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<TeamMember[]> =>
  database.query(
    (sql) => sql<TeamMember[]>`
      select a.user_id as "userId", h.username, ${firstName(sql)} as "firstName", a.role
      from channel_administrators a left join chats h on h.chat_id = a.user_id
      where a.open_channel_id = ${openChannelId} order by a.created_at, a.user_id`,
  );

export async function findTeamMember(database: Database, of: Actor): Promise<TeamMember | undefined> {
  const [row] = await database.query(
    (sql) => sql<TeamMember[]>`
      select a.user_id as "userId", h.username, ${firstName(sql)} as "firstName", a.role
      from channel_administrators a left join chats h on h.chat_id = a.user_id
      where a.open_channel_id = ${of.openChannelId} and a.user_id = ${of.userId}`,
  );
  return row;
}

/** A change that an owner makes to a member of the team. */
interface TeamChange extends ManagerChange {
  readonly memberId: number;
}

/** True if a user is on the team of the channel `c`. */
const isOnTeam = (sql: Sql, userId: number): Fragment => sql`
  exists (select from channel_administrators a where a.open_channel_id = c.open_channel_id and a.user_id = ${userId})`;

/**
 * Gives a member of the team another role. Returns `false` if they are no longer on it or the actor's role does not
 * allow it.
 */
export const setTeamRole = (
  database: Database,
  delivery: Delivery,
  { memberId, role, ...by }: TeamChange & { readonly role: GivenRole },
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'role',
    act: { act: 'role_changed', userId: memberId, details: { role } },
    condition: (sql) => isOnTeam(sql, memberId),
    change: (sql) => ({
      changed: sql`
        update channel_administrators set role = ${role}
        where open_channel_id = ${openChannelId} and user_id = ${memberId} and exists (select from delivery)`,
    }),
  });
};

/**
 * Removes a member from the team. Notifications that they got go to the owner. Returns `false` if they are no longer on it or
 * the actor's role does not allow it.
 */
export const dismissMember = (
  database: Database,
  delivery: Delivery,
  { memberId, ...by }: TeamChange,
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'dismiss',
    act: { act: 'administrator_removed', userId: memberId },
    condition: (sql) => isOnTeam(sql, memberId),
    change: (sql) => ({
      dismissed: sql`
        delete from channel_administrators
        where open_channel_id = ${openChannelId} and user_id = ${memberId} and exists (select from delivery)`,
      unnotified: sql`
        update channels set notifications_chat_id = null, updated_at = app_now()
        where open_channel_id = ${openChannelId} and notifications_chat_id = ${memberId} and exists (select from delivery)`,
      redirected: newsRedirected(
        sql,
        handedOver(sql, { openChannelId, from: memberId, to: by.actor.userId }),
      ),
    }),
  });
};

/** What `newsRedirected` needs if one user takes the place of another. */
const handedOver = (
  sql: Sql,
  { openChannelId, from, to }: { readonly openChannelId: number; readonly from: number; readonly to: number },
) => sql`
  select ${openChannelId}::bigint, ${from}::bigint, ${to}::bigint where exists (select from delivery)`;

interface Transfer extends TeamChange {
  /** The public channel that was asked about; `null`: none. */
  readonly publicChannelId: number | null;
  /** False if the bot can't post there, so that nobody knows what the new owner may. The channel then has none. */
  readonly keepsPublic: boolean;
}

export async function readPublicChannel(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<number | null> {
  const [row] = await database.query(
    (sql) => sql<{ publicChannelId: number | null }[]>`
      select public_channel_id as "publicChannelId" from channels where open_channel_id = ${openChannelId}`,
  );
  return row?.publicChannelId ?? null;
}

/**
 * Makes a member of the team the owner. The former owner keeps no role and gets no more notifications. Returns
 * `false` if the member is no longer on the team, the public channel is another one, or the actor's role does not allow it.
 */
export const transferChannel = (
  database: Database,
  delivery: Delivery,
  { memberId, publicChannelId, keepsPublic, ...by }: Transfer,
): Promise<boolean> => {
  const { openChannelId, userId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'transfer-now',
    act: { act: 'ownership_transferred', userId: memberId },
    condition: (sql) => sql`
      ${isOnTeam(sql, memberId)} and c.public_channel_id is not distinct from ${publicChannelId}::bigint`,
    change: (sql) => ({
      transferred: sql`
        update channels set owner_user_id = ${memberId}, updated_at = app_now(),
          notifications_chat_id = nullif(notifications_chat_id, ${userId}),
          public_channel_id = case when ${keepsPublic} then public_channel_id end
        where open_channel_id = ${openChannelId} and owner_user_id = ${userId} and exists (select from delivery)`,
      left_team: sql`
        delete from channel_administrators
        where open_channel_id = ${openChannelId} and user_id in (${memberId}, ${userId}) and exists (select from delivery)`,
      removing: promisedRemovals(
        sql,
        { openChannelId, but: keepsPublic ? publicChannelId : null },
        'delivery',
      ),
      redirected: newsRedirected(sql, handedOver(sql, { openChannelId, from: userId, to: memberId })),
    }),
  });
};
