import type { OwnerQuestion } from '../../domain/messages/owner';
import type { QuestionHandler } from './page/ask-question';
import { settingQuestions } from './settings/setting-questions';
import { DAYS_QUESTION, REASON_QUESTION } from './support/answers';
import { PERSON_QUESTION } from './support/person';
import { WORTH_QUESTION } from './lists/case-worth';
import { AMOUNTS_QUESTION } from './settings/donation-amounts';
import { LIST_QUESTION, UNTIL_QUESTION } from './takeovers/take-list';
import { starQuestions } from './settings/star-prices';
import { tierQuestions } from './settings/tiers';

/** The handler of each question that is answered by typing. */
export const QUESTIONS: Readonly<Record<OwnerQuestion, QuestionHandler>> = {
  ...settingQuestions,
  ...tierQuestions,
  ...starQuestions,
  donation_amounts: AMOUNTS_QUESTION,
  case_worth: WORTH_QUESTION,
  takeover_list: LIST_QUESTION,
  takeover_until: UNTIL_QUESTION,
  support_person: PERSON_QUESTION,
  support_days: DAYS_QUESTION,
  support_reason: REASON_QUESTION,
};

export const isQuestion = (word: string): word is OwnerQuestion => Object.hasOwn(QUESTIONS, word);
