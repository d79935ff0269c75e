import type { Database } from '../../shared/database/connection/pool';
import { readTakeover } from '../../shared/database/takeovers/takeovers';
import { applyTakeover } from '../../shared/services/takeovers/apply-takeover';

/** Performs the pages of a list, as the worker does beside it, and says on stderr how far it is. */
export async function finishPages(database: Database, takeoverId: number): Promise<void> {
  for (;;) {
    const list = await readTakeover(database, takeoverId);
    if (list?.state !== 'applying' && list?.state !== 'undoing') return;
    process.stderr.write(`${list.state}: ${list.done} of ${list.total}\n`);
    await applyTakeover({ database }, { kind: 'apply_takeover', takeoverId });
  }
}
