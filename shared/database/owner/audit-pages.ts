import { ANONYMOUS_PAYER } from '../../domain/common/anonymous-payer';
import type { AuditEntry } from '../../domain/messages/owner-support';
import { epochMs } from '../common/epoch';
import { askedPage, countUpTo, firstRows, LISTED_PER_PAGE, pagesOf } from '../common/paging';
import { personJson } from '../common/shown-payer';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import type { Actor } from '../common/channel-roles';

/** Who did the act of the entry `a`. Earlier releases stored the owner as the author of what an invited user did. */
const authorOf = (sql: Sql) =>
  sql`case a.act when 'administrator_added' then a.user_id else a.actor_user_id end`;

/** One page of a channel's audit log: of its latest `LISTED_AT_MOST` entries, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Counts from 1. The last page if the request was past the end. */
  readonly page: number;
  readonly pages: number;
}

export async function readAuditPage(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
  page: number,
): Promise<AuditPage> {
  const rows = await database.query((sql) => {
    const latest = firstRows(sql, sql`select * from audit_log where open_channel_id = ${openChannelId}`, {
      ranges: [sql`true`],
      sequence: sql`at desc, audit_id desc`,
    });
    return sql<(AuditEntry & { page: number; pages: number })[]>`
      with counted as (select ${pagesOf(sql, countUpTo(sql, latest))}),
      requested as (select pages, ${askedPage(sql, page)} from counted),
      shown as materialized (
        select * from (${latest}) l order by at desc, audit_id desc
        limit ${LISTED_PER_PAGE} offset (select (page - 1) * ${LISTED_PER_PAGE} from requested))
      select ${epochMs(sql, sql`a.at`)} as at, a.act,
        case when ${authorOf(sql)} is not null then
          ${personJson(sql, authorOf(sql), sql`actor`)} end as by,
        case when a.user_id is not null then
          case when exists (
              select from orders o where o.reference = a.order_reference and o.user_id = a.user_id and o.is_anonymous)
            then ${sql.json(ANONYMOUS_PAYER as never)}::jsonb
            else ${personJson(sql, sql`a.user_id`, sql`member`)} end end as about,
        (a.details - array['key', 'chatId']) || jsonb_strip_nulls(jsonb_build_object('payment', a.payment_id, 'place', case
          when a.details ? 'chatId' then coalesce(p.title, b.title, a.details ->> 'chatId') end)) as details, page, pages
      from requested, shown a
        left join chats actor on actor.chat_id = ${authorOf(sql)}
        left join chats member on member.chat_id = a.user_id
        left join places p on (p.open_channel_id, p.chat_id) = (a.open_channel_id, (a.details ->> 'chatId')::bigint)
        left join bot_chats b on b.chat_id = (a.details ->> 'chatId')::bigint
      order by a.at desc, a.audit_id desc`;
  });
  const [{ page: shown, pages } = { page: 1, pages: 0 }] = rows;
  const entries = rows.map(({ at, act, by, about, details }) => ({ at, act, by, about, details }));
  return { entries, page: shown, pages };
}
