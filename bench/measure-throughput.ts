import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
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

export const CONTENDERS = ['bare', 'floor', 'function'] as const;
export type Contender = (typeof CONTENDERS)[number];
export type Samples = Record<Contender, Sample[]>;

type Servers = Readonly<Record<Contender, SpawnedServer>>;

async function spawnServers(scenario: Scenario, around: Surroundings, closers: Closers): Promise<Servers> {
  const environment = around.environmentOf(scenario.target);
  const start = async (name: string, target: string, index: number): Promise<SpawnedServer> => {
    const server = await spawnServer({
      source: around.built.folderOf(name),
      target,
      environment,
      logFile: around.logFileOf(name),
      firstCall: { method: 'POST', path: '/', ...scenario.request(index) },
    });
    closers.push(() => server.stop());
    return server;
  };
  const camel = scenario.floor.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  await scenario.prepare(around.sql, 3);
  return {
    bare: await start('bare', 'bare', 0),
    floor: await start(scenario.floor, camel, 1),
    function: await start(FOLDERS[scenario.target], scenario.target, 2),
  };
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
  const missing = answered - Math.min(rows.length, calls / scenario.callsPerRequest);
  const extra = Math.max(rows.length, calls / scenario.callsPerRequest) - answered;
  if (missing > 0 || extra > CONNECTIONS)
    throw new Error(`${scenario.title}: ${answered} answers, but ${rows.length} rows and ${calls} calls`);
}

async function measureRound(contender: Contender, server: SpawnedServer, round: Round): Promise<Sample> {
  const { scenario, around, seconds } = round;
  await scenario.prepare(around.sql, MOST_PER_SECOND * (seconds + 1));
  await around.takeSinkCalls();
  const sample = await load(server, round);
  if (contender !== 'bare') await prove(sample.answered, round);
  return sample;
}

export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

/** Measures in turns (bare, floor, function, bare, …), so that a disturbance of the machine affects all three. */
export async function measureThroughput(
  scenario: Scenario,
  around: Surroundings,
  { rounds, seconds, onRound }: Effort & { readonly onRound: (line: string) => void },
): Promise<Samples> {
  const closers: Closers = [];
  const samples: Samples = { bare: [], floor: [], function: [] };
  try {
    const servers = await spawnServers(scenario, around, closers);
    for (const name of CONTENDERS)
      await measureRound(name, servers[name], { scenario, around, seconds: Math.floor(seconds / 2) });
    for (let round = 1; round <= rounds; round += 1) {
      for (const name of CONTENDERS) {
        const sample = await measureRound(name, servers[name], { scenario, around, seconds });
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
