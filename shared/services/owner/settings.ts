import { readSettings } from '../../database/channel-pages';
import { openDialog } from '../../database/dialogs';
import { hastened } from '../../database/outbox';
import { actOn } from '../../database/standing';
import type { Question } from '../../domain/owner-messages';
import type { ChannelSettings } from '../../domain/owner-messages-settings';
import { NOT_ALLOWED, refuse, show, type Asked, type OwnHandler, type Page } from './asked';
import { isQuestion, QUESTIONS } from './questions';
import { readTimeZone, rescheduled } from './setting-questions';

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

/** What it is by now, as it would be typed. */
function currentOf(question: Question, settings: ChannelSettings): string | null {
  const current: Readonly<Partial<Record<Question, string>>> = {
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

const showSettings = async (asked: Asked, note: string | null) =>
  show(asked, await settingsPage({ ...asked.handled, ...asked, note }));

/** One of the usual zones, by its button. */
const chooseZone: OwnHandler = async (asked) => {
  const { handled, standing, argument = '' } = asked;
  const zone = await readTimeZone(handled.database, argument);
  if (!zone.ok) return refuse(asked, zone.complaint);
  const { openChannelId, userId } = standing;
  const act = { act: 'setting_changed', details: { setting: 'time_zone' } };
  const isDone = await actOn(
    handled.database,
    handled.delivery,
    { openChannelId, userId, action: 'zone', act },
    (sql) => [
      sql`
        update channels set time_zone = ${zone.value}, updated_at = app_now()
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
      rescheduled(sql, zone.value, openChannelId),
    ],
  );
  return isDone ? showSettings(asked, 'Saved.') : refuse(asked, NOT_ALLOWED);
};

export const removalsPage: Page = async ({ database, standing, note }) => {
  const { openChannelId, title, role } = standing;
  const { removals } = await readSettings(database, standing);
  return { type: 'channel_removals', openChannelId, title, role, removals, note };
};

const REMOVALS_NOTES = {
  on: 'Switched on: whose time is over is taken out.',
  dry_run: 'Nobody is taken out: I only write down who would be.',
  off: 'Switched off: nobody is taken out.',
} as const;
const isRemovals = (word: string): word is keyof typeof REMOVALS_NOTES => Object.hasOwn(REMOVALS_NOTES, word);

/** Switched on, what waited for it is tried at once. */
const setRemovals: OwnHandler = async (asked) => {
  const { handled, standing, argument = '' } = asked;
  if (!isRemovals(argument)) return refuse(asked, NOT_ALLOWED);
  const { openChannelId, userId } = standing;
  const act = { act: 'removals_set', details: { removals: argument } };
  const isDone = await actOn(
    handled.database,
    handled.delivery,
    { openChannelId, userId, action: 'set-removals', act },
    (sql) => [
      sql`
        update channels set removals = ${argument}, updated_at = app_now()
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
      ...(argument === 'on' ? [hastened(sql, openChannelId, 'delivery')] : []),
    ],
  );
  if (!isDone) return refuse(asked, NOT_ALLOWED);
  return show(asked, await removalsPage({ ...handled, standing, argument, note: REMOVALS_NOTES[argument] }));
};

export const settingsHandlers = {
  settings: (asked) => showSettings(asked, null),
  edit: ask,
  zone: chooseZone,
  removals: async (asked) => show(asked, await removalsPage({ ...asked.handled, ...asked, note: null })),
  'set-removals': setRemovals,
} satisfies Readonly<Record<string, OwnHandler>>;
