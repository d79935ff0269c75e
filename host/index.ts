import { giveUp } from '../functions/give-up';
import { drainOnSignals } from '../shared/http/server/drain';
import { HELP } from './help';
import { startHost } from './start-host';

/** Starts the host from the environment, or prints its help. */
async function main(): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument === '--help' || argument === '-h') return void process.stdout.write(HELP);
  if (argument !== undefined) {
    process.stderr.write(`Unknown word: ${argument}. See --help.\n`);
    process.exitCode = 1;
    return;
  }
  drainOnSignals();
  await startHost();
}

main().catch((error: unknown) => giveUp('host', error));
