import type { OpenChannelId } from '../../domain/common/ids';
import type { TakeoverMember } from '../../domain/takeovers/read-member';
import type { ListedEnd } from '../../domain/takeovers/read-until';
import { endsNever } from '../access/for-ever';
import type { Database } from '../connection/pool';

/** Rows that are read at once. */
const BATCH = 2_000;

/** A line of a list, with what it would change and what became of it. */
export interface ListedLine extends Omit<TakeoverMember, 'until'> {
  /** `null`: for ever. */
  readonly until: Date | null;
  readonly verdict: string | null;
  readonly outcome: string | null;
}

/** Reads the lines of a list in batches, in their order. */
export async function* readListedLines(
  database: Database,
  takeoverId: number,
): AsyncGenerator<readonly ListedLine[]> {
  for (let after = 0; ;) {
    const rows = await database.query(
      (sql) => sql<ListedLine[]>`
        select line, user_id as "userId", username, case when until < 'infinity' then nullif(until, 'infinity') end as until, note,
          verdict, outcome
        from takeover_lines where takeover_id = ${takeoverId} and line > ${after} order by line limit ${BATCH}`,
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.line ?? after;
  }
}

/** A member with access. */
export interface MemberWithAccess {
  readonly userId: number;
  readonly username: string | null;
  readonly until: NonNullable<ListedEnd>;
}

/** Reads all who have access to an offer, in batches, by their ids. */
export async function* readMembersWithAccess(
  database: Database,
  openChannelId: OpenChannelId,
): AsyncGenerator<readonly MemberWithAccess[]> {
  for (let after = 0; ;) {
    const rows = await database.query(
      (sql) => sql<{ userId: number; username: string | null; until: Date; isForEver: boolean }[]>`
        select s.user_id as "userId", h.username, s.paid_until as until, ${endsNever(sql, sql`s.paid_until`)} as "isForEver"
        from subscriptions s left join chats h on h.chat_id = s.user_id
        where s.open_channel_id = ${openChannelId} and s.user_id > ${after} and s.paid_until > app_now()
        order by s.user_id limit ${BATCH}`,
    );
    if (rows.length === 0) return;
    yield rows.map(({ isForEver, until, ...of }) => ({ ...of, until: isForEver ? 'for_ever' : until }));
    after = rows.at(-1)?.userId ?? after;
  }
}
