import { TARGETS } from '../../functions/variables';
import { describePlan, lastWords, planDeploy } from '../../infra/deploy/plan';
import { PATHS } from '../../infra/deploy/installation';
import { LIMITED } from '../../infra/deploy/resources/cloud-armor';
import { LOAD_BALANCER } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { PROJECT } from './google/stand-in';
import { withGcloud } from './installed-gcloud';
import { installed, nothingThere, startDeploying, type Deploying } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const DOMAIN = 'pay.example.com';
const installation = installed({ domain: DOMAIN });
const last = (value: unknown) => String(value).split('/').at(-1);

it('plans nothing without a domain', async () => {
  const plan = await planDeploy(LOAD_BALANCER, installed(), nothingThere);
  expect(plan.flatMap(({ changes }) => changes)).toEqual([]);
  expect(await lastWords(LOAD_BALANCER, installed(), nothingThere)).toEqual([]);
});

it('does not rate limit Telegram and NOWPayments by address', () => {
  expect([...LIMITED].sort()).toEqual(['health', 'notificationWebhook']);
});

withGcloud('by the real gcloud', () => {
  let world: Deploying;
  beforeAll(async () => {
    world = await startDeploying(LOAD_BALANCER, ['compute']);
    await world.apply(await world.plan(installation));
  });
  afterAll(() => world.close());
  const global = (kind: string) => world.google.store.list(`projects/${PROJECT}/global/${kind}`);
  const backend = (name: string) => global('backendServices').find((one) => one['name'] === name)!;

  /** The backend that the URL map chooses: https://cloud.google.com/load-balancing/docs/url-map-concepts */
  function backendOf(path: string): string | undefined {
    const map = global('urlMaps').find(({ name }) => name === 'telepay')!;
    const [{ defaultService, pathRules }] = map['pathMatchers'] as [
      { defaultService: string; pathRules: { paths: string[]; service: string }[] },
    ];
    const rule = pathRules.find(({ paths }) =>
      paths.some((one) => (one.endsWith('/*') ? path.startsWith(one.slice(0, -1)) : path === one)),
    );
    return last(rule?.service ?? defaultService);
  }

  it('plans nothing after it was applied', async () => {
    expect(describePlan(await world.plan(installation))).toContain('Nothing differs.');
  });

  it.each(TARGETS.flatMap((target) => PATHS[target].map((path) => [path, target] as const)))(
    'routes %s to %s',
    (path, target) => {
      const name = installation.service(target);
      expect(backendOf(path.replace('*', 'notification'))).toBe(name);
      const [{ group }] = backend(name)['backends'] as [{ group: string }];
      expect(
        world.google.store.get(
          `projects/${PROJECT}/regions/europe-west1/networkEndpointGroups/${last(group)}`,
        ),
      ).toMatchObject({ networkEndpointType: 'SERVERLESS', cloudRun: { service: name } });
    },
  );

  it.each(['/', '/worker', '/telegram/more', '/admin.php'])(
    'routes %s to the function that answers 404',
    (path) => {
      expect(backendOf(path)).toBe('telepay-health');
    },
  );

  it('throttles only /health and the notification webhook by address', () => {
    const [{ rules }] = global('securityPolicies') as [{ rules: Record<string, unknown>[] }];
    expect(rules.map(({ action }) => action)).toEqual(['allow', 'throttle']);
    expect(rules[1]).toMatchObject({
      rateLimitOptions: {
        enforceOnKey: 'IP',
        rateLimitThreshold: { count: 300, intervalSec: 60 },
        exceedAction: 'deny(429)',
      },
    });
    const limited = global('backendServices').filter(({ securityPolicy }) => securityPolicy !== undefined);
    expect(limited.map(({ name }) => name).sort()).toEqual([
      'telepay-health',
      'telepay-notification-webhook',
    ]);
  });

  it('serves https with TLS 1.2 and redirects http to it', () => {
    const ports = global('forwardingRules').map(({ portRange, target }) => [portRange, last(target)]);
    expect(ports.sort()).toEqual([
      ['443', 'telepay'],
      ['80', 'telepay'],
    ]);
    const [https] = global('targetHttpsProxies');
    expect(last(https!['urlMap'])).toBe('telepay');
    expect(last(https!['sslPolicy'])).toBe('telepay');
    expect(global('sslPolicies')).toMatchObject([{ minTlsVersion: 'TLS_1_2', profile: 'MODERN' }]);
    expect(global('sslCertificates')).toMatchObject([{ managed: { domains: [DOMAIN] } }]);
    const [http] = global('targetHttpProxies');
    expect(global('urlMaps').find(({ name }) => name === last(http!['urlMap']))).toMatchObject({
      defaultUrlRedirect: { httpsRedirect: true },
    });
  });

  it('names the DNS record to set until the certificate is active', async () => {
    const [record] = await lastWords(LOAD_BALANCER, installation, world.read());
    expect(record).toContain(`${DOMAIN}.  A  203.0.113.80`);
    const [certificate] = global('sslCertificates');
    const name = `projects/${PROJECT}/global/sslCertificates/${String(certificate!['name'])}`;
    world.google.store.put(name, { ...certificate!, managed: { domains: [DOMAIN], status: 'ACTIVE' } });
    expect(await lastWords(LOAD_BALANCER, installation, world.read())).toEqual([]);
  });

  it('restores what was changed by hand while it moves to another domain', async () => {
    const { store } = world.google;
    const [policy] = global('securityPolicies');
    const change = (kind: string, name: string, changes: object) => {
      const full = `projects/${PROJECT}/global/${kind}/${name}`;
      store.put(full, { ...store.get(full), ...changes });
    };
    const [allow] = policy!['rules'] as unknown[];
    change('securityPolicies', String(policy!['name']), { rules: [allow] });
    change('backendServices', 'telepay-health', { securityPolicy: undefined, backends: [] });
    const moved = installed({ domain: 'new.example.com' });
    const plan = await world.plan(moved);
    const differing = plan.flatMap(({ changes }) =>
      changes.filter(({ type }) => type !== 'none').map(({ type, resource }) => `${type} ${resource.title}`),
    );
    expect(differing).toEqual([
      'create certificate for new.example.com',
      'update Cloud Armor policy telepay-by-address',
      'update backend telepay-health',
      'update URL map telepay',
      'update https proxy telepay',
    ]);
    await world.apply(plan);
    expect(describePlan(await world.plan(moved))).toContain('Nothing differs.');
    const map = global('urlMaps').find(({ name }) => name === 'telepay');
    expect(map).toMatchObject({ hostRules: [{ hosts: ['new.example.com'] }] });
  });
});
