import type { Person } from '../../playground/telegram/index';
import { CAST, startStack, type Stack, type StackOptions, type Target } from '../../playground/stack';
import type { Database } from '../../shared/database/connection/pool';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import { createFunctionLogins } from '../support/function-logins';
import { createTestDatabase } from '../support/test-database';
import { useFixture } from '../support/use-fixture';
import { assertNoSecrets } from '../journeys/support/assert-no-secrets';

export const OPEN = CAST.open.id as number as OpenChannelId;
export const OWNER = CAST.olga.id as number;

/** The whole product with its own database, and simulators of the providers and their users. */
export interface World extends Stack {
  /** A pool of the product, for work that an operator's command would do. */
  readonly product: Database;
  readonly databaseUrl: string;
  readonly presses: { count: number };
  close(): Promise<void>;
}

export interface Donor {
  readonly id: number;
  readonly username: string | undefined;
  readonly person: Person;
}

/** The functions that buyers, donors and owners need. Each one more costs every test file a process. */
export const MOST_USED: readonly Target[] = ['telegramWebhook', 'paymentIpn', 'worker'];

export interface WorldOptions extends Partial<StackOptions> {
  /** True to give each function its own database login, as a deployment does. */
  readonly hasOwnLogins?: boolean;
}

export async function startWorld({ hasOwnLogins = false, ...options }: WorldOptions = {}): Promise<World> {
  const own = await createTestDatabase();
  const roles = hasOwnLogins ? await createFunctionLogins(own.url) : undefined;
  try {
    const stack = await startStack({
      databaseUrl: own.url,
      ...(roles && { logins: roles.logins }),
      targets: MOST_USED,
      ...options,
      telegram: { limits: false, retryDelayScale: 0.01, ...options.telegram },
      nowpayments: { statusDelayMs: 0, ipnTimeoutMs: FACT_DEADLINE_MS, ...options.nowpayments },
    });
    const end = async () => {
      await stack.stop();
      await roles?.drop();
      await own.close();
      // Every journey checks all its log lines for secrets.
      assertNoSecrets(stack);
    };
    return { ...stack, product: own.database, databaseUrl: own.url, presses: { count: 0 }, close: end };
  } catch (error) {
    await roles?.drop();
    await own.close();
    throw error;
  }
}

/** A world for the tests of a file or of a `describe` block. */
export const useWorld = (options: WorldOptions = {}): World => useFixture(() => startWorld(options));
