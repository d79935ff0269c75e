import type { NowpaymentsSimulator } from '../../playground/nowpayments/index';

/** The options with which the simulator's own tests start it. */
export const options = {
  apiKey: 'key-of-tests',
  ipnSecret: 'secret-of-tests',
  email: 'Owner@example.com',
  password: 'Password',
  statusDelayMs: 0,
  ipnRetries: { count: 3, intervalMs: 20 },
};

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls the API, by POST if there is a body. */
export async function call(
  simulator: NowpaymentsSimulator,
  path: string,
  {
    body,
    headers = { 'x-api-key': options.apiKey },
  }: { body?: object; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${simulator.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export const invoiceRequest = {
  price_amount: 12.99,
  price_currency: 'usd',
  order_id: 'PGP-6271402111|-1003253338212|ord_1',
  order_description: 'One month of Second Brain',
};

/** Creates an invoice and returns its id. */
export async function createInvoice(
  simulator: NowpaymentsSimulator,
  overrides: object = {},
): Promise<string> {
  const { body } = await call(simulator, '/invoice', { body: { ...invoiceRequest, ...overrides } });
  return String(body['id']);
}
