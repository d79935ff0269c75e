import { claimDue } from '../../shared/database/common/claim-outbox';
import { percentile } from '../measure-posts';
import type { Closers, Surroundings } from '../surroundings';
import { openScaleDatabase, type ScaleDatabase } from './scale-database';
import { SCALE_PAGES, type ScalePage } from './scale-pages';
import { scaleRequests, type ScaleRequest } from './scale-requests';

/** What the worker claims at once. */
const CLAIMED = 20;
/** A request that takes longer is stuck. */
const MOST_MS = 20_000;

/** The times of one kind of request, in ms, once for each round. */
export interface ScaleTimes {
  readonly title: string;
  readonly mostRatio: number;
  readonly mostMs?: number | undefined;
  readonly small: ScaleSample[];
  readonly large: ScaleSample[];
}

export interface ScaleSample {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface ScaleOptions {
  /** Orders in the small and in the large database. */
  readonly sizes: readonly [small: number, large: number];
  readonly rounds: number;
  /** Requests of one kind in one round. */
  readonly each: number;
  readonly onRound: (line: string) => void;
}

const sampleOf = (times: readonly number[]): ScaleSample => ({
  p50Ms: percentile(times, 0.5),
  p95Ms: percentile(times, 0.95),
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function ask(url: string, { headers, body }: ReturnType<ScaleRequest['request']>): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers: headers as Record<string, string>, body });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
}

/** Waits until a request has made its calls to the Bot API, because some are made after it is answered. */
async function awaitCalls(around: Surroundings, { title, leastCalls }: ScaleRequest): Promise<void> {
  const until = performance.now() + MOST_MS;
  let made = 0;
  while (made < leastCalls) {
    if (performance.now() > until) throw new Error(`${title}: made ${made} of ${leastCalls} calls`);
    made += (await around.takeSinkCalls()).botApi;
  }
}

/**
 * One request after the other, because the time of one is measured, and not how many there can be: until it is answered and
 * its user sees what it was for.
 */
async function measureRequests(
  around: Surroundings,
  { servers }: ScaleDatabase,
  { asked, numbers }: { readonly asked: ScaleRequest; readonly numbers: readonly number[] },
): Promise<ScaleSample> {
  const times: number[] = [];
  for (const number of numbers) {
    const made = asked.request(number);
    await around.takeSinkCalls();
    times.push(
      await timed(async () => {
        await ask(servers[asked.function].url, made);
        await awaitCalls(around, asked);
      }),
    );
  }
  return sampleOf(times);
}

/** How long the statements of a page take. Not pressed, because Telegram's limits on one chat would be measured as well. */
async function measurePage(
  { database }: ScaleDatabase,
  read: ScalePage['read'],
  each: number,
): Promise<ScaleSample> {
  const times: number[] = [];
  for (let page = 0; page < each; page += 1) times.push(await timed(() => read(database)));
  return sampleOf(times);
}

let promises = 0;

/** How long the worker's statement takes that claims what is due. */
async function measureClaims({ sql, database }: ScaleDatabase, each: number): Promise<ScaleSample> {
  const times: number[] = [];
  for (let claim = 0; claim < each; claim += 1) {
    promises += CLAIMED;
    await sql`
      insert into outbox (kind, payload, idempotency_key, expires_at)
      select 'delete_message', '{"chatId": 1, "messageId": 1}', 'claim' || ${promises}::int + i, now() + interval '1 hour'
      from generate_series(1, ${CLAIMED}::int) i`;
    times.push(await timed(() => claimDue(database, CLAIMED)));
    await sql`update outbox set delivered_at = now() where delivered_at is null`;
  }
  return sampleOf(times);
}

/** Measures each kind of request in a small and in a large database, side by side in each round. */
export async function measureScale(
  around: Surroundings,
  closers: Closers,
  { sizes, rounds, each, onRound }: ScaleOptions,
): Promise<readonly ScaleTimes[]> {
  const requests = scaleRequests(around);
  const open = (orders: number) =>
    openScaleDatabase(around, closers, { orders, times: (rounds + 1) * each, requests, say: onRound });
  const small = await open(sizes[0]);
  const large = await open(sizes[1]);
  const claim = { title: 'the worker’s claim', mostRatio: 1.2, small: [], large: [] };
  const noTimes = () => ({ small: [], large: [] });
  const all = requests.map(({ title, mostRatio }): ScaleTimes => ({ title, mostRatio, ...noTimes() }));
  const pages = SCALE_PAGES.map(({ title, mostMs }): ScaleTimes => ({
    title,
    mostRatio: 2,
    mostMs,
    ...noTimes(),
  }));
  // The first round only warms everything up.
  for (let round = 0; round <= rounds; round += 1) {
    const numbers = Array.from({ length: each }, (_, index) => round * each + index);
    for (const [index, request] of requests.entries()) {
      const measured = { asked: request, numbers };
      const samples = [
        await measureRequests(around, small, measured),
        await measureRequests(around, large, measured),
      ] as const;
      keep(all[index], samples, round);
      if (round > 0)
        onRound(
          `round ${round}: ${request.title} ${samples.map(({ p95Ms }) => p95Ms.toFixed(1)).join(' and ')} ms`,
        );
    }
    for (const [index, { read }] of SCALE_PAGES.entries())
      keep(pages[index], [await measurePage(small, read, each), await measurePage(large, read, each)], round);
    keep(claim, [await measureClaims(small, each), await measureClaims(large, each)], round);
  }
  return [...all, ...pages, claim];
}

function keep(
  times: ScaleTimes | undefined,
  [small, large]: readonly [ScaleSample, ScaleSample],
  round: number,
): void {
  if (round === 0) return;
  times?.small.push(small);
  times?.large.push(large);
}
