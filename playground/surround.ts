import { makeSecrets, type Surroundings } from './environments';
import { findPorts } from './find-ports';
import type { StackOptions } from './stack-types';

/** Chooses ports and secrets for a stack. */
export async function surround({
  databaseUrl,
  logins,
  real = {},
  environment = {},
  ...options
}: StackOptions) {
  const isOneProcess = options.host !== undefined;
  const ports = await findPorts(options.ports);
  const secrets = makeSecrets(real);
  return {
    databaseUrl,
    logins,
    ports,
    real,
    secrets,
    extra: { ...(options.stars && { STARS_FOR: '*' }), ...environment },
    isOneProcess,
  } satisfies Surroundings;
}
