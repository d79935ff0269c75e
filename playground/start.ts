import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readArguments, UsageError } from '../infra/arguments';
import { build } from '../infra/build';
import { findPorts, PortTaken } from './find-ports';
import { HELP, PORT_VARIABLES, readSettings, type Settings } from './settings';
import { startPostgres, type LocalPostgres } from './postgres/start-postgres';
import { createLineReader } from './readable-line';
import { startStack, type Stack } from './stack';

const DATA = join(__dirname, '../.data/postgres');
const TICK_MS = 2000;

const startedAt = performance.now();
const say = (sentence: string): void => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${sentence}`);
};

async function openPostgres({ databaseUrl, postgresPort }: Settings): Promise<LocalPostgres | undefined> {
  if (databaseUrl !== undefined) {
    say('Using the database at DATABASE_URL.');
    return undefined;
  }
  // The folder's default mode lets every user in. If root starts us, Postgres runs as another user and must enter it.
  await mkdir(dirname(DATA), { recursive: true });
  try {
    const server = await startPostgres({ dataFolder: DATA, port: postgresPort });
    say(`Postgres runs on port ${server.port} and keeps its data in .data/postgres.`);
    return server;
  } catch (error) {
    if (/address already in use|could not bind|another server|lock file/i.test(String(error))) {
      throw new UsageError(
        `Postgres cannot start because port ${postgresPort} or its data folder is in use. Is another npm start ` +
          'running? Set POSTGRES_PORT to use another port.',
      );
    }
    throw error;
  }
}

/** Stops everything once. A second Ctrl-C exits without waiting. */
function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (code: number) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('\nStopping.');
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  process.on('uncaughtException', (error) => {
    console.error(error);
    end(1);
  });
}

async function main(): Promise<void> {
  const { values } = readArguments({ verbose: { type: 'boolean', short: 'v' }, fresh: { type: 'boolean' } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const settings = readSettings(process.env);
  if (values.fresh && settings.databaseUrl !== undefined)
    throw new UsageError('--fresh does not empty the database at DATABASE_URL. Unset one of them.');
  const running: { stack?: Stack; postgres?: LocalPostgres } = {};
  stopOnSignals(async () => {
    await running.stack?.stop();
    await running.postgres?.stop();
  });
  try {
    await bringUp(settings, running, values);
  } catch (error) {
    await running.postgres?.stop();
    throw error;
  }
}

async function bringUp(
  settings: Settings,
  running: { stack?: Stack; postgres?: LocalPostgres },
  { verbose: isVerbose = false, fresh: isFresh = false }: { verbose?: boolean; fresh?: boolean },
): Promise<void> {
  // Check the ports first, because a second start must not rebuild what the first one serves.
  await findPorts(settings.ports);
  const [postgres] = await Promise.all([
    openPostgres(settings).then((server) => {
      if (server) running.postgres = server;
      return server;
    }),
    build(() => undefined).then(() => say('Built the five functions, as for a deployment.')),
  ]);
  const lines = createLineReader(isVerbose);
  running.stack = await startStack({
    databaseUrl: settings.databaseUrl ?? postgres?.url ?? '',
    ports: settings.ports,
    real: settings.real,
    isFresh,
    page: true,
    mayStartOver: settings.databaseUrl === undefined,
    tick: TICK_MS,
    stars: true,
    nowpayments: { statusDelayMs: 700 },
    log: (line) => {
      const readable = lines.read(line);
      if (readable !== undefined) console.log(readable);
    },
    onTrouble: lines.blame,
    ...(postgres && { postgres }),
  });
  say('The five functions are running.');
  const [clock] = await running.stack.database<{ days: number }[]>`
    select extract(day from app_now() - now())::int as days`;
  if (clock && clock.days > 0)
    say(`The clock is ${clock.days} days ahead, as you left it. npm start -- --fresh starts over.`);
  const url = running.stack.page?.url ?? '';
  console.log(`\n  Open ${url}\n\n  Ctrl-C stops everything. The data stays for the next start.\n`);
}

function explain(error: unknown): string {
  if (error instanceof PortTaken) {
    const { port, portName } = error;
    const variable = PORT_VARIABLES[portName];
    return (
      `Port ${port} is in use by another npm start or another program. ` +
      `To use another port: ${variable}=${port + 1000} npm start`
    );
  }
  if (error instanceof UsageError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
