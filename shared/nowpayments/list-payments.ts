import * as z from 'zod';
import type { Ask } from './ask';
import { NowpaymentsError } from './nowpayments-error';
import { isPayment, parseIpn, type ReportedPayment } from './ipn';
import { retryUntilAnswered, type Pause } from './retry-until-answered';

/** A token is valid for five minutes. It is not used in the last of them. */
const TOKEN_MS = 4 * 60_000;
/** More payments than an invoice has ever had. */
const MOST = 100;
/** The most that one answer can contain. */
const PAGE = 500;
/** Five million payments. An answer that claims more is wrong. */
const MOST_PAGES = 10_000;

const TokenAnswer = z.object({ token: z.string().min(1) });
const ListAnswer = z.object({ data: z.array(z.unknown()) });
const digits = z.string().regex(/^\d+$/).transform(Number);
// Required, because stopping too early would lose someone's money.
const PageAnswer = ListAnswer.extend({
  pagesCount: z.union([z.number(), digits]).pipe(z.int().max(MOST_PAGES)),
});
const Changes = z.object({ updated_at: z.union([z.string(), z.number()]) });

/** A payment in a list, and when NOWPayments last changed it, if it says so. */
export interface DatedPayment extends ReportedPayment {
  readonly changedAt: Date | undefined;
}

export interface PaymentsPage {
  readonly payments: readonly DatedPayment[];
  /** The number of entries that could not be read as payments. */
  readonly unreadable: number;
  /** The number of this page, from 1, and the number of pages. */
  readonly page: number;
  readonly pages: number;
}

export interface PaymentLists {
  /** Every payment of an invoice, including children. */
  readonly ofInvoice: (invoiceId: string) => Promise<ReportedPayment[]>;
  /** Every payment made since then, oldest first. Waits and asks again if NOWPayments requires it. */
  readonly madeSince: (from: Date) => AsyncIterable<PaymentsPage>;
}

export interface ListOptions {
  readonly now?: () => number;
  readonly pause?: Pause;
}

function readListed(body: unknown): DatedPayment[] {
  const ipn = parseIpn(body);
  if (!isPayment(ipn)) return [];
  const at = new Date(Changes.safeParse(body).data?.updated_at ?? NaN);
  return [{ ipn, body, changedAt: Number.isNaN(at.getTime()) ? undefined : at }];
}

type Query = Readonly<Record<string, string>>;

/** Asks for lists with the token of a log-in, which is kept while it is valid. */
function listsWithToken(
  ask: Ask,
  account: { readonly email: string; readonly password: string },
  now = performance.now.bind(performance),
) {
  let known: { readonly token: string; readonly at: number } | undefined;
  let loggingIn: Promise<string> | undefined;
  const logIn = async () => {
    const at = now();
    known = { at, ...(await ask('POST', 'auth', TokenAnswer, { body: account })) };
    return known.token;
  };
  // Lists that are asked for at once share one log-in.
  const token = () => {
    if (known !== undefined && now() - known.at < TOKEN_MS) return Promise.resolve(known.token);
    return (loggingIn ??= logIn().finally(() => {
      loggingIn = undefined;
    }));
  };
  return async <Schema extends z.ZodType>(schema: Schema, query: Query): Promise<z.output<Schema>> => {
    let used: string | undefined;
    const list = async () => ask('GET', 'payment/', schema, { query, token: (used = await token()) });
    return list().catch((error: unknown) => {
      if (!(error instanceof NowpaymentsError) || error.status !== 401) throw error;
      if (known?.token === used) known = undefined; // it expired early: log in again, once
      return list();
    });
  };
}

/**
 * The lists of payments. Only they find a payment whose IPNs were all lost. They require the token of a log-in in
 * addition to the API key.
 */
export function paymentLists(
  ask: Ask,
  account: { readonly email: string; readonly password: string },
  { now, pause }: ListOptions = {},
): PaymentLists {
  const list = listsWithToken(ask, account, now);
  return {
    ofInvoice: async (invoiceId) => {
      const { data } = await list(ListAnswer, { invoiceId, limit: String(MOST), page: '0' });
      return data.flatMap(readListed);
    },
    madeSince: async function* (from) {
      // Oldest first, so that a payment made meanwhile comes last and moves no other to a page that was already read.
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
        const payments = answer.data.flatMap(readListed);
        const unreadable = answer.data.length - payments.length;
        yield { payments, unreadable, page: page + 1, pages: Math.max(pages, 1) };
      }
    },
  };
}
