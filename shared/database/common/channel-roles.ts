import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { leastRoleFor, type OwnerActionName } from '../../domain/owner/owner-actions';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { MyChannel } from '../../domain/messages/owner';
import { mayAct, ROLES, type Role } from '../../domain/common/roles';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { askedPage } from './paging';

/** A user who acts on a channel, whatever their role in it. */
export interface Actor {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
}

/** A user's role in a channel, and what every page of the channel shows in its header. */
export interface ChannelRole extends Actor {
  readonly closedChannelId: ClosedChannelId | null;
  readonly title: string;
  readonly ownerUserId: number;
  readonly timeZone: string;
  readonly role: Role;
}

/** The role of `userId` in the channel `c`; null if they have none. */
const roleIn = (sql: Sql, userId: number) => sql`
  case when c.owner_user_id = ${userId} then 'owner' else (
    select a.role from channel_administrators a
    where a.open_channel_id = c.open_channel_id and a.user_id = ${userId}) end`;

/** Reads a user's role in a channel. `undefined` if they have none or there is no such channel. */
export async function readChannelRole(
  database: Database,
  { openChannelId, userId }: Actor,
): Promise<ChannelRole | undefined> {
  const [row] = await database.query(
    (sql) => sql<(Omit<ChannelRole, 'role'> & { role: Role | null })[]>`
      select c.open_channel_id as "openChannelId", ${userId}::bigint as "userId", c.closed_channel_id as "closedChannelId",
        c.title, c.owner_user_id as "ownerUserId", c.time_zone as "timeZone", ${roleIn(sql, userId)} as role
      from channels c where c.open_channel_id = ${openChannelId}`,
  );
  return row === undefined || row.role === null ? undefined : { ...row, role: row.role };
}

/** Like `readChannelRole`, but `undefined` if the role does not allow the action. */
export async function readChannelRoleFor(
  database: Database,
  { action, ...actor }: Actor & { readonly action: OwnerActionName },
): Promise<ChannelRole | undefined> {
  const channel = await readChannelRole(database, actor);
  return channel !== undefined && mayAct(channel.role, leastRoleFor(action)) ? channel : undefined;
}

/** True if `userId` has the role `least` or a higher one in the channel `c`. */
export const mayIn = (sql: Sql, userId: number, least: Role) =>
  sql`${roleIn(sql, userId)} in ${sql(ROLES.filter((role) => mayAct(role, least)))}`;

/**
 * Selects a row if the user may do this now and the condition on the channel `c` is met, whatever was read before:
 * `with permitted as materialized (${permitted(sql, …)})`. Gates every statement that a manager's decision makes. Locks the
 * channel, because a statement that waits for its row would otherwise act for an owner who has lost the channel meanwhile.
 */
export const permitted = (
  sql: Sql,
  { openChannelId, userId, action }: Actor & { readonly action: OwnerActionName },
  condition?: Fragment,
) => sql`
  ${permittedAs(sql, { openChannelId, userId }, leastRoleFor(action))} ${condition ? sql`and ${condition}` : sql``}
  for no key update of c`;

/** Like `permitted`, by role, for what is not an owner action. */
export const permittedAs = (sql: Sql, { openChannelId, userId }: Actor, least: Role) => sql`
  select c.open_channel_id from channels c
  where c.open_channel_id = ${openChannelId} and ${mayIn(sql, userId, least)}`;

const PER_PAGE = 8;

/** One page of the channels that a user runs, by title. */
export interface MyChannelsPage {
  readonly channels: readonly MyChannel[];
  /** Counts from 1. The last page if the request was past the end. */
  readonly page: number;
  readonly pages: number;
}

export async function listMyChannels(
  database: Database,
  { userId, page }: { userId: number; page: number },
): Promise<MyChannelsPage> {
  const rows = await database.query(
    (sql) => sql<(MyChannel & { page: number; pages: number })[]>`
      with mine as materialized (
        select open_channel_id from channels where owner_user_id = ${userId}
        union select open_channel_id from channel_administrators where user_id = ${userId}),
      counted as (select ceil(count(*) / ${PER_PAGE}::float8)::int as pages from mine),
      requested as (select pages, ${askedPage(sql, page)} from counted)
      select c.open_channel_id as "openChannelId", c.title, ${roleIn(sql, userId)} as role,
        c.paused_at is not null as "isPaused", c.public_name as "publicName", p.kind, page, pages
      from requested, mine join channels c using (open_channel_id)
        left join places p on p.open_channel_id = c.open_channel_id and p.role = 'main'
      order by c.title, c.open_channel_id
      limit ${PER_PAGE} offset (select (page - 1) * ${PER_PAGE} from requested)`,
  );
  const [{ page: shown, pages } = { page: 1, pages: 0 }] = rows;
  const channels = rows.map(({ openChannelId, title, role, isPaused, publicName = null, kind = null }) => ({
    openChannelId,
    title,
    role,
    isPaused,
    publicName,
    kind,
  }));
  return { channels, page: shown, pages };
}

/** True if the operator names the owner of a channel `c`. */
export const isOwnerNamed = (sql: Sql, { named }: Pick<AllowedOwners, 'named'>) =>
  sql`(c.owner_user_id in (select id::bigint from jsonb_array_elements_text(${sql.json(named)}) as id))`;

/** True if the operator takes Stars for the owner of a channel `c`. */
export const isOwnerOfStars = (sql: Sql, starsFor: AllowedOwners) =>
  starsFor.isEveryone ? sql`true` : isOwnerNamed(sql, starsFor);
