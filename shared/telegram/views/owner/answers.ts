import type { AnswerOf } from '../../../domain/messages/answers';
import { CHAT_ANSWERS, SET_UP_ANSWERS } from './set-up/answers';
import { NOTIFY_ANSWERS, POST_ANSWERS, SETTING_ANSWERS, TYPED_ANSWERS } from './settings/answers';
import { SUPPORT_ANSWERS } from './support-answers';
import { TEAM_ANSWERS } from './team-answers';

/** The words of each answer to owners and managers. */
export const OWNER_ANSWERS = {
  not_your_channel: 'This is not a channel that you run.',
  not_allowed: 'Your role in this channel does not allow this.',
  member_unknown: 'I do not know this member.',
  saved: 'Saved.',
  no_such_table: 'There is no such table.',
  file_coming: 'It comes as a file below.',
  too_many_files: ({ seconds }: AnswerOf<'too_many_files'>) =>
    `That was a lot at once. Try again in ${seconds} seconds.`,
  ...TYPED_ANSWERS,
  ...SET_UP_ANSWERS,
  ...CHAT_ANSWERS,
  ...SETTING_ANSWERS,
  ...POST_ANSWERS,
  ...NOTIFY_ANSWERS,
  ...SUPPORT_ANSWERS,
  ...TEAM_ANSWERS,
};
