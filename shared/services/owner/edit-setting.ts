import { readSettings } from '../../database/owner/channel-pages';
import type { OwnerQuestion } from '../../domain/messages/owner';
import type { ChannelSettings } from '../../domain/messages/owner-settings';
import { askQuestion } from './page/ask-question';
import {
  pageHeader,
  NOT_IN_USE,
  refuseOwnerAction,
  type OwnerActionHandler,
  type PageBuilder,
} from './page/owner-request';
import { priceLimit } from './page/price-limit';
import { isQuestion, QUESTIONS } from './questions';
import { settingsPage } from './settings/settings';

/** The current value, in the form in which an owner would type it. */
function currentValue(question: OwnerQuestion, settings: ChannelSettings): string | null {
  const current: Readonly<Partial<Record<OwnerQuestion, string>>> = {
    title: settings.title,
    description: settings.description,
    donation_message: settings.donationMessage,
    grace_hours: String(settings.graceHours),
    tolerance_percent: String(settings.tolerancePercent),
    time_zone: settings.timeZone,
  };
  return current[question] || null;
}

/** Builds the page of a question to answer by typing. Its note says why the last reply was rejected. */
export const questionPage: PageBuilder = async (input) => {
  const { database, channelRole, argument, note } = input;
  if (argument === undefined || !isQuestion(argument)) return settingsPage(input);
  const current = currentValue(argument, await readSettings(database, channelRole));
  return {
    type: 'question',
    question: argument,
    ...pageHeader(channelRole),
    current,
    complaint: note,
    ...(await priceLimit(database, argument)),
  };
};

const edit: OwnerActionHandler = async (request) => {
  const { argument: question } = request;
  if (question === undefined || !isQuestion(question)) return refuseOwnerAction(request, NOT_IN_USE);
  const { action } = QUESTIONS[question];
  return askQuestion(request, { question, action, draft: {} }, questionPage);
};

export const editHandlers = { edit } satisfies Readonly<Record<string, OwnerActionHandler>>;
