import { googleRefusal, type GoogleRefusal } from '../../config';
import { MINUTE_MS } from '../../domain/common/time';
import { Unavailable } from '../../errors';
import type { Logger } from '../../logger';
import { codeOf } from './away';

/** What a database, or Google on the way to it, refused. */
export type LoginRefusal = 'password' | 'user' | 'connect_privilege' | GoogleRefusal;

/** Postgres: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_CODE: Readonly<Record<string, LoginRefusal>> = {
  '28P01': 'password',
  '28000': 'user',
  '42501': 'connect_privilege', // only before the session is ready; later it is about a table
};

/** Returns what was refused if the database can't be used because of its login. */
export function loginRefusal(error: unknown): LoginRefusal | undefined {
  if (!(error instanceof Unavailable)) return undefined;
  return BY_CODE[codeOf(error.cause) ?? ''] ?? googleRefusal(error.cause);
}

/** Google is away, or the instance is: nobody's login was refused. */
const NOT_REFUSED: readonly (LoginRefusal | undefined)[] = [
  undefined,
  'switched_off',
  'too_many_calls',
  'no_answer',
];

/** Logs refused logins, at most one a minute, so that a monitor can tell a moment from minutes. */
export function reportRefusals(log: Logger): (error: unknown) => void {
  let reportedAt = -MINUTE_MS;
  return (error) => {
    const reason = loginRefusal(error);
    const now = performance.now();
    if (NOT_REFUSED.includes(reason) || now - reportedAt < MINUTE_MS) return;
    reportedAt = now;
    log.error('database.login_refused', { reason, error });
  };
}
