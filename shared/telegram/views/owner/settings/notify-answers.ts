import type { AnswerOf } from '../../../../domain/messages/answers';
import type { Recipient } from '../../../../domain/messages/owner-answers';
import { says, type Wording } from '../../wording';

/** The number as text, because it would be written in groups of three digits. */
const recipient = (to: Recipient) => ({ to: to.is, chat: to.is === 'chat' ? String(to.chatId) : '' });

export const NOTIFY_ANSWERS = {
  notifications_saved: says('settings-notify-saved'),
  no_digest: says('settings-notify-no-digest'),
  test_begun: says('settings-test-begun'),
  missed_coming: says('settings-missed-coming'),
  test_delivered: ({ to }: AnswerOf<'test_delivered'>, wording: Wording) =>
    wording.text('settings-test-delivered', recipient(to)),
  test_not_started: ({ to, botUsername }: AnswerOf<'test_not_started'>, wording: Wording) =>
    wording.text('settings-test-not-started', { ...recipient(to), link: `t.me/${botUsername}` }),
  test_blocked: ({ to }: AnswerOf<'test_blocked'>, wording: Wording) =>
    wording.text('settings-test-blocked', recipient(to)),
  test_gone: ({ to }: AnswerOf<'test_gone'>, wording: Wording) =>
    wording.text('settings-test-gone', recipient(to)),
  test_no_right: ({ to }: AnswerOf<'test_no_right'>, wording: Wording) =>
    wording.text('settings-test-no-right', recipient(to)),
  test_delayed: ({ reason }: AnswerOf<'test_delayed'>, wording: Wording) =>
    wording.text('settings-test-delayed', { reason }),
  test_refused: ({ reason }: AnswerOf<'test_refused'>, wording: Wording) =>
    wording.text('settings-test-refused', { reason }),
};
