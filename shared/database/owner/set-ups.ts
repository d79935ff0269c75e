import type { Promised } from '../../domain/effects';
import type { SetUpDraft } from '../../domain/owner/set-up';
import { forgetAwaited } from '../places/bot-chats';
import { metPerson, type TelegramPerson } from '../common/chats';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';

/** A channel that a user is setting up, as it is stored. The draft is checked where it is used. */
export interface StoredSetUp {
  readonly userId: number;
  readonly step: string;
  readonly draft: unknown;
  readonly messageId: number | null;
  readonly version: number;
}

export async function readSetUp(database: Database, userId: number): Promise<StoredSetUp | undefined> {
  const [row] = await database.query(
    (sql) => sql<StoredSetUp[]>`
      select user_id as "userId", step, draft, message_id as "messageId", version from set_ups where user_id = ${userId}`,
  );
  return row;
}

export interface OpenedSetUp {
  readonly person: TelegramPerson;
  readonly step: string;
  readonly draft: SetUpDraft;
  /** The message that shows it from now on; `null` if it has yet to be sent. */
  readonly messageId: number | null;
  /** True if the stored set-up can't be continued and has to be replaced. */
  readonly startsOver: boolean;
  readonly promised: readonly Promised[];
}

/** Starts or continues setting up a channel. Closes any other question that the user is being asked. */
export const openSetUp = (
  database: Database,
  delivery: Delivery,
  { person, step, draft, messageId, startsOver, promised }: OpenedSetUp,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'set_up_opened' })}),
      person as (${metPerson(sql, person)}),
      closed as (delete from dialogs where user_id = ${person.userId} and exists (select from delivery)),
      forgotten as (${forgetAwaited(sql, person.userId)} and exists (select from delivery)),
      opened as (
        insert into set_ups as s (user_id, step, draft, message_id)
        select ${person.userId}::bigint, ${step}::text, ${sql.json(draft as never)}::jsonb, ${messageId}::bigint from delivery
        on conflict (user_id) do update set version = s.version + 1, message_id = excluded.message_id,
          step = case when ${startsOver}::boolean then excluded.step else s.step end,
          draft = case when ${startsOver}::boolean then excluded.draft else s.draft end, updated_at = app_now()),
      promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );

export interface SetUpChange {
  readonly userId: number;
  /** The version that was read. */
  readonly version: number;
  readonly step: string;
  readonly draft: SetUpDraft;
  readonly messageId: number | null;
  readonly promised: readonly Promised[];
}

/**
 * Stores the next step of a set-up. Returns `false` if it has changed since it was read, which includes a repeat of
 * the same tap.
 */
export async function saveSetUp(
  database: Database,
  delivery: Delivery,
  { userId, version, step, draft, messageId, promised }: SetUpChange,
): Promise<boolean> {
  const saved = await database.query(
    (sql) => sql`
      with draft as (select from set_ups where user_id = ${userId} and version = ${version}),
      delivery as (${received(sql, { delivery, outcome: 'set_up_continued' }, 'draft')}),
      saved as (
        update set_ups set step = ${step}, draft = ${sql.json(draft as never)}, message_id = ${messageId},
          version = version + 1, updated_at = app_now()
        where user_id = ${userId} and version = ${version} and exists (select from delivery)
        returning 1),
      promised as (${promise(sql, promised, 'saved')})
      select from saved`,
  );
  return saved.length > 0;
}

/** Stores which message shows a set-up, unless another message shows it already. */
export const setSetUpMessage = (database: Database, userId: number, messageId: number): Promise<unknown> =>
  database.query(
    (sql) =>
      sql`update set_ups set message_id = ${messageId} where user_id = ${userId} and message_id is null`,
  );

/** Stops greeting a user with the channels that wait to be set up. */
export const postponeSetUp = (database: Database, delivery: Delivery, userId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'set_up_postponed' })})
      ${forgetAwaited(sql, userId)} and exists (select from delivery)`,
  );

/** Discards a set-up, and stops waiting for the user to begin one. */
export const dropSetUp = (database: Database, delivery: Delivery, userId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'set_up_dropped' })}),
      dropped as (delete from set_ups where user_id = ${userId} and exists (select from delivery)),
      forgotten as (${forgetAwaited(sql, userId)} and exists (select from delivery))
      select from delivery`,
  );
