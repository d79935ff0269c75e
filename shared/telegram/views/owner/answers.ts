import type { AnswerOf } from '../../../domain/messages/answers';
import { says, type Wording } from '../wording';
import { CHAT_ANSWERS, SET_UP_ANSWERS } from './set-up/answers';
import { POST_ANSWERS, SETTING_ANSWERS, TYPED_ANSWERS } from './settings/answers';
import { NOTIFY_ANSWERS } from './settings/notify-answers';
import { PLACE_ANSWERS } from './place-answers';
import { SUPPORT_ANSWERS } from './support-answers';
import { TAKEOVER_ANSWERS } from './takeovers/answers';
import { TEAM_ANSWERS } from './team-answers';

/** The words of each answer to owners and managers. */
export const OWNER_ANSWERS = {
  not_your_channel: says('menu-not-your-channel'),
  not_allowed: says('menu-not-allowed'),
  member_unknown: says('menu-member-unknown'),
  channel_order_unknown: says('menu-order-unknown'),
  saved: says('menu-saved'),
  no_such_table: says('menu-no-such-table'),
  file_coming: says('menu-file-coming'),
  too_many_files: ({ seconds }: AnswerOf<'too_many_files'>, wording: Wording) =>
    wording.text('menu-too-many-files', { seconds }),
  ...TYPED_ANSWERS,
  ...SET_UP_ANSWERS,
  ...CHAT_ANSWERS,
  ...PLACE_ANSWERS,
  ...SETTING_ANSWERS,
  ...POST_ANSWERS,
  ...NOTIFY_ANSWERS,
  ...SUPPORT_ANSWERS,
  ...TEAM_ANSWERS,
  ...TAKEOVER_ANSWERS,
};
