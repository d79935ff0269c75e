import { assertNoSecrets } from '../journeys/support/assert-no-secrets';
import { startTemporaryPostgres } from '../../playground/postgres/start-postgres';
import { startStack, type StackOptions } from '../../playground/stack';
import { DATABASE_NAMES, readConfig } from '../../shared/config';
import { openDatabase } from '../../shared/database/connection/pool';
import { silentLogger } from '../../shared/logger';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import { useFixture } from '../support/use-fixture';
import { quiet } from '../journeys/support/work';
import type { World } from './journey';

/** A world with its own database server, which can be stopped. */
export interface FragileWorld extends World {
  /** Finishes all work, stops the database, runs `action` and starts the database again, even if `action` failed. */
  withoutDatabase<T>(action: () => Promise<T>): Promise<T>;
  restartDatabase(): Promise<void>;
}

type FragileOptions = Partial<StackOptions> & { password?: string };

async function startFragileWorld({
  password = 'unasked',
  ...options
}: FragileOptions): Promise<FragileWorld> {
  const server = await startTemporaryPostgres();
  const databaseUrl = server.url.replace('postgres@', `postgres:${password}@`);
  try {
    const stack = await startStack({
      databaseUrl,
      ...options,
      telegram: { limits: false, retryDelayScale: 0.02, ...options.telegram },
      nowpayments: {
        statusDelayMs: 0,
        ipnTimeoutMs: FACT_DEADLINE_MS,
        ipnRetries: { count: 100, intervalMs: 100 },
        ...options.nowpayments,
      },
    });
    const product = openDatabase(
      await readConfig(DATABASE_NAMES, { DATABASE_URL: databaseUrl }),
      silentLogger,
    );
    const world: World = {
      ...stack,
      product,
      databaseUrl,
      presses: { count: 0 },
      close: async () => {
        await product.close();
        await stack.stop();
        await server.stop();
        assertNoSecrets(stack);
      },
    };
    return {
      ...world,
      withoutDatabase: async (action) => {
        // Unfinished work would be sent twice after its lease. Another test is about that.
        await quiet(world);
        await server.pause();
        try {
          return await action();
        } finally {
          await server.resume();
        }
      },
      restartDatabase: () => server.restart(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A fragile world for the tests of a file. */
export const useFragileWorld = (options: FragileOptions): FragileWorld =>
  useFixture(() => startFragileWorld(options));
