import { readSchemaVersion, SCHEMA_VERSION } from '../../../shared/database/connection/schema/schema-version';
import { loginRefusal, type LoginRefusal } from '../../../shared/database/connection/login-refused';
import { readClock } from '../../../shared/database/connection/clock';
import { proveAnswers } from '../../../shared/database/operations/examination';
import { refusedSetting } from '../../../shared/database/connection/away';
import { found, sound, type Check } from '../check';
import { fault, warning } from '../finding';

/** Far more than the error of a machine that uses a time server. */
const MAX_SKEW_SECONDS = 5;

interface Words {
  readonly problem: string;
  readonly remedy: string;
}

const LOOK =
  'Check that it runs, that this machine may reach it, and what DATABASE_URL or CLOUD_SQL_INSTANCE says.';

/** What each refusal of a login means, and what to do. */
const REFUSALS: Readonly<Record<LoginRefusal, Words>> = {
  password: {
    problem: 'it refuses the password',
    remedy: "Compare the password in DATABASE_URL or DATABASE_PASSWORD with the database's.",
  },
  user: {
    problem: 'it refuses this user',
    remedy: "Check the user in DATABASE_URL or DATABASE_USER. npm run deploy creates the functions' logins.",
  },
  connect_privilege: {
    problem: 'this user has no right to connect to it',
    remedy: 'Grant it: grant connect on database NAME to USER.',
  },
  no_credentials: {
    problem: 'there are no valid Google credentials',
    remedy: 'Run gcloud auth application-default login.',
  },
  no_role: {
    problem: 'Google does not let this account connect',
    remedy:
      'Grant roles/cloudsql.client to the account (gcloud projects add-iam-policy-binding), and check the project in CLOUD_SQL_INSTANCE.',
  },
  no_quota_project: {
    problem: 'Google does not know which project your calls count against',
    remedy: 'Run gcloud auth application-default set-quota-project PROJECT.',
  },
  api_off: {
    problem: 'the Cloud SQL Admin API is off in this project',
    remedy: 'Run gcloud services enable sqladmin.googleapis.com, and wait a minute.',
  },
  not_found: {
    problem: 'the project has no such Cloud SQL instance',
    remedy: 'Compare CLOUD_SQL_INSTANCE with gcloud sql instances list.',
  },
  switched_off: {
    problem: 'the Cloud SQL instance is stopped',
    remedy: 'Start it: gcloud sql instances patch INSTANCE --activation-policy=ALWAYS.',
  },
  other_region: {
    problem: 'the Cloud SQL instance is in another region',
    remedy:
      'Correct the region in CLOUD_SQL_INSTANCE, or in deploy.json; gcloud sql instances list shows it.',
  },
  no_address: {
    problem: 'the Cloud SQL instance has no public address',
    remedy: 'Give it one, which only the connector can use: gcloud sql instances patch INSTANCE --assign-ip.',
  },
  too_many_calls: {
    problem: 'Google was asked too often',
    remedy: 'Run the doctor again in a minute.',
  },
  no_answer: {
    problem: 'Google gave no answer about it',
    remedy: 'Check that this machine reaches sqladmin.googleapis.com, then run the doctor again.',
  },
};

const REASONS: Readonly<Record<string, string>> = {
  '3D000': 'there is no database with that name',
  '53300': 'it has no free connection',
  '57P03': 'it is starting or stopping',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed before it was ready',
  ENOTFOUND: 'the host name does not exist',
  EAI_AGAIN: 'the host name could not be looked up',
  CONNECT_TIMEOUT: 'the connection timed out',
};

/** The innermost code of an error, from Postgres or the operating system; `undefined` if it has none. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('cause' in error && error.cause !== undefined) return codeOf(error.cause);
  return 'code' in error ? String(error.code) : undefined;
}

/** The setting that the server refused when the session began. */
const refusedBy = (error: unknown): string | undefined =>
  refusedSetting(error) ??
  (error instanceof Error && error.cause !== undefined ? refusedBy(error.cause) : undefined);

/** Settings that the pool asks for itself. */
const OURS: readonly string[] = ['statement_timeout', 'lock_timeout'];

function wordsOf(error: unknown): Words {
  const setting = refusedBy(error);
  if (setting !== undefined)
    return {
      problem: `it refuses the parameter ${setting}`,
      remedy: OURS.includes(setting)
        ? 'It is a pooler: set DATABASE_POOLER=transaction (database.pooler in deploy.json).'
        : `Remove ${setting} from DATABASE_URL.`,
    };
  const refusal = loginRefusal(error);
  if (refusal !== undefined) return REFUSALS[refusal];
  const code = codeOf(error);
  const reason = code ?? (error instanceof Error ? error.message.split('\n')[0] : String(error));
  return { problem: REASONS[code ?? ''] ?? `it could not be reached (${reason})`, remedy: LOOK };
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
      const { problem, remedy } = wordsOf(error);
      return found(
        fault('database.unreachable', { problem: `The database cannot be used: ${problem}.`, remedy }),
      );
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
