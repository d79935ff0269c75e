import * as z from 'zod';
import type { Ask } from './ask';
import { NowpaymentsError } from './nowpayments-error';
import { isPayment, parseIpn, type Reported } from './ipn';

/** A token is good for five minutes; it is not used in the last of them. */
const TOKEN_MS = 4 * 60_000;
/** More payments than an invoice has ever had. */
const MOST = 100;

const TokenAnswer = z.object({ token: z.string().min(1) });
const ListAnswer = z.object({ data: z.array(z.unknown()) });

/**
 * Lists the payments of an invoice. Only this endpoint finds a payment whose IPNs were all lost, and it wants the token of
 * somebody who has logged in beside the API key.
 */
export function paymentLister(
  ask: Ask,
  account: { readonly email: string; readonly password: string },
  now: () => number = performance.now.bind(performance),
): (invoiceId: string) => Promise<Reported[]> {
  let known: { readonly token: string; readonly at: number } | undefined;
  const token = async () => {
    if (known === undefined || now() - known.at >= TOKEN_MS) {
      const at = now();
      known = { at, ...(await ask('POST', 'auth', TokenAnswer, { body: account })) };
    }
    return known.token;
  };
  return async (invoiceId) => {
    const query = { invoiceId, limit: String(MOST), page: '0' };
    const list = async () => ask('GET', 'payment/', ListAnswer, { query, token: await token() });
    const { data } = await list().catch((error: unknown) => {
      if (!(error instanceof NowpaymentsError) || error.status !== 401) throw error;
      known = undefined; // it ended early: log in anew, once
      return list();
    });
    return data.flatMap((body) => {
      const ipn = parseIpn(body);
      return isPayment(ipn) ? [{ ipn, body }] : [];
    });
  };
}
