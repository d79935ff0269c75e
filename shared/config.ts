import { checkVariables, configError, examineVariables, type ConfigExamination } from './config/examine';
import { fetchSecrets, secretReferences, type AccessSecret } from './config/fetch-secrets';
import type { Config, ConfigName, Environment } from './config/schema';

// The only reader of `process.env`. Each function asks for its own names. Every problem is reported at once, and no
// message contains a value.
export { configError, ConfigError, type ConfigProblem } from './config/examine';
export { isPoolerAddress, protectionOf, userInUrl } from './config/database-url';
export { googleRefusal, type GoogleRefusal } from './config/google-refusal';
export { parseOwners } from './config/owners';
export { DATABASE_NAMES, HOST_NAMES, LOG_NAMES, SECRET_NAMES } from './config/names';
export { CONFIG_NAMES, whenUnset, type Config, type ConfigName, type Environment } from './config/schema';

/**
 * Reads the named variables. Values of the form `sm://projects/P/secrets/S/versions/V` are fetched from Secret
 * Manager. Throws `ConfigError` at once, before any fetch, if a variable is missing or a literal one is not valid;
 * the promise rejects with it if a fetched one is not.
 */
export function readConfig<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment = process.env,
  accessSecret?: AccessSecret,
): Promise<Config<Name>> {
  const references = secretReferences(names, environment);
  if (references.size === 0) return Promise.resolve(checkVariables(names, environment));
  const literal = names.filter((name) => !references.has(name));
  checkPresent(literal, environment, references);
  return fetchSecrets(references, accessSecret).then(({ secrets, problems, cause }) => {
    if (problems.length > 0) throw configError(problems, { cause });
    return checkVariables(names, { ...environment, ...secrets });
  });
}

/**
 * Returns the valid values of the named variables, and every problem of the others, so that a caller can work with some
 * of them. Never rejects because of a variable.
 */
export async function examineConfig<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment = process.env,
  accessSecret?: AccessSecret,
): Promise<ConfigExamination<Name>> {
  const references = secretReferences(names, environment);
  const { secrets, problems } = await fetchSecrets(references, accessSecret);
  const known = names.filter((name) => !references.has(name) || name in secrets);
  const examined = examineVariables(known, { ...environment, ...secrets });
  return { values: examined.values, problems: [...problems, ...examined.problems] };
}

/**
 * Reads the named variables like `readConfig`, and also demands those in `demanded`, which are optional elsewhere.
 * Rejects with a `ConfigError` that lists every problem.
 */
export async function demandConfig<Name extends ConfigName, Demanded extends Name>(
  names: readonly Name[],
  demanded: readonly Demanded[],
  environment: Environment = process.env,
): Promise<Config<Name> & { readonly [N in Demanded]: NonNullable<Config[N]> }> {
  const { values, problems } = await examineConfig(names, environment);
  const isReported = (name: Name) => problems.some(({ names: reported }) => reported.includes(name));
  const missing = demanded
    .filter((name) => values[name] === undefined && !isReported(name))
    .map((name) => ({ names: [name], text: `${name} is missing` }));
  if (problems.length + missing.length > 0) throw configError([...problems, ...missing]);
  return values as Config<Name> & { readonly [N in Demanded]: NonNullable<Config[N]> };
}

/** The environment, with a default for each variable in `defaults` that is unset or empty. */
export const environmentWith = (
  defaults: Readonly<Partial<Record<ConfigName, string>>>,
  environment: Environment = process.env,
): Environment => {
  const given = Object.entries(environment).filter(([, value]) => (value ?? '').trim() !== '');
  return { ...defaults, ...Object.fromEntries(given) };
};

function checkPresent(
  literal: readonly ConfigName[],
  environment: Environment,
  references: ReadonlyMap<ConfigName, string>,
): void {
  // A URL that comes from Secret Manager still satisfies "DATABASE_URL or CLOUD_SQL_INSTANCE".
  const needsDatabase = !references.has('DATABASE_URL');
  checkVariables(
    needsDatabase ? literal : literal.filter((name) => !name.startsWith('DATABASE_URL')),
    environment,
  );
}
