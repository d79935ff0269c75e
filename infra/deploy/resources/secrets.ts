import { TARGETS } from '../../../functions/variables';
import { gcloud, type Input } from '../command';
import { at, lastPart, type Found, type Google } from '../google';
import { DERIVED, secretsFor, type Installation, type SecretVariable } from '../installation';
import { existing, type Resource } from '../resource';
import { DEPLOYER, deployerSecrets } from './deployer-roles';
import { isBound } from './project';

const API = 'secretmanager.googleapis.com';
const ACCESSOR = 'roles/secretmanager.secretAccessor';

async function isKept({ secret }: Installation, google: Google, variable: SecretVariable): Promise<boolean> {
  const all = await google.list(API, 'secrets', 'list');
  return all.some((found) => lastPart(at(found, 'name')) === secret(variable));
}

export const isLive = (version: Found): boolean => at(version, 'state').toUpperCase() === 'ENABLED';
export const numberOf = (version: Found): number => Number(lastPart(at(version, 'name')));

/** The numbers of a secret's enabled versions, newest first. */
export async function liveVersions(
  installation: Installation,
  google: Google,
  variable: SecretVariable,
): Promise<number[]> {
  if (!(await isKept(installation, google, variable))) return [];
  const versions = await google.list(API, 'secrets', 'versions', 'list', installation.secret(variable));
  return versions
    .filter(isLive)
    .map(numberOf)
    .sort((a, b) => b - a);
}

/** The source of a new version's value. */
export function newValueOf({ secret }: Installation, variable: SecretVariable): Input {
  const derived = DERIVED[variable];
  return derived === undefined
    ? { type: 'new_secret', variable }
    : { type: 'derived_key', secret: secret(derived.from), purpose: derived.purpose };
}

/** Each secret, with a first version. `--rotate` adds later ones. */
export const secrets = (installation: Installation, google: Google): Promise<Resource[]> =>
  kept(installation, google, ({ secrets: all }) => all.filter((variable) => !(variable in DERIVED)));

/** The keys that derive from those secrets, which must exist before. */
export const derivedKeys = (installation: Installation, google: Google): Promise<Resource[]> =>
  kept(installation, google, ({ secrets: all }) => all.filter((variable) => variable in DERIVED));

function kept(
  installation: Installation,
  google: Google,
  which: (installation: Installation) => SecretVariable[],
): Promise<Resource[]> {
  return Promise.all(
    which(installation).map(async (variable): Promise<Resource> => {
      const name = installation.secret(variable);
      const live = await liveVersions(installation, google, variable);
      const value = newValueOf(installation, variable);
      return {
        title: `secret ${name}`,
        wanted: { value: 'exists' },
        found: (await isKept(installation, google, variable))
          ? { value: live.length > 0 ? 'exists' : '' }
          : undefined,
        create: [
          gcloud(['secrets', 'create', name, '--replication-policy=automatic', '--data-file=-'], value),
        ],
        update: () => [gcloud(['secrets', 'versions', 'add', name, '--data-file=-'], value)],
      };
    }),
  );
}

/** The access to secrets: each function reads only its own, and the deployer only those that it needs itself. */
export async function secretAccess(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, secret, account, folder } = installation;
  const functions = TARGETS.flatMap((target) =>
    secretsFor(settings, target).map((variable) => ({ variable, role: folder(target) })),
  );
  const deployers = settings.deployer
    ? deployerSecrets(settings).map((variable) => ({ variable, role: DEPLOYER }))
    : [];
  const readers = [...functions, ...deployers];
  return Promise.all(
    readers.map(async ({ variable, role }) => {
      const name = secret(variable);
      const policy = (await isKept(installation, google, variable))
        ? await google.get('secrets', 'get-iam-policy', name)
        : {};
      const member = `serviceAccount:${account(role)}`;
      return existing(`${name} readable by ${role}`, isBound(policy, ACCESSOR, member), [
        gcloud(['secrets', 'add-iam-policy-binding', name, `--member=${member}`, `--role=${ACCESSOR}`]),
      ]);
    }),
  );
}
