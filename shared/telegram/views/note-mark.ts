import type { AnswerName, Note } from '../../domain/messages/answers';

/** Answers that say what was done or is on its way. The others, which a test lists, refuse something or bring bad news. */
const DONE: readonly AnswerName[] = [
  'order_cancelled',
  'order_cancelled_unconfirmed',
  'invoice_coming',
  'owner_will_decide',
  'amount_typed',
  'note_saved',
  'talk_cancelled',
  'talk_unblocked',
  'removal_now',
  'removal_at_end',
  'removal_never',
  'removal_when_switched_on',
  'removals_released',
  'removals_stopped',
  'saved',
  'file_coming',
  'set_up_cancelled',
  'set_up_postponed',
  'on_sale',
  'channel_claimed',
  'channel_claimed_without_posts',
  'private_chat_changed',
  'public_chat_changed',
  'public_chat_dropped',
  'sales_paused',
  'sales_resumed',
  'listed',
  'listed_if_allowed',
  'unlisted',
  'removals_set',
  'tier_removed',
  'tier_saved',
  'tier_added',
  'preview_coming',
  'posts_coming',
  'posts_refreshing',
  'posts_removing',
  'posts_unscheduled',
  'posts_scheduled',
  'notifications_saved',
  'test_begun',
  'test_delivered',
  'missed_coming',
  'role_changed',
  'administrator_removed',
  'invitation_accepted',
  'invitation_taken_up',
  'role_given',
  'channel_received',
  'channel_received_without_posts',
  'channel_given_away',
  'ownership_transferred',
];

/**
 * The mark before a note, which tells a refusal from what was done. A text that an earlier release stored keeps the mark that
 * it had.
 */
export const markOf = (note: Note): string =>
  typeof note === 'string' || DONE.includes(note.answer) ? '✔️' : '⚠️';
