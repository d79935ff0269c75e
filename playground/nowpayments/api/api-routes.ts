import { logIn } from './authenticate';
import { createInvoice } from './create-invoice';
import { createDirectPayment, createInvoicePayment } from './create-payment';
import { sendFirstIpn } from '../scenarios';
import { fieldsOf, type Reply, type SimRequest } from '../http';
import { currencies, estimate, fullCurrencies, merchantCoins, minAmount } from './quotes';
import { listPayments, readPayment } from './read-payments';
import { invoiceAnswer, paymentAnswer } from '../wire';
import type { SimPayment } from '../types';
import type { World } from '../world';

export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly needs: readonly ('key' | 'jwt')[];
  readonly answer: (world: World, request: SimRequest) => Reply;
}

const ok = (body: object): Reply => ({ status: 200, body });
const created = (body: object): Reply => ({ status: 201, body });

function createdPayment(world: World, payment: SimPayment): Reply {
  void sendFirstIpn(world, payment);
  return created(paymentAnswer(payment));
}

export const apiRoutes: readonly ApiRoute[] = [
  { method: 'GET', path: /^\/v1\/status$/, needs: [], answer: () => ok({ message: 'OK' }) },
  { method: 'POST', path: /^\/v1\/auth$/, needs: [], answer: (world, { body }) => ok(logIn(world, body)) },
  { method: 'GET', path: /^\/v1\/currencies$/, needs: ['key'], answer: () => ok(currencies()) },
  { method: 'GET', path: /^\/v1\/full-currencies$/, needs: ['key'], answer: () => ok(fullCurrencies()) },
  {
    method: 'GET',
    path: /^\/v1\/merchant\/coins$/,
    needs: ['key'],
    answer: (world) => ok(merchantCoins(world)),
  },
  {
    method: 'GET',
    path: /^\/v1\/min-amount$/,
    needs: ['key'],
    answer: (world, { query }) => ok(minAmount(world, query)),
  },
  {
    method: 'GET',
    path: /^\/v1\/estimate$/,
    needs: ['key'],
    answer: (_world, { query }) => ok(estimate(query)),
  },
  {
    method: 'POST',
    path: /^\/v1\/invoice$/,
    needs: ['key'],
    answer: (world, { body }) => created(invoiceAnswer(createInvoice(world, body))),
  },
  {
    method: 'POST',
    path: /^\/v1\/invoice-payment$/,
    needs: ['key'],
    answer: (world, { body }) => createdPayment(world, createInvoicePayment(world, fieldsOf(body))),
  },
  {
    method: 'POST',
    path: /^\/v1\/payment$/,
    needs: ['key'],
    answer: (world, { body }) => createdPayment(world, createDirectPayment(world, fieldsOf(body))),
  },
  {
    method: 'GET',
    path: /^\/v1\/payment\/([^/]+)$/,
    needs: ['key'],
    answer: (world, { params }) => ok(readPayment(world, params[0] ?? '')),
  },
  {
    method: 'GET',
    path: /^\/v1\/payment\/?$/,
    needs: ['jwt', 'key'],
    answer: (world, { query }) => ok(listPayments(world, query)),
  },
];
