import { SCHEMA, type Config, type ConfigName, type Environment } from './schema';

/** Thrown with every problem at once, one a line; names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What is wrong with one variable, or with several that belong together. Never holds a value. */
export interface ConfigProblem {
  readonly names: readonly ConfigName[];
  readonly text: string;
}

/** What must hold between variables, for those that were asked for. */
function* crossProblems(
  names: readonly ConfigName[],
  values: Readonly<Record<string, unknown>>,
): Iterable<ConfigProblem> {
  if (names.includes('DATABASE_URL') && values['DATABASE_URL'] === undefined) {
    const missing = (['CLOUD_SQL_INSTANCE', 'DATABASE_NAME', 'DATABASE_USER'] as const).filter(
      (name) => values[name] === undefined,
    );
    const text = 'DATABASE_URL is missing (or CLOUD_SQL_INSTANCE, DATABASE_NAME, DATABASE_USER)';
    if (missing.length === 3) yield { names: ['DATABASE_URL'], text };
    else for (const name of missing) yield { names: [name], text: `${name} is missing` };
  }
  if (names.includes('WORKER_INVOKER_EMAIL') && values['K_SERVICE'] !== undefined) {
    // On Cloud Run nobody but the scheduler makes sure that what is due is done.
    if (values['WORKER_INVOKER_EMAIL'] === undefined)
      yield { names: ['WORKER_INVOKER_EMAIL'], text: 'WORKER_INVOKER_EMAIL is missing' };
  }
  // A line that is sent to the API is sent to a project.
  if (values['LOG_TRANSPORT'] === 'api' && values['GOOGLE_CLOUD_PROJECT'] === undefined)
    yield { names: ['GOOGLE_CLOUD_PROJECT'], text: 'GOOGLE_CLOUD_PROJECT is missing, for LOG_TRANSPORT=api' };
  if (names.includes('NOWPAYMENTS_EMAIL')) {
    const pair = ['NOWPAYMENTS_EMAIL', 'NOWPAYMENTS_PASSWORD'] as const;
    if ((values[pair[0]] === undefined) !== (values[pair[1]] === undefined))
      yield { names: pair, text: `${pair[0]} and ${pair[1]} go together` };
  }
}

/** The values that are good, and what is wrong with the others. */
export interface Examined<Name extends ConfigName = ConfigName> {
  readonly values: Partial<Config<Name>>;
  readonly problems: readonly ConfigProblem[];
}

export function examine<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment,
): Examined<Name> {
  const values: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  for (const name of names) {
    // A variable that is set to nothing is a variable that was forgotten.
    const given = environment[name]?.trim() || undefined;
    const parsed = SCHEMA[name]().safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else if (given === undefined) problems.push({ names: [name], text: `${name} is missing` });
    else {
      const reasons = parsed.error.issues.map((issue) => issue.message).join(', ');
      problems.push({ names: [name], text: `${name} is not valid: ${reasons}` });
    }
  }
  problems.push(...crossProblems(names, values));
  return { values: values as Partial<Config<Name>>, problems };
}

export function check<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment,
): Config<Name> {
  const { values, problems } = examine(names, environment);
  if (problems.length > 0) throw configError(problems);
  return values as Config<Name>;
}

export const configError = (problems: readonly ConfigProblem[], options?: ErrorOptions) =>
  new ConfigError(`Configuration:\n  ${problems.map(({ text }) => text).join('\n  ')}`, options);
