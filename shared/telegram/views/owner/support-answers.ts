import type { AnswerOf } from '../../../domain/messages/answers';
import { says, type Wording } from '../wording';

export const SUPPORT_ANSWERS = {
  person_missing: says('support-person-missing'),
  user_unknown: says('support-user-unknown'),
  username_unknown: says('support-username-unknown'),
  nothing_to_confirm: says('support-nothing-to-confirm'),
  not_given_days: ({ max }: AnswerOf<'not_given_days'>, wording: Wording) =>
    wording.text('support-not-given-days', { max }),
  not_a_reason: ({ max }: AnswerOf<'not_a_reason'>, wording: Wording) =>
    wording.text('support-not-a-reason', { max }),
  banned_unban_first: says('support-banned-unban-first'),
  no_private_channel: says('support-no-private-channel'),
  no_access_to_end: says('support-no-access-to-end'),
  has_it_for_ever: says('support-has-for-ever'),
  banned_already: says('support-banned-already'),
  on_team_not_banned: says('support-on-team'),
  not_banned: says('support-not-banned'),
};
