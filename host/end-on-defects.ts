import { drain } from '../shared/http/server/drain';
import type { Logger } from '../shared/logger';

/**
 * Ends the process with 1 after an error that nothing caught, once every request is answered. Nothing is certain about the
 * process any more, so its supervisor has to start another one.
 */
export function endOnDefects(log: Pick<Logger, 'error'>): void {
  // Node also reports a rejected promise here that nobody handles.
  process.on('uncaughtException', (error, origin) => {
    log.error('host.failed', { error, origin });
    void drain(1);
  });
}
