import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { describePlan, planDeploy } from '../../infra/deploy/plan';
import { DEPLOYER_ROLES, deployerSecrets, TESTER_ROLES } from '../../infra/deploy/resources/deployer-roles';
import { STAGES } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { startDeployment } from './deployment';
import { callsOf, gcloudScripts } from './gcloud-scripts';
import { withGcloud } from './installed-gcloud';
import { installed, nothingThere, startDeploying } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const ROOT = join(__dirname, '../..');

// The fields that we use, and no others: https://cloud.google.com/build/docs/api/reference/rest/v1/projects.builds
const seconds = z.string().regex(/^\d+s$/);
const STEP = z.strictObject({
  id: z.string(),
  // An image must name its version, because a newer image would be another deploy.
  name: z.string().regex(/^[a-z][\w./-]*:[\w.-]*\d[\w.-]*$/),
  entrypoint: z.string().optional(),
  args: z.array(z.string()).min(1),
  volumes: z.array(z.strictObject({ name: z.string(), path: z.string().startsWith('/') })).optional(),
  timeout: seconds,
});
const BUILD = z.strictObject({
  steps: z.array(STEP).min(1),
  timeout: seconds,
  serviceAccount: z.string().startsWith('projects/'),
  substitutions: z.record(z.string().regex(/^_[A-Z0-9_]+$/), z.string()),
  options: z.strictObject({
    logging: z.enum(['CLOUD_LOGGING_ONLY', 'GCS_ONLY', 'NONE']),
    machineType: z.enum(['E2_MEDIUM', 'E2_HIGHCPU_8', 'E2_HIGHCPU_32', 'N1_HIGHCPU_8', 'N1_HIGHCPU_32']),
    substitutionOption: z.enum(['MUST_MATCH', 'ALLOW_LOOSE']),
  }),
  tags: z.array(z.string()),
});
/** A build of Cloud Build, with its file and its text. */
const read = (file: string) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return { file, text, build: BUILD.parse(parse(text)) };
};
const tests = read('cloudbuild.yaml');
const deploy = read('cloudbuild.deploy.yaml');
const scriptOf = (id: string) => deploy.build.steps.find((step) => step.id === id)?.args.at(-1) ?? '';

it('has only fields that Cloud Build knows', () => {
  expect(tests.build.steps.map(({ id }) => id)).toEqual(['test']);
  expect(deploy.build.steps.map(({ id }) => id)).toEqual([
    'passed',
    'install',
    'build',
    'lend-node',
    'deploy',
  ]);
  expect(() => BUILD.parse({ ...tests.build, step: [] })).toThrow();
});

describe.each([tests, deploy])('$file', ({ text, build }) => {
  it('declares, explains and uses the same substitutions', () => {
    const [head = ''] = text.split('\nsteps:');
    const body = text.slice(head.length).replace(/^substitutions:[^]*?\n\n/m, '');
    const used = new Set([...body.matchAll(/\$\{(_[A-Z_]+)\}/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(build.substitutions).sort());
    for (const name of used) expect(head).toContain(`#   ${String(name)} `);
  });

  it('has at least as much time as its steps together', () => {
    const total = build.steps.reduce((sum, { timeout }) => sum + Number.parseInt(timeout), 0);
    expect(total).toBeLessThanOrEqual(Number.parseInt(build.timeout));
  });
});

it('calls only commands that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = deploy.build.steps.flatMap(({ entrypoint, args }) =>
    entrypoint === 'npm' ? [args[1]] : [...args.join(' ').matchAll(/npm run (\w+)/g)].map(([, name]) => name),
  );
  expect(commands).toEqual(['build', 'deploy']);
  for (const name of commands) expect(scripts).toHaveProperty(String(name));
  expect(tests.build.steps[0]?.args).toEqual(['.ci/run']);
  expect(existsSync(join(ROOT, '.ci/run'))).toBe(true);
});

it('runs no test as the deployer, and no deploy as the tester', () => {
  expect(tests.build.serviceAccount).toContain('/${_TESTER}@');
  expect(deploy.build.serviceAccount).toContain('/${_DEPLOYER}@');
  expect(JSON.stringify(deploy.build.steps)).not.toMatch(/\.ci\/run|jest|npm test|npm run (check|test)/);
  expect(JSON.stringify(tests.build)).not.toMatch(/deploy|gcloud/);
});

