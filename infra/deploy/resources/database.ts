import { gcloud, STDIN, storedPassword } from '../command';
import { at, type Found, type Google } from '../google';
import { OWNER_PASSWORD, TARGETS, type Installation } from '../installation';
import { existing, type Resource, type Shape } from '../resource';
import { CommandFailed } from '../run-command';

const API = 'sqladmin.googleapis.com';
const VERSION = 'POSTGRES_17';
const BACKUPS_KEPT = 14;
const LOG_DAYS_KEPT = 7;

function shapeOf(found: Found): Shape {
  const flags = (at(found, 'settings', 'databaseFlags') ? found['settings'] : undefined) as
    { databaseFlags: readonly { name: string; value: string }[] } | undefined;
  const flag = (name: string) => flags?.databaseFlags.find((one) => one.name === name)?.value ?? '';
  return {
    tier: at(found, 'settings', 'tier'),
    availability: at(found, 'settings', 'availabilityType').toLowerCase(),
    backups: at(found, 'settings', 'backupConfiguration', 'enabled'),
    'point-in-time recovery': at(found, 'settings', 'backupConfiguration', 'pointInTimeRecoveryEnabled'),
    'deletion protection': at(found, 'settings', 'deletionProtectionEnabled'),
    connectors: at(found, 'settings', 'connectorEnforcement'),
    max_connections: flag('max_connections'),
    'cloudsql.iam_authentication': flag('cloudsql.iam_authentication'),
  };
}

/** The instance: only the connector can reach it, it is backed up each night, and any second of a week can be restored. */
export async function instance({ settings, database }: Installation, google: Google): Promise<Resource[]> {
  const { tier, availability, max_connections } = settings.database;
  const all = await google.list(API, 'sql', 'instances', 'list');
  const found = all.find((one) => at(one, 'name') === database.instance);
  const flags = [
    `--tier=${tier}`,
    `--availability-type=${availability}`,
    '--backup-start-time=03:00',
    '--enable-point-in-time-recovery',
    `--retained-backups-count=${BACKUPS_KEPT}`,
    `--retained-transaction-log-days=${LOG_DAYS_KEPT}`,
    '--storage-auto-increase',
    '--deletion-protection',
    '--connector-enforcement=REQUIRED',
    `--database-flags=max_connections=${max_connections},cloudsql.iam_authentication=on`,
  ];
  return [
    {
      title: `Cloud SQL instance ${database.instance}`,
      wanted: {
        tier,
        availability,
        backups: 'true',
        'point-in-time recovery': 'true',
        'deletion protection': 'true',
        connectors: 'REQUIRED',
        max_connections: String(max_connections),
        'cloudsql.iam_authentication': 'on',
      },
      found: found && shapeOf(found),
      create: [
        gcloud([
          'sql',
          'instances',
          'create',
          database.instance,
          `--database-version=${VERSION}`,
          '--edition=enterprise',
          `--region=${settings.region}`,
          ...flags,
        ]),
      ],
      update: () => [gcloud(['sql', 'instances', 'patch', database.instance, ...flags])],
    },
  ];
}

/** The database user that Cloud SQL makes for a service account: https://cloud.google.com/sql/docs/postgres/iam-logins */
export const databaseLogin = (account: string): string => account.replace(/\.gserviceaccount\.com$/, '');

/** The database, the owner of its schema, and a login for each function. */
export async function databaseAndLogins(installation: Installation, google: Google): Promise<Resource[]> {
  const { database, settings, secret, account, folder } = installation;
  const on = `--instance=${database.instance}`;
  const instances = await google.list(API, 'sql', 'instances', 'list');
  const there = instances.find((one) => at(one, 'name') === database.instance);
  const isThere = there !== undefined;
  if (isThere && at(there, 'state') !== 'RUNNABLE')
    throw new CommandFailed(
      `The database instance ${database.instance} is not ready yet (${at(there, 'state')}). Run the same command again in a few minutes.`,
    );
  const list = async (what: string) => (isThere ? google.list(API, 'sql', what, 'list', on) : []);
  const databases = (await list('databases')).map((one) => at(one, 'name'));
  const users = (await list('users')).map((one) => at(one, 'name'));
  const logins = settings.database.login === 'iam' ? TARGETS.map((target) => account(folder(target))) : [];
  return [
    existing(`database ${database.name}`, databases.includes(database.name), [
      gcloud(['sql', 'databases', 'create', database.name, on]),
    ]),
    existing(`database user ${database.owner}, the owner of the schema`, users.includes(database.owner), [
      gcloud(
        ['sql', 'users', 'create', database.owner, on, `--flags-file=${STDIN}`],
        storedPassword(secret(OWNER_PASSWORD)),
      ),
    ]),
    ...logins
      .map(databaseLogin)
      .map((login) =>
        existing(`database login ${login}`, users.includes(login), [
          gcloud(['sql', 'users', 'create', login, on, '--type=cloud_iam_service_account']),
        ]),
      ),
  ];
}
