import { join } from 'node:path';
import { readConfig, userInUrl, type Config } from '../shared/config';
import { grantsOf, PRIVILEGES } from '../functions/privileges';
import type { Migration } from '../shared/database/connection/schema/apply-migration';
import { ThroughPooler } from '../shared/database/connection/schema/demand-direct';
import {
  grantTo,
  joinGrants,
  LimitsRefused,
  NoSuchRole,
  roleBehind,
  setTimeLimits,
  type RoleGrants,
} from '../shared/database/connection/schema/grant';
import {
  migrate,
  MigrationUnderWay,
  planMigrations,
  readMigrations,
} from '../shared/database/connection/schema/migrate';
import { openDatabase, type DatabaseConfig } from '../shared/database/connection/pool';
import { REPORT_AFTER_MS, type BlockingSession } from '../shared/database/connection/schema/report-wait';
import { readSchemaVersion, SCHEMA_VERSION } from '../shared/database/connection/schema/schema-version';
import { readContents } from '../shared/database/operations/contents';
import { silentLogger } from '../shared/logger';
import { UsageError } from './arguments';
import { COMMAND_VARIABLES } from './command-variables';
import { runCommand, type Given, type Told } from './run-command';

const HELP = `Applies the missing migrations to the database at DATABASE_URL, or at CLOUD_SQL_INSTANCE with DATABASE_NAME and
DATABASE_USER. Safe to repeat, and to run twice at once.

  npm run migrate                                apply the missing migrations
  npm run migrate -- --plan                      list them and apply nothing
  npm run migrate -- --check                     say what a restored database holds, and change nothing
  npm run migrate -- --grant-to ROLE[,ROLE...]   also let these roles do what the functions do and nothing else
  npm run migrate -- --help                      this text

ROLE is FUNCTION=LOGIN, as in health=telepay-health@project.iam, for the login of one function (${Object.keys(PRIVILEGES).join(', ')}),
or LOGIN for a login that all of them share. What a login could do before and does not need is taken from it.
DATABASE_DIRECT_URL, if set, is the address that this command uses: straight to Postgres, as the owner of the schema. Then the
login of DATABASE_URL is let do what the functions do. With DATABASE_POOLER, the logins get their time limits, too.
`;

const NAMES = COMMAND_VARIABLES.migrate;
type Configured = Config<(typeof NAMES)[number]>;

const listed = (verb: string, migrations: readonly Migration[]): string[] =>
  migrations.map(({ version, name }) => `${verb} ${String(version).padStart(4, '0')}_${name}`);

const isFunction = (name: string): name is keyof typeof PRIVILEGES => Object.hasOwn(PRIVILEGES, name);

const everyGrant = () =>
  joinGrants(
    Object.keys(PRIVILEGES)
      .filter(isFunction)
      .map((target) => grantsOf(target)),
  );

/** Where this command works: not through a pooler, and as the login that owns the schema. */
const directly = ({ DATABASE_DIRECT_URL, ...config }: Configured): DatabaseConfig =>
  DATABASE_DIRECT_URL === undefined
    ? config
    : { ...config, DATABASE_URL: DATABASE_DIRECT_URL, DATABASE_POOLER: undefined };

/** The login of the functions, if migrations have another address. */
async function sharedLogin({ DATABASE_URL, DATABASE_DIRECT_URL }: Configured): Promise<RoleGrants[]> {
  const user = DATABASE_DIRECT_URL === undefined ? undefined : userInUrl(DATABASE_URL ?? '');
  if (user === undefined) return [];
  return [{ role: await roleBehind(DATABASE_DIRECT_URL ?? '', user), grants: everyGrant() }];
}

function grantsIn(text: string): RoleGrants[] {
  const logins = new Map<string, RoleGrants['grants'][]>();
  for (const word of text.split(',').map((each) => each.trim())) {
    const [, name = '', login = word] = /^(\w+)=(.*)$/.exec(word) ?? [];
    if (login === '' || (login !== word && !isFunction(name)))
      throw new UsageError('Name the roles: npm run migrate -- --grant-to [FUNCTION=]ROLE[,ROLE...]');
    const granted = isFunction(name) ? grantsOf(name) : everyGrant();
    logins.set(login, [...(logins.get(login) ?? []), granted]);
  }
  return [...logins].map(([role, all]) => ({ role, grants: joinGrants(all) }));
}

/** What a restored database holds, and whether this release can work with it. */
async function check(way: DatabaseConfig): Promise<Told> {
  const database = openDatabase(way, silentLogger);
  try {
    const version = await readSchemaVersion(database);
    if (version === 0) return { text: 'The database has no schema: nothing was restored.', exitCode: 1 };
    const { channels, orders, payments, members, lastReceivedAt } = await readContents(database);
    const missing = Math.max(0, SCHEMA_VERSION - version);
    return [
      `Schema ${version}${missing === 0 ? '' : `, ${missing} older than this release: npm run migrate brings it up to date`}.`,
      `${channels} channels, ${orders} orders, ${payments} payments, ${members} members.`,
      lastReceivedAt === null
        ? 'No update or IPN has arrived yet.'
        : `The newest update or IPN is of ${lastReceivedAt.toISOString()}.`,
    ].join('\n');
  } finally {
    await database.close();
  }
}

/** Says on stderr what a migration waits for, because it may take as long as a backup. */
function sayWait(what: string, sessions: readonly BlockingSession[]): void {
  const named = sessions.map(
    ({ pid, program, since }) => `${program || 'a program'} (process ${pid}, since ${since.toISOString()})`,
  );
  process.stderr.write(
    `Waiting for ${what}${named.length === 0 ? '' : `, held up by ${named.join(', ')}`} …\n`,
  );
}

async function run({ flags, values }: Given): Promise<Told> {
  const named = values['grant-to'] === undefined ? undefined : grantsIn(values['grant-to']);
  const config = await readConfig(NAMES);
  const way = directly(config);
  if (flags.has('check')) return check(way);
  const migrations = await readMigrations(join(__dirname, 'migrations'));
  const grants = named ?? (await sharedLogin(config));
  const roles = grants.map(({ role }) => role);
  if (flags.has('plan')) {
    const missing = await planMigrations(way, migrations);
    const would = roles.length === 0 ? [] : [`would grant to ${roles.join(', ')}`];
    if (missing.length === 0) return ['The schema is up to date.', ...would].join('\n');
    return [...listed('would apply', missing), ...would, 'Nothing was applied.'].join('\n');
  }
  const applied = await migrate(way, migrations, { onWait: sayWait, afterMs: REPORT_AFTER_MS });
  if (roles.length > 0) await grantTo(way, grants);
  if (config.DATABASE_POOLER !== undefined) await setTimeLimits(way, roles);
  return [
    ...listed('applied', applied),
    applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length}.`,
    ...(roles.length === 0 ? [] : [`Granted to ${roles.join(', ')}.`]),
  ].join('\n');
}

runCommand({
  help: HELP,
  variables: COMMAND_VARIABLES.migrate,
  flags: { plan: 'boolean', check: 'boolean', 'grant-to': 'string' },
  isWordless: true,
  run,
  expected: [NoSuchRole, LimitsRefused, ThroughPooler, MigrationUnderWay],
});
