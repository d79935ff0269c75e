import autocannon from 'autocannon';
import { cpuMicroseconds } from './process-usage';
import { MOST_PER_SECOND, type Effort } from './measure-throughput';
import { finishedPayment } from './scenarios';
import { spawnServer, type SpawnedServer } from './spawn-server';
import { STRANGE_BODIES } from './strange-bodies';
import type { Surroundings } from './surroundings';

/** CPU of the whole process for one request, in µs, once for each round. */
export interface StrangerCosts {
  readonly realIpn: readonly number[];
  readonly refused: Readonly<Record<string, readonly number[]>>;
}

type Ask = Pick<autocannon.Request, 'headers' | 'body'>;

async function costOf(
  { url, pid }: SpawnedServer,
  { seconds, status, ask }: { seconds: number; status: number; ask: () => Ask },
): Promise<number> {
  const before = cpuMicroseconds(pid);
  const result = await autocannon({
    url,
    connections: 8,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...ask() }) }],
  });
  const answers = result['2xx'] + result.non2xx;
  const unexpected = answers - (result.statusCodeStats?.[`${status}`]?.count ?? 0);
  if (answers === 0 || unexpected > 0)
    throw new Error(`${unexpected} of ${answers} answers were not ${status}`);
  return (cpuMicroseconds(pid) - before) / answers;
}

/**
 * What a refused body costs at the IPN endpoint, compared with a real `finished` IPN, while two secrets are valid. Measures in
 * turns, so that a disturbance of the machine affects all of them.
 */
export async function measureStrangers(
  around: Surroundings,
  { rounds, seconds, onRound }: Effort & { readonly onRound: (line: string) => void },
): Promise<StrangerCosts> {
  const scenario = finishedPayment(around);
  await scenario.prepare(around.sql, 3);
  const server = await spawnServer({
    source: around.built.folderOf('payment-ipn'),
    target: 'paymentIpn',
    environment: {
      ...around.environmentOf('paymentIpn'),
      NOWPAYMENTS_IPN_SECRET_PREVIOUS: 'the-secret-before-this-one',
    },
    logFile: around.logFileOf('strangers'),
    firstCall: { method: 'POST', path: '/', ...scenario.request(2) },
  });
  const realIpn: number[] = [];
  const refused: Record<string, number[]> = {};
  const headers = { 'content-type': 'application/json', 'x-nowpayments-sig': '0'.repeat(128) };
  try {
    // The first round only warms everything up.
    for (let round = 0; round <= rounds; round += 1) {
      const real = Math.max(2, Math.ceil(seconds / 2));
      await scenario.prepare(around.sql, MOST_PER_SECOND * (real + 1));
      let index = 0;
      const ipn = await costOf(server, { seconds: real, status: 200, ask: () => scenario.request(index++) });
      if (round > 0) realIpn.push(ipn);
      for (const { name, body } of STRANGE_BODIES) {
        const cost = await costOf(server, { seconds: 1, status: 401, ask: () => ({ headers, body }) });
        if (round > 0) (refused[name] ??= []).push(cost);
      }
      if (round > 0) onRound(`Strangers, round ${round}: a real IPN costs ${Math.round(ipn)} µs`);
    }
  } finally {
    await server.stop();
  }
  return { realIpn, refused };
}
