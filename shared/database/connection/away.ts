import { googleRefusal, type GoogleRefusal } from '../../config';
import { Unavailable } from '../../errors';

/** Codes that mean the database is away, not that the statement was wrong. */
const AWAY: readonly RegExp[] = [
  /^E(?!RR_)[A-Z_]{3,}$/, // the operating system: ECONNREFUSED, EAI_AGAIN, EHOSTUNREACH, EMFILE
  /^ERR_(SSL|TLS|SOCKET|STREAM)_/, // Node.js
  /^CONNECT(ION)?_[A-Z]+$/, // postgres.js
  // Postgres: https://www.postgresql.org/docs/current/errcodes-appendix.html
  /^08...$/, // connection_exception
  /^28...$/, // invalid_authorization_specification: a password or a role is being changed
  /^53...$/, // insufficient_resources: connections, memory, disk
  /^57P..$/, // operator_intervention: the server stops, starts or ends sessions
  /^25006$/, // read_only_sql_transaction: a failover in progress
  /^(40001|40P01)$/, // serialization_failure, deadlock_detected
  /^55P03$/, // lock_not_available
  /^57014$/, // query_canceled: the statement timeout
  /^58030$/, // io_error
  /^3D000$/, // invalid_catalog_name: seen while a database is being restored
];

export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** True if a statement lost a race for a row that must be unique. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505';

/**
 * True if a statement had a value that Postgres does not store: a data exception (class 22) or a violated constraint
 * (class 23). https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const isRefusedValue = (error: unknown): boolean => /^2[23]/.test(codeOf(error) ?? '');

/** True if a statement named a table that does not exist. */
export const isMissingTable = (error: unknown): boolean => codeOf(error) === '42P01';

/**
 * The setting of a session that the server or a pooler does not accept at the log-in: 42704 by Postgres, 08P01 by PgBouncer.
 * `undefined` for every other error.
 */
export function refusedSetting(error: unknown): string | undefined {
  if (!/^(42704|08P01)$/.test(codeOf(error) ?? '') || !(error instanceof Error)) return undefined;
  return /(?:configuration|startup) parameter:? "?([\w.]+)/.exec(error.message)?.[1];
}

const away = (code: string, cause: unknown): Unavailable =>
  new Unavailable(`the database is away (${code})`, { cause });

/** Converts an error that means the database is away to `Unavailable`. Returns any other error unchanged. */
export function asUnavailable(error: unknown): unknown {
  const code = codeOf(error);
  return code !== undefined && AWAY.some((codes) => codes.test(code)) ? away(code, error) : error;
}

/** In words for an operator. */
const GOOGLE: Readonly<Record<GoogleRefusal, string>> = {
  no_credentials: 'there are no valid Google credentials (gcloud auth application-default login)',
  no_role: 'the account lacks the role roles/cloudsql.client',
  no_quota_project: 'there is no quota project (gcloud auth application-default set-quota-project PROJECT)',
  api_off: 'the Cloud SQL Admin API is off (gcloud services enable sqladmin.googleapis.com)',
  not_found: 'the project has no such Cloud SQL instance',
  switched_off: 'the Cloud SQL instance is stopped',
  other_region: 'the Cloud SQL instance is in another region than CLOUD_SQL_INSTANCE says',
  no_address: 'the Cloud SQL instance has no public address',
  too_many_calls: 'Google was asked too often',
  no_answer: 'Google gave no answer',
};

/** Converts an error from the way to the database, on which nothing was sent. */
export function unreachable(error: unknown): Unavailable {
  const refusal = googleRefusal(error);
  const code = codeOf(error);
  if (refusal === undefined && code !== undefined) return away(code, error);
  const words = error instanceof Error ? error.message : String(error);
  const reason = refusal === undefined ? words : GOOGLE[refusal];
  return new Unavailable(`the database could not be reached: ${reason}`, { cause: error });
}

/**
 * Converts an error from before the session was ready. Whatever its code says, it is not about the statement, which
 * was not sent. An error without a code is from our own program.
 */
export function asUnreachable(error: unknown): unknown {
  const code = codeOf(error);
  const setting = refusedSetting(error);
  if (setting !== undefined)
    return new Unavailable(`the database refuses the parameter ${setting}`, { cause: error });
  return error instanceof Unavailable || code === undefined ? error : away(code, error);
}

/**
 * True if a URL names several servers and this one is not the right one: a statement found it read-only, or the driver
 * left it because of `target_session_attrs`.
 */
export const isWrongServer = (error: unknown): boolean =>
  /^(25006|CONNECTION_DESTROYED)$/.test(codeOf(error) ?? '');

/** True if the session can go on: Postgres refused a statement, or our own program failed. */
export function isSessionUsable(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return true;
  const severity = typeof error === 'object' && error !== null && 'severity' in error ? error.severity : '';
  // A session on a server that became read-only would fail every later statement as well.
  return severity === 'ERROR' && code !== '25006';
}
