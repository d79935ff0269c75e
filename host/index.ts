import { giveUp } from '../functions/give-up';
import { drain, drainOnSignals } from '../shared/http/server/drain';
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
  const log = await startHost();
  // Nothing is known about the process any more, so another one must take over. Requests still get their answers.
  process.on('uncaughtException', (error, origin) => {
    log.error('host.failed', { error, origin });
    void drain(1);
  });
}

main().catch((error: unknown) => giveUp('host', error));
