import { TARGETS } from '../../functions/variables';
import type { Found, Google } from '../../infra/deploy/google';
import { planDeploy } from '../../infra/deploy/plan';
import { changeOf, commandsOf } from '../../infra/deploy/resource';
import { databaseLogin, instance } from '../../infra/deploy/resources/database';
import { balancerBackends } from '../../infra/deploy/resources/load-balancer';
import { nightOf } from '../../infra/deploy/resources/night';
import { scheduler } from '../../infra/deploy/resources/scheduler';
import { parseSettings } from '../../infra/deploy/settings/settings';
import { STAGES } from '../../infra/deploy/stages';
import { installed, nothingThere } from './support/installed';

const installation = installed();

/** A project in which these questions have these answers, and all others none. */
const answering = (lists: Readonly<Record<string, readonly Found[]>>): Google => ({
  ...nothingThere,
  list: async (_api, ...args) => lists[args.join(' ')] ?? [],
});

const INSTANCE = {
  name: 'telepay',
  region: 'europe-west1',
  state: 'RUNNABLE',
  settings: {
    tier: 'db-custom-1-3840',
    availabilityType: 'ZONAL',
    backupConfiguration: {
      enabled: true,
      startTime: '01:00',
      pointInTimeRecoveryEnabled: true,
      backupRetentionSettings: { retainedBackups: 14 },
      transactionLogRetentionDays: 7,
    },
    retainBackupsOnDelete: true,
    finalBackupConfig: { enabled: true, retentionDays: 30 },
    storageAutoResize: true,
    storageAutoResizeLimit: '200',
    dataDiskSizeGb: '10',
    maintenanceWindow: { day: 3, hour: 3 },
    insightsConfig: { queryInsightsEnabled: true },
    deletionProtectionEnabled: true,
    connectorEnforcement: 'REQUIRED',
    databaseFlags: [
      { name: 'max_connections', value: '150' },
      { name: 'cloudsql.iam_authentication', value: 'on' },
    ],
  },
};

const withInstance = (settings: object, changes: object = {}) =>
  answering({
    'sql instances list': [{ ...INSTANCE, ...changes, settings: { ...INSTANCE.settings, ...settings } }],
  });

const changeOfInstance = async (google: Google) => {
  const [resource] = await instance(installation, google);
  return changeOf(resource!);
};

describe('the instance', () => {
  it('differs in nothing if everything is as a deploy sets it', async () => {
    expect(await changeOfInstance(withInstance({}))).toMatchObject({ type: 'none' });
  });

  it.each([
    ['tier', { tier: 'db-f1-micro' }],
    [
      'backups start',
      { backupConfiguration: { ...INSTANCE.settings.backupConfiguration, startTime: '12:00' } },
    ],
    ['backups', { backupConfiguration: { ...INSTANCE.settings.backupConfiguration, enabled: false } }],
    [
      'backups kept',
      {
        backupConfiguration: {
          ...INSTANCE.settings.backupConfiguration,
          backupRetentionSettings: { retainedBackups: 7 },
        },
      },
    ],
    [
      'log days kept',
      { backupConfiguration: { ...INSTANCE.settings.backupConfiguration, transactionLogRetentionDays: 1 } },
    ],
    ['backups kept after deletion', { retainBackupsOnDelete: undefined }],
    ['final backup', { finalBackupConfig: { retentionDays: 30 } }],
    ['days of the final backup', { finalBackupConfig: { enabled: true, retentionDays: 1 } }],
    ['disk grows', { storageAutoResize: false }],
    ['disk grows to (GB)', { storageAutoResizeLimit: '0' }],
    ['maintenance', { maintenanceWindow: { day: 6, hour: 3 } }],
    ['maintenance', { maintenanceWindow: undefined }],
    ['Query Insights', { insightsConfig: undefined }],
    ['max_connections', { databaseFlags: [INSTANCE.settings.databaseFlags[1]] }],
  ])('is seen to differ in %s', async (setting, changes) => {
    const change = await changeOfInstance(withInstance(changes));
    expect(change).toMatchObject({ type: 'update', differences: [{ setting }] });
  });

  it('keeps the flags of Postgres that somebody else has set', async () => {
    const others = [
      { name: 'work_mem', value: '8192' },
      { name: 'log_statement', value: 'ddl' },
    ];
    const flags = { databaseFlags: [...others, { name: 'max_connections', value: '90' }] };
    const [patch] = commandsOf(await changeOfInstance(withInstance(flags)));
    expect(patch?.args).toContain(
      '--database-flags=work_mem=8192,log_statement=ddl,max_connections=150,cloudsql.iam_authentication=on',
    );
    const lists = { databaseFlags: [{ name: 'extensions', value: 'a,b' }] };
    const [again] = commandsOf(await changeOfInstance(withInstance(lists)));
    expect(again?.args).toContain(
      '--database-flags=^|^extensions=a,b|max_connections=150|cloudsql.iam_authentication=on',
    );
    // Alone, they are nobody's business.
    const onlyMore = { databaseFlags: [...others, ...INSTANCE.settings.databaseFlags] };
    expect(await changeOfInstance(withInstance(onlyMore))).toMatchObject({ type: 'none' });
  });
});

