import { TARGETS } from '../../../functions/variables';
import { gcloud } from '../command';
import { isCloudSql } from '../settings/database-settings';
import { at, type Google } from '../google';
import type { Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { DEPLOYER, deployerRoles, TESTER, TESTER_ROLES } from './deployer-roles';

const ALWAYS = [
  'artifactregistry',
  'cloudbuild',
  'cloudfunctions',
  'cloudresourcemanager',
  'cloudscheduler',
  'cloudtasks',
  'iam',
  'iamcredentials',
  'logging',
  'monitoring',
  'run',
  'secretmanager',
];

/** The APIs that must be enabled. One call enables all of them, because each call takes half a minute. */
export async function services({ settings }: Installation, google: Google): Promise<Resource[]> {
  const names = [
    ...ALWAYS,
    ...(isCloudSql(settings) ? ['sqladmin'] : []),
    ...(settings.domain === undefined ? [] : ['compute']),
  ].map((name) => `${name}.googleapis.com`);
  const isEnabled = await Promise.all(names.map(google.isEnabled));
  const missing = names.filter((_, i) => !isEnabled[i]);
  return [
    {
      title: 'enabled APIs',
      wanted: Object.fromEntries(names.map((name) => [name, 'enabled'])),
      found: Object.fromEntries(names.filter((_, i) => isEnabled[i]).map((name) => [name, 'enabled'])),
      create: [],
      update: () => [gcloud(['services', 'enable', ...missing])],
    },
  ];
}

interface Account {
  /** The end of its id. */
  readonly role: string;
  readonly does: string;
  /** Roles in the whole project. `secrets.ts` gives access to single secrets. */
  readonly roles: readonly string[];
}

/** Every service account, with the minimal roles in the project that its work needs. */
function accountsOf({ settings, folder }: Installation): Account[] {
  const database = isCloudSql(settings)
    ? ['roles/cloudsql.client', ...(settings.database.login === 'iam' ? ['roles/cloudsql.instanceUser'] : [])]
    : [];
  return [
    ...TARGETS.map((target) => ({
      role: folder(target),
      does: `Runs the function ${target}`,
      roles: database,
    })),
    // It needs no role, because its token only proves to the worker that the scheduler or the queue is calling.
    { role: 'scheduler', does: 'Wakes the worker, each minute and by the queue', roles: [] },
    { role: 'build', does: 'Builds the functions', roles: ['roles/cloudbuild.builds.builder'] },
    ...(settings.deployer
      ? [
          { role: TESTER, does: 'Tests in Cloud Build', roles: TESTER_ROLES },
          { role: DEPLOYER, does: 'Deploys from Cloud Build', roles: deployerRoles(settings) },
        ]
      : []),
  ];
}

export async function serviceAccounts(installation: Installation, google: Google): Promise<Resource[]> {
  const found = await google.list('iam.googleapis.com', 'iam', 'service-accounts', 'list');
  const emails = new Set(found.map((account) => at(account, 'email')));
  const { settings, account } = installation;
  return accountsOf(installation).map(({ role, does }) =>
    existing(`service account ${settings.name}-${role}`, emails.has(account(role)), [
      gcloud([
        'iam',
        'service-accounts',
        'create',
        `${settings.name}-${role}`,
        `--display-name=TelePay: ${does}`,
      ]),
    ]),
  );
}

interface Policy {
  readonly bindings?: readonly { readonly role: string; readonly members?: readonly string[] }[];
}

export const isBound = (policy: unknown, role: string, member: string): boolean =>
  ((policy as Policy | null)?.bindings ?? []).some(
    (binding) => binding.role === role && binding.members?.includes(member),
  );

export async function projectRoles(installation: Installation, google: Google): Promise<Resource[]> {
  const { project } = installation.settings;
  const policy = await google.get('projects', 'get-iam-policy', project);
  return accountsOf(installation).flatMap(({ role: id, roles }) =>
    roles.map((role) => {
      const member = `serviceAccount:${installation.account(id)}`;
      return existing(`${role} for ${installation.account(id)}`, isBound(policy, role, member), [
        gcloud([
          'projects',
          'add-iam-policy-binding',
          project,
          `--member=${member}`,
          `--role=${role}`,
          '--condition=None',
        ]),
      ]);
    }),
  );
}
