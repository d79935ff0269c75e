import { invalidParams, notFound } from './errors';
import type { SimPayment } from '../types';
import { paymentRead } from '../wire';
import type { World } from '../world';

export function readPayment(world: World, id: string): object {
  const payment = /^\d+$/.test(id) ? world.payments.get(Number(id)) : undefined;
  if (!payment) throw notFound('Payment');
  return paymentRead(world, payment);
}

/**
 * `GET /v1/payment/`: `{data, limit, page, pagesCount, total}`, newest first by default. The list of an invoice includes
 * its child payments, although a child has no `invoice_id`.
 */
export function listPayments(world: World, query: URLSearchParams): object {
  const limit = readNumber(query, 'limit', 10);
  if (limit < 1 || limit > 500) throw invalidParams('limit must be between 1 and 500');
  const page = readNumber(query, 'page', 0);
  const rows = [...world.payments.values()].filter((payment) => matches(payment, query));
  rows.sort((a, b) => a.createdAt - b.createdAt);
  if (query.get('orderBy') !== 'asc') rows.reverse();
  return {
    data: rows.slice(page * limit, (page + 1) * limit).map((payment) => paymentRead(world, payment)),
    limit,
    page,
    pagesCount: Math.ceil(rows.length / limit),
    total: rows.length,
  };
}

function matches(payment: SimPayment, query: URLSearchParams): boolean {
  const invoiceId = query.get('invoiceId');
  const from = query.get('dateFrom');
  const to = query.get('dateTo');
  return (
    (invoiceId === null || payment.shownOnInvoiceId === invoiceId) &&
    (from === null || payment.createdAt >= Date.parse(from)) &&
    (to === null || payment.createdAt <= Date.parse(to))
  );
}

function readNumber(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  if (!/^\d+$/.test(text)) throw invalidParams(`${name} must be a number`);
  return Number(text);
}
