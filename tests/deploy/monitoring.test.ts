import { countDifferences, describePlan, dryRun, planDeploy } from '../../infra/deploy/plan';
import { commandsOf } from '../../infra/deploy/resource';
import { ALARMS } from '../../shared/domain/operations/alarms';
import { policiesOf } from '../../infra/deploy/monitoring/policies';
import { MONITORING } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { PROJECT } from './google/stand-in';
import { fields } from './google/wire';
import { withGcloud } from './installed-gcloud';
import { installed, nothingThere, startDeploying, type Deploying } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const EMAILS = ['one@example.com', 'two@example.com'];
const installation = installed({ alert_emails: EMAILS });
const inProject = (collection: string) => `projects/${PROJECT}/${collection}`;

withGcloud('by the real gcloud', () => {
  let world: Deploying;
  beforeAll(async () => {
    world = await startDeploying(MONITORING, ['monitoring', 'logging']);
    await world.apply(await world.plan(installation));
  });
  afterAll(() => world.close());
  const list = (collection: string) => world.google.store.list(inProject(collection));
  const policy = (id: string) =>
    list('alertPolicies').find(({ userLabels }) => fields(userLabels)['policy'] === id)!;
  const titles = async (changed: typeof installation) =>
    (await world.plan(changed)).flatMap(({ changes }) =>
      changes.filter(({ type }) => type !== 'none').map(({ type, resource }) => `${type} ${resource.title}`),
    );

  it('plans nothing after it was applied', async () => {
    expect(describePlan(await world.plan(installation))).toContain('Nothing differs.');
  });

  it('checks /health over https every minute', () => {
    expect(list('uptimeCheckConfigs')).toMatchObject([
      {
        period: '60s',
        timeout: '10s',
        monitoredResource: { labels: { host: 'telepay-health-123456789012.europe-west1.run.app' } },
        httpCheck: {
          path: '/health',
          port: 443,
          useSsl: true,
          validateSsl: true,
          acceptedResponseStatusCodes: [{ statusValue: 200 }],
        },
      },
    ]);
  });

  it('notifies every address about every alarm and every monitoring failure', () => {
    const channels = list('notificationChannels').map(({ name }) => name);
    expect(channels).toHaveLength(EMAILS.length);
    const ids = list('alertPolicies').map(({ userLabels }) => String(fields(userLabels)['policy']));
    expect(ids.sort()).toEqual(
      policiesOf(installation)
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids).toEqual(expect.arrayContaining(ALARMS.map(({ name }) => name)));
    expect(ids).toEqual(expect.arrayContaining(['nobody_looks', 'uptime', 'backup_failed']));
    for (const { notificationChannels } of list('alertPolicies'))
      expect(notificationChannels).toEqual(channels);
  });

  it('explains an alarm and its remedy', () => {
    const [{ name, meaning, remedy }] = [ALARMS[0]];
    const { documentation } = policy(name);
    const { content } = fields(documentation);
    for (const part of [meaning, remedy, 'infra/README.md, heading `outbox_age`'])
      expect(content).toContain(part);
  });

  it('repeats a critical incident every hour to every channel, and no other', () => {
    for (const { severity, notificationChannels, alertStrategy } of list('alertPolicies')) {
      const strategies = fields(alertStrategy)['notificationChannelStrategy'];
      const hourly = { notificationChannelNames: notificationChannels, renotifyInterval: '3600s' };
      expect(strategies).toEqual(severity === 'CRITICAL' ? [hourly] : undefined);
    }
  });

  it('restores only what was changed by hand or by an earlier release', async () => {
    const { store } = world.google;
    const muted = policy('uptime');
    store.put(String(muted['name']), { ...muted, enabled: false });
    const older = policy('database_disk');
    store.put(String(older['name']), {
      ...older,
      userLabels: { ...fields(older['userLabels']), definition: 'of-an-earlier-release' },
    });
    store.put(inProject('alertPolicies/gone'), {
      name: inProject('alertPolicies/gone'),
      userLabels: { installation: 'telepay', policy: 'of_old' },
    });
    store.put(inProject('alertPolicies/of-others'), { name: inProject('alertPolicies/of-others') });
    const metric = store.get(inProject('metrics/telepay_outbox_due'))!;
    store.put(inProject('metrics/telepay_outbox_due'), { ...metric, filter: 'nothing' });
    const [page] = list('dashboards');
    store.put(String(page!['name']), { ...page!, labels: { installation: 'telepay', definition: 'old' } });
    const plan = await world.plan(installation);
    expect(countDifferences(plan)).toBe(5);
    await world.apply(plan);
    expect(await titles(installation)).toEqual([]);
    expect(policy('uptime')['enabled']).toBe(true);
    expect(store.get(inProject('alertPolicies/of-others'))).toBeDefined();
    expect(list('dashboards')).toHaveLength(1);
  });

  it('keeps the policies of an earlier release, which labelled and named them otherwise', async () => {
    const { store } = world.google;
    const relabel = (id: string, label: string) => {
      const found = policy(id);
      const userLabels = { ...fields(found['userLabels']), policy: label, definition: 'earlier' };
      store.put(String(found['name']), { ...found, userLabels });
      return String(found['name']);
    };
    const names = ALARMS.map(({ name }) => [name, relabel(name, `alarm_${name}`)] as const);
    // Two alarms had this name.
    const twin = inProject('alertPolicies/twin');
    store.put(twin, { name: twin, userLabels: { installation: 'telepay', policy: 'errors_5xx' } });
    await world.apply(await world.plan(installation));
    expect(await titles(installation)).toEqual([]);
    for (const [name, before] of names)
      expect(policy(name)['name']).toBe(name === 'errors_5xx' ? twin : before);
    const ours = list('alertPolicies').filter(({ userLabels }) => fields(userLabels)['installation']);
    expect(ours).toHaveLength(policiesOf(installation).length);
  });

  it('plans changes for a new address or a new host of /health', async () => {
    const changed = installed({ alert_emails: [EMAILS[0]], domain: 'pay.example.com' });
    const all = await titles(changed);
    expect(all).toEqual(
      expect.arrayContaining([
        'update uptime check telepay: /health',
        'update alert policy outbox_age',
        'create alert policy certificate',
        'update alert channel to two@example.com, no longer wanted',
      ]),
    );
    const [uptime] = (await world.plan(changed)).find(({ stage }) => stage.title === 'uptime check')!.changes;
    expect(commandsOf(uptime!).map(({ args }) => args[2])).toEqual(['delete', 'create']);
  });
});

it('prints the lookup of channels as shell', async () => {
  const printed = dryRun(await planDeploy(MONITORING, installation, nothingThere), PROJECT);
  expect(printed).toContain(
    `FOUND="$(gcloud beta monitoring channels list '--filter=userLabels.installation="telepay" AND (labels.email_address="one@example.com" OR labels.email_address="two@example.com")' '--format=value(name)' --project=${PROJECT})" node -p '`,
  );
  expect(printed).toContain('"notificationChannels": [\n    "LOOKED_UP"\n  ]');
});
