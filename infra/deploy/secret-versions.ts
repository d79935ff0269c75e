import { gcloud, storedPassword, type Command } from './command';
import { at, lastPart, listFunctions, type Found, type Google } from './google';
import {
  DERIVED,
  OWNER_PASSWORD,
  readersOf,
  secretsOf,
  type Installation,
  type SecretVariable,
} from './installation';
import { isLive, liveVersions, newValueOf, numberOf } from './resources/secrets';
import { CommandFailed } from './run-command';
import type { Settings } from './settings/settings';

/** A change of secrets that an operator asks for together with a deploy. */
export interface SecretChange {
  /** Create a newer version. The older one is still accepted if the variable has a `…_PREVIOUS`. */
  readonly rotate?: string | undefined;
  /** Use only the newest version from now on, and disable the older ones. */
  readonly retire?: string | undefined;
  /** Somebody else may know every version that is in use, so none of them is kept. */
  readonly isLeaked?: boolean;
}

/** Finds a secret of this installation. Throws `CommandFailed` if there is none with that name, or if it is derived. */
function secretNamed({ secrets }: Pick<Installation, 'secrets'>, name: string): SecretVariable {
  const own = secrets.filter((one) => !(one in DERIVED));
  const variable = own.find((one) => one === name);
  const derived = DERIVED[name as SecretVariable];
  if (variable !== undefined) return variable;
  throw new CommandFailed(
    derived === undefined
      ? `There is no secret ${name}. The secrets are: ${own.join(', ')}.`
      : `${name} derives from ${derived.from} and changes with it.`,
  );
}

/** Throws `CommandFailed` if an installation with these settings has no secret with that name. */
export function demandSecret(settings: Settings, name: string): void {
  secretNamed({ secrets: secretsOf(settings) }, name);
}

/** A secret, and the keys that derive from it. */
const withDerived = ({ secrets }: Installation, variable: SecretVariable): SecretVariable[] => [
  variable,
  ...secrets.filter((one) => DERIVED[one]?.from === variable),
];

/**
 * Whether a version of a secret waits for a deploy: a function that reads the secret does not use it yet. A version that no
 * function reads, such as the password of the schema's owner, is in use as soon as it exists.
 */
async function isWaiting(
  { settings, secret, service }: Installation,
  google: Google,
  { variable, version }: { readonly variable: SecretVariable; readonly version: number },
): Promise<boolean> {
  const functions = await listFunctions(google, settings.region);
  const uses = (one: Found | undefined) =>
    (((one?.['serviceConfig'] as Found | undefined)?.['secretEnvironmentVariables'] ?? []) as Found[]).some(
      (given) =>
        lastPart(at(given, 'secret')) === secret(variable) && at(given, 'version') === String(version),
    );
  return readersOf(settings, variable).some(
    (target) => !uses(functions.find((one) => lastPart(at(one, 'name')) === service(target))),
  );
}

/**
 * Creates a newer version, which the following deploy gives to the functions. Safe to repeat: if a newer version is not
 * deployed everywhere yet, it creates no other. Throws `CommandFailed` if functions use two versions, because a third would end
 * the first, which callers may still sign with. A leaked secret is rotated anyway.
 */
export async function rotation(
  installation: Installation,
  google: Google,
  { rotate: name = '', isLeaked = false }: SecretChange,
): Promise<Command[]> {
  const { secret, database } = installation;
  const variable = secretNamed(installation, name);
  const kept = secret(variable);
  const add: Command[] = [];
  for (const one of withDerived(installation, variable)) {
    const [newest, previous] = await liveVersions(installation, google, one);
    // A key that does not exist yet is created by the following deploy, from the new version.
    if (newest === undefined && one !== variable) continue;
    if (previous !== undefined && newest !== undefined) {
      if (await isWaiting(installation, google, { variable: one, version: newest })) continue;
      if (!isLeaked && readersOf(installation.settings, one).length > 0)
        throw new CommandFailed(
          `${one} already has two versions in use. First run: npm run deploy -- --retire ${name}`,
        );
    }
    const words = ['secrets', 'versions', 'add', secret(one), '--data-file=-'];
    add.push(gcloud(words, newValueOf(installation, one)));
  }
  const setPassword = gcloud(
    ['sql', 'users', 'set-password', database.owner, `--instance=${database.instance}`, '--flags-file=-'],
    storedPassword(kept),
  );
  return [...add, ...(variable === OWNER_PASSWORD ? [setPassword] : [])];
}

/** Disables all versions but the newest. Run these commands only after a deploy without the older versions. */
export async function retirement(
  installation: Installation,
  google: Google,
  name: string,
): Promise<Command[]> {
  const variable = secretNamed(installation, name);
  const disabled = withDerived(installation, variable).map(async (one) => {
    const [, ...older] = await liveVersions(installation, google, one);
    return older.map((version) =>
      gcloud(['secrets', 'versions', 'disable', String(version), `--secret=${installation.secret(one)}`]),
    );
  });
  return (await Promise.all(disabled)).flat();
}

/** Reads the state as it will be once the secrets are rotated or retired. */
export function afterSecretChange(
  google: Google,
  installation: Installation,
  { rotate, retire }: SecretChange,
): Google {
  const isOf = (name: string | undefined, args: readonly string[]) =>
    name !== undefined &&
    withDerived(installation, secretNamed(installation, name)).some(
      (one) => args.join(' ') === `secrets versions list ${installation.secret(one)}`,
    );
  return {
    ...google,
    list: async (api, ...args) => {
      const found = await google.list(api, ...args);
      // Google never reuses a number, not even that of a destroyed version.
      const next = Math.max(0, ...found.map(numberOf)) + 1;
      if (isOf(rotate, args)) return [...found, { name: `versions/${next}`, state: 'ENABLED' }];
      if (!isOf(retire, args)) return found;
      const newest = Math.max(...found.filter(isLive).map(numberOf));
      return found.filter((version) => numberOf(version) === newest);
    },
  };
}
