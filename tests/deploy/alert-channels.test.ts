import { describePlan } from '../../infra/deploy/plan';
import { parseSettings } from '../../infra/deploy/settings/settings';
import { saySilentChannels } from '../../infra/deploy/resources/alert-channels';
import { secrets } from '../../infra/deploy/resources/secrets';
import { MONITORING } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { PROJECT } from './google/stand-in';
import { fields } from './google/wire';
import { withGcloud } from './installed-gcloud';
import { installed, nothingThere, startDeploying, type Deploying } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

/** One channel of each kind that Google knows, with the label that is its secret. */
const KINDS = {
  mail: { type: 'email', email_address: 'olga@example.com' },
  phone: { type: 'sms', number: '+4915112345678' },
  on_call: { type: 'pagerduty' },
  team: { type: 'slack', channel_name: '#alerts' },
  room: { type: 'google_chat', space: 'spaces/AAAA' },
  relay: { type: 'webhook_tokenauth' },
  desk: { type: 'webhook_basicauth', url: 'https://desk.example.com/in', username: 'google' },
  queue: { type: 'pubsub', topic: 'projects/p/topics/alerts' },
} as const;
const SECRETS = {
  on_call: 'service_key',
  team: 'auth_token',
  relay: 'url',
  desk: 'password',
};

const installation = installed({ alert_channels: KINDS, repository_url: 'https://github.com/olga/telepay' });
const monitored = MONITORING.filter(({ title }) => /alert/.test(title));
const STAGES = [{ title: 'secrets', resources: secrets }, ...monitored];

withGcloud('by the real gcloud', () => {
  let world: Deploying;
  beforeAll(async () => {
    world = await startDeploying(STAGES, ['monitoring', 'logging', 'secretmanager']);
    await world.apply(await world.plan(installation));
  });
  afterAll(() => world.close());
  const list = (collection: string) => world.google.store.list(`projects/${PROJECT}/${collection}`);
  const channel = (name: string) =>
    list('notificationChannels').find(({ userLabels }) => fields(userLabels)['channel'] === name)!;

  it('creates each kind with its labels, and differs in nothing afterwards', async () => {
    for (const [name, { type, ...labels }] of Object.entries(KINDS))
      expect(channel(name)).toMatchObject({ type, labels, enabled: true });
    expect(describePlan(await world.plan(installation))).toContain('Nothing differs.');
  });

  it('gives each secret to its channel, and to nothing else but Secret Manager', () => {
    for (const [name, label] of Object.entries(SECRETS))
      expect(fields(channel(name)['labels'])[label]).toBe('a secret');
    const places = world.google.calls
      .filter(({ body }) => /a secret|YSBzZWNyZXQ/.test(JSON.stringify(body ?? '')))
      .map(({ url }) => url.replace(/\?.*/, '').replace(/.*(:addVersion|notificationChannels)$/, '$1'));
    expect(new Set(places)).toEqual(new Set([':addVersion', 'notificationChannels']));
  });

  it('notifies every channel about every alert', () => {
    const names = list('notificationChannels').map(({ name }) => name);
    for (const { notificationChannels } of list('alertPolicies')) expect(notificationChannels).toEqual(names);
  });

  it('updates only the channel whose secret has a newer version', async () => {
    const secret = `projects/${PROJECT}/secrets/telepay-alert-on-call`;
    const data = Buffer.from('the next key').toString('base64');
    world.google.store.put(`${secret}/versions/2`, {
      name: `${secret}/versions/2`,
      state: 'ENABLED',
      payload: { data },
    });
    const plan = describePlan(await world.plan(installation));
    expect(plan).toMatch(/~ alert channel to on_call \(pagerduty\)/);
    expect(plan).toContain('1 to create or change.');
    await world.apply(await world.plan(installation));
    expect(channel('on_call')).toMatchObject({ labels: { service_key: 'the next key' } });
    expect(describePlan(await world.plan(installation))).toContain('Nothing differs.');
  });

  it('replaces a channel whose kind changed, and removes one that left the settings', async () => {
    const kept = Object.fromEntries(Object.entries(KINDS).filter(([name]) => name !== 'queue'));
    const changed = installed({
      alert_channels: { ...kept, team: { type: 'google_chat', space: 'spaces/BBBB' } },
    });
    await world.apply(await world.plan(changed));
    expect(
      list('notificationChannels')
        .map(({ userLabels, type }) => [fields(userLabels)['channel'], type])
        .sort(),
    ).toEqual(
      Object.entries({ ...kept, team: { type: 'google_chat' } })
        .map(([name, { type }]) => [name, type])
        .sort(),
    );
    expect(describePlan(await world.plan(changed))).toContain('Nothing differs.');
  });

  it('names a channel that is silent until it is verified', async () => {
    expect(await saySilentChannels(installation, world.read())).toEqual([
      expect.stringMatching(/^The alert channel to phone \(sms\) is silent until you verify it: https:/),
    ]);
  });
});

it('warns at each deploy while nobody is told about alarms', async () => {
  expect(await saySilentChannels(installed(), nothingThere)).toEqual([
    expect.stringMatching(/^Nobody is told about alarms: set alert_emails or alert_channels/),
  ]);
  expect(await saySilentChannels(installed({ alert_emails: ['o@example.com'] }), nothingThere)).toEqual([]);
  expect(MONITORING.map(({ says }) => says)).toContain(saySilentChannels);
});

const refused = (alert_channels: object) => () =>
  parseSettings(JSON.stringify({ project: PROJECT, bot_username: 'TestBot', alert_channels }), 'deploy.json');

it.each([
  ['a kind that Google does not know', { a: { type: 'telegram' } }, /alert_channels\.a/],
  ['a secret in clear', { a: { type: 'pagerduty', service_key: 'k' } }, /service_key/],
  ['the address of a webhook with a token', { a: { type: 'webhook_tokenauth', url: 'https://x.y' } }, /url/],
  ['a webhook without TLS', { a: { ...KINDS.desk, url: 'http://x.y' } }, /https:\/\//],
  ['a name that Google refuses as a label', { 'On call': KINDS.on_call }, /lower-case/],
  ['a mail without an address', { a: { type: 'email' } }, /email_address/],
])('refuses in the settings %s', (_, channels, sentence) => {
  expect(refused(channels)).toThrow(sentence);
});
