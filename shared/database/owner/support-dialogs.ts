import type { Promised } from '../../domain/effects';
import type { OwnerActionName } from '../../domain/owner/owner-actions';
import type { Dialog } from '../common/dialogs';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { permitted, type Actor } from '../common/channel-roles';

export interface Step extends Actor {
  readonly action: OwnerActionName;
  /** The next question; `null` if there is none. */
  readonly next: Pick<Dialog, 'question' | 'messageId' | 'draft'> | null;
  readonly promised: readonly Promised[];
}

/**
 * Continues from an answered question to the next one, once for each delivery. Returns `false` if the user's role
 * does not allow it.
 */
export async function takeStep(
  database: Database,
  delivery: Delivery,
  { next, promised, ...by }: Step,
): Promise<boolean> {
  const { openChannelId, userId } = by;
  const taken = await database.query(
    (sql) => sql`
      with permitted as materialized (${permitted(sql, by)}),
      delivery as (${received(sql, { delivery, outcome: 'asked' }, 'permitted')}),
      closed as (
        delete from dialogs where user_id = ${userId} and ${next === null} and exists (select from delivery)),
      opened as (
        insert into dialogs (user_id, question, open_channel_id, message_id, draft)
        select ${userId}::bigint, ${next?.question ?? ''}, ${openChannelId}::bigint, ${next?.messageId ?? null}::bigint,
          ${sql.json((next?.draft ?? {}) as never)}
        from delivery where ${next !== null}
        on conflict (user_id) do update set question = excluded.question, open_channel_id = excluded.open_channel_id,
          message_id = excluded.message_id, draft = excluded.draft, asked_at = app_now()),
      promised as (${promise(sql, promised, 'delivery')})
      select from permitted`,
  );
  return taken.length > 0;
}
