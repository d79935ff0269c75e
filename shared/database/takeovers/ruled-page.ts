import type { LineToRule, RuledLine } from '../../domain/takeovers/rule-line';
import { TAKEOVER_PAGE } from '../../domain/takeovers/takeover-line';
import { auditedEach } from '../common/audit-log';
import { epochMs, fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { judgedLines } from './judged-lines';
import {
  isMet,
  nextOfPage,
  pageEnded,
  rulingOfLine,
  type DecidedLine,
  type TakeoverPage,
} from './takeover-page';

/**
 * Reads the lines of a list that are ruled next, a page of them or those of one user. Of several lines of one user, only the first.
 * `undefined` if the list isn't being applied, and wasn't.
 */
export async function readLinesToRule(
  database: Database,
  { takeoverId, userId }: { readonly takeoverId: number; readonly userId?: number },
): Promise<TakeoverPage<LineToRule> | undefined> {
  const [row] = await database.query(
    (sql) => sql<TakeoverPage<LineToRule>[]>`
      with page as materialized (
        ${judgedLines(
          sql,
          sql`l.takeover_id = ${takeoverId} and l.outcome is null and l.user_id is not null
            ${userId === undefined ? sql`` : sql`and l.user_id = ${userId}`}
            order by l.line limit ${TAKEOVER_PAGE}`,
        )}),
      firsts as (select distinct on (user_id) * from page order by user_id, line)
      select t.takeover_id as "takeoverId", t.open_channel_id as "openChannelId", t.confirmed_by as "confirmedBy", t.shorten,
        t.state, t.done, t.total, t.pages, ${epochMs(sql, sql`app_now()`)} as now,
        ${userId === undefined ? nextOfPage(sql) : sql`null as next`},
        (select coalesce(jsonb_agg(jsonb_build_object('line', p.line, 'userId', p.user_id, 'version', coalesce(p.version, 0),
            'paidUntil', ${epochMs(sql, sql`p.paid_until`)}, 'paidEnd', ${epochMs(sql, sql`p.paid_end`)},
            'until', ${epochMs(sql, sql`nullif(p.until, 'infinity')`)}, 'verdict', p.verdict, 'shown', p.shown, 'note', p.note,
            'isMet', ${isMet(sql, sql`p.user_id`)}) order by p.user_id), '[]') from firsts p) as lines
      from takeovers t where t.takeover_id = ${takeoverId} and t.state in ('applying', 'applied')`,
  );
  return row;
}

type Ruled = DecidedLine<LineToRule, RuledLine>;

/** Days are given to a subscription, so there must be one: empty, as that of an order that nobody paid. */
const makeSubscriptions = (
  database: Database,
  { openChannelId }: TakeoverPage<LineToRule>,
  ruled: readonly Ruled[],
) =>
  database.query(
    (sql) => sql`
      insert into subscriptions (open_channel_id, user_id)
      select ${openChannelId}::bigint, value::bigint from jsonb_array_elements_text(${sql.json(
        ruled.flatMap(({ line, decided }) => (decided.access ? [line.userId] : [])),
      )})
      on conflict do nothing`,
  );

/** As a ruling without a reason has it: the column takes no empty text. */
const NO_NOTE = ' ';

const toRow = ({ line, decided: { outcome, access } }: Ruled) => ({
  line: line.line,
  user_id: line.userId,
  version: line.version,
  outcome,
  until: access?.paidUntil ?? null,
  days: access?.given?.days ?? null,
  less_ms: access?.given?.lessMs || null,
  ends_grants: access?.endsGrants ?? false,
  note: line.note ?? NO_NOTE,
});

/**
 * Writes what was decided about a page in one statement, all or nothing. Returns `false` if anybody's access has changed since it
 * was read, or another page was written: read again.
 */
export async function saveRuledLines(
  database: Database,
  page: TakeoverPage<LineToRule>,
  ruled: readonly Ruled[],
): Promise<boolean> {
  const changing = ruled.filter(({ decided }) => decided.access !== undefined);
  if (changing.length > 0) await makeSubscriptions(database, page, changing);
  const { takeoverId, openChannelId, confirmedBy, pages, next, now } = page;
  // The array has each looked up: Postgres may take a table that was just filled for a small one, and read all of it.
  const isOfPage = (sql: Sql, of: Fragment) =>
    sql`${of}.open_channel_id = ${openChannelId} and ${of}.user_id = any(array(select user_id from ruled))`;
  const saved = await database.query((sql) => {
    const rulingId = rulingOfLine(sql, sql`w.takeover_id`, sql`r.line`);
    return sql`
      with ruled as materialized (
        select *, ${fromEpochMs(sql, sql`until`)} as paid_until from jsonb_to_recordset(${sql.json(ruled.map(toRow))})
          as r (line int, user_id bigint, version int, outcome text, until float8, days int, less_ms int, ends_grants boolean, note text)),
      takeover as materialized (
        select * from takeovers
        where takeover_id = ${takeoverId} and state in ('applying', 'applied') and pages = ${pages} for no key update),
      locked as materialized (
        select s.user_id, s.paid_until, s.removed_at from subscriptions s
        where ${isOfPage(sql, sql`s`)} and exists (select from takeover)
          and (s.user_id, s.version) in (select r.user_id, r.version from ruled r where r.until is not null)
        order by s.user_id for no key update),
      whole as materialized (select * from takeover where (select count(*) from locked) = ${changing.length}),
      ended as (
        update manual_extensions e set revoked_at = app_now() from whole w, ruled r
        where r.ends_grants and ${isOfPage(sql, sql`e`)} and e.user_id = r.user_id and e.revoked_at is null
        returning e.user_id, e.grant_id),
      subscribed as (
        update subscriptions s set paid_until = r.paid_until, version = s.version + 1, removed_at = null from whole w, ruled r
        where r.until is not null and ${isOfPage(sql, sql`s`)} and s.user_id = r.user_id),
      announced as (
        insert into rulings (ruling_id, open_channel_id, user_id, ruling, days, reason, ruled_by, confirmed_at)
        select ${rulingId}, w.open_channel_id, r.user_id, 'grant', r.days, r.note, w.confirmed_by, app_now()
        from whole w, ruled r where r.days is not null),
      given as (
        insert into manual_extensions (grant_id, open_channel_id, user_id, days, less_ms, reason, granted_by, granted_at, takeover_id)
        select ${rulingId}, w.open_channel_id, r.user_id, r.days, r.less_ms, r.note, w.confirmed_by, ${fromEpochMs(sql, now)},
          w.takeover_id
        from whole w, ruled r where r.days is not null),
      decided as (
        update takeover_lines l set outcome = r.outcome, version_after = r.version + case when r.until is not null then 1 end,
          until_before = k.paid_until, removed_before = k.removed_at,
          ended_grants = (select array_agg(e.grant_id) from ended e where e.user_id = r.user_id)
        from whole w, ruled r left join locked k using (user_id)
        where l.takeover_id = ${takeoverId} and l.line = r.line and l.line = any(array(select line from ruled))),
      audited as (${auditedEach(
        sql,
        { act: 'access_listed', actorUserId: confirmedBy },
        sql`select w.open_channel_id, r.user_id, null::text, jsonb_build_object('takeoverId', w.takeover_id, 'line', r.line,
            'from', ${epochMs(sql, sql`k.paid_until`)}, 'to', r.until::bigint)
          from whole w, ruled r join locked k using (user_id)`,
      )}),
      ${pageEnded(sql, { next, decided: ruled, ended: 'applied' })}
      select from changed`;
  });
  return saved.length > 0;
}
