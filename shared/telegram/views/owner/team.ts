import type { TeamMember } from '../../../domain/messages/owner-settings';
import type { MessageOf } from '../../../domain/messages/messages';
import { html, lines } from '../html';
import { keyboardOf, linkButton, shortTitle, type View } from '../view';
import { payerName } from '../words';
import { noteLine, ownButton, ROLE_WORDS } from './menu';

const memberLabel = ({ username, userId }: TeamMember): string =>
  username === null ? `user ${userId}` : `@${username}`;

export const channelTeamView = (message: MessageOf<'channel_team'>): View => ({
  text: lines(
    ...noteLine(message.note),
    html`👥 <b>Who runs ${shortTitle(message.title)} with you</b>`,
    '',
    message.team.length === 0 ? html`Nobody yet.` : html`Press one to change what they may do.`,
    html`A manager does everything but what is on this page. A viewer sees everything and changes nothing.`,
  ),
  ...keyboardOf(
    ...message.team.map((member) =>
      ownButton(message, `👤 ${memberLabel(member)} (${ROLE_WORDS[member.role]})`, ['person', member.userId]),
    ),
    ownButton(message, '➕ Add a manager', ['invite', 'manager']),
    ownButton(message, '➕ Add a viewer', ['invite', 'read_only']),
    ownButton(message, '« Back', ['settings']),
  ),
});

export const teamMemberView = (message: MessageOf<'team_member'>): View => {
  const { userId, role } = message.member;
  return {
    text: lines(
      ...noteLine(message.note),
      html`👤 <b>${payerName(message.member)}</b> in ${shortTitle(message.title)}: ${ROLE_WORDS[role]}.`,
    ),
    ...keyboardOf(
      role === 'manager'
        ? ownButton(message, '👀 Make a viewer', ['role', `${userId}_read_only`])
        : ownButton(message, '🛠 Make a manager', ['role', `${userId}_manager`]),
      ownButton(message, '🔑 Give the channel to them', ['transfer', userId]),
      ownButton(message, '🗑 Take their role away', ['dismiss', userId]),
      ownButton(message, '« Back', ['team']),
    ),
  };
};

export const teamInvitationView = (message: MessageOf<'team_invitation'>): View => ({
  text: lines(
    html`✉️ <b>Send this link to whom it is for:</b>`,
    html`${message.link}`,
    '',
    html`Whoever opens it first becomes ${message.invited === 'manager' ? 'a manager of' : 'a viewer of'}
    ${shortTitle(message.title)}. It works once, and for a day.`,
  ),
  ...keyboardOf(
    [linkButton('↗️ Forward it', `https://t.me/share/url?url=${encodeURIComponent(message.link)}`)],
    ownButton(message, '« Back', ['team']),
  ),
});

export const transferAskedView = (message: MessageOf<'transfer_asked'>): View => ({
  text: lines(
    html`🔑 <b>Give ${shortTitle(message.title)} to ${payerName(message.member)}?</b>`,
    html`Their Telegram id: <code>${String(message.member.userId)}</code>`,
    '',
    html`All of it is theirs then: its settings, its sales, and what I tell of them. You keep no role, and
    only they can give it back.`,
  ),
  ...keyboardOf(
    ownButton(message, '🔑 Yes, give it away', ['transfer-now', message.member.userId]),
    ownButton(message, '✕ No, keep it', ['person', message.member.userId]),
  ),
});
