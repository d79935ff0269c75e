import { DEFAULT_LANGUAGE } from '../../domain/common/language';
import type { Answer, AnswerName, AnswerOf, Note } from '../../domain/messages/answers';
import { REMOVAL_ANSWERS } from './access/answers';
import { DONATION_ANSWERS } from './donations/answers';
import { OWNER_ANSWERS } from './owner/answers';
import { PAYMENT_ANSWERS } from './payments/answers';
import { TALK_ANSWERS } from './talks/answers';
import { says, wordingIn, type Wording } from './wording';

/** The words of an answer with its values. */
type Words<Name extends AnswerName> = (values: AnswerOf<Name>, wording: Wording) => string;

/** The words of each answer. They are plain text, because a toast has no markup. */
export const ANSWERS: { readonly [Name in AnswerName]: Words<Name> } = {
  button_not_in_use: says('common-button-not-in-use'),
  button_unknown: says('common-button-unknown'),
  too_fast: says('common-too-fast'),
  not_sold_to_you: says('common-not-sold-to-you'),
  telegram_silent: says('common-telegram-silent'),
  payments_off: says('common-payments-off'),
  ...DONATION_ANSWERS,
  ...PAYMENT_ANSWERS,
  ...REMOVAL_ANSWERS,
  renewal_stopping: says('renewals-stopping'),
  renewal_of_member_stopping: says('renewals-owner-stopping'),
  renews_not: says('renewals-nothing'),
  ...TALK_ANSWERS,
  ...OWNER_ANSWERS,
};

/**
 * What a stored row says: its answer, or the words beside it if this version does not know the answer's name, because a newer
 * version wrote the row.
 */
export const storedNote = <Words extends string | null>(
  answer: Answer | null | undefined,
  words: Words,
): Answer | Words => (answer != null && Object.hasOwn(ANSWERS, answer.answer) ? answer : words);

/** Words an answer. A text that an earlier release stored is returned as it is. */
export function wordsOf(note: Note, wording: Wording): string {
  if (typeof note === 'string') return note;
  // Each entry takes answers of its own name only. TypeScript can't infer that from an index by name.
  const words = ANSWERS[note.answer] as (values: Answer, wording: Wording) => string;
  return words(note, wording);
}

/** The words of an answer that are stored beside it, in English, because the previous release reads nothing else. */
export const storedWords = (answer: Answer): string => wordsOf(answer, wordingIn(DEFAULT_LANGUAGE));
