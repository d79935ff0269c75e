import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ConfigError, DATABASE_NAMES, readConfig } from '../shared/config';
import { Unavailable } from '../shared/errors';
import { openDatabase, type Database, type DatabaseConfig } from '../shared/database/connection/pool';
import { assertSchema, SchemaTooOld } from '../shared/database/connection/schema-version';
import { silentLogger, withLogContext } from '../shared/logger';
import { redact } from '../shared/redact';

/** The command was given in a way that makes no sense; its message says how to give it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What an operator typed after the command's name. */
export interface Given {
  readonly words: readonly string[];
  /** Names of the flags that were given, those with a value among them. */
  readonly flags: ReadonlySet<string>;
  /** The values of the flags that take one. */
  readonly values: Readonly<Record<string, string>>;
}

/** What to print; with another exit code where the command worked and found something wrong. */
export type Told = string | { readonly text: string; readonly exitCode: number };

export interface Command {
  readonly help: string;
  /** Flags that the command knows beside `--help`. */
  readonly flags?: Readonly<Record<string, 'boolean' | 'string'>>;
  /** Takes no words, and so does its work without any; others then show their help. */
  readonly isWordless?: boolean;
  /** Does it, and returns what to print. Throws `UsageError`, or one of `expected`, for a person to read. */
  readonly run: (given: Given) => Promise<Told>;
  readonly expected?: readonly (abstract new (...args: never[]) => Error)[];
}

/** Runs an operator's command: a plain sentence and exit 1 when it cannot. */
export function runCommand(command: Command): void {
  const known = [UsageError, ConfigError, SchemaTooOld, ...(command.expected ?? [])];
  execute(command).catch((error: unknown) => {
    const isExpected = known.some((type) => error instanceof type) || isParseArgsError(error);
    if (error instanceof Unavailable) console.error(`It could not be done: ${error.message}.`);
    else console.error(isExpected && error instanceof Error ? error.message : redact(error));
    process.exitCode = 1;
  });
}

/** Does `run` on a database, once its schema is known to be new enough. */
export async function withDatabase<T>(
  config: DatabaseConfig,
  run: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase(config, silentLogger);
  try {
    await assertSchema(database);
    // What an operator does has an id like a request's: in the audit log, and on all that is promised.
    return await withLogContext({ correlationId: randomUUID() }, () => run(database));
  } finally {
    await database.close();
  }
}

/** The part of a command that works on the database of the environment. */
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
  if (isWordless && words.length > 0) throw new UsageError(`What is ${String(words[0])}? See --help.`);
  const given: [string, unknown][] = Object.entries(values);
  const texts = given.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const told = await run({ words, flags: new Set(Object.keys(values)), values: Object.fromEntries(texts) });
  const { text, exitCode } = typeof told === 'string' ? { text: told, exitCode: 0 } : told;
  if (text !== '') console.log(text);
  process.exitCode = exitCode;
}
