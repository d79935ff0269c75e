import { TARGETS } from '../../../functions/variables';
import { gcloud, STDIN, storedPassword } from '../command';
import { isCloudSql } from '../settings/database-settings';
import { at, type Found, type Google } from '../google';
import { OWNER_PASSWORD, type Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { CommandFailed } from '../run-command';
import { demandThatItFits, instanceSettings } from './instance-settings';

const API = 'sqladmin.googleapis.com';
const VERSION = 'POSTGRES_17';

/** The instance that the settings name, if there is one. Throws `CommandFailed` if it contradicts the settings. */
export async function findInstance(installation: Installation, google: Google): Promise<Found | undefined> {
  if (!isCloudSql(installation.settings)) return undefined;
  const all = await google.list(API, 'sql', 'instances', 'list');
  const found = all.find((one) => at(one, 'name') === installation.database.instance);
  if (found !== undefined) demandThatItFits(installation, found);
  return found;
}

/** The instance: only the connector can reach it, it is backed up each night, and any second of a week can be restored. */
export async function instance(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, database } = installation;
  if (!isCloudSql(settings)) return [];
  const there = await findInstance(installation, google);
  const { wanted, found, flags } = instanceSettings(installation, there);
  // Only gcloud's beta knows the limit of the disk and the final backup.
  const verb = (word: string, ...more: readonly string[]) =>
    gcloud(['beta', 'sql', 'instances', word, database.instance, ...more, ...flags]);
  return [
    {
      title: `Cloud SQL instance ${database.instance}`,
      wanted,
      found,
      create: [
        verb(
          'create',
          `--database-version=${VERSION}`,
          '--edition=enterprise',
          `--region=${settings.region}`,
        ),
      ],
      update: () => [verb('patch')],
    },
  ];
}

/** The database user that Cloud SQL makes for a service account: https://cloud.google.com/sql/docs/postgres/iam-logins */
export const databaseLogin = (account: string): string => account.replace(/\.gserviceaccount\.com$/, '');

/** The database, the owner of its schema, and a login for each function. */
export async function databaseAndLogins(installation: Installation, google: Google): Promise<Resource[]> {
  const { database, settings, secret, account, folder } = installation;
  if (!isCloudSql(settings)) return [];
  const on = `--instance=${database.instance}`;
  const there = await findInstance(installation, google);
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