describe('the deploy', () => {
  /** Runs the first step as Cloud Build does: it replaces the substitutions, then bash runs the text. */
  const decide = (given: Readonly<Record<string, string>>) => {
    const values: Readonly<Record<string, string>> = {
      ...deploy.build.substitutions,
      COMMIT_SHA: 'abc',
      ...given,
    };
    const script = scriptOf('passed').replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  };
  const PASSED = { _STATUS: 'SUCCESS', _TRIGGER: 'telepay-test', _PASSED: 'abc' };

  it('goes on with the commit that passed', () => {
    expect(decide(PASSED)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['started by hand', {}, 'no test has passed'],
    ['after a test that failed', { ...PASSED, _STATUS: 'FAILURE' }, 'no test has passed'],
    ['after a test that ended too late', { ...PASSED, _STATUS: 'TIMEOUT' }, 'no test has passed'],
    ['after a build of another trigger', { ...PASSED, _TRIGGER: 'telepay-deploy' }, 'no test has passed'],
    ['of a newer commit', { ...PASSED, COMMIT_SHA: 'def' }, 'the branch has moved on to def'],
    ['of a commit that nobody names', { ...PASSED, _PASSED: '' }, 'the branch has moved on to abc'],
  ])('refuses a build %s', (_, given, sentence) => {
    const ended = decide(given);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(sentence);
  });

  it('installs without running the packages’ own scripts', () => {
    expect(scriptOf('install')).toMatch(
      /^npm ci .*--ignore-scripts && npm rebuild --ignore-scripts=false esbuild$/,
    );
  });
});

describe('the account that tests', () => {
  it('may only write its own log', () => {
    expect(TESTER_ROLES).toEqual(['roles/logging.logWriter']);
    expect(tests.build.substitutions).toEqual({ _TESTER: 'telepay-tester' });
  });

  it('gets nothing else from a deploy, and nobody may act as it', async () => {
    const plan = await planDeploy(STAGES, installed({ deployer: true }), nothingThere);
    const commands = plan.flatMap(({ changes }) => changes.flatMap(({ resource }) => resource.create));
    const about = commands
      .map(({ args }) => args.join(' '))
      .filter((line) => line.includes('telepay-tester'));
    expect(about).toEqual([
      'iam service-accounts create telepay-tester --display-name=TelePay: Tests in Cloud Build',
      'projects add-iam-policy-binding telepay-test --member=serviceAccount:telepay-tester@telepay-test.iam.gserviceaccount.com --role=roles/logging.logWriter --condition=None',
    ]);
  });
});

describe('the account that deploys', () => {
  const titles = async (settings: object) =>
    (await planDeploy(STAGES, installed(settings), nothingThere)).flatMap(({ changes }) =>
      changes.map(({ resource }) => resource.title).filter((title) => title.includes('deployer')),
    );

  it('is created only if the settings ask for it', async () => {
    expect(await titles({})).toEqual([]);
  });

  it('has only the documented roles, accounts and secrets', async () => {
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
      ...deployerSecrets(installed().settings).map(
        (secret) => `${installed().secret(secret)} readable by deployer`,
      ),
    ]);
  });

  it('has no role that could grant roles or read every secret', () => {
    const powerful =
      /owner|editor$|projectIamAdmin|securityAdmin|serviceAccountAdmin|secretAccessor|\.admin$/;
    expect(Object.keys(DEPLOYER_ROLES).filter((role) => powerful.test(role))).toEqual([
      'roles/run.admin',
      'roles/cloudscheduler.admin',
      'roles/monitoring.editor',
    ]);
  });

  it('has the name in cloudbuild.deploy.yaml', () => {
    expect(deploy.build.substitutions).toMatchObject({ _DEPLOYER: 'telepay-deployer' });
  });
});

withGcloud('by the real gcloud', () => {
  it('is submitted with all of its steps, and its triggers are made as documented', async () => {
    const deployment = await startDeployment();
    const bodies = (kind: string) =>
      deployment.google.calls
        .filter(({ method, url }) => method === 'POST' && new RegExp(`cloudbuild\\.fake.*/${kind}`).test(url))
        .map(({ body }) => body);
    const gcloud = async (...args: string[]) => {
      const { code, stderr } = await deployment.gcloud(...args);
      if (code !== 0) throw new Error(`gcloud ${args.join(' ')}: ${stderr}`);
    };
    try {
      for (const { file } of [tests, deploy])
        await gcloud('builds', 'submit', '--no-source', `--config=${join(ROOT, file)}`, '--async');
      expect(bodies('builds')).toMatchObject(
        [tests, deploy].map(({ build }) => ({
          steps: build.steps.map(({ id, name, args }) => ({ id, name, args })),
          options: build.options,
          tags: build.tags,
        })),
      );
      const documented = gcloudScripts()
        .filter(([file]) => file === 'cloudbuild.yaml')
        .flatMap(([, script]) => callsOf(script))
        .filter(({ args }) => args.includes('triggers') && args.includes('create'));
      expect(documented).toHaveLength(2);
      for (const { args } of documented) await gcloud(...args.filter((arg) => !arg.startsWith('--project=')));
      expect(bodies('triggers')).toMatchObject([
        {
          name: 'telepay-test',
          filename: tests.file,
          serviceAccount: expect.stringContaining('/telepay-tester@') as string,
          github: { push: { branch: '^main$' } },
        },
        {
          name: 'telepay-deploy',
          gitFileSource: { path: deploy.file },
          serviceAccount: expect.stringContaining('/telepay-deployer@') as string,
          pubsubConfig: { topic: expect.stringMatching(/\/topics\/cloud-builds$/) as string },
          filter: '_STATUS == "SUCCESS" && _TRIGGER == "telepay-test"',
          substitutions: {
            _STATUS: '$(body.message.attributes.status)',
            _TRIGGER: '$(body.message.data.substitutions.TRIGGER_NAME)',
            _PASSED: '$(body.message.data.substitutions.COMMIT_SHA)',
          },
        },
      ]);
    } finally {
      await deployment.close();
    }
  });

  it('differs in nothing when its accounts, roles and secrets are deployed again', async () => {
    const end = STAGES.findIndex(({ title }) => title === 'database instance');
    const world = await startDeploying(STAGES.slice(0, end), []);
    try {
      const installation = installed({ deployer: true });
      const first = await world.plan(installation);
      expect(describePlan(first)).toContain('+ deployer may act as worker');
      await world.apply(first);
      expect(describePlan(await world.plan(installation))).toContain('Nothing differs.');
    } finally {
      await world.close();
    }
  });
});
