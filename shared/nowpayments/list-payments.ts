import * as z from 'zod';
import type { Ask } from './ask';
import { NowpaymentsError } from './nowpayments-error';
import { isPayment, parseIpn, type Reported } from './ipn';
import { retryUntilAnswered, type Pause } from './retry-until-answered';

/** A token is good for five minutes; it is not used in the last of them. */
const TOKEN_MS = 4 * 60_000;
/** More payments than an invoice has ever had. */
const MOST = 100;
/** As many as one answer can hold. */
const PAGE = 500;
/** Five million payments: an answer that says more has gone wrong. */
const MOST_PAGES = 10_000;

const TokenAnswer = z.object({ token: z.string().min(1) });
const ListAnswer = z.object({ data: z.array(z.unknown()) });
const digits = z.string().regex(/^\d+$/).transform(Number);
// Not guessed where it is missing: whoever stops too early has lost somebody's money.
const PageAnswer = ListAnswer.extend({
  pagesCount: z.union([z.number(), digits]).pipe(z.int().max(MOST_PAGES)),
});
const Changed = z.object({ updated_at: z.union([z.string(), z.number()]) });

/** A payment in a list, and when NOWPayments last changed it, where it says so. */
export interface Listed extends Reported {
  readonly changedAt: Date | undefined;
}

export interface PaymentsPage {
  readonly payments: readonly Listed[];
  /** Entries that are no payment as we know them. */
  readonly unreadable: number;
  /** Which it is, from 1, of so many. */
  readonly page: number;
  readonly pages: number;
}

export interface PaymentLists {
  /** Every payment of an invoice, children too. */
  readonly ofInvoice: (invoiceId: string) => Promise<Reported[]>;
  /** Every payment made from then on, oldest first. Waits and asks again where NOWPayments wants that. */
  readonly madeSince: (from: Date) => AsyncIterable<PaymentsPage>;
}

export interface ListOptions {
  readonly now?: () => number;
  readonly pause?: Pause;
}

function listed(body: unknown): Listed[] {
  const ipn = parseIpn(body);
  if (!isPayment(ipn)) return [];
  const at = new Date(Changed.safeParse(body).data?.updated_at ?? NaN);
  return [{ ipn, body, changedAt: Number.isNaN(at.getTime()) ? undefined : at }];
}

type Query = Readonly<Record<string, string>>;

/** Asks for a list as somebody who has logged in, whose token is kept as long as it is good. */
function lister(
  ask: Ask,
  account: { readonly email: string; readonly password: string },
  now = performance.now.bind(performance),
) {
  let known: { readonly token: string; readonly at: number } | undefined;
  const token = async () => {
    if (known === undefined || now() - known.at >= TOKEN_MS) {
      const at = now();
      known = { at, ...(await ask('POST', 'auth', TokenAnswer, { body: account })) };
    }
    return known.token;
  };
  return async <Schema extends z.ZodType>(schema: Schema, query: Query): Promise<z.output<Schema>> => {
    const list = async () => ask('GET', 'payment/', schema, { query, token: await token() });
    return list().catch((error: unknown) => {
      if (!(error instanceof NowpaymentsError) || error.status !== 401) throw error;
      known = undefined; // it ended early: log in anew, once
      return list();
    });
  };
}

/**
 * The lists of payments. Only they find a payment whose IPNs were all lost, and they want the token of somebody who has
 * logged in beside the API key.
 */
export function paymentLists(
  ask: Ask,
  account: { readonly email: string; readonly password: string },
  { now, pause }: ListOptions = {},
): PaymentLists {
  const list = lister(ask, account, now);
  return {
    ofInvoice: async (invoiceId) => {
      const { data } = await list(ListAnswer, { invoiceId, limit: String(MOST), page: '0' });
      return data.flatMap(listed);
    },
    madeSince: async function* (from) {
      // Oldest first, so that a payment which is made meanwhile comes last and moves no other to a page already read.
      const query = {
        dateFrom: from.toISOString(),
        limit: String(PAGE),
        sortBy: 'created_at',
        orderBy: 'asc',
      };
      for (let page = 0, pages = 1; page < pages; page += 1) {
        const answer = await retryUntilAnswered(
          () => list(PageAnswer, { ...query, page: String(page) }),
          pause,
        );
        pages = answer.pagesCount;
        const payments = answer.data.flatMap(listed);
        const unreadable = answer.data.length - payments.length;
        yield { payments, unreadable, page: page + 1, pages: Math.max(pages, 1) };
      }
    },
  };
}
