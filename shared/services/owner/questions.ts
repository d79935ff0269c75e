import type { Question } from '../../domain/owner-messages';
import type { AskedQuestion } from './answering';
import { settingQuestions } from './setting-questions';
import { tierQuestions } from './tiers';

/** Everything that is asked to be typed. */
export const QUESTIONS: Readonly<Record<Question, AskedQuestion>> = {
  ...settingQuestions,
  ...tierQuestions,
};

export const isQuestion = (word: string): word is Question => Object.hasOwn(QUESTIONS, word);
