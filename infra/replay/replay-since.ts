import * as z from 'zod';
import { DATABASE_NAMES, demandConfig } from '../../shared/config';
import { readClock } from '../../shared/database/connection/clock';
import { silentLogger } from '../../shared/logger';
import { asker } from '../../shared/nowpayments/ask';
import { paymentLists } from '../../shared/nowpayments/list-payments';
import { NowpaymentsError } from '../../shared/nowpayments/nowpayments-error';
import {
  reconcileSince,
  type Orphan,
  type ReconciliationResult,
} from '../../shared/services/nowpayments/reconcile-since';
import { SINCE_NAMES } from '../command-variables';
import { UsageError } from '../arguments';
import { withDatabase, type Told } from '../run-command';

/** Longer than the functions wait, because a page of 500 payments is more than they ever ask for. */
const TIMEOUT_MS = 30_000;

/** NOWPayments failed before the last page; the message says why. */
export class NotReconciled extends Error {
  override readonly name = 'NotReconciled';
}

/** Reads an ISO 8601 time with its zone. Throws `UsageError` for any other text. */
export function instantIn(text: string): Date {
  const isInstant = z.iso.datetime({ offset: true }).safeParse(text).success;
  if (!isInstant)
    throw new UsageError(
      `${text} isn't a time with a zone. Write it like 2026-10-01T12:00:00Z or 2026-10-01T14:00:00+02:00.`,
    );
  return new Date(text);
}

/** Says in a sentence why NOWPayments could not be asked. */
export function notReconciled(error: NowpaymentsError): NotReconciled {
  const { endpoint, status, code, retryable } = error;
  const reason = [status ?? 'no answer', code].filter((word) => word !== undefined).join(' ');
  const isRefused = !retryable && (status === 401 || status === 403);
  const what = !isRefused
    ? 'NOWPayments cannot be reached'
    : endpoint === 'POST auth'
      ? 'NOWPayments refuses NOWPAYMENTS_EMAIL with NOWPAYMENTS_PASSWORD'
      : 'NOWPayments refuses NOWPAYMENTS_API_KEY';
  return new NotReconciled(
    `${what} (${reason}). What was read in before that is kept. Run the command again.`,
    {
      cause: error,
    },
  );
}

function describeOrphan({ ipn, named }: Orphan): string {
  const { paymentId, rawStatus, priceAmount, priceCurrency, actuallyPaid, payCurrency } = ipn;
  const paid =
    actuallyPaid === null || actuallyPaid === '0' ? 'nothing' : `${actuallyPaid} ${payCurrency ?? ''}`;
  const whose = named
    ? `user ${named.userId}, channel ${named.openChannelId}`
    : 'the order_id is not one of ours';
  return `  payment ${paymentId}: ${rawStatus}, price ${priceAmount ?? '?'} ${priceCurrency ?? ''}, paid ${paid}; ${whose}`;
}

/** The report for the operator. */
export function describeReconciled(found: ReconciliationResult): string {
  const { lookedAt, madeSince, changed, changedSince, fresh, settled, unreadable, orphans } = found;
  return [
    `Checked ${lookedAt} payments made since ${madeSince.toISOString()}. Made or changed since ${changedSince.toISOString()}: ${changed}.`,
    fresh === 0
      ? 'Nothing is new, so nothing was changed.'
      : `New here: ${fresh}. Orders settled: ${settled}.`,
    ...(unreadable > 0 ? [`Unreadable: ${unreadable}. Look them up at NOWPayments.`] : []),
    ...(orphans.length === 0
      ? ['This database knows the order of every one of them.']
      : [
          `Orphans, whose orders this database does not know: ${orphans.length}. Settle each one with its payer (docs/restore.md):`,
        ]),
    ...orphans.map(describeOrphan),
  ].join('\n');
}

/** `npm run replay -- since TIME`. Reports each page on stderr while it works. */
export async function replaySince(since: Date): Promise<Told> {
  const demanded = ['NOWPAYMENTS_EMAIL', 'NOWPAYMENTS_PASSWORD'] as const;
  const config = await demandConfig([...DATABASE_NAMES, ...SINCE_NAMES], demanded);
  const { NOWPAYMENTS_API_KEY: apiKey, NOWPAYMENTS_API_URL: apiUrl } = config;
  const { NOWPAYMENTS_EMAIL: email, NOWPAYMENTS_PASSWORD: password } = config;
  const lists = paymentLists(asker({ apiKey, apiUrl, timeoutMs: TIMEOUT_MS }), { email, password });
  return withDatabase(config, async (database) => {
    if (since > (await readClock(database))) throw new UsageError(`${since.toISOString()} is in the future.`);
    const found = await reconcileSince(
      { database, log: silentLogger, paymentsMadeSince: lists.madeSince },
      {
        since,
        onPage: ({ page, pages, payments }) =>
          void process.stderr.write(`page ${page} of ${pages}: ${payments.length} payments\n`),
      },
    ).catch((error: unknown) => {
      throw error instanceof NowpaymentsError ? notReconciled(error) : error;
    });
    return { text: describeReconciled(found), exitCode: found.orphans.length + found.unreadable > 0 ? 1 : 0 };
  });
}
