import { FUNCTION_PATHS } from '../../functions/paths';
import { HOST } from '../../infra/build';
import { FOLDERS } from '../../playground/stack-types';
import { cpuMicroseconds } from '../process-usage';
import { spawnServer, type SpawnedServer } from '../spawn-server';
import type { Surroundings } from '../surroundings';
import { fillShop, queryAt, SHOP_OWNER_ID } from './queries';
import { isYes, sendQueries, wrongWith, type AnsweredQuery } from './send-queries';

const SERVERS = ['function', 'plainHost'] as const;

/** What one server took for its queries. */
export interface CheckoutCost {
  readonly server: (typeof SERVERS)[number];
  /** From the spawn of a process to its first answer, once for each start. */
  readonly coldMs: readonly number[];
  readonly ms: readonly number[];
  readonly cpuMicrosPerQuery: number;
}

const TARGET = 'telegramWebhook';
const SERVED = {
  function: { folder: FOLDERS[TARGET], target: TARGET, path: '/' },
  plainHost: { folder: HOST, target: undefined, path: FUNCTION_PATHS[TARGET][0] },
} as const;

function start(server: CheckoutCost['server'], around: Surroundings): Promise<SpawnedServer> {
  const { folder, target, path } = SERVED[server];
  const headers = {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': around.secrets.webhookSecret,
  };
  return spawnServer({
    source: around.built.folderOf(folder),
    target,
    environment: { ...around.environmentOf(TARGET), FUNCTIONS: TARGET, STARS_FOR: String(SHOP_OWNER_ID) },
    logFile: around.logFileOf(`checkout-${server}`),
    firstCall: { method: 'POST', path, headers, body: queryAt(0).body },
  });
}

/** Throws if a query was not answered as it should be, because its time would mean nothing. */
function demandRight(answered: readonly AnsweredQuery[]): void {
  const [wrong] = answered.flatMap(
    (one) => wrongWith(one) ?? (isYes(one) === one.query.mayPay ? [] : `${one.query.id}: ${one.text}`),
  );
  if (wrong !== undefined) throw new Error(wrong);
}

interface CheckoutEffort {
  readonly queries: number;
  readonly starts: number;
  readonly onRound: (line: string) => void;
}

async function measureServer(
  server: CheckoutCost['server'],
  around: Surroundings,
  { queries, starts, onRound }: CheckoutEffort,
): Promise<CheckoutCost> {
  const coldMs: number[] = [];
  for (let round = 0; round < starts; round += 1) {
    const cold = await start(server, around);
    coldMs.push(cold.startedInMs);
    await cold.stop();
  }
  const warm = await start(server, around);
  try {
    const asked = {
      url: `${warm.url}${SERVED[server].path}`,
      webhookSecret: around.secrets.webhookSecret,
    };
    const before = cpuMicroseconds(warm.pid);
    const answered = await sendQueries(asked, { first: 0, count: queries });
    const cpuMicrosPerQuery = (cpuMicroseconds(warm.pid) - before) / queries;
    demandRight(answered);
    onRound(`Pre-checkout: ${server} answered ${answered.length} queries`);
    return { server, coldMs, ms: answered.map(({ ms }) => ms), cpuMicrosPerQuery };
  } finally {
    await warm.stop();
  }
}

/** How fast users who are about to pay in Stars are answered, at five times the pace of a busy shop. */
export async function measureCheckout(around: Surroundings, effort: CheckoutEffort): Promise<CheckoutCost[]> {
  await around.sql`truncate orders, invoices, payments, keypads, inbox, outbox cascade`;
  await fillShop(around.sql);
  const costs: CheckoutCost[] = [];
  for (const server of SERVERS) costs.push(await measureServer(server, around, effort));
  return costs;
}
