import type { Promised } from '../../domain/effects';
import type { OwnerActionName } from '../../domain/owner/owner-actions';
import type { Dialog } from '../common/dialogs';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { permitted, type Actor } from '../common/channel-roles';

export interface Step extends Actor {
  readonly action: OwnerActionName;
  /** What is asked next; `null`: nothing more. */
  readonly next: Pick<Dialog, 'question' | 'messageId' | 'draft'> | null;
  readonly promised: readonly Promised[];
}

/**
 * Goes on from a question that was answered to the next one, once for each delivery. `false` where they may not (any more).
 */
export async function takeStep(
  database: Database,
  delivery: Delivery,
  { next, promised, ...by }: Step,
): Promise<boolean> {
  const { openChannelId, userId } = by;
  const taken = await database.query(
    (sql) => sql`
      with theirs as materialized (${permitted(sql, by)}),
      delivery as (${received(sql, { delivery, outcome: 'asked' }, 'theirs')}),
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
      select from theirs`,
  );
  return taken.length > 0;
}
