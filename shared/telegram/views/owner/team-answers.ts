import { personLabel } from '../person';
import type { AnswerOf } from '../../../domain/messages/answers';
import { NEEDED_RIGHTS } from '../../../domain/places/place-state';
import { says, type Wording } from '../wording';
import { rightsInWords } from './place-words';
import { shortTitle } from '../view';

const MAX_TITLE = 64;

const titled = ({ title }: { readonly title: string }) => ({ title: shortTitle(title, MAX_TITLE) });

export const TEAM_ANSWERS = {
  not_on_team: says('team-not-on-team'),
  too_many_administrators: ({ max }: AnswerOf<'too_many_administrators'>, wording: Wording) =>
    wording.text('team-too-many', { max }),
  role_changed: says('team-role-changed'),
  administrator_removed: says('team-removed'),
  invitation_over: says('team-invitation-over'),
  team_full: says('team-full'),
  invitation_for_another: (answer: AnswerOf<'invitation_for_another'>, wording: Wording) =>
    wording.text('team-invitation-for-another', { role: answer.role, ...titled(answer) }),
  invitation_accepted: (answer: AnswerOf<'invitation_accepted'>, wording: Wording) =>
    wording.text('team-invitation-accepted', { role: answer.role, ...titled(answer) }),
  invitation_taken_up: (answer: AnswerOf<'invitation_taken_up'>, wording: Wording) =>
    wording.text('team-invitation-taken-up', {
      person: personLabel(answer, wording),
      role: answer.role,
      ...titled(answer),
    }),
  role_given: (answer: AnswerOf<'role_given'>, wording: Wording) =>
    wording.text('team-role-given', { role: answer.role, ...titled(answer) }),
  role_taken: (answer: AnswerOf<'role_taken'>, wording: Wording) =>
    wording.text('team-role-taken', titled(answer)),
  heir_not_administrator: says('team-heir-not-administrator'),
  heir_not_public_administrator: (_answer: unknown, wording: Wording) =>
    wording.text('team-heir-not-poster', { right: rightsInWords(NEEDED_RIGHTS.public, wording) }),
  heir_rights_missing: ({ rights }: AnswerOf<'heir_rights_missing'>, wording: Wording) =>
    wording.text('team-heir-lacks-rights', {
      use: rights.includes('can_post_messages') ? 'public' : 'private',
      rights: rightsInWords(rights, wording),
    }),
  channel_received: (answer: AnswerOf<'channel_received'>, wording: Wording) =>
    wording.text('team-channel-received', titled(answer)),
  channel_received_without_posts: (answer: AnswerOf<'channel_received_without_posts'>, wording: Wording) =>
    wording.text('team-channel-received-without-posts', titled(answer)),
  channel_given_away: (answer: AnswerOf<'channel_given_away'>, wording: Wording) =>
    wording.text('team-channel-given-away', titled(answer)),
  ownership_transferred: (answer: AnswerOf<'ownership_transferred'>, wording: Wording) =>
    wording.text('team-transferred', titled(answer)),
};
