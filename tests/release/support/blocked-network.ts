import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A network without Google, in which only this server answers. */
export interface BlockedNetwork {
  /** Environment variables that send a function's requests to Google here. */
  readonly environment: Readonly<Record<string, string>>;
  /** The hosts that it tried to reach, and `token` if it requested one. */
  readonly wanted: ReadonlySet<string>;
  close(): void;
}

/**
 * Plays the metadata server, and a proxy that refuses everything. Listens on loopback only. Give no token to a client that
 * ignores the proxy, because it would send the token to the internet.
 */
export async function startBlockedNetwork({
  givesTokens,
}: {
  givesTokens: boolean;
}): Promise<BlockedNetwork> {
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
    // A stopped function closes this socket with an error, which would otherwise be unhandled.
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
