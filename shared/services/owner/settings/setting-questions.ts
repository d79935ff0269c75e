import { findTimeZone } from '../../../database/owner/channel-pages';
import { actOn } from '../../../database/common/channel-roles';
import type { Database, Fragment, Sql } from '../../../database/connection/pool';
import type { Promised } from '../../../domain/effects';
import type { OwnerActionName } from '../../../domain/owner/owner-actions';
import type { SettingQuestion, TierQuestion } from '../../../domain/messages/owner-settings';
import { promised } from '../../../domain/prompt-effects';
import { MAX_DESCRIPTION, MAX_DONATION_MESSAGE, MAX_TITLE } from '../../../telegram/views/view';
import { postsRefreshed } from '../../posts/refresh-posts';
import { complain, type AskedQuestion, type Answering } from '../page/ask-question';
import { promisePage } from '../page/owner-request';
import { readGraceHours, readText, readTolerance, type Read } from '../page/read-answers';

type Column =
  'title' | 'description' | 'donation_message' | 'grace_hours' | 'tolerance_percent' | 'time_zone';

/** A setting as it is to be from now on. */
interface Saved {
  readonly action: OwnerActionName;
  readonly column: Column;
  readonly value: string | number;
  readonly promised?: readonly Promised[];
}

/** Saves a setting and what changes with it. `false` when they may not (any more). */
export const saveSetting = (
  { handled, standing }: Pick<Answering, 'handled' | 'standing'>,
  { action, column, value, promised: promises = [] }: Saved,
): Promise<boolean> => {
  const { openChannelId, userId } = standing;
  const act = { act: 'setting_changed', details: { setting: column } };
  return actOn(
    handled.database,
    handled.delivery,
    { openChannelId, userId, action, act, promised: promises },
    (sql) => [
      sql`
        update channels set ${sql(column)} = ${value}, updated_at = app_now()
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
      ...(column === 'time_zone' ? [rescheduled(sql, String(value), openChannelId)] : []),
    ],
  );
};

/** A setting that a column holds. */
interface Setting {
  readonly column: Column;
  readonly read: (answering: Answering) => Read<string | number> | Promise<Read<string | number>>;
}

const setting = ({ column, read }: Setting): AskedQuestion => ({
  action: 'edit',
  answer: async (answering) => {
    const { handled, standing, dialog } = answering;
    const answer = await read(answering);
    if (!answer.ok) return complain(answering, answer.complaint);
    const { openChannelId } = standing;
    const { messageId } = dialog;
    const page = promisePage(handled, { ...standing, messageId, page: 'settings', note: 'Saved.' });
    const refreshed = postsRefreshed(openChannelId, `update:${handled.updateId}`);
    await saveSetting(answering, {
      action: 'edit',
      column,
      value: answer.value,
      promised: [page, refreshed],
    });
    return promised();
  },
});

const textSetting = (
  column: 'title' | 'description' | 'donation_message',
  lengths: { readonly shortest: number; readonly longest: number },
): AskedQuestion => setting({ column, read: ({ text }) => readText(text, lengths) });

/** What happens every day at an hour happens at that hour of the new zone from now on. */
const rescheduled = (sql: Sql, zone: string, openChannelId: number): Fragment => sql`
  update schedules set next_at = next_local_hour(hour, ${zone}, app_now())
  where open_channel_id = ${openChannelId} and exists (select from delivery)`;

/** Known to the database, which counts the hours, and to the runtime, which writes them. */
export async function readTimeZone(database: Database, typed: string): Promise<Read<string>> {
  const name = await findTimeZone(database, typed.trim().replace(/\s+/g, '_'));
  if (name !== undefined && isZone(name)) return { ok: true, value: name };
  return {
    ok: false,
    complaint: 'I know no such time zone. It is written like Europe/Berlin: a continent and a large city.',
  };
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const settingQuestions = {
  title: textSetting('title', { shortest: 1, longest: MAX_TITLE }),
  description: textSetting('description', { shortest: 0, longest: MAX_DESCRIPTION }),
  donation_message: textSetting('donation_message', { shortest: 0, longest: MAX_DONATION_MESSAGE }),
  grace_hours: setting({ column: 'grace_hours', read: ({ text }) => readGraceHours(text) }),
  tolerance_percent: setting({ column: 'tolerance_percent', read: ({ text }) => readTolerance(text) }),
  time_zone: setting({
    column: 'time_zone',
    read: ({ handled, text }) => readTimeZone(handled.database, text),
  }),
} satisfies Readonly<Record<Exclude<SettingQuestion, TierQuestion>, AskedQuestion>>;
