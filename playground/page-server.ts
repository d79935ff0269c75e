import type { Stack } from './stack-types';
import type { Simulators } from './connect-providers';
import type { Clock } from './clock';
import type { LocalPostgres } from './postgres/start-postgres';

export interface PageOptions {
  readonly port: number;
  readonly simulators: Simulators;
  readonly clock: Clock;
  readonly postgres?: LocalPostgres;
}

export interface PageServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function startPageServer(_stack: Stack, options: PageOptions): Promise<PageServer> {
  return { url: `http://127.0.0.1:${options.port}`, close: async () => undefined };
}
