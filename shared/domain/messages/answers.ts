import type { Cents } from '../common/ids';
import type { IgnoredKey } from '../donations/keypad';
import type { Named } from './parts';
import type { OwnerAnswer } from './owner-answers';
import type { TalkAnswer } from './talks';

/**
 * Everything that the bot says in a toast or an alert, above a page, or as a short message, as data: a name and its
 * values. `telegram/views/answers.ts` has the words.
 */
export type Answer =
  CommonAnswer | DonationAnswer | PaymentAnswer | RemovalAnswer | RenewalAnswer | TalkAnswer | OwnerAnswer;

export type AnswerName = Answer['answer'];
export type AnswerOf<Name extends AnswerName> = Extract<Answer, { answer: Name }>;

/** Answers that can be longer than the 200 characters of a toast. They are shown above a page, or as a message. */
export type LongAnswer = AnswerOf<
  | 'bot_not_administrator'
  | 'rights_missing'
  | 'own_rights_missing'
  | 'chat_is_public'
  | 'basic_group'
  | 'test_delayed'
  | 'test_refused'
  | 'invitation_for_another'
  | 'invitation_taken_up'
  | 'channel_received'
  | 'channel_received_without_posts'
  | 'channel_given_away'
  | 'channel_claimed_from_you'
>;

/** What a toast or an alert may say. https://core.telegram.org/bots/api#answercallbackquery */
export type ToastAnswer = Exclude<Answer, LongAnswer>;

/** An answer, or the words that an earlier release stored in its place. Those are shown unchanged. */
export type Note = Answer | string;

type CommonAnswer = Named<
  'button_not_in_use' | 'button_unknown' | 'too_fast' | 'not_sold_to_you' | 'telegram_silent' | 'payments_off'
>;

type DonationAnswer =
  | Named<'keypad_not_in_use' | 'keypad_of_another' | 'keypad_expired' | 'donations_paused' | 'note_saved'>
  /** For a keypad that could not be redrawn. */
  | { readonly answer: 'amount_typed'; readonly entry: string }
  | { readonly answer: 'key_ignored'; readonly reason: IgnoredKey }
  | {
      readonly answer: 'amount_refused';
      readonly reason: 'empty' | 'too_small' | 'too_large';
      readonly leastCents: Cents;
      /** It is proven that no coin takes less. */
      readonly isProven: boolean;
    };

type PaymentAnswer =
  | Named<'order_cancelled' | 'order_settled' | 'order_refunded' | 'nothing_to_cancel' | 'payment_on_its_way'>
  | Named<'invoice_coming' | 'payment_pending' | 'channel_paused' | 'tier_not_offered' | 'access_ended'>
  | Named<'not_on_sale' | 'has_for_ever' | 'place_not_included' | 'entry_tried_again'>
  | Named<'order_cancelled_unconfirmed' | 'payment_hangs' | 'way_not_possible' | 'no_stars_now'>
  | Named<'order_unknown' | 'owner_will_decide' | 'owner_decides' | 'order_changed' | 'nothing_to_decide'>
  | Named<'nothing_to_refund'>
  | { readonly answer: 'price_too_small'; readonly priceCents: Cents; readonly leastCents: Cents }
  /** The user opened so many orders that the next one has to wait. */
  | { readonly answer: 'too_many_orders'; readonly seconds: number };

type RenewalAnswer = Named<'renewal_stopping' | 'renewal_of_member_stopping' | 'renews_not'>;

type RemovalAnswer = Named<
  | 'removal_now'
  | 'removal_at_end'
  | 'removal_never'
  | 'removal_when_switched_on'
  | 'removals_released'
  | 'removals_stopped'
>;
