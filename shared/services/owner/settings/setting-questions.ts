import { listTimeZones } from '../../../database/owner/channel-pages';
import { saveSetting, setTimeZone, type SettingColumn } from '../../../database/owner/settings';
import type { Actor } from '../../../database/common/channel-roles';
import type { Database } from '../../../database/connection/pool';
import type { Promised } from '../../../domain/effects';
import type { SettingQuestion, TierQuestion } from '../../../domain/messages/owner-settings';
import { matchTimeZones, MOST_ZONES_OFFERED } from '../../../domain/owner/time-zones';
import { promised } from '../../../domain/prompt-effects';
import { MAX_DESCRIPTION, MAX_DONATION_MESSAGE, MAX_TITLE } from '../../../telegram/views/view';
import { postsRefreshed } from '../../posts/refresh-posts';
import type { UpdateContext } from '../../common/update-context';
import { rejectReply, type QuestionHandler, type QuestionReply } from '../page/ask-question';
import { promisePage } from '../page/owner-request';
import { readGraceHours, readText, readTolerance, type ReadResult } from '../page/read-answers';

/** The new value of a setting. */
interface NewValue<Value> {
  readonly actor: Actor;
  readonly value: Value;
  readonly promised: readonly Promised[];
}

interface Setting<Value> {
  readonly read: (reply: QuestionReply) => ReadResult<Value> | Promise<ReadResult<Value>>;
  readonly save: (context: UpdateContext, change: NewValue<Value>) => Promise<boolean>;
}

const setting = <Value>({ read, save }: Setting<Value>): QuestionHandler => ({
  action: 'edit',
  answer: async (reply) => {
    const { context, channelRole, dialog } = reply;
    const answer = await read(reply);
    if (!answer.ok) return rejectReply(reply, answer.complaint);
    const { openChannelId } = channelRole;
    const { messageId } = dialog;
    const page = promisePage(context, {
      ...channelRole,
      messageId,
      page: 'settings',
      note: { answer: 'saved' },
    });
    const refreshed = postsRefreshed(openChannelId, `update:${context.updateId}`);
    await save(context, { actor: channelRole, value: answer.value, promised: [page, refreshed] });
    return promised();
  },
});

/** A question about a setting that is stored in one column. */
const columnSetting = (
  column: SettingColumn,
  read: (text: string) => ReadResult<string | number>,
): QuestionHandler =>
  setting({
    read: ({ text }) => read(text),
    save: ({ database, delivery }, change) => saveSetting(database, delivery, { ...change, column }),
  });

const textSetting = (
  column: 'title' | 'description' | 'donation_message',
  lengths: { readonly shortest: number; readonly longest: number },
): QuestionHandler => columnSetting(column, (text) => readText(text, lengths));

/** The runtime's own name of a time zone; `undefined` if it doesn't know it. Two names of one zone have the same. */
function canonicalZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/**
 * Finds the zone that a user names, by its city too. It must be known both to the database, which computes hours, and to
 * the runtime, which shows them. Complains with the zones to choose from if several fit.
 */
export async function readTimeZone(database: Database, typed: string): Promise<ReadResult<string>> {
  const zones = new Map<string, string>();
  for (const name of matchTimeZones(typed, await listTimeZones(database))) {
    const canonical = canonicalZone(name);
    if (canonical !== undefined && !zones.has(canonical)) zones.set(canonical, name);
  }
  const [only, ...others] = zones.values();
  if (only === undefined) return { ok: false, complaint: { answer: 'time_zone_unknown' } };
  if (others.length === 0) return { ok: true, value: only };
  const offered = [only, ...others].slice(0, MOST_ZONES_OFFERED);
  return { ok: false, complaint: { answer: 'time_zones_found', zones: offered } };
}

export const settingQuestions = {
  title: textSetting('title', { shortest: 1, longest: MAX_TITLE }),
  description: textSetting('description', { shortest: 0, longest: MAX_DESCRIPTION }),
  donation_message: textSetting('donation_message', { shortest: 0, longest: MAX_DONATION_MESSAGE }),
  grace_hours: columnSetting('grace_hours', readGraceHours),
  tolerance_percent: columnSetting('tolerance_percent', readTolerance),
  time_zone: setting({
    read: ({ context, text }) => readTimeZone(context.database, text),
    save: ({ database, delivery }, { value, ...by }) =>
      setTimeZone(database, delivery, { ...by, action: 'edit', zone: value }),
  }),
} satisfies Readonly<Record<Exclude<SettingQuestion, TierQuestion>, QuestionHandler>>;
