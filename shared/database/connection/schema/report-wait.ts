import { SECOND_MS } from '../../../domain/common/time';
import { onOneConnection, type Target } from '../one-connection';
import type { Sql } from '../options';

/** A session of the database that something waits for. */
export interface BlockingSession {
  readonly pid: number;
  /** What its program calls itself, such as `pg_dump`. */
  readonly program: string;
  readonly since: Date;
}

/** Who hears what a migration waits for, and which sessions hold it up. */
export interface WaitReport {
  readonly onWait: (what: string, sessions: readonly BlockingSession[]) => void;
  readonly afterMs: number;
}

/** After how long an operator is told. */
export const REPORT_AFTER_MS = 5 * SECOND_MS;

export const NO_REPORT: WaitReport = { onWait: () => undefined, afterMs: REPORT_AFTER_MS };

/** The sessions that hold an advisory lock of this database. */
export const sessionsHolding = (sql: Pick<Sql, 'unsafe'>, lock: number): PromiseLike<BlockingSession[]> =>
  sql.unsafe<BlockingSession[]>(`
    select pid, application_name as program, backend_start as since
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and objid = ${lock} and datname = current_database()`);

/** The sessions that a session waits for, by a connection of its own, because that one is busy. */
const sessionsBlocking = (target: Target, pid: number): Promise<BlockingSession[]> =>
  onOneConnection(
    target,
    (sql) => sql<BlockingSession[]>`
      select pid, application_name as program, coalesce(xact_start, backend_start) as since
      from pg_stat_activity where pid = any(pg_blocking_pids(${pid})) order by since`,
  );

/** Performs a statement of the session `pid`. If other sessions hold it up for long, reports once which. */
export async function reportWait<T>(
  work: PromiseLike<T>,
  { target, pid, what, report }: { target: Target; pid: number; what: string; report: WaitReport },
): Promise<T> {
  let isReported = false;
  const timer = setInterval(() => {
    sessionsBlocking(target, pid).then(
      (sessions) => {
        if (isReported || sessions.length === 0) return;
        isReported = true;
        report.onWait(what, sessions);
      },
      () => undefined,
    );
  }, report.afterMs);
  try {
    return await work;
  } finally {
    isReported = true;
    clearInterval(timer);
  }
}
