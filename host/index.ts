import { giveUp } from '../functions/give-up';
import { drainOnSignals } from '../shared/http/server/drain';
import { HELP } from './help';
import { startHost } from './start-host';

/** Starts the host from the environment, or prints its help. */
async function main(): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined) {
    process.stdout.write(HELP);
    process.exitCode = ['--help', '-h'].includes(argument) ? 0 : 1;
    return;
  }
  drainOnSignals();
  await startHost();
}

main().catch((error: unknown) => giveUp('host', error));
