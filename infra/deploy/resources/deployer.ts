import { TARGETS } from '../../../functions/variables';
import { gcloud } from '../command';
import { at, type Google } from '../google';
import type { Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { DEPLOYER } from './deployer-roles';
import { isBound } from './project';

const ACT_AS = 'roles/iam.serviceAccountUser';

/** The deployer may act only as the accounts of the functions, of the scheduler, and of the builds. */
export async function deployerActsAs(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, folder, account } = installation;
  if (!settings.deployer) return [];
  const there = await google.list('iam.googleapis.com', 'iam', 'service-accounts', 'list');
  const emails = new Set(there.map((one) => at(one, 'email')));
  const member = `serviceAccount:${account(DEPLOYER)}`;
  return Promise.all(
    [...TARGETS.map(folder), 'scheduler', 'build'].map(async (role) => {
      const email = account(role);
      const policy = emails.has(email)
        ? await google.get('iam', 'service-accounts', 'get-iam-policy', email)
        : {};
      return existing(`${DEPLOYER} may act as ${role}`, isBound(policy, ACT_AS, member), [
        gcloud([
          'iam',
          'service-accounts',
          'add-iam-policy-binding',
          email,
          `--member=${member}`,
          `--role=${ACT_AS}`,
        ]),
      ]);
    }),
  );
}
