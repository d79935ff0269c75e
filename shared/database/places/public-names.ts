import type { ClosedChannelId } from '../../domain/common/ids';
import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import { epochMs } from '../common/epoch';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import { mainKind } from './kinds';

export interface NamedChat {
  readonly chatId: number;
  /** Without the @. `null`: the chat is private. */
  readonly username: string | null;
  /** Telegram was asked, so that the next check is a day away. */
  readonly isCheck?: boolean;
}

/**
 * Stores the @name by which anyone can join a private channel that is sold. Promises to tell its owner, unless it had a
 * public name already. Returns `true` if it promised that.
 */
export async function notePublicName(
  database: Database,
  { chatId, username, isCheck = false }: NamedChat,
): Promise<boolean> {
  const told = await database.query(
    (sql) => sql`
      with before as materialized (
        select open_channel_id, public_name from channels
        where closed_channel_id = ${chatId}
          and (public_name is distinct from ${username}::text or ${isCheck}::boolean)
        for no key update),
      saved as (
        update channels c set public_name = ${username}::text,
          name_checked_at = case when ${isCheck}::boolean then app_now() else c.name_checked_at end
        from before b where c.open_channel_id = b.open_channel_id
        returning c.open_channel_id, c.title, c.owner_user_id, b.public_name as was, ${mainKind(sql)} as kind),
      promised as (
        ${promisedRows(
          sql,
          sql`select ${promisedRow(sql, 'send_message', {
            payload: {
              chatId: sql`owner_user_id`,
              message: sql`jsonb_build_object('type', 'chat_became_public', 'openChannelId', open_channel_id,
                'title', title, 'username', ${username}::text, 'kind', coalesce(kind, 'channel'))`,
            },
            key: sql`'public_name:' || open_channel_id || ':' || ${epochMs(sql, sql`app_now()`)}`,
            expiresInSeconds: MONEY_EXPIRES_SECONDS,
          })} from saved where was is null and ${username}::text is not null`,
        )} returning 1)
      select from promised`,
  );
  return told.length > 0;
}

/** The most channels that one check asks Telegram about, one after the other. */
const AT_ONCE = 20;

/** Lists private channels whose name was not checked for a day, those that wait longest first. */
export async function listUncheckedNames(database: Database): Promise<readonly ClosedChannelId[]> {
  const rows = await database.query(
    (sql) => sql<{ id: ClosedChannelId }[]>`
      select closed_channel_id as id from channels
      where closed_channel_id is not null
        and (name_checked_at is null or name_checked_at <= app_now() - interval '1 day')
      order by name_checked_at nulls first, open_channel_id limit ${AT_ONCE}`,
  );
  return rows.map(({ id }) => id);
}

/** Puts off the next check of a channel by a day, or behind all others that are due. */
export const skipNameCheck = (
  database: Database,
  {
    closedChannelId,
    isDueAgain,
  }: { readonly closedChannelId: ClosedChannelId; readonly isDueAgain: boolean },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update channels set name_checked_at = app_now() - case when ${isDueAgain} then interval '1 day' else '0' end
      where closed_channel_id = ${closedChannelId}`,
  );
