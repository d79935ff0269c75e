import { findTeamMember, listTeam, MOST_ADMINISTRATORS } from '../../../database/owner/team';
import type { Sql } from '../../../database/connection/pool';
import { actOn } from '../../../database/common/channel-roles';
import type { TeamMember } from '../../../domain/messages/owner-settings';
import { startLink } from '../../../telegram/codec/start-parameter';
import { titled } from '../../../telegram/views/view';
import { newReference } from '../../common/new-reference';
import {
  pageHeader,
  NOT_ALLOWED,
  refuse,
  show,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnHandler,
  type Page,
} from '../page/owner-request';
import { MAY, told } from './invitations';

/** Who runs a channel beside its owner. */
export const teamPage: Page = async ({ database, standing, note }) => {
  return { type: 'channel_team', ...pageHeader(standing), note, team: await listTeam(database, standing) };
};

export const showTeam = (asked: OwnerRequest, note: string) => showPageWithNote(asked, teamPage, note);

export const NOT_ON_TEAM = 'They do not run this channel with you any more.';

/** Whom the button is about, if they still are one of them. */
export const memberOf = ({
  handled,
  standing,
  argument = '',
}: OwnerRequest): Promise<TeamMember | undefined> =>
  findTeamMember(handled.database, { ...standing, userId: Number(argument.split('_')[0]) });

async function showMember(asked: OwnerRequest, member: TeamMember, note: string | null) {
  return show(asked, { type: 'team_member', ...pageHeader(asked.standing), member, note });
}

/** The part of a condition that somebody runs the channel `c` still. */
export const isOnTeam = (sql: Sql, userId: number) => sql`
  exists (select from channel_administrators a where a.open_channel_id = c.open_channel_id and a.user_id = ${userId})`;

const FULL = `${MOST_ADMINISTRATORS} people are the most. Take a role away from one of them first.`;

/** Makes a link for one person and one day. Whoever it is forwarded to opens it, and needs never to have written to the bot. */
const invite: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const { openChannelId, userId, title, role } = standing;
  const invited = argument === 'manager' ? 'manager' : 'read_only';
  const team = await listTeam(handled.database, standing);
  if (team.length >= MOST_ADMINISTRATORS) return showTeam(asked, FULL);
  const token: string = newReference();
  const isDone = await actOn(
    handled.database,
    handled.delivery,
    {
      openChannelId,
      userId,
      action: 'invite',
      act: { act: 'administrator_invited', details: { role: invited } },
    },
    (sql) => sql`
      insert into administrator_invitations (token, open_channel_id, role, invited_by, expires_at)
      select ${token}, ${openChannelId}::bigint, ${invited}, ${userId}::bigint, app_now() + interval '1 day' from delivery`,
  );
  if (!isDone) return refuse(asked, NOT_ALLOWED);
  const link = startLink(handled.botUsername, `join_${token}`);
  return show(asked, { type: 'team_invitation', openChannelId, title, role, invited, link });
};

/** Gives somebody another role, and tells them. */
const changeRole: OwnHandler = async (asked) => {
  const { handled, standing, argument = '' } = asked;
  const member = await memberOf(asked);
  if (member === undefined) return showTeam(asked, NOT_ON_TEAM);
  const given = argument.endsWith('_manager') ? 'manager' : 'read_only';
  const { openChannelId, userId, title } = standing;
  const isDone = await actOn(
    handled.database,
    handled.delivery,
    {
      openChannelId,
      userId,
      action: 'role',
      act: { act: 'role_changed', userId: member.userId, details: { role: given } },
      condition: (sql) => isOnTeam(sql, member.userId),
      promised: [
        told(
          member.userId,
          `From now on you may ${MAY[given]} “${titled(title)}”. /channels leads there.`,
          `update:${handled.updateId}:role`,
        ),
      ],
    },
    (sql) => sql`
      update channel_administrators set role = ${given}
      where open_channel_id = ${openChannelId} and user_id = ${member.userId} and exists (select from delivery)`,
  );
  return isDone
    ? showMember(asked, { ...member, role: given }, 'Changed, and they were told.')
    : showTeam(asked, NOT_ON_TEAM);
};

/** Takes somebody's role away, and tells them. What they were being asked about the channel is forgotten. */
const dismiss: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  const member = await memberOf(asked);
  if (member === undefined) return showTeam(asked, NOT_ON_TEAM);
  const { openChannelId, userId, title } = standing;
  await actOn(
    handled.database,
    handled.delivery,
    {
      openChannelId,
      userId,
      action: 'dismiss',
      act: { act: 'administrator_removed', userId: member.userId },
      condition: (sql) => isOnTeam(sql, member.userId),
      promised: [
        told(
          member.userId,
          `You do not run “${titled(title)}” any more.`,
          `update:${handled.updateId}:dismissed`,
        ),
      ],
    },
    (sql) => sql`
      delete from channel_administrators
      where open_channel_id = ${openChannelId} and user_id = ${member.userId} and exists (select from delivery)`,
  );
  return showTeam(asked, 'They do not run this channel any more, and were told.');
};

export const teamHandlers = {
  team: showsPage(teamPage),
  person: async (asked) => {
    const member = await memberOf(asked);
    return member === undefined ? showTeam(asked, NOT_ON_TEAM) : showMember(asked, member, null);
  },
  invite,
  role: changeRole,
  dismiss,
} satisfies Readonly<Record<string, OwnHandler>>;
