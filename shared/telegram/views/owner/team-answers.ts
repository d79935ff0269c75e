import type { AnswerOf } from '../../../domain/messages/answers';
import type { Role } from '../../../domain/common/roles';
import { shortTitle } from '../view';
import { rightsIn } from './set-up/answers';

/** What a manager or viewer may do with the channel, as a verb. */
const ROLE_VERBS: Readonly<Record<Exclude<Role, 'owner'>, string>> = {
  manager: 'manage',
  read_only: 'look into',
};

const quoted = (title: string): string => `“${shortTitle(title)}”`;

export const TEAM_ANSWERS = {
  not_on_team: 'They do not run this channel with you any more.',
  too_many_administrators: ({ max }: AnswerOf<'too_many_administrators'>) =>
    `${max} people are the most. Take a role away from one of them first.`,
  role_changed: 'Changed, and they were told.',
  administrator_removed: 'They do not run this channel any more, and were told.',
  invitation_over:
    'This invitation is over: it is good for one person and one day. Ask the owner for another.',
  team_full:
    'This channel is run by as many as may run one. Its owner can take a role away from somebody first.',
  invitation_for_another: ({ role, title }: AnswerOf<'invitation_for_another'>) =>
    `This link is for somebody else: forward it to whom you want to ${ROLE_VERBS[role]} ${quoted(title)}.`,
  invitation_accepted: ({ role, title }: AnswerOf<'invitation_accepted'>) =>
    `You may now ${ROLE_VERBS[role]} ${quoted(title)}. /channels leads there.`,
  invitation_taken_up: ({ userId, username, role, title }: AnswerOf<'invitation_taken_up'>) =>
    `${username === null ? `User ${userId}` : `@${username}`} took up your invitation and may now ${ROLE_VERBS[role]} ${quoted(title)}.`,
  role_given: ({ role, title }: AnswerOf<'role_given'>) =>
    `From now on you may ${ROLE_VERBS[role]} ${quoted(title)}. /channels leads there.`,
  role_taken: ({ title }: AnswerOf<'role_taken'>) => `You do not run ${quoted(title)} any more.`,
  heir_not_administrator:
    'Telegram says that they are no administrator of the private channel. Make them one there first: who owns it here has to be able to run it.',
  heir_not_public_administrator:
    'They aren’t an administrator of the public channel. Make them one in Telegram first, with the right “Post Messages”.',
  heir_rights_missing: ({ rights }: AnswerOf<'heir_rights_missing'>) =>
    `They lack the ${rightsIn(rights)} in the ${rights.includes('can_post_messages') ? 'public' : 'private'} channel. Give them that in Telegram, then press the button again.`,
  channel_received: ({ title }: AnswerOf<'channel_received'>) =>
    `${quoted(title)} is yours from now on: its former owner gave it to you. /channels leads there.`,
  channel_received_without_posts: ({ title }: AnswerOf<'channel_received_without_posts'>) =>
    `${quoted(title)} is yours from now on: its former owner gave it to you. I’m not an administrator of its public channel, so I no longer post there. Choose another one in ⚙️ Settings. /channels leads there.`,
  channel_given_away: ({ title }: AnswerOf<'channel_given_away'>) =>
    `${quoted(title)} is not yours any more: you gave it away, and I tell you no more of its sales.`,
  ownership_transferred: ({ title }: AnswerOf<'ownership_transferred'>) =>
    `Done: ${quoted(title)} has a new owner.`,
};
