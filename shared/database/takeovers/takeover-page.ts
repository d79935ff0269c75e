import type { OpenChannelId } from '../../domain/common/ids';
import { TAKEOVER_PAGE, type TakeoverState } from '../../domain/takeovers/takeover-line';
import type { Promised } from '../../domain/effects';
import { promise } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import { pagePromised } from './confirm-takeover';

/** Some lines of a list that are next, with all that decides about them. */
export interface TakeoverPage<Line> {
  readonly takeoverId: number;
  readonly openChannelId: OpenChannelId;
  readonly confirmedBy: number;
  /** As it was when the lines were read. No page is written if it has changed since. */
  readonly state: TakeoverState;
  /** So many lines are decided, of those that this state is about. */
  readonly done: number;
  readonly total: number;
  readonly shorten: boolean;
  /** Changes with each page that is written. */
  readonly pages: number;
  readonly lines: readonly Line[];
  /** What follows: another page of this list, its end, or nothing, because these are the lines of one user. */
  readonly next: 'page' | 'end' | null;
  readonly now: number;
}

/** Names the days that a line gives: 22 characters, as the id of every ruling. */
export const rulingOfLine = (sql: Sql, takeoverId: Fragment, line: Fragment): Fragment =>
  sql`('take' || lpad(${takeoverId}::text, 9, '0') || lpad(${line}::text, 9, '0'))`;

/** The bot knows the user of a line. */
export const isMet = (sql: Sql, userId: Fragment): Fragment =>
  sql`exists (select from chats h where h.chat_id = ${userId} and h.unreachable_at is null)`;

/** A line with what was decided about it. */
export interface DecidedLine<Line, Decided> {
  readonly line: Line;
  readonly decided: Decided;
}

/** What follows the lines of `page`, of which those in `firsts` are taken: one of each user. */
export const nextOfPage = (sql: Sql): Fragment => sql`
  case when (select count(*) from page) = ${TAKEOVER_PAGE} or (select count(*) from page) > (select count(*) from firsts)
    then 'page' else 'end' end as next`;

interface PageToEnd {
  readonly next: TakeoverPage<unknown>['next'];
  readonly decided: readonly DecidedLine<
    unknown,
    { readonly access?: { readonly promised: readonly Promised[] } }
  >[];
  readonly ended: 'applied' | 'undone';
}

/**
 * The last parts of a statement, gated by `whole`: they count a page, may end the list's present state, and promise the next page
 * and what was decided about each line. Only then does `changed` have a row.
 */
export const pageEnded = (sql: Sql, { next, decided: lines, ended }: PageToEnd): Fragment => sql`
  changed as (
    update takeovers t set done = t.done + ${lines.length}, pages = t.pages + 1,
      state = case when ${next === 'end'}::boolean then ${ended} else t.state end,
      finished_at = case when ${next === 'end'}::boolean then coalesce(t.finished_at, app_now()) else t.finished_at end
    from whole w where t.takeover_id = w.takeover_id returning t.*),
  ${next === 'page' ? sql`next as (${pagePromised(sql)}),` : sql``}
  promised as (${promise(
    sql,
    lines.flatMap(({ decided }) => decided.access?.promised ?? []),
    'changed',
  )})`;
