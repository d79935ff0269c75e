import { drainOutbox } from '../../shared/services/drain-outbox';
import type { EffectDependencies } from '../../shared/services/perform-effect';
import { compareLines, stageLines } from '../../shared/database/takeovers/compare-lines';
import { confirmTakeover } from '../../shared/database/takeovers/confirm-takeover';
import { startTakeover } from '../../shared/database/takeovers/takeovers';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { DAY_MS } from '../../shared/domain/common/time';
import type { TakeoverLine } from '../../shared/domain/takeovers/takeover-line';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import type { TestDatabase } from '../support/test-database';
import { OPEN, OWNER } from './access';

/** A line in short: who, and for how many days from now, by the clock of the test. */
export interface ShortLine {
  readonly who: number | string;
  readonly days: number | 'for_ever';
  readonly note?: string;
}

/** Takes over a list of members in a world, as a manager does it. */
export function takeovers(world: { readonly test: TestDatabase; readonly deps: EffectDependencies }) {
  let files = 0;

  async function now(): Promise<number> {
    const [row] = await world.test.database.query(
      (sql) => sql<{ now: number }[]>`select (extract(epoch from app_now()) * 1000)::bigint as now`,
    );
    return row?.now ?? 0;
  }

  async function stage(lines: readonly ShortLine[], digest = `file ${(files += 1)}`) {
    const at = await now();
    const started = await startTakeover(world.test.database, {
      openChannelId: OPEN,
      actorUserId: OWNER,
      digest,
    });
    if (started === undefined) throw new Error('the owner may take over');
    const { takeoverId } = started;
    await stageLines(
      world.test.database,
      takeoverId,
      lines.map(({ who, days, note = null }, index): TakeoverLine => ({
        line: index + 1,
        userId: typeof who === 'number' ? who : null,
        username: typeof who === 'string' ? who : null,
        until: days === 'for_ever' ? days : new Date(at + days * DAY_MS),
        note,
      })),
    );
    return { ...started, difference: await compareLines(world.test.database, takeoverId) };
  }

  const drain = () => drainOutbox(world.deps, { budgetMs: FACT_DEADLINE_MS, withBulk: false });

  const confirm = (takeoverId: number, { holdDays = 7, shorten = false } = {}) =>
    confirmTakeover(world.test.database, { takeoverId, actorUserId: OWNER, holdDays, shorten });

  async function take(
    lines: readonly ShortLine[],
    options: { holdDays?: number; shorten?: boolean } = {},
  ): Promise<number> {
    const { takeoverId } = await stage(lines);
    await confirm(takeoverId, options);
    await drain();
    return takeoverId;
  }

  /** The days that users have left, rounded; `null` if they have none. */
  async function daysLeft(...userIds: number[]): Promise<(number | null)[]> {
    const rows = await world.test.database.query(
      (sql) => sql<{ userId: number; days: number }[]>`
        select user_id as "userId", round(extract(epoch from paid_until - app_now()) / 86400)::float8 as days
        from subscriptions where open_channel_id = ${OPEN} and paid_until > app_now()`,
    );
    const found = new Map(rows.map(({ userId, days }) => [userId, days]));
    return userIds.map((userId) => found.get(userId) ?? null);
  }

  return { stage, confirm, take, drain, daysLeft, now };
}

/**
 * The rows of each table that decide about access, as one text of hashes. Left out: when a row was changed and its version, which
 * grow with each change so that no writer mistakes one state for another; empty subscriptions, which an order that nobody paid
 * leaves as well; and what only tells: the audit log, promises, figures, and the lists themselves.
 */
export async function accessHash({ database }: TestDatabase, openChannelId: OpenChannelId = OPEN) {
  const [row] = await database.query(
    (sql) => sql<Record<string, string>[]>`
      with tables (name, said) as (
        select 'subscriptions', (to_jsonb(t) - 'version' - 'created_at')::text from subscriptions t
          where paid_until is not null or removing_since is not null or braked_at is not null or removed_at is not null
        union all select 'extensions', to_jsonb(t)::text from extensions t
        union all select 'manual_extensions', to_jsonb(t)::text from manual_extensions t
        union all select 'rulings', to_jsonb(t)::text from rulings t
        union all select 'place_access', to_jsonb(t)::text from place_access t
        union all select 'place_links', to_jsonb(t)::text from place_links t
        union all select 'members', to_jsonb(t)::text from members t
        union all select 'invite_links', to_jsonb(t)::text from invite_links t
        union all select 'bans', to_jsonb(t)::text from bans t
        union all select 'places', to_jsonb(t)::text from places t
        union all select 'tiers', to_jsonb(t)::text from tiers t
        union all select 'orders', to_jsonb(t)::text from orders t
        union all select 'removal_brakes', to_jsonb(t)::text from removal_brakes t
        union all select 'removals_switch', to_jsonb(t)::text from removals_switch t
        union all select 'channel_administrators', to_jsonb(t)::text from channel_administrators t
        union all select 'channels', (to_jsonb(t) - 'updated_at')::text from channels t where open_channel_id = ${openChannelId}),
      hashed as (select name, md5(string_agg(md5(said), '' order by md5(said))) as hash from tables group by name)
      select jsonb_object_agg(name, hash) as hashes from hashed`,
  );
  return JSON.stringify(row);
}
