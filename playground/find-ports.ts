import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { PORT_NAMES, type Ports } from './stack-types';

/** Thrown when another process uses a requested port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;
  readonly portName: keyof Ports;

  constructor(portName: keyof Ports, port: number) {
    super(`Port ${port} (${portName}) is in use`);
    this.port = port;
    this.portName = portName;
  }
}

/** Listens on `port` (0 for any free one), so that it isn't handed out twice while we choose the others. */
async function hold(name: keyof Ports, port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    throw new PortTaken(name, port);
  }
  return { name, server, port: (server.address() as AddressInfo).port };
}

/** Returns the requested ports, and free ones for the rest. All must be known first, because the parts refer to each other. */
export async function findPorts(wanted: Partial<Ports> = {}): Promise<Ports> {
  const held = await Promise.allSettled(PORT_NAMES.map((name) => hold(name, wanted[name] ?? 0)));
  const ports: Partial<Ports> = {};
  for (const one of held) {
    if (one.status === 'rejected') continue;
    ports[one.value.name] = one.value.port;
    one.value.server.close();
    await once(one.value.server, 'close');
  }
  for (const one of held) if (one.status === 'rejected') throw one.reason as Error;
  return ports as Ports;
}

export async function findPort(): Promise<number> {
  const { server, port } = await hold('page', 0);
  server.close();
  await once(server, 'close');
  return port;
}
