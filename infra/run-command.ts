import { randomUUID } from 'node:crypto';
import { ConfigError, DATABASE_NAMES, readConfig } from '../shared/config';
import { Unavailable } from '../shared/errors';
import { openDatabase, type Database, type DatabaseConfig } from '../shared/database/connection/pool';
import { assertSchema, SchemaTooOld } from '../shared/database/connection/schema-version';
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
  /** The command takes no words. Other commands show their help if they get none. */
  readonly isWordless?: boolean;
  /** Runs the command and returns what to print. `UsageError` and `expected` errors have messages for the operator. */
  readonly run: (given: Given) => Promise<Told>;
  readonly expected?: ExpectedErrors;
}

type ExpectedErrors = readonly (abstract new (...args: never[]) => Error)[];

/** Runs a command. If it fails, prints a sentence and exits with 1. Only a defect has a stack. */
export function runMain(main: () => Promise<void>, expected: ExpectedErrors = []): void {
  const known = [UsageError, ConfigError, SchemaTooOld, ...expected];
  main().catch((error: unknown) => {
    const isExpected = known.some((type) => error instanceof type);
    if (error instanceof Unavailable) console.error(`The command failed: ${error.message}.`);
    else console.error(isExpected && error instanceof Error ? error.message : redact(error));
    process.exitCode = 1;
  });
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

async function execute({ help, flags = {}, isWordless = false, isWord, run }: Command): Promise<void> {
  const options = Object.fromEntries(Object.entries(flags).map(([flag, type]) => [flag, { type }]));
  const { values, positionals: words } = readArguments(options, {
    hasWords: !isWordless,
    ...(isWord && { isWord }),
  });
  if (values['help'] === true || (words.length === 0 && !isWordless)) return void process.stdout.write(help);
  const given: [string, unknown][] = Object.entries(values);
  const texts = given.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const told = await run({ words, flags: new Set(Object.keys(values)), values: Object.fromEntries(texts) });
  const { text, exitCode } = typeof told === 'string' ? { text: told, exitCode: 0 } : told;
  if (text !== '') console.log(text);
  process.exitCode = exitCode;
}
