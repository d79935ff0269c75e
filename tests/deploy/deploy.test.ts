import { createHmac } from 'node:crypto';
import { statSync } from 'node:fs';
import { FUNCTIONS } from '../../infra/build/built-functions';
import example from '../../infra/deploy.example.json';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { SECRETS, SETTINGS, startDeployment, type Deployment } from './deployment';
import { withGcloud } from './installed-gcloud';

// A whole deploy starts gcloud about eighty times.
jest.setTimeout(LONG_TEST_DEADLINE_MS);

let deployment: Deployment;

beforeAll(async () => {
  deployment = await startDeployment();
});
afterAll(() => deployment.close());

const callsSince = (start: number) => deployment.google.calls.slice(start);
const writes = (start: number) =>
  callsSince(start).filter(
    ({ method, url }) => method !== 'GET' && !url.includes('IamPolicy?') && !url.includes(':getIamPolicy'),
  );
/** Deploys the bundles that the tests were started with. */
const run = (...args: string[]) => deployment.run('--no-build', ...args);
const done = async (...args: string[]) => {
  const ended = await run(...args);
  if (ended.code !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`);
  return ended.stdout;
};
/** The stand-in's state of one resource. */
const kept = (name: string) => deployment.google.store.get(name) as never;
const FUNCTION = (folder: string) =>
  `projects/telepay-test/locations/europe-west1/functions/telepay-${folder}`;

interface Deployed {
  readonly serviceConfig: {
    readonly serviceAccountEmail: string;
    readonly environmentVariables: Readonly<Record<string, string>>;
    readonly secretEnvironmentVariables: readonly { key: string; secret: string; version: string }[];
  };
}
const deployed = (folder: string): Deployed => kept(FUNCTION(folder));

// The tests run in order, and each one continues with the project as the last one left it.
withGcloud('a deploy with the real gcloud', () => {
  it('changes nothing with --plan or --dry-run', async () => {
    const plan = await done('--plan');
    expect(plan).toContain('+ Cloud SQL instance telepay');
    expect(plan).toContain('+ function telepay-worker');
    const lines = await done('--dry-run');
    expect(lines).toMatch(/^gcloud functions deploy telepay-worker --gen2 /m);
    expect(lines).toMatch(/^gcloud tasks queues create telepay-worker --location=europe-west1 /m);
    expect(lines).toMatch(
      /^# schema\nGOOGLE_CLOUD_QUOTA_PROJECT=telepay-test CLOUD_SQL_INSTANCE=telepay-test:europe-west1:telepay /m,
    );
    for (const secret of Object.values(SECRETS)) expect(plan + lines).not.toContain(secret);
    expect(writes(0)).toEqual([]);
    expect(deployment.npmCalls()).toEqual([]);
  });

  it('changes nothing while a secret is missing, and names all that are', async () => {
    deployment.setSecrets({ TELEGRAM_BOT_TOKEN: SECRETS.TELEGRAM_BOT_TOKEN });
    const stopped = await run('--yes');
    deployment.setSecrets(SECRETS);
    expect(stopped).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('NOWPAYMENTS_API_KEY, NOWPAYMENTS_IPN_SECRET are missing.') as string,
    });
    expect(writes(0)).toEqual([]);
  });

  it('builds, migrates, deploys the functions and sets the webhook, in this order', async () => {
    const builtAt = () => statSync('dist/health/index.cjs').mtimeMs;
    const builtBefore = builtAt();
    const { stdout: output, code } = await deployment.run('--yes');
    expect(code).toBe(0);
    expect(builtAt()).toBeGreaterThan(builtBefore);
    const at = (text: string) => output.lastIndexOf(text);
    expect(at('npm run migrate')).toBeLessThan(at('✓ function telepay-worker'));
    expect(at('npm run migrate')).toBeGreaterThan(at('✓ database telepay'));
    expect(output).toContain('TelePay is deployed. What is left are');
    expect(output).not.toContain('--silent');
    const [migrate = '', webhook = '', smoke = ''] = deployment.npmCalls();
    expect(deployment.npmCalls()).toHaveLength(3);
    expect(migrate).toContain(
      'DATABASE_PASSWORD=sm://projects/telepay-test/secrets/telepay-database-owner-password/versions/latest',
    );
    expect(migrate).toContain('--grant-to=telegramWebhook=telepay-telegram-webhook@telepay-test.iam,');
    expect(smoke).toContain('--health https://telepay-health-123456789012.europe-west1.run.app/health');
    expect(webhook).toContain(
      'webhook -- set https://telepay-telegram-webhook-123456789012.europe-west1.run.app',
    );
  });

  it('gives each function its own account and only its own secrets', () => {
    const seen = Object.fromEntries(
      Object.keys(FUNCTIONS).map((folder) => {
        const { serviceConfig } = deployed(folder);
        expect(serviceConfig.serviceAccountEmail).toBe(
          `telepay-${folder}@telepay-test.iam.gserviceaccount.com`,
        );
        return [folder, serviceConfig.secretEnvironmentVariables.map(({ key }) => key).sort()];
      }),
    );
    expect(seen).toEqual({
      'telegram-webhook': ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'WEBHOOK_SIGNING_SECRET'],
      'payment-ipn': ['NOWPAYMENTS_IPN_SECRET', 'WEBHOOK_SIGNING_SECRET'],
      'notification-webhook': ['TELEGRAM_BOT_TOKEN', 'WEBHOOK_SIGNING_SECRET'],
      health: ['STATUS_KEY'],
      worker: ['NOWPAYMENTS_API_KEY', 'TELEGRAM_BOT_TOKEN', 'WEBHOOK_SIGNING_SECRET'],
    });
    const readers = (secret: string) => {
      const policy = kept(`policies/secretmanager.fake/v1/projects/telepay-test/secrets/${secret}`) as {
        bindings: { members: string[] }[];
      };
      return policy.bindings.flatMap(({ members }) => members).sort();
    };
    const account = (folder: string) =>
      `serviceAccount:telepay-${folder}@telepay-test.iam.gserviceaccount.com`;
    expect(readers('telepay-nowpayments-api-key')).toEqual([account('worker')]);
    expect(readers('telepay-nowpayments-ipn-secret')).toEqual([account('payment-ipn')]);
  });

  it('changes nothing the second time', async () => {
    const start = deployment.google.calls.length;
    expect(await done('--yes')).toContain('Nothing differs.');
    expect(writes(start)).toEqual([]);
  });

  it('shows exactly what each function is given', async () => {
    const shown = await done('--show-environment');
    for (const folder of Object.keys(FUNCTIONS)) {
      const { environmentVariables, secretEnvironmentVariables } = deployed(folder).serviceConfig;
      const own = Object.entries(environmentVariables).filter(([name]) => name !== 'DEPLOY_ID');
      const secrets = secretEnvironmentVariables.map(({ key, secret, version }) => [
        key,
        `sm://projects/telepay-test/secrets/${secret}/versions/${version}`,
      ]);
      const lines = [...own, ...secrets].map(([name, value]) => `${name}=${value}`);
      const [, text = ''] = shown.split(`# telepay-${folder}\n`);
      expect(text.split('\n\n')[0]?.trim().split('\n').sort()).toEqual(lines.sort());
    }
  });

  it.each([
    ['infra/webhook.ts', ['check']],
    ['infra/channels.ts', ['list']],
    ['infra/replay.ts', ['outbox', '1']],
    ['infra/migrate.ts', ['--plan']],
  ])('%s lacks no variable if it is given the settings', async (file, words) => {
    const { code, stderr } = await deployment.command(file, ...words);
    const [installation, ...problems] = stderr.trim().split('\n');
    expect({ code, installation }).toEqual({ code: 1, installation: 'installation telepay in telepay-test' });
    // Only the credentials are missing, which this machine does not have.
    expect(problems.join('\n')).toContain('gcloud auth application-default login');
    expect(problems.join('\n')).not.toContain('is missing');
  });

  it('lets the functions that wake the worker put tasks into its queue, and no other', async () => {
    const queue = 'projects/telepay-test/locations/europe-west1/queues/telepay-worker';
    expect(kept(queue)).toMatchObject({
      state: 'RUNNING',
      rateLimits: { maxDispatchesPerSecond: 5, maxConcurrentDispatches: 12 },
      retryConfig: { maxAttempts: 5, minBackoff: '1s', maxBackoff: '10s' },
    });
    const wakers = ['payment-ipn', 'telegram-webhook', 'worker'];
    const members = (name: string): string[] => {
      const { bindings } = kept(`policies/${name}`) as { bindings: { members: string[] }[] };
      return bindings.flatMap((each) => each.members).sort();
    };
    const accounts = wakers.map(
      (one) => `serviceAccount:telepay-${one}@telepay-test.iam.gserviceaccount.com`,
    );
    expect(members(`cloudtasks.fake/v2/${queue}`)).toEqual(accounts);
    const invoker = 'telepay-scheduler@telepay-test.iam.gserviceaccount.com';
    expect(members(`iam.fake/v1/projects/telepay-test/serviceAccounts/${invoker}`)).toEqual(accounts);
    for (const folder of Object.keys(FUNCTIONS)) {
      const { CLOUD_TASKS_QUEUE: given } = deployed(folder).serviceConfig.environmentVariables;
      expect([folder, given]).toEqual([folder, wakers.includes(folder) ? queue : undefined]);
    }
  });

  it('corrects the limits of the queue, and starts it again after somebody paused it', async () => {
    const queue = 'projects/telepay-test/locations/europe-west1/queues/telepay-worker';
    const found = kept(queue) as { rateLimits: object };
    deployment.google.store.put(queue, {
      ...found,
      state: 'PAUSED',
      rateLimits: { ...found.rateLimits, maxDispatchesPerSecond: 500 },
    });
    const plan = await done('--plan');
    expect(plan).toMatch(
      /~ queue telepay-worker\n\s+state: PAUSED → RUNNING\n\s+dispatches per second: 500 → 5\n/,
    );
    await done('--yes');
    expect(kept(queue)).toMatchObject({ state: 'RUNNING', rateLimits: { maxDispatchesPerSecond: 5 } });
    expect(await done('--plan')).toContain('Nothing differs.');
  });

  it('takes CPU between requests away from a worker of an earlier release', async () => {
    const service: { spec: { template: { metadata: object } } } = kept('knative/services/telepay-worker');
    const annotations = { 'run.googleapis.com/cpu-throttling': 'false' };
    const metadata = { ...service.spec.template.metadata, annotations };
    const template = { ...service.spec.template, metadata };
    deployment.google.store.put('knative/services/telepay-worker', {
      ...service,
      spec: { ...service.spec, template },
    });
    expect(await done('--plan')).toMatch(/~ function telepay-worker\n\s+has CPU: always → during requests/);
    await done('--yes');
    expect(await done('--plan')).toContain('Nothing differs.');
  });

  it('repairs what was changed by hand, a failed function and a lost invoker policy', async () => {
    const worker = deployed('worker');
    deployment.google.store.put(FUNCTION('worker'), {
      ...worker,
      serviceConfig: {
        ...worker.serviceConfig,
        maxInstanceRequestConcurrency: 80,
        environmentVariables: { ...worker.serviceConfig.environmentVariables, LEFT_OVER: '1' },
      },
    });
    deployment.google.store.put(FUNCTION('health'), { ...deployed('health'), state: 'FAILED' });
    const policy =
      'policies/run.fake/v1/projects/telepay-test/locations/europe-west1/services/telepay-payment-ipn';
    expect(kept(policy)).toMatchObject({ bindings: [{ members: ['allUsers'] }] });
    deployment.google.store.put(policy, { etag: 'BwY=', version: 1 });
    const always = { 'run.googleapis.com/cpu-throttling': 'false' };
    const ipn: { spec: { template: { metadata: object } } } = kept('knative/services/telepay-payment-ipn');
    const template = {
      ...ipn.spec.template,
      metadata: { ...ipn.spec.template.metadata, annotations: always },
    };
    deployment.google.store.put('knative/services/telepay-payment-ipn', {
      ...ipn,
      spec: { ...ipn.spec, template },
    });
    const plan = await done('--plan');
    expect(plan).toContain('~ function telepay-worker');
    expect(plan).toContain('concurrency: 80 → 10');
    expect(plan).toContain('variable LEFT_OVER: 1 → (nothing)');
    expect(plan).toMatch(/~ function telepay-health\n\s+state: FAILED → ACTIVE/);
    expect(plan).toMatch(
      /~ function telepay-payment-ipn\n\s+has CPU: always → during requests\n\s+called by: \(nothing\) → allUsers/,
    );
    expect(plan).toContain('3 to create or change.');
    const start = deployment.google.calls.length;
    await done('--yes');
    expect(deployed('worker').serviceConfig).toMatchObject({ maxInstanceRequestConcurrency: 10 });
    expect(deployed('worker').serviceConfig.environmentVariables).not.toHaveProperty('LEFT_OVER');
    expect(kept(policy)).toMatchObject({ bindings: [{ members: ['allUsers'] }] });
    // A lost policy and the way of billing cost no build.
    expect(
      writes(start).filter(({ method, url }) => method === 'PUT' && url.startsWith('storage')),
    ).toHaveLength(2);
    expect(await done('--plan')).toContain('Nothing differs.');
  });

  it('rotates a secret with two live versions, then retires the old one', async () => {
    deployment.setSecrets({ ...SECRETS, NOWPAYMENTS_IPN_SECRET: 'the-next-ipn-secret' });
    const shown = await done('--dry-run', '--rotate=NOWPAYMENTS_IPN_SECRET');
    expect(shown).toContain(
      'NOWPAYMENTS_IPN_SECRET=telepay-nowpayments-ipn-secret:2,NOWPAYMENTS_IPN_SECRET_PREVIOUS=telepay-nowpayments-ipn-secret:1',
    );
    await done('--yes', '--rotate=NOWPAYMENTS_IPN_SECRET');
    const versions = () =>
      deployed('payment-ipn')
        .serviceConfig.secretEnvironmentVariables.filter(({ key }) => key.startsWith('NOWPAYMENTS'))
        .map(({ key, version }) => `${key}:${version}`)
        .sort();
    expect(versions()).toEqual(['NOWPAYMENTS_IPN_SECRET:2', 'NOWPAYMENTS_IPN_SECRET_PREVIOUS:1']);
    const twice = await run('--yes', '--rotate=NOWPAYMENTS_IPN_SECRET');
    expect(twice).toMatchObject({ code: 1 });
    expect(twice.stderr).toContain('First run: npm run deploy -- --retire NOWPAYMENTS_IPN_SECRET');
    const start = deployment.google.calls.length;
    await done('--yes', '--retire=NOWPAYMENTS_IPN_SECRET');
    expect(versions()).toEqual(['NOWPAYMENTS_IPN_SECRET:2']);
    const order = writes(start).map(({ url }) => url.replace(/\?.*/, ''));
    // Disabled after the deploy of the functions, because a revision that still uses a disabled version could not start.
    expect(order.findIndex((url) => url.endsWith('/versions/1:disable'))).toBe(order.length - 1);
    expect(await done('--plan')).toContain('Nothing differs.');
  });

  it('accepts no older version of a leaked secret, even if a later step fails', async () => {
    const leaked = ['--rotate=NOWPAYMENTS_IPN_SECRET', '--leaked'];
    const shown = await done('--dry-run', ...leaked);
    expect(shown).toMatch(/NOWPAYMENTS_IPN_SECRET=telepay-nowpayments-ipn-secret:3(?!.*_PREVIOUS)/);
    expect(shown).toMatch(/versions disable 2 --secret=telepay-nowpayments-ipn-secret/);
    const start = deployment.google.calls.length;
    deployment.setSettings({ ...SETTINGS, alert_emails: ['olga@example.com', 'otto@example.com'] });
    deployment.google.fail(/notificationChannels/, { method: 'POST', status: 403, message: 'refused' });
    const stopped = await run('--yes', ...leaked);
    deployment.google.stopFailing();
    deployment.setSettings(SETTINGS);
    expect(stopped).toMatchObject({ code: 1 });
    expect(stopped.stderr).toMatch(
      /Stopped at alert channels[^]*NOWPAYMENTS_IPN_SECRET is changed already. Continue without --rotate\./,
    );
    const given = deployed('payment-ipn').serviceConfig.secretEnvironmentVariables;
    expect(given.filter(({ key }) => key.startsWith('NOWPAYMENTS_IPN_SECRET'))).toEqual([
      expect.objectContaining({ key: 'NOWPAYMENTS_IPN_SECRET', version: '3' }),
    ]);
    const disabled = writes(start).filter(({ url }) => /versions\/\d+:disable/.test(url));
    expect(disabled.map(({ url }) => /\d+(?=:disable)/.exec(url)?.[0])).toEqual(['2']);
    expect(await done('--plan')).toContain('Nothing differs.');
    expect(await run('--yes', '--leaked')).toMatchObject({
      code: 1,
      stderr: '--leaked needs --rotate NAME.\n',
    });
  });

  it('rotates the password of the schema’s owner in the database', async () => {
    await done('--yes', '--rotate=DATABASE_OWNER_PASSWORD');
    const version = kept('projects/telepay-test/secrets/telepay-database-owner-password/versions/2') as {
      payload: { data: string };
    };
    const [set] = deployment.google.calls.filter(
      ({ method, url }) => method === 'PUT' && url.includes('/users?'),
    );
    expect(set?.body).toMatchObject({
      name: 'telepay',
      password: Buffer.from(version.payload.data, 'base64').toString(),
    });
  });

  it('rolls back traffic, which the next plan shows as a difference', async () => {
    const { stdout: shown, stderr } = await run('--rollback', '--dry-run');
    expect(stderr).toContain('switch removals off in each channel');
    expect(shown.trim()).toBe(
      'gcloud run services update-traffic telepay-payment-ipn --region=europe-west1 --to-revisions=telepay-payment-ipn-00004-abc=100 --project=telepay-test',
    );
    await done('--rollback', '--yes');
    expect(kept('knative/services/telepay-payment-ipn')).toMatchObject({
      spec: { traffic: [{ revisionName: 'telepay-payment-ipn-00004-abc', percent: 100 }] },
    });
    const plan = await done('--plan');
    expect(plan).toContain('traffic: telepay-payment-ipn-00004-abc → latest revision');
    expect(plan).toContain('1 to create or change.');
  });

  it('sends secrets only to Secret Manager', () => {
    const secrets = Object.values(SECRETS).flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('base64'),
    ]);
    const places = deployment.google.calls
      .filter(({ url, body }) => secrets.some((secret) => `${url} ${JSON.stringify(body)}`.includes(secret)))
      .map(({ url }) => url.replace(/\?.*/, ''));
    expect(places.length).toBeGreaterThanOrEqual(3);
    for (const place of places) expect(place).toMatch(/^secretmanager\.fake\/.*:addVersion$/);
  });

  it('gives health only a key that derives from the signing secret, and rotates both together', async () => {
    const valueOf = (secret: string, version: number) => {
      const path = `projects/telepay-test/secrets/telepay-${secret}/versions/${version}`;
      const { payload } = kept(path) as { payload: { data: string } };
      return Buffer.from(payload.data, 'base64').toString();
    };
    const derived = (version: number) =>
      createHmac('sha256', valueOf('webhook-signing-secret', version)).update('status').digest('hex');
    const versions = () =>
      deployed('health')
        .serviceConfig.secretEnvironmentVariables.map(({ key, version }) => `${key}:${version}`)
        .sort();
    expect(valueOf('status-key', 1)).toBe(derived(1));
    expect(versions()).toEqual(['STATUS_KEY:1']);
    await done('--yes', '--rotate=WEBHOOK_SIGNING_SECRET');
    expect(valueOf('status-key', 2)).toBe(derived(2));
    expect(derived(2)).not.toBe(derived(1));
    expect(versions()).toEqual(['STATUS_KEY:2', 'STATUS_KEY_PREVIOUS:1']);
    await done('--yes', '--retire=WEBHOOK_SIGNING_SECRET');
    expect(versions()).toEqual(['STATUS_KEY:2']);
    expect(await done('--plan')).toContain('Nothing differs.');
    const alone = await run('--yes', '--rotate=STATUS_KEY');
    expect(alone).toMatchObject({ code: 1 });
    expect(alone.stderr).toContain('STATUS_KEY derives from WEBHOOK_SIGNING_SECRET and changes with it.');
  });

  it('refuses another region than the database’s before it changes anything, also with --rotate', async () => {
    deployment.setSettings({ ...SETTINGS, region: 'us-central1' });
    const start = deployment.google.calls.length;
    const refused = await run('--yes', '--rotate=WEBHOOK_SIGNING_SECRET');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(
      'telepay is in europe-west1, but region is us-central1. Nothing was changed.',
    );
    expect(writes(start)).toEqual([]);
    deployment.setSettings(SETTINGS);
  });

  it('can continue after a step that failed', async () => {
    deployment.setSettings({ ...SETTINGS, name: 'second' });
    deployment.google.fail(/^iam\.fake.*serviceAccounts/, {
      method: 'POST',
      status: 403,
      message: 'You may not make accounts.',
    });
    const stopped = await run('--yes');
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain('Stopped at service accounts: ');
    expect(stopped.stderr).toContain('You may not make accounts.');
    expect(stopped.stderr).toContain('Run the same command again to continue.');
    expect(stopped.stderr).not.toMatch(/^\s+at /m);
    deployment.google.stopFailing();
    const plan = await done('--plan');
    expect(plan).toMatch(/^APIs:\n {2}= 1 unchanged/m);
    expect(plan).toContain('+ service account second-worker');
  });
});

it.each([
  [{ ...SETTINGS, project: 'No Project' }, 'project: must be a Google Cloud project id'],
  [{ ...SETTINGS, bot_token: '1' }, 'Unrecognized key: "bot_token"'],
  [example, 'project: is still what the example says'],
  [example, 'bot_username: is still what the example says'],
  [example, 'alert_emails.0: is still what the example says'],
  [{ ...SETTINGS, functions: { worker: { max_instances: 50 } } }, 'the database accepts 150'],
])('refuses settings that cannot work: %j', async (settings, sentence) => {
  deployment.setSettings(settings);
  const ended = await run('--plan');
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain(sentence);
});
