import type { AnswerOf } from '../../../domain/messages/answers';

export const SUPPORT_ANSWERS = {
  person_missing: 'Please say first whom it is about.',
  user_unknown: 'There is no such user.',
  username_unknown:
    'I know nobody of that name in this channel: only buyers, members and managers can be found by name. Send me their numeric id instead.',
  nothing_to_confirm: 'There is nothing to confirm any more.',
  not_given_days: ({ max }: AnswerOf<'not_given_days'>) =>
    `Send me a whole number of days, from 1 to ${max}.`,
  not_a_reason: ({ max }: AnswerOf<'not_a_reason'>) => `Send me the reason in 1 to ${max} characters.`,
  banned_unban_first: 'They are banned. Unban them first, then give them days.',
  no_private_channel: 'There is no private channel yet to let them into.',
  no_access_to_end: 'They have no access that could be ended.',
  banned_already: 'They are banned already.',
  on_team_not_banned:
    'They help to run this channel. Take their role away first, here and in Telegram, then ban them.',
  not_banned: 'They are not banned.',
};
