import { FUNCTIONS } from '../../infra/build/built-functions';
import { describePlan } from '../../infra/deploy/plan';
import { STAGES } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { PROJECT } from './google/stand-in';
import { withGcloud } from './installed-gcloud';
import { installed, startDeploying, type Deploying } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const STAGE_TITLES = ['functions', 'images'];
const SERVICES = Object.keys(FUNCTIONS).map((folder) => `telepay-${folder}`);
const REPOSITORY = `projects/${PROJECT}/locations/europe-west1/repositories/gcf-artifacts`;

const UNCHECKED = { public: 'no_iam_check', log_level: 'debug' };

// The tests run in order, and each one continues with the project as the last one left it.
withGcloud('a deploy of the functions', () => {
  let world: Deploying;
  beforeAll(async () => {
    const stages = STAGES.filter(({ title }) => STAGE_TITLES.includes(title));
    world = await startDeploying(stages, ['cloudfunctions', 'run', 'artifactregistry']);
  });
  afterAll(() => world.close());

  const deploy = async (settings: object) => world.apply(await world.plan(installed(settings)));
  const planOf = async (settings: object) => describePlan(await world.plan(installed(settings)));
  /** Whether Cloud Run checks the callers of each function. */
  const isChecked = () =>
    SERVICES.map((name) => {
      const service = world.google.store.get(`knative/services/${name}`) as {
        metadata: { annotations?: Record<string, string> };
      };
      return !/^true$/i.test(service.metadata.annotations?.['run.googleapis.com/invoker-iam-disabled'] ?? '');
    });
  const isOpenToAll = () =>
    SERVICES.map((name) => {
      const policy = world.google.store.get(
        `policies/run.fake/v1/projects/${PROJECT}/locations/europe-west1/services/${name}`,
      );
      return JSON.stringify(policy ?? {}).includes('allUsers');
    });
  const all = (value: boolean) => SERVICES.map(() => value);
  const uploads = () =>
    world.google.calls.filter(({ method, url }) => method === 'PUT' && url.startsWith('storage'));

  it('binds nobody if the organization forbids allUsers', async () => {
    await deploy({ public: 'no_iam_check' });
    expect(isChecked()).toEqual(all(false));
    expect(isOpenToAll()).toEqual(all(false));
    expect(await planOf({ public: 'no_iam_check' })).toContain('Nothing differs.');
  });

  it('changes the way also when a function must be deployed anyway', async () => {
    expect(await planOf({ log_level: 'debug' })).toMatch(
      /IAM check: off → on\n\s+called by: \(nothing\) → allUsers\n\s+variable LOG_LEVEL: info → debug/,
    );
    await deploy({ log_level: 'debug' });
    expect([isChecked(), isOpenToAll()]).toEqual([all(true), all(true)]);
    expect(await planOf({ log_level: 'debug' })).toContain('Nothing differs.');
  });

  it('changes the way without a build', async () => {
    const before = uploads().length;
    await deploy(UNCHECKED);
    expect(isChecked()).toEqual(all(false));
    expect(uploads()).toHaveLength(before);
  });

  it('switches the check off again after a function is deployed', async () => {
    const name = `projects/${PROJECT}/locations/europe-west1/functions/telepay-health`;
    world.google.store.put(name, { ...world.google.store.get(name), state: 'FAILED' });
    // The stand-in resets it with a new revision, as Google may do.
    await deploy(UNCHECKED);
    expect(isChecked()).toEqual(all(false));
    expect(await planOf(UNCHECKED)).toContain('Nothing differs.');
  });

  it('keeps the newest five images of each function', () => {
    expect(world.google.store.get(REPOSITORY)).toMatchObject({
      cleanupPolicies: {
        'keep-newest': { action: 'KEEP', mostRecentVersions: { keepCount: 5 } },
        'delete-older': { action: 'DELETE', condition: { tagState: 'ANY' } },
      },
    });
  });

  it('repairs the clean-up and leaves other policies as they are', async () => {
    const mine = { id: 'mine', action: 'KEEP', mostRecentVersions: { keepCount: 9 } };
    const repository = world.google.store.get(REPOSITORY)!;
    world.google.store.put(REPOSITORY, {
      ...repository,
      cleanupPolicyDryRun: true,
      cleanupPolicies: { mine },
    });
    expect(await planOf(UNCHECKED)).toMatch(
      /~ clean-up of old images in gcf-artifacts\n\s+images of each function: \(nothing\) → KEEP 5\n\s+older images: \(nothing\) → DELETE ANY 86400s\n\s+dry run: true → false/,
    );
    await deploy(UNCHECKED);
    const { cleanupPolicies, cleanupPolicyDryRun } = world.google.store.get(REPOSITORY) as {
      cleanupPolicies: Record<string, object>;
      cleanupPolicyDryRun?: boolean;
    };
    expect(Object.keys(cleanupPolicies).sort()).toEqual(['delete-older', 'keep-newest', 'mine']);
    expect(cleanupPolicies['mine']).toMatchObject({ action: 'KEEP', mostRecentVersions: { keepCount: 9 } });
    expect(cleanupPolicyDryRun ?? false).toBe(false);
    expect(await planOf(UNCHECKED)).toContain('Nothing differs.');
  });
});
