import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { planDeploy } from '../../infra/deploy/plan';
import { DEPLOYER_ROLES, deployerSecrets } from '../../infra/deploy/resources/deployer-roles';
import { STAGES } from '../../infra/deploy/stages';
import { startDeployment } from './deployment';
import { withGcloud } from './installed-gcloud';
import { installed, nothingThere } from './support/installed';

const ROOT = join(__dirname, '../..');
const text = readFileSync(join(ROOT, 'cloudbuild.yaml'), 'utf8');

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
const build = BUILD.parse(parse(text));

it('has only fields that Cloud Build knows', () => {
  expect(build.steps.map(({ id }) => id)).toEqual(['test', 'build', 'lend-node', 'deploy']);
  expect(() => BUILD.parse({ ...build, step: [] })).toThrow();
});

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

it('calls only commands that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = build.steps.flatMap(({ entrypoint, args }) =>
    entrypoint === 'npm' ? [args[1]] : [...args.join(' ').matchAll(/npm run (\w+)/g)].map(([, name]) => name),
  );
  expect(commands).toEqual(['build', 'deploy']);
  for (const name of commands) expect(scripts).toHaveProperty(String(name));
  expect(build.steps[0]?.args).toEqual(['.ci/run']);
  expect(existsSync(join(ROOT, '.ci/run'))).toBe(true);
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

  it('has the name in cloudbuild.yaml', () => {
    expect(build.substitutions).toMatchObject({ _DEPLOYER: 'telepay-deployer' });
  });
});

withGcloud('by the real gcloud', () => {
  it('is submitted with all of its steps', async () => {
    const deployment = await startDeployment();
    try {
      const { code, stderr } = await deployment.gcloud(
        'builds',
        'submit',
        '--no-source',
        `--config=${join(ROOT, 'cloudbuild.yaml')}`,
        '--async',
      );
      expect({ code, stderr }).toMatchObject({ code: 0 });
      const [submitted] = deployment.google.calls.filter(({ url }) => /cloudbuild\.fake.*\/builds/.test(url));
      expect(submitted?.body).toMatchObject({
        steps: build.steps.map(({ id, name, args }) => ({ id, name, args })),
        options: build.options,
        tags: build.tags,
      });
    } finally {
      await deployment.close();
    }
  });
});
