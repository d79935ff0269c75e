import { gcloud, type Command } from './command';
import type { Google } from './google';
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

/** Makes a newer version, which the deploy that follows then gives to the functions. */
export function rotation(installation: Installation, name: string): Command[] {
  const { secret, database } = installation;
  const variable = secretNamed(installation, name);
  const kept = secret(variable);
  return [
    gcloud(['secrets', 'versions', 'add', kept, '--data-file=-'], { type: 'new_secret', variable }),
    ...(variable === OWNER_PASSWORD
      ? [
          gcloud(
            [
              'sql',
              'users',
              'set-password',
              database.owner,
              `--instance=${database.instance}`,
              '--flags-file=-',
            ],
            { type: 'stored_password', secret: kept },
          ),
        ]
      : []),
  ];
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
