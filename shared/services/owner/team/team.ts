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
  promiseNotice,
  NOT_ALLOWED,
  refuseOwnerAction,
  showMessage,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Builds the page that lists the managers and viewers of a channel. */
export const teamPage: PageBuilder = async ({ database, channelRole, note }) => {
  return {
    type: 'channel_team',
    ...pageHeader(channelRole),
    note,
    team: await listTeam(database, channelRole),
  };
};

export const showTeam = (request: OwnerRequest, note: Answer) => showPageWithNote(request, teamPage, note);

export const NOT_ON_TEAM = { answer: 'not_on_team' } as const;

/** The team member that the button is about; `undefined` if they have left the team. */
export const findSelectedMember = ({
  context,
  channelRole,
  argument = '',
}: OwnerRequest): Promise<TeamMember | undefined> =>
  findTeamMember(context.database, { ...channelRole, userId: Number(argument.split('_')[0]) });

async function showMember(request: OwnerRequest, member: TeamMember, note: Answer | null) {
  return showMessage(request, { type: 'team_member', ...pageHeader(request.channelRole), member, note });
}

const FULL = { answer: 'too_many_administrators', max: MOST_ADMINISTRATORS } as const;

/** Creates an invitation link that one user can open within one day. They needn't have messaged the bot before. */
const invite: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { openChannelId, title, role } = channelRole;
  const invitedRole = argument === 'manager' ? 'manager' : 'read_only';
  const team = await listTeam(context.database, channelRole);
  if (team.length >= MOST_ADMINISTRATORS) return showTeam(request, FULL);
  const token: string = newReference();
  const invitation = { actor: channelRole, token, role: invitedRole } as const;
  const isDone = await createInvitation(context.database, context.delivery, invitation);
  if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
  const link = startLink(context.botUsername, `join_${token}`);
  return showMessage(request, {
    type: 'team_invitation',
    openChannelId,
    title,
    role,
    invited: invitedRole,
    link,
  });
};

/** Changes a team member's role and notifies them. */
const changeRole: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '' } = request;
  const member = await findSelectedMember(request);
  if (member === undefined) return showTeam(request, NOT_ON_TEAM);
  const newRole = argument.endsWith('_manager') ? 'manager' : 'read_only';
  const { title } = channelRole;
  const isDone = await setTeamRole(context.database, context.delivery, {
    actor: channelRole,
    memberId: member.userId,
    role: newRole,
    promised: [
      promiseNotice(
        member.userId,
        { answer: 'role_given', role: newRole, title },
        `update:${context.updateId}:role`,
      ),
    ],
  });
  return isDone
    ? showMember(request, { ...member, role: newRole }, { answer: 'role_changed' })
    : showTeam(request, NOT_ON_TEAM);
};

/** Removes a user from the team and notifies them. This also closes their open question about the channel. */
const dismiss: OwnerActionHandler = async (request) => {
  const { context, channelRole } = request;
  const member = await findSelectedMember(request);
  if (member === undefined) return showTeam(request, NOT_ON_TEAM);
  const { title } = channelRole;
  await dismissMember(context.database, context.delivery, {
    actor: channelRole,
    memberId: member.userId,
    promised: [
      promiseNotice(member.userId, { answer: 'role_taken', title }, `update:${context.updateId}:dismissed`),
    ],
  });
  return showTeam(request, { answer: 'administrator_removed' });
};

export const teamHandlers = {
  team: showsPage(teamPage),
  person: async (request) => {
    const member = await findSelectedMember(request);
    return member === undefined ? showTeam(request, NOT_ON_TEAM) : showMember(request, member, null);
  },
  invite,
  role: changeRole,
  dismiss,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
