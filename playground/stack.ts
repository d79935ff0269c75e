import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import { migrate, readMigrations } from '../shared/database/connection/migrate';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { silentLogger } from '../shared/logger';
import { createClock } from './clock';
import { connectTelegram, demand, fillPlayground, startSimulators } from './connect-providers';
import { environmentOf, makeSecrets, type Surroundings } from './environments';
import { findPort, findPorts } from './find-ports';
import { startPageServer, type PageServer } from './page-server/page-server';
import { runFunction, type RunningFunction } from './run-function';
import { callWorker, startTicking } from './scheduler';
import { FOLDERS, TARGETS, type Stack, type StackOptions, type Target } from './stack-types';

export type { RunningFunction } from './run-function';
export { CAST } from './seed';
export type { Stack, StackOptions, Target } from './stack-types';

const ROOT = join(__dirname, '..');

/** Starts the whole product on this machine: database, simulators, the five functions and, on request, the page. */
export async function startStack(options: StackOptions): Promise<Stack> {
  // Stops for everything that was started, called in reverse order, also if the rest never starts.
  const started: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    const failures: unknown[] = [];
    for (const end of started.splice(0).reverse())
      await end().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    return await assemble(options, { started, stop });
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function assemble(
  options: StackOptions,
  { started, stop }: { started: (() => Promise<unknown>)[]; stop: () => Promise<void> },
): Promise<Stack> {
  if (options.build) execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'inherit' });
  const surroundings = await surround(options);
  const { ports, secrets } = surroundings;
  const database = await prepareDatabase(options.databaseUrl);
  started.push(() => database.end({ timeout: 2 }));
  const clock = await createClock(database);
  const simulators = await startSimulators(options, { ports, secrets, clock });
  started.push(async () => Promise.all([simulators.telegram?.close(), simulators.nowpayments?.close()]));
  const startInstance = async (target: Target, port?: number) => {
    const running = await runFunction({
      target,
      folder: FOLDERS[target],
      port: port ?? (await findPort()),
      environment: environmentOf(target, surroundings),
      ...(options.log && { onLine: (line) => options.log?.(`${target}: ${line}`) }),
    });
    started.push(() => running.stop());
    return running;
  };
  const functions = await startAll(options.targets ?? TARGETS, (target) =>
    startInstance(target, ports[target]),
  );
  const tick = () => callWorker(functions.worker.url, secrets);
  let page: PageServer | undefined;
  const stack: Stack = {
    get telegram() {
      return demand(simulators.telegram, 'Telegram');
    },
    get nowpayments() {
      return demand(simulators.nowpayments, 'NOWPayments');
    },
    database,
    functions,
    startInstance,
    environment: (target) => environmentOf(target, surroundings),
    tick,
    moveClock: (interval) => clock.move(interval),
    get page() {
      return page;
    },
    stop,
  };
  await connectTelegram(stack, { simulators, surroundings });
  if (simulators.telegram) await withProduct(options, (product) => fillPlayground(stack, secrets, product));
  started.push(startTicking(tick, options.tick));
  if (options.page) {
    const { postgres: server } = options;
    page = await startPageServer(stack, {
      port: ports.page,
      simulators,
      clock,
      ...(server && { postgres: server }),
    });
    started.push(page.close);
  }
  return stack;
}

/** Starts functions at once. Waits for all of them even if one fails, so that none is left running. */
async function startAll(
  targets: readonly Target[],
  start: (target: Target) => Promise<RunningFunction>,
): Promise<Record<Target, RunningFunction>> {
  const results = await Promise.allSettled(
    targets.map(async (target) => [target, await start(target)] as const),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const running = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return new Proxy(Object.fromEntries(running) as Record<Target, RunningFunction>, {
    get: (started, name, receiver): unknown => {
      if (!(name in started) && TARGETS.some((target) => target === name))
        throw new Error(`This stack was started without ${String(name)}.`);
      return Reflect.get(started, name, receiver);
    },
  });
}

async function surround({ databaseUrl, logins, real = {}, environment = {}, ...options }: StackOptions) {
  const ports = await findPorts(options.ports);
  const secrets = makeSecrets(real);
  return { databaseUrl, logins, ports, real, secrets, extra: environment } satisfies Surroundings;
}

/** Migrates the schema, then adds the movable clock and the table that shows when it may be moved. */
async function prepareDatabase(databaseUrl: string): Promise<postgres.Sql> {
  await migrate(databaseUrl, await readMigrations(join(ROOT, 'infra/migrations')));
  const database = postgres(databaseUrl, { max: 3, onnotice: () => undefined, connect_timeout: 5 });
  for (const file of ['clock.sql', 'in-flight.sql'])
    await database.unsafe(await readFile(join(__dirname, 'postgres', file), 'utf8'));
  return database;
}

/** Opens the product's own pool for work that an operator would do with a command. */
async function withProduct(
  { databaseUrl }: StackOptions,
  work: (product: Database) => Promise<void>,
): Promise<void> {
  const config = await readConfig(DATABASE_NAMES, { DATABASE_URL: databaseUrl });
  const product = openDatabase(config, silentLogger);
  try {
    await work(product);
  } finally {
    await product.close();
  }
}
