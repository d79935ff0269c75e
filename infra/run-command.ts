import { randomUUID } from 'node:crypto';
import { ConfigError, DATABASE_NAMES, readConfig, type ConfigName } from '../shared/config';
import { Unavailable } from '../shared/errors';
import { openDatabase, type Database, type DatabaseConfig } from '../shared/database/connection/pool';
import { assertSchema, SchemaTooOld } from '../shared/database/connection/schema/schema-version';
import { silentLogger, withLogContext } from '../shared/logger';
import { redact } from '../shared/redact';
import { readArguments, UsageError, type ReadOptions } from './arguments';

/** The arguments that an operator typed after the command's name. */
export interface Given {
  readonly words: readonly string[];
  /** The names of the given flags, including those with a value. */
  readonly flags: ReadonlySet<string>;
  /** The values of the flags that have one. */
  readonly values: Readonly<Record<string, string>>;
}

/** The text to print, with an exit code if the command worked but found something wrong. */
export type Told = string | { readonly text: string; readonly exitCode: number };

export interface Command extends Pick<ReadOptions, 'isWord'> {
  readonly help: string;
  /** The flags that the command knows besides `--help`. */
  readonly flags?: Readonly<Record<string, 'boolean' | 'string'>>;
  /** The variables that it reads, if it works on an installation. Then `--settings` and `--env` name that. */
  readonly variables?: readonly ConfigName[];
  /** The command takes no words. Other commands show their help if they get none. */
  readonly isWordless?: boolean;
  /** Runs the command and returns what to print. `UsageError` and `expected` errors have messages for the operator. */
  readonly run: (given: Given) => Promise<Told>;
  readonly expected?: ExpectedErrors;
}

type ExpectedErrors = readonly (abstract new (...args: never[]) => Error)[];

/** Ends the process once its output is written. A call that was given up may go on for minutes, and nobody waits for it. */
function end(): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

/** Runs a command and ends the process. If it fails, prints a sentence and exits with 1. Only a defect has a stack. */
export function runMain(main: () => Promise<void>, expected: ExpectedErrors = []): void {
  const known = [UsageError, ConfigError, SchemaTooOld, ...expected];
  const report = (error: unknown) => {
    const isExpected = known.some((type) => error instanceof type);
    if (error instanceof Unavailable) console.error(`The command failed: ${error.message}.`);
    else console.error(isExpected && error instanceof Error ? error.message : redact(error));
    process.exitCode = 1;
  };
  void main().catch(report).finally(end);
}

/** Runs an operator's command. */
export const runCommand = (command: Command): void => runMain(() => execute(command), command.expected);

/** Opens the database, checks that its schema is new enough, and runs `run` on it. */
export async function withDatabase<T>(
  config: DatabaseConfig,
  run: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase(config, silentLogger);
  try {
    await assertSchema(database);
    // An operator's action gets a correlation id like a request's, for the audit log and for every promise.
    return await withLogContext({ correlationId: randomUUID() }, () => run(database));
  } finally {
    await database.close();
  }
}

/** What a command does on the database named in the environment. */
export const onDatabase =
  (run: (database: Database) => Promise<Told>): (() => Promise<Told>) =>
  async () =>
    withDatabase(await readConfig(DATABASE_NAMES), run);

/** Names the installation that a command works on, instead of exported variables. */
const NAMING = { settings: 'string', env: 'string' } as const;

const NAMING_HELP = `
  --settings FILE   work on the installation that these settings describe (deploy.json); no variable has to be exported
  --env FILE        work on the installation whose variables are in this file of NAME=value lines
`;

const UNNAMED =
  'Name the installation: add --settings deploy.json or --env FILE. Without them, export these variables.';

/** Makes the variables of the named installation those of this process. Says on stderr which it is. */
async function enterInstallation(
  values: Readonly<Record<string, unknown>>,
  variables: readonly ConfigName[],
): Promise<boolean> {
  const [settings, env] = [values['settings'], values['env']].map((value) => value as string | undefined);
  if (settings === undefined && env === undefined) return false;
  // On demand, because only then a command needs anything of the deploy.
  const { findInstallation } = await import('./installation/named-installation');
  const found = await findInstallation({ settings, env }, variables);
  if (found === undefined) return false;
  Object.assign(process.env, { ...found.environment, ...process.env });
  process.stderr.write(`${found.title}\n`);
  return true;
}

/** Runs `work`. A command that lacks variables and was given no installation says how to name one. */
async function helpToName<T>(isNamed: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConfigError) || isNamed) throw error;
    throw new ConfigError(`${error.message}\n${UNNAMED}`, { cause: error });
  }
}

async function execute(command: Command): Promise<void> {
  const { help, flags = {}, variables, isWordless = false, isWord, run } = command;
  const all = { ...flags, ...(variables && NAMING) };
  const options = Object.fromEntries(Object.entries(all).map(([flag, type]) => [flag, { type }]));
  const { values, positionals: words } = readArguments(options, {
    hasWords: !isWordless,
    ...(isWord && { isWord }),
  });
  if (values['help'] === true || (words.length === 0 && !isWordless))
    return void process.stdout.write(variables === undefined ? help : help + NAMING_HELP);
  const isNamed = variables !== undefined && (await enterInstallation(values, variables));
  const given = Object.entries(values).filter(([flag]) => flag in flags);
  const texts = given.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const told = await helpToName(isNamed || variables === undefined, () =>
    run({ words, flags: new Set(given.map(([flag]) => flag)), values: Object.fromEntries(texts) }),
  );
  const { text, exitCode } = typeof told === 'string' ? { text: told, exitCode: 0 } : told;
  if (text !== '') console.log(text);
  process.exitCode = exitCode;
}
