import { readDigest, type DigestSpan } from '../../database/reports/digests';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { tellDigest } from '../../domain/reports/digest';
import { DONE, notYet, type Outcome } from '../common/outcome';

/**
 * Performs `send_digest` (promised in database/reports/schedules.ts): reads the figures and promises their message, once
 * for each end.
 */
export async function sendDigest({ database }: { database: Database }, span: DigestSpan): Promise<Outcome> {
  const digest = await readDigest(database, span);
  if (digest === undefined) return DONE;
  if (digest.waitSeconds > 0) return notYet(digest.waitSeconds);
  await promiseAlone(database, tellDigest(digest));
  return DONE;
}
