import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Sql } from '../connection/options';
import { actOn, type ManagerChange } from '../common/act-on';
import { audited } from '../common/audit-log';
import { metPerson, type TelegramPerson } from '../common/chats';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { MOST_ADMINISTRATORS, type GivenRole } from './team';

interface NewInvitation extends ManagerChange {
  /** The secret that the link carries. */
  readonly token: string;
  readonly role: GivenRole;
}

/** Stores an invitation that one person can accept within a day. */
export const createInvitation = (
  database: Database,
  delivery: Delivery,
  { token, role, ...by }: NewInvitation,
): Promise<boolean> => {
  const { openChannelId, userId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'invite',
    act: { act: 'administrator_invited', details: { role } },
    change: (sql) => ({
      invited: sql`
        insert into administrator_invitations (token, open_channel_id, role, invited_by, expires_at)
        select ${token}, ${openChannelId}::bigint, ${role}, ${userId}::bigint, app_now() + interval '1 day' from delivery`,
    }),
  });
};

/** An invitation to manage a channel. */
export interface Invitation {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly role: GivenRole;
  readonly ownerUserId: number;
  readonly usedBy: number | null;
  /** True if the channel has as many managers as it may. */
  readonly isFull: boolean;
}

/** True if the channel `c` can't have another manager. */
const isFull = (sql: Sql) => sql`
  (select count(*) from channel_administrators a where a.open_channel_id = c.open_channel_id) >= ${MOST_ADMINISTRATORS}`;

/**
 * Finds an invitation that is valid or was used. `undefined` if it has expired or its author no longer owns the
 * channel.
 */
export async function findInvitation(database: Database, token: string): Promise<Invitation | undefined> {
  const [row] = await database.query(
    (sql) => sql<Invitation[]>`
      select i.open_channel_id as "openChannelId", c.title, i.role, c.owner_user_id as "ownerUserId", i.used_by as "usedBy",
        ${isFull(sql)} as "isFull"
      from administrator_invitations i join channels c using (open_channel_id)
      where i.token = ${token} and i.invited_by = c.owner_user_id and i.expires_at > app_now()`,
  );
  return row;
}

export interface Acceptance {
  readonly token: string;
  readonly invitation: Invitation;
  readonly person: TelegramPerson;
  readonly promised: readonly Promised[];
}

/** Accepts an invitation, once. Returns `false` if another user was faster or it is no longer valid. */
export async function saveAcceptance(
  database: Database,
  delivery: Delivery,
  { token, invitation, person, promised }: Acceptance,
): Promise<boolean> {
  const { openChannelId, role } = invitation;
  const { userId } = person;
  const act = { act: 'administrator_added', openChannelId, userId, actorUserId: userId, details: { role } };
  const accepted = await database.query(
    (sql) => sql`
      with channel as materialized (
        -- Locked, so that a former owner's invitation is not accepted while the channel changes hands.
        select open_channel_id, owner_user_id from channels where open_channel_id = ${openChannelId}
        for no key update),
      used as (
        update administrator_invitations i set used_by = ${userId} from channel c
        where i.token = ${token} and i.used_by is null and i.expires_at > app_now()
          and c.open_channel_id = i.open_channel_id and c.owner_user_id = i.invited_by and c.owner_user_id <> ${userId}
          and not ${isFull(sql)}
        returning i.open_channel_id, i.role, i.invited_by),
      delivery as (${received(sql, { delivery, outcome: 'invitation_accepted' }, 'used')}),
      person as (${metPerson(sql, person)}),
      added as (
        insert into channel_administrators (open_channel_id, user_id, role, added_by)
        select open_channel_id, ${userId}::bigint, role, invited_by from used
        on conflict (open_channel_id, user_id) do update set role = excluded.role, added_by = excluded.added_by),
      audited as (${audited(sql, act, 'used')}),
      promised as (${promise(sql, promised, 'used')})
      select from used`,
  );
  return accepted.length > 0;
}
