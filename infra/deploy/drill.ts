import { isCloudSql } from './settings/database-settings';
import { gcloud, npm, storedPassword, type Command } from './command';
import { at, type Found, type Google } from './google';
import { OWNER_PASSWORD, type Installation } from './installation';
import { ownerDatabase } from './owner-database';
import { findInstance } from './resources/database';
import { databaseFlags } from './resources/instance-settings';
import { CommandFailed, type Run } from './run-command';

const API = 'sqladmin.googleapis.com';

/** A restore of the newest backup beside the instance. */
export interface Drill {
  /** When the backup was taken, as Google writes it. */
  readonly takenAt: string;
  /** Makes the second instance, fills it from the backup and looks into it. */
  readonly restore: readonly Command[];
  /** Deletes what this drill and interrupted ones left. Safe if there is nothing. */
  readonly cleanUp: readonly Command[];
}

/** Why there is nothing to drill. */
const NOT_OURS =
  'The database of this installation is at a URL, so its provider backs it up, and this command cannot restore it. ' +
  'Restore it there, as docs/restore.md says under "A database at a URL".';

const remove = (name: string): Command => gcloud(['sql', 'instances', 'delete', name]);

/** Looks into a database as the owner of its schema. */
const look = (installation: Installation, name: string): Command =>
  npm(['run', '--silent', 'migrate', '--', '--check'], ownerDatabase(installation, name));

/** An instance like the found one, without backups of its own, because it lives for an hour. */
function likeThis(installation: Installation, found: Found, name: string): Command {
  const setting = (field: string) => at(found, 'settings', field);
  const edition = setting('edition').toLowerCase().replaceAll('_', '-') || 'enterprise';
  return gcloud([
    'sql',
    'instances',
    'create',
    name,
    `--database-version=${at(found, 'databaseVersion')}`,
    `--edition=${edition}`,
    `--region=${at(found, 'region')}`,
    `--tier=${setting('tier')}`,
    `--storage-size=${setting('dataDiskSizeGb') || '10'}GB`,
    databaseFlags(installation, found),
    '--connector-enforcement=REQUIRED',
    '--no-backup',
    '--timeout=unlimited',
  ]);
}

/** Plans a drill. Throws `CommandFailed` if there is nothing to restore. */
export async function planDrill(installation: Installation, google: Google): Promise<Drill> {
  const { settings, database, deployId, secret } = installation;
  if (!isCloudSql(settings)) throw new CommandFailed(NOT_OURS);
  const found = await findInstance(installation, google);
  const on = `--instance=${database.instance}`;
  const backups = found === undefined ? [] : await google.list(API, 'sql', 'backups', 'list', on);
  const [newest] = backups
    .filter((backup) => at(backup, 'status') === 'SUCCESSFUL')
    .sort((a, b) => at(b, 'windowStartTime').localeCompare(at(a, 'windowStartTime')));
  if (found === undefined || newest === undefined)
    throw new CommandFailed(
      `${database.instance} has no backup yet. The first is taken in the coming night.`,
    );
  // A deleted instance's name may be blocked for a week, so each drill has its own.
  const start = `${settings.name}-drill-`;
  const name = `${start}${deployId.toLowerCase()}`;
  const all = await google.list(API, 'sql', 'instances', 'list');
  const left = all.map((one) => at(one, 'name')).filter((each) => each.startsWith(start));
  return {
    takenAt: at(newest, 'windowStartTime'),
    restore: [
      likeThis(installation, found, name),
      {
        ...gcloud(['sql', 'operations', 'wait', '--timeout=unlimited']),
        lookup: gcloud([
          'sql',
          'backups',
          'restore',
          at(newest, 'id'),
          `--restore-instance=${name}`,
          `--backup-instance=${database.instance}`,
          '--async',
          '--format=value(name)',
        ]),
      },
      // The backup has the password of its night.
      gcloud(
        ['sql', 'users', 'set-password', database.owner, `--instance=${name}`, '--flags-file=-'],
        storedPassword(secret(OWNER_PASSWORD)),
      ),
      look(installation, name),
    ],
    cleanUp: [...left, name].map(remove),
  };
}

/** Performs a drill and deletes its instance, also if a step fails. Returns what was seen in the backup. */
export async function performDrill({ restore, cleanUp }: Drill, run: Run): Promise<string> {
  const [make, ...rest] = restore;
  let seen = '';
  try {
    if (make !== undefined) await run(make);
    for (const command of rest) seen = await run(command);
  } finally {
    for (const command of cleanUp) await run(command);
  }
  return seen.trim();
}
