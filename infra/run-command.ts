import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ConfigError, DATABASE_NAMES, readConfig } from '../shared/config';
import { Unavailable } from '../shared/errors';
import { openDatabase, type Database, type DatabaseConfig } from '../shared/database/connection/pool';
import { assertSchema, SchemaTooOld } from '../shared/database/connection/schema-version';
import { silentLogger, withLogContext } from '../shared/logger';
import { redact } from '../shared/redact';

/** The operator used the command wrongly; the message says how to use it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

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

export interface Command {
  readonly help: string;
  /** The flags that the command knows besides `--help`. */
  readonly flags?: Readonly<Record<string, 'boolean' | 'string'>>;
  /** The command takes no words. Other commands show their help if they get none. */
  readonly isWordless?: boolean;
  /** Runs the command and returns what to print. `UsageError` and `expected` errors have messages for the operator. */
  readonly run: (given: Given) => Promise<Told>;
  readonly expected?: readonly (abstract new (...args: never[]) => Error)[];
}

/** Runs an operator's command. If it fails, prints a sentence and exits with 1. */
export function runCommand(command: Command): void {
  const known = [UsageError, ConfigError, SchemaTooOld, ...(command.expected ?? [])];
  execute(command).catch((error: unknown) => {
    const isExpected = known.some((type) => error instanceof type) || isParseArgsError(error);
    if (error instanceof Unavailable) console.error(`The command failed: ${error.message}.`);
    else console.error(isExpected && error instanceof Error ? error.message : redact(error));
    process.exitCode = 1;
  });
}

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

/** Makes a command of `run` that uses the database named in the environment. */
export const onDatabase =
  (run: (database: Database, given: Given) => Promise<Told>): Command['run'] =>
  async (given) =>
    withDatabase(await readConfig(DATABASE_NAMES), (database) => run(database, given));

const isParseArgsError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

async function execute({ help, flags = {}, isWordless = false, run }: Command): Promise<void> {
  const options = Object.fromEntries(Object.entries(flags).map(([flag, type]) => [flag, { type }]));
  const { values, positionals: words } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, ...options },
    allowPositionals: true,
  });
  if (values['help'] === true || (words.length === 0 && !isWordless)) return void process.stdout.write(help);
  if (isWordless && words.length > 0) throw new UsageError(`Unknown word: ${String(words[0])}. See --help.`);
  const given: [string, unknown][] = Object.entries(values);
  const texts = given.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const told = await run({ words, flags: new Set(Object.keys(values)), values: Object.fromEntries(texts) });
  const { text, exitCode } = typeof told === 'string' ? { text: told, exitCode: 0 } : told;
  if (text !== '') console.log(text);
  process.exitCode = exitCode;
}
