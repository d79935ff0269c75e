import { once } from 'node:events';
import { join } from 'node:path';
import { HOST } from '../infra/build';
import { starters, type Starter } from './first-calls';
import { cpuMicroseconds, residentMegabytes } from './process-usage';
import { ask, spawnNode, spawnServer } from './spawn-server';
import type { Surroundings } from './surroundings';

export interface ColdStart {
  readonly starter: Starter;
  readonly ms: number[];
  /** CPU time of the start, which other load on the machine changes less than `ms`. */
  readonly cpuMs: number[];
  readonly residentMb: number[];
  /** The same of the checkout before, round by round. */
  readonly before?: { readonly ms: number[]; readonly cpuMs: number[] };
}

/** What the host is started with in its image: with what Node compiled when the image was made, from Node 22 on. */
function compiledEnvironment(around: Surroundings): Record<string, string> {
  return { NODE_COMPILE_CACHE: join(around.built.folderOf(HOST), '.compile-cache') };
}

/** As the image does it (`Dockerfile`). */
async function compileHost(around: Surroundings): Promise<void> {
  const program = [join(around.built.folderOf(HOST), 'index.cjs'), '--help'];
  await once(spawnNode(program, compiledEnvironment(around), around.logFileOf('compile-host')), 'exit');
}

async function startOnce(
  starter: Starter,
  round: number,
  { around, source }: { readonly around: Surroundings; readonly source?: string },
) {
  const { name, folder, call } = starter;
  const isFunction = name !== 'bare' && name !== 'host';
  const server = await spawnServer({
    source: source ?? around.built.folderOf(folder),
    target: name === 'host' ? undefined : name,
    environment: isFunction
      ? around.environmentOf(name)
      : { ...around.environmentOfAll(), ...(name === 'host' && compiledEnvironment(around)) },
    logFile: around.logFileOf(`start-${name}`),
    firstCall: call(round),
  });
  const cpuMs = cpuMicroseconds(server.pid) / 1000;
  for (const after of starter.then?.(round) ?? []) {
    const status = await ask(Number(new URL(server.url).port), after);
    if (status !== 200) throw new Error(`${name} answered ${after.path} with ${status ?? 'nothing'}`);
  }
  const residentMb = residentMegabytes(server.pid);
  await server.stop();
  return { ms: server.startedInMs, cpuMs, residentMb };
}

/** Starts each server once a round, in turn. Round 0 only warms the page cache. */
export async function measureColdStarts(
  around: Surroundings,
  {
    rounds,
    before,
    onRound,
  }: {
    readonly rounds: number;
    /** The `dist/` of another checkout, to compare with. */
    readonly before: string | undefined;
    readonly onRound: (line: string) => void;
  },
): Promise<ColdStart[]> {
  await around.sql`truncate orders, invoices, payments, keypads, inbox, outbox cascade`;
  await compileHost(around);
  const starts = starters(around).map((starter): ColdStart => ({
    starter,
    ms: [],
    cpuMs: [],
    residentMb: [],
    ...(before !== undefined &&
      !['bare', 'host'].includes(starter.name) && { before: { ms: [], cpuMs: [] } }),
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { starter, ms, cpuMs, residentMb, before: earlier } of starts) {
      const source = before === undefined ? undefined : join(before, starter.folder);
      if (earlier !== undefined && source !== undefined) {
        const once = await startOnce(starter, round, { around, source });
        if (round > 0) earlier.ms.push(once.ms);
        if (round > 0) earlier.cpuMs.push(once.cpuMs);
      }
      const once = await startOnce(starter, round, { around });
      if (round === 0) continue;
      ms.push(once.ms);
      cpuMs.push(once.cpuMs);
      residentMb.push(once.residentMb);
    }
    if (round > 0)
      onRound(
        `Cold start, round ${round}: ${starts.map(({ starter, ms }) => `${starter.name} ${Math.round(ms.at(-1) ?? 0)}`).join(', ')} ms`,
      );
  }
  return starts;
}
