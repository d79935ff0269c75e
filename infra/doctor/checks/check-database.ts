import { readSchemaVersion, SCHEMA_VERSION } from '../../../shared/database/connection/schema-version';
import { readClock } from '../../../shared/database/connection/clock';
import { proveAnswers } from '../../../shared/database/operations/examination';
import { found, sound, type Check } from '../check';
import { fault, warning } from '../finding';

/** Far more than the error of a machine that uses a time server. */
const MAX_SKEW_SECONDS = 5;

const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'it refuses the password',
  '28000': 'it refuses this user',
  '3D000': 'there is no database with that name',
  '53300': 'it has no free connection',
  '57P03': 'it is starting or stopping',
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host name does not exist',
  CONNECT_TIMEOUT: 'the connection timed out',
};

/** The innermost code of an error, from Postgres or the operating system. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('cause' in error && error.cause !== undefined) return codeOf(error.cause);
  return 'code' in error ? String(error.code) : 'unknown';
}

export const databaseCheck: Check = {
  name: 'Database',
  look: async ({ config, problems, database }) => {
    const isUnset = config.DATABASE_URL === undefined && config.CLOUD_SQL_INSTANCE === undefined;
    const isWrong = problems.some(({ names }) => names.some((name) => /^(DATABASE|CLOUD_SQL)_/.test(name)));
    if (isUnset || isWrong) return { blockedBy: 'Configuration' };
    try {
      await proveAnswers(database());
      return sound('it answers');
    } catch (error) {
      const code = codeOf(error);
      const problem = `The database cannot be used: ${REASONS[code] ?? `it could not be reached (${code})`}.`;
      const remedy =
        'Check that it runs, that this machine may reach it, and what DATABASE_URL or CLOUD_SQL_INSTANCE says.';
      return found(fault('database.unreachable', { problem, remedy }));
    }
  },
};

export const clockCheck: Check = {
  name: 'Clock',
  needs: ['Database'],
  look: async ({ database }) => {
    const before = Date.now();
    const theirs = await readClock(database());
    // The best guess of when the clock was read is the middle of the round trip.
    const seconds = Math.round((theirs.getTime() - (before + Date.now()) / 2) / 100) / 10;
    if (Math.abs(seconds) <= MAX_SKEW_SECONDS) return sound(`${Math.abs(seconds)} s apart`);
    const problem = `The database's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's.`;
    const remedy =
      'Use a time server on this machine: a call that it signs is refused if its clock is off by 300 s.';
    return found(warning('clock.apart', { problem, remedy }));
  },
};

export const schemaCheck: Check = {
  name: 'Schema',
  needs: ['Database'],
  look: async ({ database }) => {
    const version = await readSchemaVersion(database());
    if (version === SCHEMA_VERSION) return sound(`version ${version}`);
    const problem = `The database has schema ${version}, but this release needs ${SCHEMA_VERSION}.`;
    if (version < SCHEMA_VERSION)
      return found(fault('schema.old', { problem, remedy: 'Run npm run migrate, then deploy.' }));
    const remedy =
      'Use the commands of the release that is deployed. Functions of an older release keep working.';
    return found(warning('schema.newer', { problem, remedy }));
  },
};
