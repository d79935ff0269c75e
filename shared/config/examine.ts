import { settingsInUrl } from './database-url';
import { SCHEMA, type Config, type ConfigName, type Environment } from './schema';

/** Thrown with every problem at once, one a line. Names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A problem of one variable, or of several that belong together. Never contains a value. */
export interface ConfigProblem {
  readonly names: readonly ConfigName[];
  readonly text: string;
}

/** Checks what must hold between the requested variables. */
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
  if (values['DATABASE_POOLER'] !== undefined && typeof values['DATABASE_URL'] === 'string') {
    const refused = settingsInUrl(values['DATABASE_URL']).join(', ');
    const text = `DATABASE_URL has ${refused}, which a pooler refuses`;
    if (refused !== '') yield { names: ['DATABASE_URL'], text };
  }
  if (names.includes('WORKER_INVOKER_EMAIL') && values['K_SERVICE'] !== undefined) {
    // On Cloud Run, only the scheduler makes sure that due work is done.
    if (values['WORKER_INVOKER_EMAIL'] === undefined && values['CLOUD_TASKS_QUEUE'] === undefined)
      yield { names: ['WORKER_INVOKER_EMAIL'], text: 'WORKER_INVOKER_EMAIL is missing' };
  }
  // The queue calls the worker as this account.
  if (values['CLOUD_TASKS_QUEUE'] !== undefined && values['WORKER_INVOKER_EMAIL'] === undefined)
    yield {
      names: ['WORKER_INVOKER_EMAIL'],
      text: 'WORKER_INVOKER_EMAIL is missing, which CLOUD_TASKS_QUEUE needs',
    };
  // The API needs a project to send lines to.
  if (values['LOG_TRANSPORT'] === 'api' && values['GOOGLE_CLOUD_PROJECT'] === undefined)
    yield {
      names: ['GOOGLE_CLOUD_PROJECT'],
      text: 'GOOGLE_CLOUD_PROJECT is missing, which LOG_TRANSPORT=api needs',
    };
  if (names.includes('NOWPAYMENTS_EMAIL')) {
    const pair = ['NOWPAYMENTS_EMAIL', 'NOWPAYMENTS_PASSWORD'] as const;
    if ((values[pair[0]] === undefined) !== (values[pair[1]] === undefined))
      yield { names: pair, text: `${pair[0]} and ${pair[1]} go together` };
  }
}

/** The valid values, and the problems of the other variables. */
export interface ConfigExamination<Name extends ConfigName = ConfigName> {
  readonly values: Partial<Config<Name>>;
  readonly problems: readonly ConfigProblem[];
}

export function examineVariables<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment,
): ConfigExamination<Name> {
  const values: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  for (const name of names) {
    // A variable that is set to an empty text counts as missing.
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

export function checkVariables<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment,
): Config<Name> {
  const { values, problems } = examineVariables(names, environment);
  if (problems.length > 0) throw configError(problems);
  return values as Config<Name>;
}

export const configError = (problems: readonly ConfigProblem[], options?: ErrorOptions) =>
  new ConfigError(`Configuration:\n  ${problems.map(({ text }) => text).join('\n  ')}`, options);
