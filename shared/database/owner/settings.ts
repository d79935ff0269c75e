import type { ClosedChannelId } from '../../domain/common/ids';
import type { Language } from '../../domain/common/language';
import type { ChannelSettings } from '../../domain/messages/owner-settings';
import type { Fragment, Sql } from '../connection/options';
import { actOn, type ManagerChange } from '../common/act-on';
import { rescheduled } from '../common/daily-schedules';
import type { Delivery } from '../common/inbox';
import { madeDueNow } from '../common/outbox';
import { isUniqueViolation, type Database } from '../connection/pool';
import { movedMembers } from '../access/moved-members';
import { isPrivateGone } from '../places/sold-places';
import { promisedRemovals } from '../posts/posts';

/** The part of a statement that changes one setting of a channel. */
const channelSet = (sql: Sql, { actor: { openChannelId } }: ManagerChange, what: Fragment): Fragment => sql`
  update channels set ${what}, updated_at = app_now()
  where open_channel_id = ${openChannelId} and exists (select from delivery)`;

export type SettingColumn =
  'title' | 'description' | 'donation_message' | 'grace_hours' | 'tolerance_percent';

interface SettingChange extends ManagerChange {
  readonly column: SettingColumn;
  readonly value: string | number;
}

/** Saves a setting that one column holds. */
export const saveSetting = (
  database: Database,
  delivery: Delivery,
  { column, value, ...by }: SettingChange,
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'edit',
    act: { act: 'setting_changed', details: { setting: column } },
    change: (sql) => ({ saved: channelSet(sql, by, sql`${sql(column)} = ${value}`) }),
  });

interface TimeZoneChange extends ManagerChange {
  readonly action: 'edit' | 'zone';
  readonly zone: string;
}

/** Sets the time zone. Daily schedules keep their hour, in the new zone. */
export const setTimeZone = (
  database: Database,
  delivery: Delivery,
  { zone, ...by }: TimeZoneChange,
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    act: { act: 'setting_changed', details: { setting: 'time_zone' } },
    change: (sql) => ({
      saved: channelSet(sql, by, sql`time_zone = ${zone}`),
      rescheduled: rescheduled(sql, { openChannelId, zone }, 'delivery'),
    }),
  });
};

/** Sets whether members are removed when their access ends. Switching it on makes waiting removals due now. */
export const setRemovals = (
  database: Database,
  delivery: Delivery,
  { removals, ...by }: ManagerChange & Pick<ChannelSettings, 'removals'>,
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'set-removals',
    act: { act: 'removals_set', details: { removals } },
    change: (sql) => ({
      saved: channelSet(sql, by, sql`removals = ${removals}`),
      ...(removals === 'on' && { made_due_now: madeDueNow(sql, by.actor.openChannelId, 'delivery') }),
    }),
  });

/** Sets whether the owner wants the channel in the list of `/start`. The operator has to allow it as well. */
export const setListed = (
  database: Database,
  delivery: Delivery,
  { listed, ...by }: ManagerChange & Pick<ChannelSettings, 'listed'>,
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'listed',
    act: { act: 'setting_changed', details: { setting: 'listed' } },
    change: (sql) => ({ saved: channelSet(sql, by, sql`listed = ${listed}`) }),
  });

/** Sets what is read in the public channel and in groups. The posts that are there have to be refreshed. */
export const setChannelLanguage = (
  database: Database,
  delivery: Delivery,
  { language, ...by }: ManagerChange & { readonly language: Language },
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'set-language',
    act: { act: 'setting_changed', details: { setting: 'language' } },
    change: (sql) => ({ saved: channelSet(sql, by, sql`language = ${language}`) }),
  });

/** Stops selling a channel. Members stay for the time they paid for. */
export const pauseSales = (database: Database, delivery: Delivery, by: ManagerChange): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'pause',
    act: { act: 'channel_paused' },
    change: (sql) => ({ paused: channelSet(sql, by, sql`paused_at = coalesce(paused_at, app_now())`) }),
  });

/** Sells a channel again. */
export const resumeSales = (database: Database, delivery: Delivery, by: ManagerChange): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'resume',
    act: { act: 'channel_resumed' },
    change: (sql) => ({ resumed: channelSet(sql, by, sql`paused_at = null`) }),
  });

/**
 * `refused`: a condition is not met or the actor's role does not allow it. `taken`: the chat belongs to another
 * channel that is sold.
 */
type ChatChangeResult = 'done' | 'refused' | 'taken';

async function unlessTaken(change: Promise<boolean>): Promise<ChatChangeResult> {
  try {
    return (await change) ? 'done' : 'refused';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

interface PrivateChannelChange extends ManagerChange {
  readonly from: ClosedChannelId | null;
  readonly chatId: number;
}

/**
 * Sells another private channel, unless users have access to the current one, because they would be left behind in
 * it. If the current one was deleted, everybody with days left gets into the other one.
 */
export const setPrivateChannel = (
  database: Database,
  delivery: Delivery,
  { from, chatId, ...by }: PrivateChannelChange,
): Promise<ChatChangeResult> =>
  unlessTaken(
    actOn(database, delivery, {
      ...by,
      action: 'set-private',
      act: { act: 'private_channel_changed', details: { from, to: chatId } },
      condition: (sql) => sql`(${isPrivateGone(sql)} or not exists (select from subscriptions s
        where s.open_channel_id = c.open_channel_id and s.paid_until is not null and s.removed_at is null))
        and demand_free_places(c.open_channel_id, ${chatId}::bigint, null)
        and demand_free_place(c.open_channel_id, ${chatId}::bigint)`,
      change: (sql) => ({
        ...movedMembers(sql, { from, openChannelId: by.actor.openChannelId, chatId }),
        saved: channelSet(sql, by, sql`closed_channel_id = ${chatId}::bigint, public_name = null`),
      }),
    }),
  );

/**
 * Posts in another public channel, or in none. Promises to remove the posts in any other, because they would keep
 * selling there.
 */
export const setPublicChannel = (
  database: Database,
  delivery: Delivery,
  { chatId, ...by }: ManagerChange & { readonly chatId: number | null },
): Promise<ChatChangeResult> =>
  unlessTaken(
    actOn(database, delivery, {
      ...by,
      action: 'set-public',
      act: { act: 'public_channel_changed', details: { to: chatId } },
      ...(chatId !== null && {
        condition: (sql) => sql`demand_free_places(c.open_channel_id, null, ${chatId}::bigint)`,
      }),
      change: (sql) => ({
        saved: channelSet(sql, by, sql`public_channel_id = ${chatId}::bigint`),
        removing: promisedRemovals(sql, { openChannelId: by.actor.openChannelId, but: chatId }, 'delivery'),
      }),
    }),
  );
