import { planDrill } from '../../infra/deploy/drill';
import { dryRun, planDeploy } from '../../infra/deploy/plan';
import { describe as describeChange, type Change } from '../../infra/deploy/resource';
import { policiesOf } from '../../infra/deploy/monitoring/policies';
import { dashboardJson } from '../../infra/deploy/monitoring/dashboard';
import { demandThatPoolsFit } from '../../infra/deploy/sizes';
import { STAGES } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { withGcloud } from './installed-gcloud';
import { installed, nothingThere, startDeploying, type Deploying } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const AT_URL = { database: { kind: 'url', max_connections: 200 } };
const POOLED = { database: { kind: 'url', max_connections: 200, pooler: 'transaction' }, deployer: true };

const linesOf = async (given: object) =>
  dryRun(await planDeploy(STAGES, installed(given), nothingThere), 'p');

it('makes nothing of Cloud SQL for a database at a URL, and gives nobody a right on it', async () => {
  for (const given of [AT_URL, POOLED]) {
    const lines = await linesOf(given);
    expect(lines).toMatch(/^gcloud functions deploy telepay-worker /m);
    const ofCloudSql =
      /.*(\bsql\b|sqladmin|cloudsql|CLOUD_SQL|DATABASE_(USER|NAME|PASSWORD)|owner-password).*/gi;
    expect(lines.match(ofCloudSql)).toBeNull();
  }
});

it('names only secrets, and gives the functions no address of the owner', async () => {
  const lines = await linesOf(POOLED);
  const functions = lines.split('\n').filter((line) => line.startsWith('gcloud functions deploy '));
  expect(functions).toHaveLength(5);
  for (const line of functions) {
    expect(line).toMatch(/--set-secrets=\S*DATABASE_URL=telepay-database-url:1/);
    expect(line).toContain('DATABASE_POOLER=transaction');
    expect(line).not.toContain('DIRECT');
  }
  const readers = [
    ...lines.matchAll(/add-iam-policy-binding telepay-database-direct-url .*:telepay-([a-z-]+)@/g),
  ];
  expect(readers.map(([, who]) => who)).toEqual(['deployer']);
  expect(lines).toContain(
    'DATABASE_URL=sm://projects/telepay-test/secrets/telepay-database-url/versions/latest ' +
      'DATABASE_DIRECT_URL=sm://projects/telepay-test/secrets/telepay-database-direct-url/versions/latest ' +
      'DATABASE_POOLER=transaction npm run --silent migrate\n',
  );
});

it('watches refused logins and nothing else of a database that somebody else runs', () => {
  const installation = installed(AT_URL);
  const ids = policiesOf(installation).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('database_'))).toEqual(['database_login_refused']);
  const all = JSON.stringify([policiesOf(installation), dashboardJson(installation)]);
  expect(all.match(/.{0,80}cloudsql.{0,80}/g)).toBeNull();
});

it.each([
  [{ kind: 'url' }, /database\.max_connections: is needed with "kind": "url"/],
  [{ ...AT_URL.database, tier: 'db-f1-micro' }, /database\.tier: is a setting of Cloud SQL/],
  [{ ...AT_URL.database, login: 'iam' }, /database\.login: is a setting of Cloud SQL/],
  [{ ...AT_URL.database, availability: 'regional' }, /database\.availability: is a setting of Cloud SQL/],
  [{ ...AT_URL.database, instance: 'other' }, /database\.instance: is a setting of Cloud SQL/],
  [{ ...AT_URL.database, storage_limit_gb: 20 }, /database\.storage_limit_gb: is a setting of Cloud SQL/],
  [{ ...AT_URL.database, pooler: 'session' }, /database\.pooler: /],
  [{ ...AT_URL.database, url: 'postgres://u:hunter2@h/d' }, /database: Unrecognized key: "url"/],
  [{ pooler: 'transaction' }, /database\.pooler: needs "kind": "url"/],
])('refuses the settings %j with a sentence', (database, sentence) => {
  const parse = () => installed({ database });
  expect(parse).toThrow(sentence);
  expect(parse).not.toThrow('hunter2');
});

it('does the arithmetic against the limit that the operator states', () => {
  const within = (max_connections: number) => () =>
    demandThatPoolsFit(installed({ database: { kind: 'url', max_connections } }).settings);
  expect(within(130)).not.toThrow();
  expect(within(104)).toThrow(
    'but the database accepts 104. Lower max_instances, or raise database.max_connections if it, or its pooler, accepts more.',
  );
});

it('says that a drill does not apply', async () => {
  await expect(planDrill(installed(AT_URL), nothingThere)).rejects.toThrow(
    'The database of this installation is at a URL, so its provider backs it up',
  );
});

/** What differs, but for the source, because another test may build it meanwhile. */
const differencesIn = (change: Change): string[] =>
  change.type === 'none' ||
  (change.type === 'update' && change.differences.every(({ setting }) => setting === 'source'))
    ? []
    : [describeChange(change)];

withGcloud('by the real gcloud', () => {
  let deploying: Deploying;
  beforeEach(async () => {
    deploying = await startDeploying(STAGES, []);
  });
  afterEach(() => deploying.close());

  it('is deployed without any call about Cloud SQL, and a second time differs in nothing', async () => {
    const installation = installed(POOLED);
    await deploying.apply(await deploying.plan(installation));
    expect(
      (await deploying.plan(installation)).flatMap(({ changes }) => changes).flatMap(differencesIn),
    ).toEqual([]);
    expect(
      deploying.google.calls.filter(({ url }) => /sqladmin\.googleapis|\/sql\/|\/instances/.test(url)),
    ).toEqual([]);
  });
});
