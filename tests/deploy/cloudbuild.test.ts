import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeLoad } from 'js-yaml';
import { gcloud } from '../../infra/deploy/command';
import { planDeploy } from '../../infra/deploy/plan';
import { DEPLOYER_ROLES, DEPLOYER_SECRETS } from '../../infra/deploy/resources/deployer-roles';
import { STAGES } from '../../infra/deploy/stages';
import { BUILD } from './build-schema';
import { installed, nothingThere, startDeploying } from './installed';
import { isGcloudInstalled } from './installed-gcloud';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '../..');
const text = readFileSync(join(ROOT, 'cloudbuild.yaml'), 'utf8');
const build = BUILD.parse(safeLoad(text));
const seconds = (duration = '') => Number(duration.replace('s', ''));
const npmScripts = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;

it('refuses what Cloud Build does not know', () => {
  const parsed = BUILD.safeParse({ ...build, steps: [{ ...build.steps[0], entryPoint: 'bash' }] });
  expect(parsed.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['entryPoint'] }]);
});

it('installs, checks and tests, builds, and deploys, in this order', () => {
  expect(build.steps.map(({ id }) => id)).toEqual(['test', 'build', 'lend-node', 'deploy']);
  const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  const order = ['npm ci', 'npm run check', 'npm test'].map((command) => ci.indexOf(`\n${command}`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
  const titles = STAGES.map(({ title }) => title);
  const stages = ['schema', 'functions', 'smoke test', 'webhook'];
  expect(titles.filter((title) => stages.includes(title))).toEqual(stages);
});

it('runs nothing but the project’s own commands', () => {
  const words = build.steps.map(({ entrypoint = '', args = [] }) => [entrypoint, ...args].join(' '));
  const scripts = words.flatMap((line) => [...line.matchAll(/npm run (\w+)/g)].map(([, name]) => name));
  expect(scripts).toEqual(['build', 'deploy']);
  expect(scripts.filter((name) => !((name ?? '') in npmScripts))).toEqual([]);
  expect(words[0]).toBe('bash .ci/run');
});

it('pins its images, and gives every step and the whole a time to end', () => {
  for (const { name, timeout } of build.steps) {
    expect(name).toMatch(/^(node|gcr\.io\/google\.com\/cloudsdktool\/google-cloud-cli):\d+\.\d+[\w.-]*$/);
    expect(seconds(timeout)).toBeGreaterThan(0);
  }
  const sum = build.steps.reduce((total, { timeout }) => total + seconds(timeout), 0);
  expect(seconds(build.timeout)).toBeGreaterThanOrEqual(sum);
});

it('declares and explains every substitution that it uses, and uses every one that it declares', () => {
  const [comment = '', ...rest] = text.split(/^steps:/m);
  const used = [...rest.join('').matchAll(/\$\{(_\w+)\}/g)].map(([, name]) => String(name));
  const declared = Object.keys(build.substitutions ?? {});
  expect([...new Set(used)].sort()).toEqual(declared.sort());
  for (const name of declared) expect(comment).toMatch(new RegExp(`^#   ${name} `, 'm'));
});

it('lends each volume from one step to another', () => {
  const users = build.steps.flatMap(({ volumes = [] }) => volumes.map(({ name }) => name));
  for (const name of users) expect(users.filter((other) => other === name)).toHaveLength(2);
});

describe('the account that deploys', () => {
  const titles = async (settings: object) =>
    (await planDeploy(STAGES, installed(settings), nothingThere)).flatMap(({ changes }) =>
      changes.map(({ resource }) => resource.title).filter((title) => title.includes('deployer')),
    );

  it('is made only where the settings say so', async () => {
    expect(await titles({})).toEqual([]);
  });

  it('has the roles that are explained, acts as the accounts of this installation, and sees three secrets', async () => {
    const email = 'telepay-deployer@telepay-test.iam.gserviceaccount.com';
    expect(await titles({ deployer: true })).toEqual([
      'service account telepay-deployer',
      ...Object.keys(DEPLOYER_ROLES).map((role) => `${role} for ${email}`),
      ...[
        'telegram-webhook',
        'payment-ipn',
        'notification-webhook',
        'health',
        'worker',
        'scheduler',
        'build',
      ].map((role) => `deployer may act as ${role}`),
      ...DEPLOYER_SECRETS.map((secret) => `${installed().secret(secret)} readable by deployer`),
    ]);
  });

  it('can give nobody a role, and read no secret that is not its own to show', () => {
    const mighty = /owner|editor$|projectIamAdmin|securityAdmin|serviceAccountAdmin|secretAccessor|\.admin$/;
    expect(Object.keys(DEPLOYER_ROLES).filter((role) => mighty.test(role))).toEqual([
      'roles/run.admin',
      'roles/cloudscheduler.admin',
      'roles/monitoring.editor',
    ]);
  });

  it('is the one that cloudbuild.yaml names', () => {
    expect(build.substitutions).toMatchObject({ _DEPLOYER: 'telepay-deployer' });
  });
});

(isGcloudInstalled ? it : it.skip)('is read by the real gcloud as it is meant', async () => {
  const world = await startDeploying([], []);
  try {
    await world.run(
      gcloud(['builds', 'submit', '--no-source', `--config=${join(ROOT, 'cloudbuild.yaml')}`, '--async']),
    );
    const sent = world.google.calls.find(({ method, url }) => method === 'POST' && url.includes('/builds'));
    // gcloud says that it was gcloud, and knows the tag as one of several.
    expect(sent?.body).toMatchObject(build);
  } finally {
    await world.close();
  }
});
