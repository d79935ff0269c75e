import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CaughtIpn {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Receives IPNs in the simulator's own tests. */
export interface IpnCatcher {
  readonly url: string;
  readonly caught: CaughtIpn[];
  /** Statuses for the next answers, one each. 200 follows the last one. `hang` never answers. */
  readonly answers: (number | 'hang')[];
  close(): Promise<void>;
}

export async function catchIpns(): Promise<IpnCatcher> {
  const caught: CaughtIpn[] = [];
  const answers: (number | 'hang')[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      caught.push({ headers: request.headers, raw, body: JSON.parse(raw) as Record<string, unknown> });
      const answer = answers.shift() ?? 200;
      if (answer !== 'hang') response.writeHead(answer).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    caught,
    answers,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
