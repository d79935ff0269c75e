import { at, type Found } from '../google';
import type { Installation } from '../installation';
import type { Shape } from '../resource';
import { CommandFailed } from '../run-command';
import { dayNamed, nightOf } from './night';

const BACKUPS_KEPT = 14;
const LOG_DAYS_KEPT = 7;
/** A deleted instance leaves one last backup for this long. */
const FINAL_BACKUP_DAYS = 30;

/** One setting of the instance: what it is called in a plan, the flags that set it, and how Google shows it. */
interface Setting {
  readonly name: string;
  readonly flags: readonly string[];
  readonly wanted: string;
  readonly read: (found: Found) => string;
}

const path =
  (...names: readonly string[]) =>
  (found: Found): string =>
    at(found, 'settings', ...names);
const backup = (...names: readonly string[]) => path('backupConfiguration', ...names);

/** Every setting but Postgres' own flags. A setting that is not in this table is neither set nor compared. */
function settingsOf({ settings }: Installation): readonly Setting[] {
  const { tier, availability, storage_limit_gb } = settings.database;
  const { backupAt, maintenance } = nightOf(settings.region);
  const on = (name: string, flag: string, read: Setting['read']): Setting => ({
    name,
    flags: [flag],
    wanted: 'true',
    read,
  });
  const valued = (name: string, flag: string, wanted: string | number, read: Setting['read']): Setting => ({
    name,
    flags: [`${flag}=${wanted}`],
    wanted: String(wanted),
    read,
  });
  return [
    valued('tier', '--tier', tier, path('tier')),
    valued('availability', '--availability-type', availability, (found) =>
      path('availabilityType')(found).toLowerCase(),
    ),
    // Setting their start switches backups on.
    { name: 'backups', flags: [], wanted: 'true', read: backup('enabled') },
    valued('backups start', '--backup-start-time', backupAt, backup('startTime')),
    on('point-in-time recovery', '--enable-point-in-time-recovery', backup('pointInTimeRecoveryEnabled')),
    valued(
      'backups kept',
      '--retained-backups-count',
      BACKUPS_KEPT,
      backup('backupRetentionSettings', 'retainedBackups'),
    ),
    valued(
      'log days kept',
      '--retained-transaction-log-days',
      LOG_DAYS_KEPT,
      backup('transactionLogRetentionDays'),
    ),
    on('backups kept after deletion', '--retain-backups-on-delete', path('retainBackupsOnDelete')),
    on('final backup', '--final-backup', path('finalBackupConfig', 'enabled')),
    valued(
      'days of the final backup',
      '--final-backup-retention-days',
      FINAL_BACKUP_DAYS,
      path('finalBackupConfig', 'retentionDays'),
    ),
    on('disk grows', '--storage-auto-increase', path('storageAutoResize')),
    valued(
      'disk grows to (GB)',
      '--storage-auto-increase-limit',
      storage_limit_gb,
      path('storageAutoResizeLimit'),
    ),
    {
      name: 'maintenance',
      flags: [`--maintenance-window-day=${maintenance.day}`, `--maintenance-window-hour=${maintenance.hour}`],
      wanted: `${maintenance.day} ${maintenance.hour}:00`,
      read: (found) =>
        `${dayNamed(path('maintenanceWindow', 'day')(found))} ${path('maintenanceWindow', 'hour')(found) || '0'}:00`,
    },
    on(
      'Query Insights',
      '--insights-config-query-insights-enabled',
      path('insightsConfig', 'queryInsightsEnabled'),
    ),
    on('deletion protection', '--deletion-protection', path('deletionProtectionEnabled')),
    valued('connectors', '--connector-enforcement', 'REQUIRED', path('connectorEnforcement')),
  ];
}

interface DatabaseFlag {
  readonly name: string;
  readonly value: string;
}

const postgresFlags = (found: Found | undefined): Shape => {
  const settings = found?.['settings'] as { databaseFlags?: readonly DatabaseFlag[] } | undefined;
  return Object.fromEntries((settings?.databaseFlags ?? []).map(({ name, value }) => [name, value]));
};

const ourFlags = ({ settings }: Installation): Shape => ({
  max_connections: String(settings.database.max_connections),
  'cloudsql.iam_authentication': 'on',
});

/** gcloud replaces all of Postgres' flags at once, so those that somebody else has set are set again with ours. */
export function databaseFlags(installation: Installation, found: Found | undefined): string {
  const pairs = Object.entries({ ...postgresFlags(found), ...ourFlags(installation) }).map(
    ([name, value]) => `${name}=${value}`,
  );
  return `--database-flags=${pairs.some((pair) => pair.includes(',')) ? `^|^${pairs.join('|')}` : pairs.join(',')}`;
}

/** What the instance must be set to, what it is set to, and the flags that set all of it. */
export function instanceSettings(
  installation: Installation,
  found: Found | undefined,
): { readonly wanted: Shape; readonly found: Shape | undefined; readonly flags: readonly string[] } {
  const all = settingsOf(installation);
  const ours = ourFlags(installation);
  const shape = (of: (setting: Setting) => string): Shape =>
    Object.fromEntries(all.map((setting) => [setting.name, of(setting)]));
  return {
    wanted: { ...shape(({ wanted }) => wanted), ...ours },
    found: found && { ...shape(({ read }) => read(found)), ...postgresFlags(found) },
    flags: [...all.flatMap(({ flags }) => flags), databaseFlags(installation, found)],
  };
}

/** Throws `CommandFailed` if the found instance contradicts settings that no deploy can change. */
export function demandThatItFits({ settings, database }: Installation, found: Found): void {
  const { region } = settings;
  const there = at(found, 'region');
  if (there !== '' && there !== region)
    throw new CommandFailed(
      `The database instance ${database.instance} is in ${there}, but region is ${region}. Nothing was changed. ` +
        `Set region to ${there}, or follow "Move to another region" in infra/README.md.`,
    );
  const size = Number(at(found, 'settings', 'dataDiskSizeGb'));
  const limit = settings.database.storage_limit_gb;
  if (size > limit)
    throw new CommandFailed(
      `The disk of ${database.instance} has ${size} GB already, but database.storage_limit_gb is ${limit}. ` +
        'Nothing was changed. Set it higher.',
    );
}
