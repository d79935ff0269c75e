import { DATABASE_NAMES, demandConfig } from '../../shared/config';
import {
  auditCharges,
  type ChargeAudit,
  type DoubtfulCharge,
} from '../../shared/database/stars/audited-charges';
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

const LISTED: Readonly<Record<DoubtfulCharge['verdict'], string>> = {
  unlisted: "isn't in Telegram's list",
  different: "has another payer, invoice or number of Stars in Telegram's list",
  refunded: 'was sent back',
};

const describeCharge = ({ paymentId, reference, verdict }: DoubtfulCharge): string =>
  `  payment ${paymentId} of order ${reference}: it ${LISTED[verdict]}`;

/** The report for the operator. */
export const describeAudit = ({ checked, doubtful }: Audit, stars: ChargeAudit): string =>
  [
    `Payments that count here, asked about at NOWPayments: ${checked}. Unknown there, or different: ${doubtful.length}.`,
    ...doubtful.map(describeDoubtful),
    `Payments in Stars that count here, compared with Telegram's list: ${stars.checked}. Not in it, or different: ${stars.doubtful.length}.`,
    ...stars.doubtful.map(describeCharge),
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
    const stars = await auditCharges(database, since);
    const isClean = found.doubtful.length + stars.doubtful.length === 0;
    return { text: describeAudit(found, stars), exitCode: isClean ? 0 : 1 };
  });
}
