import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { FUNCTION_PATHS } from '../functions/paths';
import { HOST } from '../infra/build';
import { FOLDERS } from '../playground/stack-types';
import { cpuMicroseconds } from './process-usage';
import type { Scenario } from './scenarios';
import { spawnServer, type SpawnedServer } from './spawn-server';
import type { Closers, Surroundings } from './surroundings';

export const CONNECTIONS = 32;
/** More than any server here answers in a second. This many orders are prepared for each second of a round. */
export const MOST_PER_SECOND = 3_000;

/** One round of one server. */
export interface Sample {
  readonly answered: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMicrosPerRequest: number;
}

/**
 * Each floor beside what has to reach it: on the framework, and on `node:http` alone. `before`: the function of another checkout,
 * if one is given.
 */
export type Contender = 'floor' | 'function' | 'before' | 'plainFloor' | 'plainHost';
export type Samples = Record<Contender, Sample[]>;

type Servers = Readonly<Partial<Record<Contender, SpawnedServer>>>;

/** Where a contender's bundle is, and how it is served. */
interface Served {
  readonly folder: string;
  readonly target?: string;
  readonly path?: string;
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const servedOf = (
  { floors, target }: Scenario,
  before: string | undefined,
): Readonly<Partial<Record<Contender, Served>>> => ({
  floor: { folder: floors.framework, target: camelCase(floors.framework) },
  function: { folder: FOLDERS[target], target },
  ...(before !== undefined && { before: { folder: join(before, FOLDERS[target]), target } }),
  plainFloor: { folder: floors.plain },
  plainHost: { folder: HOST, path: FUNCTION_PATHS[target][0] },
});

async function spawnServers(
  scenario: Scenario,
  { around, before, closers }: { around: Surroundings; before: string | undefined; closers: Closers },
): Promise<Servers> {
  const served = Object.entries(servedOf(scenario, before)) as [Contender, Served][];
  await scenario.prepare(around.sql, served.length);
  const environment = { ...around.environmentOf(scenario.target), FUNCTIONS: scenario.target };
  const servers: Partial<Record<Contender, SpawnedServer>> = {};
  for (const [index, [name, { folder, target, path = '/' }]] of served.entries()) {
    const server = await spawnServer({
      source: isAbsolute(folder) ? folder : around.built.folderOf(folder),
      target,
      environment,
      logFile: around.logFileOf(name),
      firstCall: { method: 'POST', path, ...scenario.request(index) },
    });
    closers.push(() => server.stop());
    servers[name] = { ...server, url: `${server.url}${path}` };
  }
  return servers;
}

interface Round {
  readonly scenario: Scenario;
  readonly around: Surroundings;
  readonly seconds: number;
}

async function load(server: SpawnedServer, { scenario, seconds }: Round): Promise<Sample> {
  let index = 0;
  const cpuBefore = cpuMicroseconds(server.pid);
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...scenario.request(index++) }) }],
  });
  const answered = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0 || answered === 0)
    throw new Error(
      `${answered} answers, ${result.non2xx} refusals, ${result.errors} errors at ${server.url}`,
    );
  return {
    answered,
    requestsPerSecond: answered / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMicrosPerRequest: (cpuMicroseconds(server.pid) - cpuBefore) / answered,
  };
}

/** Throws if a server did less work than its answers promise, because its numbers would be worthless. */
async function prove(answered: number, { scenario, around }: Round): Promise<void> {
  await sleep(300); // the server still works on requests that the end of the round cut off
  const rows = await around.sql`select from inbox where outcome = ${scenario.outcome}`;
  const calls = scenario.calls(await around.takeSinkCalls());
  // The end of the round cuts off the answers of at most as many requests as there are connections.
  const { least } = scenario.demanded(answered);
  const { most } = scenario.demanded(answered + CONNECTIONS);
  const isProven = rows.length >= answered && rows.length <= answered + CONNECTIONS;
  if (!isProven || calls < least || calls > most)
    throw new Error(`${scenario.title}: ${answered} answers, but ${rows.length} rows and ${calls} calls`);
}

async function measureRound(server: SpawnedServer, round: Round): Promise<Sample> {
  const { scenario, around, seconds } = round;
  await scenario.prepare(around.sql, MOST_PER_SECOND * (seconds + 1));
  await around.takeSinkCalls();
  const sample = await load(server, round);
  await prove(sample.answered, round);
  return sample;
}

export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

interface ThroughputEffort extends Effort {
  /** The `dist/` of another checkout, to compare with. */
  readonly before: string | undefined;
  readonly onRound: (line: string) => void;
}

/** Measures in turns, so that a disturbance of the machine affects all of them. */
export async function measureThroughput(
  scenario: Scenario,
  around: Surroundings,
  { rounds, seconds, before, onRound }: ThroughputEffort,
): Promise<Samples> {
  const closers: Closers = [];
  const samples: Samples = { floor: [], function: [], before: [], plainFloor: [], plainHost: [] };
  try {
    const servers = await spawnServers(scenario, { around, before, closers });
    const contenders = Object.entries(servers) as [Contender, SpawnedServer][];
    for (const [, server] of contenders)
      await measureRound(server, { scenario, around, seconds: Math.floor(seconds / 2) });
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, server] of contenders) {
        const sample = await measureRound(server, { scenario, around, seconds });
        samples[name].push(sample);
        onRound(
          `${scenario.title}, round ${round}: ${name} ${Math.round(sample.requestsPerSecond)} requests/s`,
        );
      }
    }
    return samples;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
