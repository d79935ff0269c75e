import * as z from 'zod';
import { DATABASE_NAMES, demandConfig } from '../shared/config';
import { readClock } from '../shared/database/connection/clock';
import { silentLogger } from '../shared/logger';
import { asker } from '../shared/nowpayments/ask';
import { paymentLists } from '../shared/nowpayments/list-payments';
import { NowpaymentsError } from '../shared/nowpayments/nowpayments-error';
import { reconcileSince, type Orphan, type Reconciled } from '../shared/services/operations/reconcile-since';
import { SINCE_NAMES } from './command-variables';
import { UsageError, withDatabase, type Told } from './run-command';

/** A page of 500 payments is more than the functions ever ask for at once. */
const TIMEOUT_MS = 30_000;

/** NOWPayments could not be asked to the end; its message says why. */
export class NotReconciled extends Error {
  override readonly name = 'NotReconciled';
}

/** Reads an ISO 8601 instant with its zone. Throws `UsageError` for any other text. */
export function instantIn(text: string): Date {
  const isInstant = z.iso.datetime({ offset: true }).safeParse(text).success;
  if (!isInstant)
    throw new UsageError(
      `${text} is no instant with a zone, such as 2026-10-01T12:00:00Z or 2026-10-01T14:00:00+02:00.`,
    );
  return new Date(text);
}

function notReconciled(error: NowpaymentsError): NotReconciled {
  const { endpoint, status, code, retryable } = error;
  const reason = [status ?? 'no answer', code].filter((word) => word !== undefined).join(' ');
  const isRefused = !retryable && (status === 401 || status === 403);
  const what = !isRefused
    ? 'NOWPayments could not be asked'
    : endpoint === 'POST auth'
      ? 'NOWPayments refuses NOWPAYMENTS_EMAIL with NOWPAYMENTS_PASSWORD'
      : 'NOWPayments refuses NOWPAYMENTS_API_KEY';
  return new NotReconciled(`${what} (${reason}). What was taken in until then stays: run it again.`, {
    cause: error,
  });
}

function describeOrphan({ ipn, named }: Orphan): string {
  const { paymentId, rawStatus, priceAmount, priceCurrency, actuallyPaid, payCurrency } = ipn;
  const paid =
    actuallyPaid === null || actuallyPaid === '0' ? 'nothing' : `${actuallyPaid} ${payCurrency ?? ''}`;
  const whose = named
    ? `user ${named.userId}, channel ${named.openChannelId}`
    : 'its order_id is not one of ours';
  return `  payment ${paymentId}: ${rawStatus}, price ${priceAmount ?? '?'} ${priceCurrency ?? ''}, paid ${paid}; ${whose}`;
}

/** What was found, for a person at a terminal. */
export function describeReconciled(found: Reconciled): string {
  const { lookedAt, madeSince, changed, changedSince, fresh, settled, unreadable, orphans } = found;
  return [
    `Looked at ${lookedAt} payments made since ${madeSince.toISOString()}; ${changed} of them were made or changed since ${changedSince.toISOString()}.`,
    fresh === 0
      ? 'Nothing was new: nothing has changed here.'
      : `New here: ${fresh}. Orders that they settled: ${settled}.`,
    ...(unreadable > 0 ? [`Could not be read, so look them up at NOWPayments: ${unreadable}.`] : []),
    ...(orphans.length === 0
      ? ['Every one of them is of an order that this database knows.']
      : [
          `Of orders that this database does not know, and so for you to put right with who paid: ${orphans.length}.`,
        ]),
    ...orphans.map(describeOrphan),
  ].join('\n');
}

/** `npm run replay -- since TIME`. Tells of each page on stderr while it works. */
export async function replaySince(text: string): Promise<Told> {
  const since = instantIn(text);
  const demanded = ['NOWPAYMENTS_EMAIL', 'NOWPAYMENTS_PASSWORD'] as const;
  const config = await demandConfig([...DATABASE_NAMES, ...SINCE_NAMES], demanded);
  const { NOWPAYMENTS_API_KEY: apiKey, NOWPAYMENTS_API_URL: apiUrl } = config;
  const { NOWPAYMENTS_EMAIL: email, NOWPAYMENTS_PASSWORD: password } = config;
  const lists = paymentLists(asker({ apiKey, apiUrl, timeoutMs: TIMEOUT_MS }), { email, password });
  return withDatabase(config, async (database) => {
    if (since > (await readClock(database))) throw new UsageError(`${text} has not come yet.`);
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
