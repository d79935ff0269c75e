import { readSettings, type ChannelSettings } from '../../database/channel-pages';
import { openDialog } from '../../database/dialogs';
import type { Question } from '../../domain/owner-messages';
import { NOT_ALLOWED, refuse, show, type OwnHandler, type Page } from './asked';
import { isQuestion, QUESTIONS } from './questions';

export const settingsPage: Page = async ({ database, standing, note }) => {
  const { openChannelId, role } = standing;
  return {
    type: 'channel_settings',
    openChannelId,
    role,
    note,
    ...(await readSettings(database, standing)),
  };
};

const currentOf = (question: Question, settings: ChannelSettings): string | null => {
  const current = question === 'title' || question === 'description' ? settings[question] : '';
  return current === '' ? null : current;
};

/** A question to be answered by typing; its note is why what was typed cannot be taken. */
export const questionPage: Page = async ({ database, standing, argument, note }) => {
  if (argument === undefined || !isQuestion(argument))
    return settingsPage({ database, standing, argument, note });
  const { openChannelId, title, role } = standing;
  const current = currentOf(argument, await readSettings(database, standing));
  return { type: 'question', question: argument, openChannelId, title, role, current, complaint: note };
};

const ask: OwnHandler = async (asked) => {
  const { handled, standing, argument, button } = asked;
  if (argument === undefined || !isQuestion(argument))
    return refuse(asked, 'This button is not in use any more.');
  const { openChannelId, userId } = standing;
  const dialog = {
    openChannelId,
    userId,
    question: argument,
    draft: {},
    messageId: button?.messageId ?? null,
  };
  const { action } = QUESTIONS[argument];
  if (!(await openDialog(handled.database, handled.delivery, { ...dialog, action })))
    return refuse(asked, NOT_ALLOWED);
  return show(asked, await questionPage({ ...handled, standing, argument, note: null }));
};

export const settingsHandlers = {
  settings: async (asked) => show(asked, await settingsPage({ ...asked.handled, ...asked, note: null })),
  edit: ask,
} satisfies Readonly<Record<string, OwnHandler>>;
