import type { Config, DATABASE_NAMES } from '../../shared/config';
import type { Database } from '../../shared/database/connection/pool';
import {
  readSchemaVersion,
  SCHEMA_VERSION,
  SchemaTooOld,
} from '../../shared/database/connection/schema/schema-version';
import { Unavailable } from '../../shared/errors';
import { within } from '../../shared/within';

const ANSWERS_WITHIN_MS = 2_000;

/** The ability of this service to work, and what is missing if it can't. */
export interface Readiness {
  readonly isDatabaseHealthy: boolean;
  readonly schema: { readonly found: number | null; readonly needed: number };
  /** One plain sentence. */
  readonly problem?: string;
}

/** Asks the database for a sign of life and for its schema at the same time. Takes at most two seconds. */
export async function checkReadiness(database: Database): Promise<Readiness> {
  const [isAlive, found = null] = await Promise.all([
    database.healthCheck(ANSWERS_WITHIN_MS),
    within(readSchemaVersion(database), ANSWERS_WITHIN_MS, () => new Unavailable('the schema is slow')).catch(
      () => undefined,
    ),
  ]);
  const isDatabaseHealthy = isAlive && found !== null;
  const schema = { found, needed: SCHEMA_VERSION };
  if (!isDatabaseHealthy) return { isDatabaseHealthy, schema, problem: 'the database does not answer' };
  if (found < SCHEMA_VERSION) return { isDatabaseHealthy, schema, problem: new SchemaTooOld(found).message };
  return { isDatabaseHealthy, schema };
}

/** How the database is reached and which addresses may call, in words. Contains no value of any variable. */
export function describeConfiguration(
  config: Config<(typeof DATABASE_NAMES)[number] | 'TRUSTED_PROXY_HOPS'>,
  isAllowlistDisabled: boolean,
): Readonly<Record<string, string>> {
  const cloudSql = config.DATABASE_PASSWORD === undefined ? 'cloud_sql_with_iam' : 'cloud_sql_with_password';
  return {
    database: config.DATABASE_URL === undefined ? cloudSql : 'url',
    allowed_addresses: isAllowlistDisabled ? 'any' : 'listed',
    client_address: config.TRUSTED_PROXY_HOPS === 0 ? 'of_the_connection' : 'behind_trusted_proxies',
  };
}
