import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { PORT_NAMES, type Ports } from './stack-types';

/** Thrown when a port that was asked for belongs to somebody else. */
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

/** A listener on `port`, held so that nobody else, ourselves included, is given the same one. */
async function hold(name: keyof Ports, port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    throw new PortTaken(name, port);
  }
  return { name, server, port: (server.address() as AddressInfo).port };
}

/** The ports asked for, and free ones for the rest. All are known before anything starts, for each part names others. */
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
