import type { Question } from '../../../domain/owner-messages';
import { cut, html, lines } from '../../html';
import { keyboardOf, MAX_DESCRIPTION, titled, type Of, type View } from '../view';
import { MAX_NOTE, noteLine, ownButton } from './menu';

export const channelSettingsView = (message: Of<'channel_settings'>): View => ({
  text: lines(
    ...noteLine(message.note),
    html`⚙️ <b>Settings of ${titled(message.title)}</b>`,
    '',
    html`<b>Description:</b>
      ${message.description === '' ? 'none' : cut(message.description, MAX_DESCRIPTION)}`,
  ),
  ...keyboardOf(
    ownButton(message, '✏️ Title', ['edit', 'title']),
    ownButton(message, '✏️ Description', ['edit', 'description']),
    ownButton(message, '« Back', ['menu']),
  ),
});

const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  title: 'What is it called? Buyers see this name in the list, on their invoice and in every message.',
  description: 'What do buyers get? A few sentences, shown above the prices.',
  support_person: 'Who is it? Send me their @username, or their numeric id.',
  support_days: 'How many days are given?',
  support_reason: 'Why? A few words for the log.',
};

export const questionView = (message: Of<'question'>): View => ({
  text: lines(
    ...(message.complaint === null ? [] : [html`⚠️ ${cut(message.complaint, MAX_NOTE)}`, '' as const]),
    html`✏️ <b>${titled(message.title)}</b>`,
    html`${QUESTION_WORDS[message.question]}`,
    '',
    message.current === null ? undefined : html`<b>Now:</b> ${cut(message.current, MAX_DESCRIPTION)}`,
    html`Type it and send it to me.`,
  ),
  ...keyboardOf(ownButton(message, '« Back', ['settings']), ownButton(message, '✕ Cancel', ['menu'])),
});
