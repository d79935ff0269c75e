import { DATABASE_NAMES, demandConfig } from '../../shared/config';
import { nowpaymentsClient } from '../../shared/nowpayments/client';
import { NowpaymentsError } from '../../shared/nowpayments/nowpayments-error';
import { auditPayments, type Audit, type Doubtful } from '../../shared/services/nowpayments/audit-payments';
import { SINCE_NAMES } from '../command-variables';
import { notReconciled } from './replay-since';
import { withDatabase, type Told } from '../run-command';

/** Longer than the functions wait, because nobody waits for this. */
const TIMEOUT_MS = 30_000;
/** How often the command says how far it is. */
const EVERY = 100;

function describeDoubtful({ payment, differences }: Doubtful): string {
  const what =
    differences === 'unknown'
      ? 'NOWPayments does not know it'
      : differences
          .map(({ field, here, there }) => `${field} ${here} here, ${there} at NOWPayments`)
          .join('; ');
  return `  payment ${payment.paymentId} of order ${payment.reference}: ${what}`;
}

/** The report for the operator. */
export const describeAudit = ({ checked, doubtful }: Audit): string =>
  [
    `Payments that count here, asked about at NOWPayments: ${checked}. Unknown there, or different: ${doubtful.length}.`,
    ...doubtful.map(describeDoubtful),
  ].join('\n');

/** `npm run replay -- audit TIME`. Reports on stderr while it works. */
export async function replayAudit(since: Date): Promise<Told> {
  const config = await demandConfig([...DATABASE_NAMES, ...SINCE_NAMES], []);
  const { NOWPAYMENTS_API_KEY: apiKey, NOWPAYMENTS_API_URL: apiUrl } = config;
  const nowpayments = nowpaymentsClient({ apiKey, apiUrl, timeoutMs: TIMEOUT_MS });
  return withDatabase(config, async (database) => {
    const onChecked = (checked: number) => {
      if (checked % EVERY === 0) process.stderr.write(`${checked} payments\n`);
    };
    const found = await auditPayments({ database, nowpayments }, { since, onChecked }).catch(
      (error: unknown) => {
        throw error instanceof NowpaymentsError ? notReconciled(error) : error;
      },
    );
    return { text: describeAudit(found), exitCode: found.doubtful.length > 0 ? 1 : 0 };
  });
}
