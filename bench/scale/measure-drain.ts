import postgres from 'postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import { signFor } from '../../shared/security/purpose-keys';
import { spawnServer, type SpawnedServer } from '../spawn-server';
import type { Closers, Surroundings } from '../surroundings';
import { copyDatabase } from './scale-database';

const WORKERS = [1, 2, 4] as const;
/** Promises that one statement adds. */
const AT_ONCE = 100_000;
const PROGRESS_EVERY_MS = 10_000;

/** How many promises a second some workers kept. */
export interface Drained {
  readonly workers: number;
  readonly promises: number;
  readonly perSecond: number;
}

async function promise(sql: postgres.Sql, promises: number): Promise<void> {
  await sql`truncate outbox`;
  for (let from = 1; from <= promises; from += AT_ONCE)
    await sql`
      insert into outbox (kind, payload, idempotency_key, expires_at)
      select 'delete_message', jsonb_build_object('chatId', n, 'messageId', 1), 'drain' || n, now() + interval '1 day'
      from generate_series(${from}::int, ${Math.min(promises, from + AT_ONCE - 1)}::int) n`;
  await sql`vacuum (analyze) outbox`;
}

/** Calls a worker again and again, as the scheduler and the nudges do, until nothing is left. */
async function keepCalling({ url }: SpawnedServer, secret: string, isLeft: () => boolean): Promise<void> {
  while (isLeft()) {
    const body = '{}';
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...signFor('worker', secret, body) },
      body,
    });
    if (!answer.ok) throw new Error(`a worker answered ${answer.status}`);
    await answer.text();
  }
}

/** Has some workers keep all promises against the sink, and says how far they are. */
async function drain(
  sql: postgres.Sql,
  workers: readonly SpawnedServer[],
  { secret, promises, say }: { secret: string; promises: number; say: (line: string) => void },
): Promise<Drained> {
  await promise(sql, promises);
  const startedAt = performance.now();
  let left = promises;
  const calling = Promise.all(workers.map((worker) => keepCalling(worker, secret, () => left > 0)));
  let toldAt = startedAt;
  while (left > 0) {
    await Promise.race([sleep(250), calling]);
    const [row] = await sql<{ left: number }[]>`
      select count(*)::int as left from (
        select from outbox where delivered_at is null and failed_at is null limit ${promises}) undone`;
    left = row?.left ?? 0;
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) continue;
    toldAt = performance.now();
    say(`${workers.length} workers: ${left} promises left`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await calling;
  return { workers: workers.length, promises, perSecond: promises / seconds };
}

/** How fast 1, 2 and 4 workers keep promises that only need one call to the sink. */
export async function measureDrain(
  around: Surroundings,
  closers: Closers,
  { promises, onRound }: { promises: number; onRound: (line: string) => void },
): Promise<readonly Drained[]> {
  const url = await copyDatabase(around, 'drain');
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  closers.push(() => sql.end({ timeout: 5 }));
  const secret = around.secrets.signingSecret;
  const workers: SpawnedServer[] = [];
  const results: Drained[] = [];
  for (const count of WORKERS) {
    while (workers.length < count) {
      const body = '{}';
      const worker = await spawnServer({
        source: around.built.folderOf('worker'),
        target: 'worker',
        environment: { ...around.environmentOf('worker'), DATABASE_URL: url },
        logFile: around.logFileOf(`drain-${workers.length}`),
        firstCall: { method: 'POST', path: '/', headers: { ...signFor('worker', secret, body) }, body },
      });
      closers.push(() => worker.stop());
      workers.push(worker);
    }
    const drained = await drain(sql, workers, { secret, promises, say: onRound });
    onRound(`${count} workers kept ${Math.round(drained.perSecond)} promises a second`);
    results.push(drained);
  }
  return results;
}
