import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { silentLogger } from '../shared/logger';
import { createClock } from './clock';
import {
  closeSimulators,
  connectTelegram,
  demand,
  fillPlayground,
  startSimulators,
} from './connect-providers';
import { environmentOf } from './environments';
import { runHostFor } from './run-host-for';
import { findPort } from './find-ports';
import { connectDatabase, emptyDatabase, prepareDatabase } from './prepare-database';
import { startPageServer, type PageServer } from './page-server/page-server';
import { runFunction } from './run-function';
import { callWorker, playScheduler } from './scheduler';
import { startAll } from './start-all';
import { surround } from './surround';
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
  if (options.isFresh) await emptyDatabase(options.databaseUrl);
  await prepareDatabase(options.databaseUrl);
  const database = connectDatabase(options.databaseUrl);
  started.push(() => database.end({ timeout: 2 }));
  const clock = await createClock(database);
  const simulators = await startSimulators(options, { ports, secrets, clock });
  started.push(() => closeSimulators(simulators));
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
  const host = options.host && (await runHostFor(surroundings, options));
  if (host) started.push(() => host.stop());
  const functions = await startAll(host ? TARGETS : (options.targets ?? TARGETS), async (target) =>
    host ? host.as(target) : startInstance(target, ports[target]),
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
    moveClock: async (interval) => {
      await clock.move(interval);
      simulators.telegram?.stars.runDue();
    },
    startOver: async () => {
      const all = Object.values(functions);
      await Promise.all(all.map((running) => running.stop()));
      await closeSimulators(simulators);
      await emptyDatabase(options.databaseUrl);
      await prepareDatabase(options.databaseUrl);
      await clock.follow();
      Object.assign(simulators, await startSimulators(options, { ports, secrets, clock }));
      await Promise.all(all.map((running) => running.start()));
      await furnish();
    },
    get page() {
      return page;
    },
    stop,
  };
  const furnish = async () => {
    await connectTelegram(stack, { simulators, surroundings });
    if (simulators.telegram)
      await withProduct(options, (product) =>
        fillPlayground(stack, { secrets, product, isForStars: options.stars === true }),
      );
  };
  await furnish();
  started.push(playScheduler(tick, options.tick));
  if (options.page) {
    const { postgres: server, onTrouble } = options;
    page = await startPageServer(stack, {
      port: ports.page,
      simulators,
      clock,
      mayStartOver: options.mayStartOver === true,
      ...(onTrouble && { onTrouble }),
      ...(server && { postgres: server }),
    });
    started.push(page.close);
  }
  return stack;
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
