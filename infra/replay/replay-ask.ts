import { DATABASE_NAMES, demandConfig } from '../../shared/config';
import type { OrderReference } from '../../shared/domain/common/ids';
import { silentLogger } from '../../shared/logger';
import { nowpaymentsClient } from '../../shared/nowpayments/client';
import { askAboutOrder, type OrderAskedAbout } from '../../shared/services/nowpayments/ask-about-order';
import { SINCE_NAMES } from '../command-variables';
import { UsageError } from '../arguments';
import { withDatabase, type Told } from '../run-command';

/** The report for the operator. */
export function describeAsked({ state, asked, failed, left, failure }: OrderAskedAbout): string {
  const unasked = left === 0 ? '' : ` Not asked yet: ${left}.`;
  const failures = failed === 0 ? '' : ` Not answered: ${failed}.`;
  const again = failure === undefined ? '' : ` ${failure.message}. Run the command again later.`;
  return `The order is ${state}. Payments asked about: ${asked}.${failures}${unasked}${again}`;
}

/** `npm run replay -- ask REFERENCE`. */
export async function replayAsk(reference: OrderReference): Promise<Told> {
  const config = await demandConfig([...DATABASE_NAMES, ...SINCE_NAMES], []);
  const { NOWPAYMENTS_API_KEY: apiKey, NOWPAYMENTS_API_URL: apiUrl } = config;
  const { NOWPAYMENTS_EMAIL: email, NOWPAYMENTS_PASSWORD: password } = config;
  const account = email === undefined || password === undefined ? undefined : { email, password };
  const nowpayments = nowpaymentsClient({ apiKey, apiUrl, account });
  return withDatabase(config, async (database) => {
    const found = await askAboutOrder({ database, log: silentLogger, nowpayments }, reference);
    if (found === undefined) throw new UsageError(`There is no order ${reference}.`);
    return { text: describeAsked(found), exitCode: found.failed + found.left > 0 ? 1 : 0 };
  });
}
