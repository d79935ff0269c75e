import type { Promised } from '../../domain/effects';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';

/** The message in a user's chat that shows what was relayed. */
interface ShownAt {
  readonly chatId: number;
  readonly messageId: number;
}

/**
 * Ends a message: it was delivered at `shownAt`, or given up if that is `null`. Its text is kept no longer. Does nothing if it
 * ended before.
 */
export const endRelay = (
  database: Database,
  { relayId, shownAt, promised }: { relayId: string; shownAt: ShownAt | null; promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with ended as (
        update support_messages set text = null, chat_id = ${shownAt?.chatId ?? null}::bigint,
          message_id = ${shownAt?.messageId ?? null}::bigint
        where relay_id = ${relayId} and text is not null returning 1),
      promised as (${promise(sql, promised, 'ended')})
      select from ended`,
  );
