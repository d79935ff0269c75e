import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A proxy that delays some requests, as the network between continents does. */
export interface SlowProxy {
  readonly url: string;
  /** Sets the server to forward to. It is only known after the proxy's own URL was needed. */
  forwardTo(url: string): void;
  close(): Promise<void>;
}

async function forward(target: string, request: http.IncomingMessage, response: http.ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  const onward = http.request(new URL(url, target), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  // If the server breaks the connection, the client's breaks as well.
  onward.on('error', () => response.destroy());
  onward.end(Buffer.concat(chunks));
}

/** `delayOf` returns by how many milliseconds a request to a path is delayed. */
export async function startSlowProxy(delayOf: (path: string) => number): Promise<SlowProxy> {
  let target = '';
  const server = http.createServer((request, response) => {
    void pause(delayOf(request.url ?? '/'))
      .then(() => forward(target, request, response))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forwardTo: (url) => {
      target = url;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
