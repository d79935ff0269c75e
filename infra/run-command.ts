import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ConfigError, DATABASE_NAMES, readConfig } from '../shared/config';
import { openDatabase, type Database } from '../shared/database/pool';
import { assertSchema, SchemaTooOld } from '../shared/database/schema-version';
import { silentLogger, withLogContext } from '../shared/logger';

/** The command was given in a way that makes no sense; its message says how to give it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Command {
  readonly help: string;
  /** Names of flags that the command knows beside `--help`. */
  readonly flags?: readonly string[];
  /** Does it, and returns what to print. Throws `UsageError`, or one of `expected`, for a person to read. */
  readonly run: (database: Database, words: readonly string[], flags: ReadonlySet<string>) => Promise<string>;
  readonly expected?: readonly (abstract new (...args: never[]) => Error)[];
}

/** Runs an operator's command on the database of the environment: a plain sentence and exit 1 when it cannot. */
export function runCommand({ help, flags = [], run, expected = [] }: Command): void {
  const known = [UsageError, ConfigError, SchemaTooOld, ...expected];
  execute({ help, flags, run }).catch((error: unknown) => {
    const isExpected = known.some((type) => error instanceof type) || isParseArgsError(error);
    console.error(isExpected && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

const isParseArgsError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

async function execute({ help, flags = [], run }: Command): Promise<void> {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]));
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, ...options },
    allowPositionals: true,
  });
  if (values['help'] === true || positionals.length === 0) return void process.stdout.write(help);
  const database = openDatabase(await readConfig(DATABASE_NAMES), silentLogger);
  try {
    await assertSchema(database);
    // What an operator does has an id like a request's: in the audit log, and on all that is promised.
    const told = withLogContext({ correlationId: randomUUID() }, () =>
      run(database, positionals, new Set(Object.keys(values))),
    );
    console.log(await told);
  } finally {
    await database.close();
  }
}
