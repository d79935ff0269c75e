import type { Socket } from 'node:net';
import postgres from 'postgres';
import type { ConnectionSettings } from './options';
import { cloudSqlEndpoint } from './cloud-sql';
import { encrypt, openSocket, type DatabaseEndpoint } from './open-socket';

/** The endpoint that the settings name: a URL if there is one, otherwise Cloud SQL. */
export const endpointOf = (settings: ConnectionSettings): DatabaseEndpoint =>
  settings.DATABASE_URL === undefined ? cloudSqlEndpoint(settings) : urlEndpoint(settings.DATABASE_URL);

/** Connects to the host of a URL. If it names several: to the one that worked last, then to the others. */
function urlEndpoint(url: string): DatabaseEndpoint {
  // The driver reads the URL and libpq's variables. It connects to nothing before the first statement.
  const { host: hosts, port: ports, path, ssl, ...options } = postgres(url, { max: 1 }).options;
  const negotiation: unknown = 'sslnegotiation' in options ? options.sslnegotiation : undefined;
  let current = 0;
  const tryNext = () => {
    current = (current + 1) % hosts.length;
  };
  async function openCurrent(): Promise<Socket> {
    if (path) return openSocket({ path });
    const host = String(hosts[current]).replace(/^\[(.*)\]$/, '$1');
    const socket = await openSocket({ host, port: Number(ports[current]) });
    return ssl ? encrypt(socket, host, { ssl, negotiation }) : socket;
  }
  async function openAny(): Promise<Socket> {
    for (let left = hosts.length - 1; ; left -= 1)
      try {
        return await openCurrent();
      } catch (error) {
        tryNext();
        if (left === 0) throw error;
      }
  }
  const refused = () => {
    tryNext();
    return hosts.length > 1;
  };
  return {
    url,
    // With several hosts the driver reports no error, because it waits for another host. The socket is encrypted already.
    login: { host: hosts.slice(0, 1), port: ports.slice(0, 1), ssl: false },
    open: async () => ({ socket: await openAny(), accepted: () => undefined, refused }),
  };
}
