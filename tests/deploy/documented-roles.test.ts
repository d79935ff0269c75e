import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from '../../infra/deploy/resource';
import { planDeploy } from '../../infra/deploy/plan';
import { STAGES } from '../../infra/deploy/stages';
import { installed, nothingThere } from './support/installed';

/** The predefined role that each group of gcloud's commands needs: https://cloud.google.com/iam/docs/roles-permissions */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  services: ['roles/serviceusage.serviceUsageAdmin'],
  iam: ['roles/iam.serviceAccountAdmin'],
  projects: ['roles/resourcemanager.projectIamAdmin'],
  secrets: ['roles/secretmanager.admin'],
  sql: ['roles/cloudsql.admin'],
  // A function runs as an account, so the person must be allowed to act as that account.
  functions: ['roles/cloudfunctions.admin', 'roles/iam.serviceAccountUser'],
  run: ['roles/run.admin'],
  artifacts: ['roles/artifactregistry.admin'],
  scheduler: ['roles/cloudscheduler.admin'],
  tasks: ['roles/cloudtasks.admin'],
  logging: ['roles/logging.configWriter'],
  monitoring: ['roles/monitoring.editor'],
  compute: ['roles/compute.admin'],
};

it('lists every role that a person needs who is not Owner', async () => {
  const installation = installed({
    domain: 'pay.example.com',
    deployer: true,
    alert_emails: ['olga@example.com'],
    public: 'no_iam_check',
  });
  const plan = await planDeploy(STAGES, installation, nothingThere);
  const commands = plan.flatMap(({ changes }) => changes.flatMap(commandsOf));
  const groups = new Set(
    commands.map(({ args }) => args.find((word) => word !== 'alpha' && word !== 'beta') ?? ''),
  );
  const runbook = readFileSync(join(__dirname, '../../infra/README.md'), 'utf8');
  const documented = /\*\*Your roles\.\*\*.*?\n\n/s.exec(runbook)?.[0].match(/roles\/[\w.]+/g);
  expect([...(documented ?? [])].map((role) => role.replace(/\.$/, '')).sort()).toEqual(
    [...groups].flatMap((group) => ROLES[group] ?? [`no role for gcloud ${group}`]).sort(),
  );
});
