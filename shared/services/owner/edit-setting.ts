import { readSettings } from '../../database/owner/channel-pages';
import type { OwnerQuestion } from '../../domain/messages/owner';
import type { ChannelSettings } from '../../domain/messages/owner-settings';
import { ask } from './page/ask-question';
import { pageHeader, NOT_IN_USE, refuse, type OwnHandler, type Page } from './page/owner-request';
import { isQuestion, QUESTIONS } from './questions';
import { settingsPage } from './settings/settings';

/** What it is by now, as it would be typed. */
function currentOf(question: OwnerQuestion, settings: ChannelSettings): string | null {
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

/** A question to be answered by typing; its note is why what was typed cannot be taken. */
export const questionPage: Page = async ({ database, standing, argument, note }) => {
  if (argument === undefined || !isQuestion(argument))
    return settingsPage({ database, standing, argument, note });
  const current = currentOf(argument, await readSettings(database, standing));
  return { type: 'question', question: argument, ...pageHeader(standing), current, complaint: note };
};

const edit: OwnHandler = async (asked) => {
  const { argument: question } = asked;
  if (question === undefined || !isQuestion(question)) return refuse(asked, NOT_IN_USE);
  const { action } = QUESTIONS[question];
  return ask(asked, { question, action, draft: {} }, questionPage);
};

export const editHandlers = { edit } satisfies Readonly<Record<string, OwnHandler>>;