it.each([
  ['in another region', {}, { region: 'us-central1' }, 'is in us-central1, but region is europe-west1'],
  ['with a disk above its limit', { dataDiskSizeGb: '250' }, {}, 'has 250 GB already'],
])('refuses an instance %s before anything changes', async (_, settings, changes, sentence) => {
  const plan = planDeploy(STAGES, installation, withInstance(settings, changes));
  await expect(plan).rejects.toThrow(sentence);
  await expect(plan).rejects.toThrow('Nothing was changed.');
});

describe('a database login', () => {
  const PROJECTS = ['a12345', 'p'.padEnd(28, 'x'), 'p'.padEnd(29, 'x'), 'p'.padEnd(30, 'x')];
  const NAMES = ['abc', 'abcdefg', 'abcdefgh', 'abcdefghi'];
  const pairs = PROJECTS.flatMap((project) => NAMES.map((name) => ({ project, name })));

  it.each(pairs)('of $name in $project fits into Postgres, or the settings are refused', (names) => {
    const settings = { bot_username: 'TestBot', ...names };
    const read = (given: object) => parseSettings(JSON.stringify({ ...settings, ...given }), 'deploy.json');
    const length = `${names.name}-notification-webhook@${names.project}.iam`.length;
    if (length <= 63) {
      const { account, folder } = installed(settings);
      for (const target of TARGETS)
        expect(databaseLogin(account(folder(target))).length).toBeLessThanOrEqual(63);
    } else {
      expect(() => read({})).toThrow(`name: must have at most ${37 - names.project.length} characters`);
    }
    expect(() => read({ database: { login: 'password' } })).not.toThrow();
  });
});

describe('the schedule', () => {
  const listed = async (changes: Found) => {
    const [made] = await scheduler(installation, nothingThere);
    const wanted = made!.wanted;
    const job = {
      name: 'projects/telepay-test/locations/europe-west1/jobs/telepay-worker',
      state: 'ENABLED',
      schedule: wanted['schedule'],
      timeZone: 'Etc/UTC',
      attemptDeadline: wanted['deadline'],
      httpTarget: {
        uri: `${String(wanted['uri'])}/`,
        httpMethod: 'POST',
        oidcToken: { serviceAccountEmail: wanted['account'], audience: wanted['audience'] },
      },
      ...changes,
    };
    const google = answering({ 'scheduler jobs list --location=europe-west1': [job] });
    const [resource] = await scheduler(installation, google);
    const change = changeOf(resource!);
    return { change, verbs: commandsOf(change).map(({ args }) => args[2]) };
  };

  it.each([
    ['ENABLED', {}, []],
    ['PAUSED', {}, ['resume']],
    ['PAUSED', { schedule: '0 * * * *' }, ['update', 'resume']],
    ['ENABLED', { timeZone: 'Asia/Tokyo' }, ['update']],
    // Google's own states after a fault.
    ['UPDATE_FAILED', {}, ['update']],
    ['DISABLED', {}, ['update']],
  ])('that is %s with %j needs %j', async (state, changes, verbs) => {
    expect((await listed({ state, ...changes })).verbs).toEqual(verbs);
  });
});

