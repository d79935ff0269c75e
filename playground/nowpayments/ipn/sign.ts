import { createHmac } from 'node:crypto';

/** Returns the text that NOWPayments sends and signs: keys sorted at every level, no white space. */
export function canonical(body: unknown): string {
  return JSON.stringify(sortKeys(body));
}

/** Returns the `x-nowpayments-sig` of a body that is already canonical. */
export function signature(body: string, secret: string): string {
  return createHmac('sha512', secret.trim()).update(body).digest('hex');
}

// Follows the documented algorithm and uses none of the product's code, because a shared mistake would go unnoticed.
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
