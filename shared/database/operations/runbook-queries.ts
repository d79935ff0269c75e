/** What an operator asks the database about connections, as text for the runbook. Run it as the owner of the schema. */
export const WHO_IS_CONNECTED = `select application_name, usename, state, count(*),
  max(now() - backend_start) as oldest, min(now() - backend_start) as newest
from pg_stat_activity where datname = current_database()
group by application_name, usename, state order by count(*) desc`;

/** The tables that take most of the disk, with their indexes. */
export const LARGEST_TABLES = `select relname, pg_size_pretty(pg_total_relation_size(oid)) as size
from pg_class where relkind = 'r' order by pg_total_relation_size(oid) desc limit 5`;

/** The sessions that have worked, or have done nothing in a transaction, for over a minute. */
export const LONG_SESSIONS = `select pid, application_name, state, now() - xact_start as since, left(query, 80) as query
from pg_stat_activity where datname = current_database() and xact_start < now() - interval '1 minute'
order by xact_start`;

/** Ends a session, or only its current statement. PID stands for a number of `LONG_SESSIONS`. */
export const END_SESSION = 'select pg_terminate_backend(PID)';
export const CANCEL_STATEMENT = 'select pg_cancel_backend(PID)';
