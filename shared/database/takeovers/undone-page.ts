import type { LineToUndo, UndoneLine } from '../../domain/takeovers/rule-line';
import { TAKEOVER_PAGE } from '../../domain/takeovers/takeover-line';
import { foldedEnd, givenLength } from '../access/extensions';
import { auditedEach } from '../common/audit-log';
import { epochMs, fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import {
  isMet,
  nextOfPage,
  pageEnded,
  rulingOfLine,
  type DecidedLine,
  type TakeoverPage,
} from './takeover-page';

/** The end of all that the user of the subscription `s` has beside what the line `l` gave them, the grant `m`. */
const otherwiseUntil = (sql: Sql): Fragment =>
  foldedEnd(
    sql,
    sql`select granted_at, days * interval '24 hours' as length from extensions e
      where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id) and e.revoked_at is null
      union all
      select granted_at, ${givenLength(sql, sql`e`)} from manual_extensions e
      where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id) and e.grant_id <> m.grant_id
        and (e.revoked_at is null or e.grant_id = any(l.ended_grants))`,
  );

/** True if the user of `s` paid after the grant `m`, or was given more by hand. */
const isBuiltOn = (sql: Sql): Fragment => sql`(
  exists (select from extensions e where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id)
    and e.granted_at >= m.granted_at and e.revoked_at is null)
  or exists (select from manual_extensions e where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id)
    and e.granted_at >= m.granted_at and e.revoked_at is null and e.grant_id <> m.grant_id))`;

/** True if the bot let the user of `s` in, or may: by their own link. Or another list has them, and they were not removed. */
const isToBeRemoved = (sql: Sql): Fragment => sql`(
  exists (select from places p join place_access a on (a.chat_id, a.user_id) = (p.chat_id, s.user_id)
    where p.open_channel_id = s.open_channel_id and a.origin = 'admitted' and a.status not in ('left', 'kicked'))
  or exists (select from place_links k
    where k.user_id = s.user_id and k.open_channel_id = s.open_channel_id and k.revoked_at is null)
  or l.removed_before is null and exists (
    select from manual_extensions e where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id)
      and e.takeover_id <> l.takeover_id))`;

/** Reads the lines to undo next, of each user the one that was ruled last. `undefined` if the list isn't being undone. */
export async function readLinesToUndo(
  database: Database,
  takeoverId: number,
): Promise<TakeoverPage<LineToUndo> | undefined> {
  const [row] = await database.query(
    (sql) => sql<TakeoverPage<LineToUndo>[]>`
      with page as materialized (
        select l.*, t.open_channel_id from takeover_lines l join takeovers t using (takeover_id)
        where l.takeover_id = ${takeoverId} and l.version_after is not null
        order by l.user_id, l.version_after desc limit ${TAKEOVER_PAGE}),
      firsts as (select distinct on (user_id) * from page order by user_id, version_after desc),
      judged as (
        select l.line, l.user_id, s.version, s.paid_until, l.until_before, s.version = l.version_after as is_untouched,
          coalesce(${isBuiltOn(sql)}, false) as is_built_on, m.grant_id is null or m.revoked_at is not null as is_taken_back,
          case when s.version <> l.version_after then ${otherwiseUntil(sql)} end as otherwise_until, ${isToBeRemoved(sql)} as is_to_be_removed
        from firsts l join subscriptions s using (open_channel_id, user_id)
          left join manual_extensions m on m.grant_id = ${rulingOfLine(sql, sql`l.takeover_id`, sql`l.line`)})
      select t.takeover_id as "takeoverId", t.open_channel_id as "openChannelId", t.undone_by as "confirmedBy", t.shorten, t.state,
        t.done, t.total, t.pages, ${epochMs(sql, sql`app_now()`)} as now,
        ${nextOfPage(sql)},
        (select coalesce(jsonb_agg(jsonb_build_object('line', j.line, 'userId', j.user_id, 'version', j.version,
            'paidUntil', ${epochMs(sql, sql`j.paid_until`)}, 'untilBefore', ${epochMs(sql, sql`j.until_before`)},
            'otherwiseUntil', ${epochMs(sql, sql`j.otherwise_until`)}, 'isUntouched', j.is_untouched, 'isBuiltOn', j.is_built_on,
            'isTakenBack', j.is_taken_back, 'isToBeRemoved', j.is_to_be_removed, 'isMet', ${isMet(sql, sql`j.user_id`)})
            order by j.user_id), '[]') from judged j) as lines
      from takeovers t where t.takeover_id = ${takeoverId} and t.state = 'undoing'`,
  );
  return row;
}

type Undone = DecidedLine<LineToUndo, UndoneLine>;

const toRow = ({ line, decided: { outcome, access } }: Undone) => ({
  line: line.line,
  user_id: line.userId,
  version: line.version,
  outcome,
  is_untouched: line.isUntouched,
  is_to_be_removed: line.isToBeRemoved,
  until: access?.paidUntil ?? null,
});

/** Like `saveRuledLines`, for what is undone. */
export async function saveUndoneLines(
  database: Database,
  { takeoverId, openChannelId, confirmedBy, pages, next }: TakeoverPage<LineToUndo>,
  undone: readonly Undone[],
): Promise<boolean> {
  const changing = undone.filter(({ decided }) => decided.access !== undefined);
  const saved = await database.query((sql) => {
    const rulingId = rulingOfLine(sql, sql`${takeoverId}::bigint`, sql`u.line`);
    // The arrays have each looked up, as in `saveRuledLines`.
    const isOfLine = sql`l.takeover_id = ${takeoverId} and l.line = u.line and l.line = any(array(select line from undone))`;
    const isOfPage = sql`s.open_channel_id = ${openChannelId} and s.user_id = any(array(select user_id from undone))`;
    return sql`
      with undone as materialized (
        select * from jsonb_to_recordset(${sql.json(undone.map(toRow))})
          as u (line int, user_id bigint, version int, outcome text, is_untouched boolean, is_to_be_removed boolean, until float8)),
      takeover as materialized (
        select * from takeovers where takeover_id = ${takeoverId} and state = 'undoing' and pages = ${pages} for no key update),
      locked as materialized (
        select s.user_id, s.paid_until from subscriptions s
        where ${isOfPage} and exists (select from takeover)
          and (s.user_id, s.version) in (select user_id, version from undone where outcome = 'undone')
        order by s.user_id for no key update),
      whole as materialized (select * from takeover where (select count(*) from locked) = ${changing.length}),
      taken as materialized (select u.* from undone u, whole where u.outcome = 'undone'),
      given_again as (
        update manual_extensions e set revoked_at = null from taken u, takeover_lines l
        where ${isOfLine} and e.grant_id = any(l.ended_grants)),
      taken_back as (delete from manual_extensions e using taken u where e.grant_id = ${rulingId}),
      forgotten as (delete from rulings r using taken u where r.ruling_id = ${rulingId}),
      subscribed as (
        update subscriptions s set version = s.version + 1,
          paid_until = case when u.is_untouched then l.until_before else ${fromEpochMs(sql, sql`u.until`)} end,
          removed_at = case when u.is_untouched and not u.is_to_be_removed then l.removed_before else s.removed_at end
        from taken u, takeover_lines l
        where ${isOfLine} and ${isOfPage} and s.user_id = u.user_id),
      decided as (
        update takeover_lines l set outcome = u.outcome, version_after = null from undone u, whole where ${isOfLine}),
      -- The line about them that was ruled just before is untouched then: this page wrote the newest version.
      untouched as (
        update takeover_lines l set version_after = u.version + 1 from taken u
        where u.is_untouched and (l.takeover_id, l.user_id, l.version_after) = (${takeoverId}, u.user_id, u.version - 1)),
      audited as (${auditedEach(
        sql,
        { act: 'access_unlisted', actorUserId: confirmedBy },
        sql`select ${openChannelId}::bigint, u.user_id, null::text, jsonb_build_object('takeoverId', ${takeoverId}::bigint,
            'line', u.line, 'from', ${epochMs(sql, sql`k.paid_until`)}, 'to', u.until::bigint)
          from taken u join locked k using (user_id)`,
      )}),
      ${pageEnded(sql, { next, decided: undone, ended: 'undone' })}
      select from changed`;
  });
  return saved.length > 0;
}
