import type { Answer } from '../../../domain/messages/answers';
import { createInvitation } from '../../../database/owner/invitations';
import {
  dismissMember,
  findTeamMember,
  listTeam,
  MOST_ADMINISTRATORS,
  setTeamRole,
} from '../../../database/owner/team';
import type { TeamMember } from '../../../domain/messages/owner-settings';
import { startLink } from '../../../telegram/codec/start-parameter';
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
import { told } from './invitations';

/** Who runs a channel beside its owner. */
export const teamPage: Page = async ({ database, standing, note }) => {
  return { type: 'channel_team', ...pageHeader(standing), note, team: await listTeam(database, standing) };
};

export const showTeam = (asked: OwnerRequest, note: Answer) => showPageWithNote(asked, teamPage, note);

export const NOT_ON_TEAM = { answer: 'not_on_team' } as const;

/** Whom the button is about, if they still are one of them. */
export const memberOf = ({
  handled,
  standing,
  argument = '',
}: OwnerRequest): Promise<TeamMember | undefined> =>
  findTeamMember(handled.database, { ...standing, userId: Number(argument.split('_')[0]) });

async function showMember(asked: OwnerRequest, member: TeamMember, note: Answer | null) {
  return show(asked, { type: 'team_member', ...pageHeader(asked.standing), member, note });
}

const FULL = { answer: 'too_many_administrators', max: MOST_ADMINISTRATORS } as const;

/** Makes a link for one person and one day. Whoever it is forwarded to opens it, and needs never to have written to the bot. */
const invite: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const { openChannelId, title, role } = standing;
  const invited = argument === 'manager' ? 'manager' : 'read_only';
  const team = await listTeam(handled.database, standing);
  if (team.length >= MOST_ADMINISTRATORS) return showTeam(asked, FULL);
  const token: string = newReference();
  const invitation = { actor: standing, token, role: invited } as const;
  const isDone = await createInvitation(handled.database, handled.delivery, invitation);
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
  const { title } = standing;
  const isDone = await setTeamRole(handled.database, handled.delivery, {
    actor: standing,
    memberId: member.userId,
    role: given,
    promised: [
      told(member.userId, { answer: 'role_given', role: given, title }, `update:${handled.updateId}:role`),
    ],
  });
  return isDone
    ? showMember(asked, { ...member, role: given }, { answer: 'role_changed' })
    : showTeam(asked, NOT_ON_TEAM);
};

/** Takes somebody's role away, and tells them. What they were being asked about the channel is forgotten. */
const dismiss: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  const member = await memberOf(asked);
  if (member === undefined) return showTeam(asked, NOT_ON_TEAM);
  const { title } = standing;
  await dismissMember(handled.database, handled.delivery, {
    actor: standing,
    memberId: member.userId,
    promised: [told(member.userId, { answer: 'role_taken', title }, `update:${handled.updateId}:dismissed`)],
  });
  return showTeam(asked, { answer: 'administrator_removed' });
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
