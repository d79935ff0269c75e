import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../domain/messages/messages';
import type { OwnerActionName } from '../../../domain/owner/owner-actions';
import type { WordingKey } from '../../catalog';
import { html, lines } from '../html';
import { personInWords, personLabel } from '../person';
import { keyboardOf, linkButton, shareLink, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { noteLine, ownButton, roleInWords } from './menu';

/** The buttons of a page of the team, whose labels are whole entries of the catalog. */
const buttonsOf =
  (message: Parameters<typeof ownButton>[0], wording: Wording) =>
  (key: WordingKey, action: OwnerActionName, argument?: string | number): InlineKeyboardButton[] =>
    ownButton(message, wording.text(key), argument === undefined ? [action] : [action, argument]);

export const channelTeamView = (message: MessageOf<'channel_team'>, wording: Wording): View => {
  const act = buttonsOf(message, wording);
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('team-title', { title: shortTitle(message.title) }),
      '',
      wording.html(message.team.length === 0 ? 'team-empty' : 'team-choose'),
      wording.html('team-roles'),
    ),
    ...keyboardOf(
      ...message.team.map((member) => {
        const person = personLabel(member, wording);
        const label = wording.text('team-person', { person, role: roleInWords(member.role, wording) });
        return ownButton(message, label, ['person', member.userId]);
      }),
      act('team-add-manager', 'invite', 'manager'),
      act('team-add-viewer', 'invite', 'read_only'),
      act('common-back', 'settings'),
    ),
  };
};

export const teamMemberView = (message: MessageOf<'team_member'>, wording: Wording): View => {
  const { userId, role } = message.member;
  const act = buttonsOf(message, wording);
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('team-member', {
        person: personInWords(message.member, wording),
        title: shortTitle(message.title),
        role: roleInWords(role, wording),
      }),
    ),
    ...keyboardOf(
      role === 'manager'
        ? act('team-make-viewer', 'role', `${userId}_read_only`)
        : act('team-make-manager', 'role', `${userId}_manager`),
      act('team-transfer', 'transfer', userId),
      act('team-dismiss', 'dismiss', userId),
      act('common-back', 'team'),
    ),
  };
};

export const teamInvitationView = (message: MessageOf<'team_invitation'>, wording: Wording): View => {
  const { invited: role, link, title } = message;
  return {
    text: lines(
      wording.html('team-invitation', { role }),
      html`${link}`,
      '',
      wording.html('team-invitation-how', { role, title: shortTitle(title) }),
    ),
    ...keyboardOf(
      [linkButton(wording.text('team-forward'), shareLink(link))],
      ownButton(message, wording.text('common-back'), ['team']),
    ),
  };
};

export const transferAskedView = (message: MessageOf<'transfer_asked'>, wording: Wording): View => {
  const { member, title } = message;
  const act = buttonsOf(message, wording);
  return {
    text: lines(
      wording.html('team-transfer-asked', {
        title: shortTitle(title),
        person: personInWords(member, wording),
      }),
      wording.html('team-transfer-id', { id: String(member.userId) }),
      '',
      wording.html('team-transfer-means'),
    ),
    ...keyboardOf(
      act('team-transfer-yes', 'transfer-now', member.userId),
      act('team-transfer-no', 'person', member.userId),
    ),
  };
};
