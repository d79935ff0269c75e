import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A road to a server on which some requests take long, as they do between continents. */
export interface SlowRoad {
  readonly url: string;
  /** Where it leads; known only once what starts the server has been given the road. */
  leadTo(url: string): void;
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
  // What breaks on the far side breaks on this one.
  onward.on('error', () => response.destroy());
  onward.end(Buffer.concat(chunks));
}

/** `delayOf` says how many milliseconds a request to a path is under way. */
export async function startSlowRoad(delayOf: (path: string) => number): Promise<SlowRoad> {
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
    leadTo: (url) => {
      target = url;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
