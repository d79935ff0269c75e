import { asUnavailable, asUnreachable, unreachable } from './away';
import { endpointOf } from './endpoint';
import type { ConnectionSettings, Sql } from './options';
import { Session, withoutValues } from './session';

const CLOSE_TIMEOUT_SECONDS = 5;

/** Where to connect, as a URL or as settings. */
export type Target = string | ConnectionSettings;

export const settingsOf = (target: Target): ConnectionSettings =>
  typeof target === 'string' ? { DATABASE_URL: target } : target;

/**
 * Runs `work` on a separate connection, which asks for no time limit, unlike the pool's. Throws `Unavailable` if the
 * database is away.
 */
export async function onOneConnection<T>(target: Target, work: (sql: Sql) => Promise<T>): Promise<T> {
  const endpoint = endpointOf(settingsOf(target));
  const opened = await endpoint.open().catch((error: unknown) => {
    throw unreachable(error);
  });
  const session = new Session(endpoint, opened, { onnotice: () => undefined });
  try {
    return await work(session.driver);
  } catch (error) {
    const shown = withoutValues(error);
    throw session.isReady ? asUnavailable(shown) : asUnreachable(shown);
  } finally {
    await session.end(CLOSE_TIMEOUT_SECONDS);
  }
}
