import type { Answer, AnswerName, AnswerOf, Note } from '../../domain/messages/answers';
import { REMOVAL_ANSWERS } from './access/answers';
import { DONATION_ANSWERS } from './donations/answers';
import { OWNER_ANSWERS } from './owner/answers';
import { PAYMENT_ANSWERS } from './payments/answers';

/** The words of an answer: a text, or a function of the answer's values. */
type Words<Name extends AnswerName> = keyof AnswerOf<Name> extends 'answer'
  ? string
  : (values: AnswerOf<Name>) => string;

/** The words of each answer. They are plain text, because a toast has no markup. */
export const ANSWERS: { readonly [Name in AnswerName]: Words<Name> } = {
  button_not_in_use: 'This button is not in use any more.',
  button_unknown: 'This button is not in use any more. Send /help to see what I can do.',
  too_fast: 'That was very fast. Please wait a moment.',
  not_sold_to_you: 'The owner of this channel does not sell to you.',
  telegram_silent: 'Telegram does not answer; press again in a moment. Nothing is lost.',
  payments_off: 'Payments are switched off right now. Nothing was charged. Please try again later.',
  ...DONATION_ANSWERS,
  ...PAYMENT_ANSWERS,
  ...REMOVAL_ANSWERS,
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
export function wordsOf(note: Note): string {
  if (typeof note === 'string') return note;
  // Each entry takes answers of its own name only. TypeScript can't infer that from an index by name.
  const words = ANSWERS[note.answer] as string | ((values: Answer) => string);
  return typeof words === 'string' ? words : words(note);
}
