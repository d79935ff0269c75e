import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a function is that runs outside Google: nobody answers it but us. */
export interface NoWayOut {
  /** What a function is given, so that all it asks of Google comes here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Hosts that it wanted to speak with, and `token` when it asked for one. */
  readonly wanted: ReadonlySet<string>;
  close(): void;
}

/**
 * Plays the metadata server and a proxy that lets nothing through. Loopback only: a client that heeds no proxy must be
 * given no token, for it would go out with it.
 */
export async function startNoWayOut({ givesTokens }: { givesTokens: boolean }): Promise<NoWayOut> {
  const wanted = new Set<string>();
  const server = createServer((request, response) => {
    response.setHeader('Metadata-Flavor', 'Google');
    const isToken = request.url?.includes('/token') === true;
    if (isToken) wanted.add('token');
    if (!isToken || !givesTokens) return void response.writeHead(404).end();
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ access_token: 'of-nobody', expires_in: 3000, token_type: 'Bearer' }));
  });
  server.on('connect', (request, socket) => {
    wanted.add(String(request.url));
    // A function that is stopped meanwhile hangs up, and nobody else listens to this socket.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      METADATA_SERVER_DETECTION: 'assume-present',
      GCE_METADATA_HOST: address,
      HTTPS_PROXY: `http://${address}`,
      NO_PROXY: '127.0.0.1',
    },
    wanted,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
