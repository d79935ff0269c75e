import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config, HOST_NAMES } from '../shared/config';
import { SECOND_MS } from '../shared/domain/common/time';
import { drainServer } from '../shared/http/server/drain';
import { createFrontServer } from '../shared/http/server/front-door';

type ServerConfig = Pick<Config<(typeof HOST_NAMES)[number]>, 'PORT' | 'HOST' | 'KEEP_ALIVE_SECONDS'>;

/** Listens, behind the front door. Resolves with the address. Rejects if the port is taken. */
export async function openServer(
  listener: (req: IncomingMessage, res: ServerResponse) => unknown,
  { PORT, HOST, KEEP_ALIVE_SECONDS }: ServerConfig,
): Promise<string> {
  const server = createFrontServer(listener, { keepAliveTimeout: KEEP_ALIVE_SECONDS * SECOND_MS });
  drainServer(server);
  server.listen(PORT, HOST);
  await once(server, 'listening');
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