describe('a backend of the load balancer', () => {
  const place = (region: string) =>
    `https://www.googleapis.com/compute/v1/projects/telepay-test/regions/${region}/networkEndpointGroups/telepay-health`;
  const verbsFor = async (regions: readonly string[]) => {
    const backend = {
      name: 'telepay-health',
      backends: regions.map((region) => ({ group: place(region) })),
      securityPolicy: 'https://example.com/telepay-by-address',
      logConfig: { enable: true },
    };
    const google = answering({ 'compute backend-services list --global': [backend] });
    const all = await balancerBackends(installed({ domain: 'pay.example.com' }), google);
    const change = changeOf(all.find(({ title }) => title === 'backend telepay-health')!);
    return commandsOf(change).map(({ args }) => `${args[2]} ${args.at(-1)?.split('=')[1]}`);
  };

  it.each([
    [['europe-west1'], []],
    [[], ['add-backend europe-west1']],
    [['us-central1'], ['add-backend europe-west1', 'remove-backend us-central1']],
    [['us-central1', 'europe-west1'], ['remove-backend us-central1']],
  ])('that leads to %j is led to the region of the settings by %j', async (regions, verbs) => {
    expect(await verbsFor(regions)).toEqual(verbs);
  });
});

describe('the night of a region', () => {
  // Hours from UTC in winter and in summer: https://cloud.google.com/compute/docs/regions-zones
  it.each([
    ['europe-west1', 'Europe/Brussels'],
    ['europe-west2', 'Europe/London'],
    ['us-central1', 'America/Chicago'],
    ['us-east4', 'America/New_York'],
    ['us-west1', 'America/Los_Angeles'],
    ['northamerica-northeast1', 'America/Toronto'],
    ['northamerica-south1', 'America/Mexico_City'],
    ['southamerica-east1', 'America/Sao_Paulo'],
    ['southamerica-west1', 'America/Santiago'],
    ['asia-east1', 'Asia/Taipei'],
    ['asia-northeast1', 'Asia/Tokyo'],
    ['asia-south1', 'Asia/Kolkata'],
    ['asia-southeast1', 'Asia/Singapore'],
    ['asia-southeast2', 'Asia/Jakarta'],
    ['australia-southeast1', 'Australia/Sydney'],
    ['me-west1', 'Asia/Jerusalem'],
    ['me-central1', 'Asia/Qatar'],
    ['africa-south1', 'Africa/Johannesburg'],
  ])('%s: backups and maintenance begin between 1 and 6 o’clock there', (region, timeZone) => {
    const { backupAt, maintenance } = nightOf(region);
    const local = (month: number, hour: number) =>
      Number(
        new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
          Date.UTC(2026, month, 7, hour),
        ),
      );
    for (const month of [0, 6])
      for (const hour of [Number(backupAt.slice(0, 2)), maintenance.hour]) {
        expect(local(month, hour)).toBeGreaterThanOrEqual(1);
        expect(local(month, hour)).toBeLessThanOrEqual(6);
      }
    // 6 January 2026 was a Tuesday; the maintenance begins in the night to Wednesday there.
    const day = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'].indexOf(maintenance.day);
    const at = Date.UTC(2026, 0, 4 + day, maintenance.hour);
    expect(new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at)).toBe('Wed');
  });
});
