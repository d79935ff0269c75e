import type { Database } from '../connection/pool';

export interface TokenAnswer {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
}

/**
 * Takes a token from a bucket that all instances share. Exact, because a single statement holds the row's lock. A
 * refused call updates nothing, and the missing part of a token gives the time to wait.
 */
export async function takeToken(
  database: Database,
  key: string,
  { perMinute, burst }: { perMinute: number; burst: number },
): Promise<TokenAnswer> {
  const [row] = await database.query(
    (sql) => sql<{ allowed: boolean; missing: number }[]>`
      with taken as (
        insert into rate_limits as r (key, tokens, updated_at) values (${key}, ${burst}::float8 - 1, app_now())
        on conflict (key) do update set updated_at = app_now(),
          tokens = least(${burst}::float8, r.tokens
            + greatest(0, extract(epoch from app_now() - r.updated_at)) * ${perMinute}::float8 / 60) - 1
          where least(${burst}::float8, r.tokens
            + greatest(0, extract(epoch from app_now() - r.updated_at)) * ${perMinute}::float8 / 60) >= 1
        returning 1)
      select exists (select from taken) as allowed,
        coalesce((select 1 - r.tokens - greatest(0, extract(epoch from app_now() - r.updated_at))
          * ${perMinute}::float8 / 60 from rate_limits r where key = ${key}), 0)::float8 as missing`,
  );
  const missing = Math.min(1, Math.max(0, row?.missing ?? 0));
  return {
    allowed: row?.allowed ?? false,
    retryAfterSeconds: Math.max(1, Math.ceil((missing * 60) / perMinute)),
  };
}
