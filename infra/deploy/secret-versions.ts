import { gcloud, type Command } from './command';
import { at, lastPart, listFunctions, type Found, type Google } from './google';
import { OWNER_PASSWORD, type Installation, type SecretVariable } from './installation';
import { isLive, liveVersions, numberOf } from './resources/secrets';
import { CommandFailed } from './run-command';

/** What an operator wants of secrets beside the deploy itself. */
export interface SecretChange {
  /** A newer version is made; the older one goes on being accepted where the variable has a `…_PREVIOUS`. */
  readonly rotate?: string | undefined;
  /** Only the newest version is used from now on, and the older ones are disabled. */
  readonly retire?: string | undefined;
}

/** The secret of that name here. Throws `CommandFailed` when there is none. */
function secretNamed({ secrets }: Installation, name: string): SecretVariable {
  const variable = secrets.find((one) => one === name);
  if (variable === undefined)
    throw new CommandFailed(`${name} is none of the secrets: ${secrets.join(', ')}.`);
  return variable;
}

/** Whether any function is given this version of a secret. */
async function isDeployed({ settings, secret }: Installation, google: Google, name: string, version: number) {
  const functions = await listFunctions(google, settings.region);
  const given = functions.flatMap(
    (one) => ((one['serviceConfig'] as Found | undefined)?.['secretEnvironmentVariables'] ?? []) as Found[],
  );
  return given.some(
    (one) =>
      lastPart(at(one, 'secret')) === secret(name as SecretVariable) &&
      at(one, 'version') === String(version),
  );
}

/**
 * Makes a newer version, which the deploy that follows then gives to the functions. Safe to repeat: while a newer version
 * waits to be deployed there is no need of another. Throws `CommandFailed` where two are in use: a third would end the
 * first, which callers may still sign with.
 */
export async function rotation(installation: Installation, google: Google, name: string): Promise<Command[]> {
  const { secret, database } = installation;
  const variable = secretNamed(installation, name);
  const kept = secret(variable);
  const [newest = 0, previous] = await liveVersions(installation, google, variable);
  const isWaiting = previous !== undefined && !(await isDeployed(installation, google, name, newest));
  if (previous !== undefined && !isWaiting)
    throw new CommandFailed(
      `${name} has two versions in use already. First: npm run deploy -- --retire ${name}`,
    );
  const add = gcloud(['secrets', 'versions', 'add', kept, '--data-file=-'], { type: 'new_secret', variable });
  const setPassword = gcloud(
    ['sql', 'users', 'set-password', database.owner, `--instance=${database.instance}`, '--flags-file=-'],
    { type: 'stored_password', secret: kept },
  );
  return [...(isWaiting ? [] : [add]), ...(variable === OWNER_PASSWORD ? [setPassword] : [])];
}

/** Disables all versions but the newest: only after the functions have been deployed without them. */
export async function retirement(
  installation: Installation,
  google: Google,
  name: string,
): Promise<Command[]> {
  const variable = secretNamed(installation, name);
  const [, ...older] = await liveVersions(installation, google, variable);
  return older.map((version) =>
    gcloud(['secrets', 'versions', 'disable', String(version), `--secret=${installation.secret(variable)}`]),
  );
}

/** What is there, as it will be once the secrets have been rotated or retired. */
export function afterSecretChange(
  google: Google,
  installation: Installation,
  { rotate, retire }: SecretChange,
): Google {
  const isOf = (name: string | undefined, args: readonly string[]) =>
    name !== undefined &&
    args.join(' ') === `secrets versions list ${installation.secret(secretNamed(installation, name))}`;
  return {
    ...google,
    list: async (api, ...args) => {
      const found = await google.list(api, ...args);
      // Numbers are never used twice, not even those of versions that were destroyed.
      const next = Math.max(0, ...found.map(numberOf)) + 1;
      if (isOf(rotate, args)) return [...found, { name: `versions/${next}`, state: 'ENABLED' }];
      if (!isOf(retire, args)) return found;
      const newest = Math.max(...found.filter(isLive).map(numberOf));
      return found.filter((version) => numberOf(version) === newest);
    },
  };
}
