import {
  SAMPLED_LINES,
  VERDICTS,
  type ListDifference,
  type JudgedLine,
  type TakeoverLine,
  type LineVerdict,
} from '../../domain/takeovers/takeover-line';
import { FOR_EVER_FROM_MS } from '../../domain/common/for-ever';
import { epochMs, fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { judgedLines } from './judged-lines';

/** So many lines are stored by one statement, whatever the size of the list. */
const STORED_AT_ONCE = 5_000;
/** So many lines are judged by one statement, which has 10 s. */
const JUDGED_AT_ONCE = 20_000;

const toRow = ({ line, userId, username, until, note }: TakeoverLine) => ({
  line,
  user_id: userId,
  username: username?.toLowerCase() ?? null,
  until_ms: until === 'for_ever' || until.getTime() >= FOR_EVER_FROM_MS ? null : until.getTime(),
  note,
});

const storeLines = (database: Database, takeoverId: number, lines: readonly TakeoverLine[]) =>
  database.query(
    (sql) => sql`
      insert into takeover_lines as l (takeover_id, line, user_id, username, until, note)
      select takeover_id, r.line, r.user_id, r.username, coalesce(${fromEpochMs(sql, sql`r.until_ms`)}, 'infinity'), r.note
      from takeovers, jsonb_to_recordset(${sql.json(lines.map(toRow) as never)})
        as r (line int, user_id bigint, username text, until_ms float8, note text)
      where takeover_id = ${takeoverId} and state = 'staging'
      on conflict (takeover_id, line) do update set user_id = excluded.user_id, username = excluded.username,
        until = excluded.until, note = excluded.note`,
  );

/**
 * Stores the lines of a list that was started, while they are read. Safe to repeat from the beginning. Ignores lines of a list
 * that was compared already.
 */
export async function stageLines(
  database: Database,
  takeoverId: number,
  lines: Iterable<TakeoverLine> | AsyncIterable<TakeoverLine>,
): Promise<void> {
  let batch: TakeoverLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < STORED_AT_ONCE) continue;
    await storeLines(database, takeoverId, batch);
    batch = [];
  }
  if (batch.length > 0) await storeLines(database, takeoverId, batch);
}

/** The part of a statement that finds the users of lines with names: the last ones who were seen with them. */
export const namesFound = (sql: Sql, takeoverId: number): Fragment => sql`
  update takeover_lines l set user_id = h.chat_id
  from takeover_lines n cross join lateral (
    select chat_id from chats where lower(chats.username) = n.username and chat_id > 0
    order by updated_at desc limit 1) h
  where n.takeover_id = ${takeoverId} and n.outcome is null and n.user_id is null
    and (l.takeover_id, l.line) = (n.takeover_id, n.line)`;

/** Of several lines about one person, the one that says most counts. */
const markTwice = (database: Database, takeoverId: number) =>
  database.query(
    (sql) => sql`
      update takeover_lines l set verdict = case when d.nth > 1 then 'twice' end
      from (select line, row_number() over (
          partition by coalesce(user_id::text, '@' || username) order by until desc, line) as nth
        from takeover_lines where takeover_id = ${takeoverId}) d
      where l.takeover_id = ${takeoverId} and l.line = d.line
        and l.verdict is distinct from case when d.nth > 1 then 'twice' end`,
  );

async function judge(database: Database, takeoverId: number): Promise<void> {
  const [{ last } = { last: 0 }] = await database.query(
    (sql) => sql<{ last: number }[]>`
      select coalesce(max(line), 0) as last from takeover_lines where takeover_id = ${takeoverId}`,
  );
  for (let from = 0; from < last; from += JUDGED_AT_ONCE)
    await database.query(
      (sql) => sql`
        update takeover_lines l set verdict = j.verdict
        from (${judgedLines(
          sql,
          sql`l.takeover_id = ${takeoverId} and l.line > ${from} and l.line <= ${from + JUDGED_AT_ONCE}`,
        )}) j
        where (l.takeover_id, l.line) = (j.takeover_id, j.line) and l.verdict is distinct from j.verdict`,
    );
}

/** Reads the difference as it was computed last: all counts, and the first lines of each verdict. */
export async function readDifference(database: Database, takeoverId: number): Promise<ListDifference> {
  const rows = await database.query(
    (sql) => sql<{ verdict: LineVerdict; count: number; lines: readonly JudgedLine[] }[]>`
      with numbered as materialized (
        select verdict, line, row_number() over (partition by verdict order by line) as nth, count(*) over (partition by verdict) as count
        from takeover_lines where takeover_id = ${takeoverId} and verdict is not null)
      select n.verdict, max(n.count)::int as count, jsonb_agg(jsonb_build_object('line', l.line, 'userId', l.user_id,
          'username', coalesce(l.username, h.username), 'until', case when l.until < 'infinity' then ${epochMs(sql, sql`nullif(l.until, 'infinity')`)} end,
          'paidUntil', ${epochMs(sql, sql`s.paid_until`)}) order by l.line) as lines
      from numbered n join takeover_lines l on l.takeover_id = ${takeoverId} and l.line = n.line
        join takeovers t on t.takeover_id = l.takeover_id
        left join subscriptions s on (s.open_channel_id, s.user_id) = (t.open_channel_id, l.user_id)
        left join chats h on h.chat_id = l.user_id and s.user_id is not null
      where n.nth <= ${SAMPLED_LINES} group by n.verdict`,
  );
  const found = new Map(rows.map(({ verdict, ...of }) => [verdict, of]));
  return Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, found.get(verdict) ?? { count: 0, lines: [] }]),
  ) as unknown as ListDifference;
}

/**
 * Finds out what a list would change, and changes nothing else. Once the list is confirmed, returns what was shown last. The
 * memory that it takes doesn't grow with the list.
 */
export async function compareLines(database: Database, takeoverId: number): Promise<ListDifference> {
  const open = await database.query(
    (sql) =>
      sql`select from takeovers where takeover_id = ${takeoverId} and state in ('staging', 'compared')`,
  );
  if (open.length === 0) return readDifference(database, takeoverId);
  await database.query((sql) => namesFound(sql, takeoverId));
  await markTwice(database, takeoverId);
  await judge(database, takeoverId);
  await database.query(
    (sql) => sql`
      update takeovers set state = 'compared', total = (
        select count(*)::int from takeover_lines where takeover_id = ${takeoverId})
      where takeover_id = ${takeoverId} and state in ('staging', 'compared')`,
  );
  return readDifference(database, takeoverId);
}
