import { DAY_MS } from '../../shared/domain/common/time';
import { isCloudSql } from './settings/database-settings';
import { gcloud, npm, storedPassword, type Command } from './command';
import { deployIdAt, timeOfDeploy } from './deploy-id';
import { at, type Found, type Google } from './google';
import { OWNER_PASSWORD, type Installation } from './installation';
import { ownerDatabase } from './owner-database';
import { patiently } from './patience';
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
  /** Deletes its own instance first, then each that an interrupted drill left. */
  readonly cleanUp: readonly Command[];
  /** Instances of drills that began less than a day ago: a colleague's may be running. */
  readonly spared: readonly string[];
}

/** Why there is nothing to drill. */
const NOT_OURS =
  'The database of this installation is at a URL, so its provider backs it up, and this command cannot restore it. ' +
  'Restore it there, as docs/restore.md says under "A database at a URL".';

/** Google's answer to the deletion of an instance that it never made. */
const isGone = (reason: string): boolean => /HTTPError 404|NOT_FOUND/.test(reason);

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
  const drillOf = (id: string) => `${settings.name}-drill-${id.toLowerCase()}`;
  const name = drillOf(deployId);
  const aDayAgo = drillOf(deployIdAt(timeOfDeploy(deployId) - DAY_MS));
  // Exactly, because another installation may be called `telepay-drill-…`.
  const isDrill = new RegExp(`^${settings.name}-drill-\\d{8}t\\d{6}z$`);
  const all = await google.list(API, 'sql', 'instances', 'list');
  const others = all.map((one) => at(one, 'name')).filter((each) => isDrill.test(each));
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
    // Names sort by time.
    cleanUp: [name, ...others.filter((each) => each < aDayAgo)].map(remove),
    spared: others.filter((each) => each >= aDayAgo),
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Performs each command, whatever becomes of the others. Returns a sentence about each instance that stays. */
async function deleteAll(commands: readonly Command[], run: Run): Promise<string[]> {
  const stay: string[] = [];
  for (const command of commands)
    try {
      await patiently(() => run(command), { goOn: run, onWait: () => undefined });
    } catch (error) {
      const reason = messageOf(error);
      if (!isGone(reason)) stay.push(`Delete ${command.args.at(-1)} by hand: it costs money. ${reason}`);
    }
  return stay;
}

/**
 * Performs a drill, says what was seen in the backup, and deletes its instance, even if a step fails. Throws
 * `CommandFailed` with the reason of that step, and with what has to be deleted by hand.
 */
export async function performDrill(
  { restore, cleanUp }: Drill,
  { run, log }: { readonly run: Run; readonly log: (line: string) => void },
): Promise<void> {
  const reasons: string[] = [];
  let seen = '';
  try {
    for (const command of restore) seen = await run(command);
    log(seen.trim());
  } catch (error) {
    reasons.push(messageOf(error));
  }
  reasons.push(...(await deleteAll(cleanUp, run)));
  if (reasons.length > 0) throw new CommandFailed(reasons.join('\n'));
}
