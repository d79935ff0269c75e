import { nowSeconds } from './clock';
import { randomBytes } from 'node:crypto';
import type { Database } from '../../shared/database/connection/pool';
import type { OrderReference } from '../../shared/domain/common/ids';
import type { StarCharge } from '../../shared/domain/stars/charge';
import { BUYER_ID } from './order';

/** A Star is worth so many cents to the owner, in these tests. */
const CENTS_PER_STAR = 12;
export const PERIOD_MS = 2_592_000_000;
/** When the first payments of these tests were made: a whole second. */
const PAID_AT = nowSeconds() * 1000;

/** Adds an invoice in Stars for an order; with `renews`, one of a subscription. Returns its payload. */
export async function addStarInvoice(
  database: Database,
  reference: OrderReference,
  { stars = 250, renews = false }: { stars?: number; renews?: boolean } = {},
): Promise<string> {
  const payload = `s1_${randomBytes(16).toString('hex')}`;
  await database.query(
    (sql) => sql`
      with priced as (update orders set price_stars = ${stars} where reference = ${reference})
      insert into star_invoices (payload, order_reference, price_stars, price_cents, period_seconds)
      select ${payload}, reference, ${stars}, coalesce(amount_cents, ${stars * CENTS_PER_STAR}), ${renews ? PERIOD_MS / 1000 : null}
      from orders where reference = ${reference}`,
  );
  return payload;
}

let charges = 0;

/** A payment in Stars as an update reports it. */
export const chargeFor = (payload: string, change: Partial<StarCharge> = {}): StarCharge => ({
  chargeId: `charge_${(charges += 1)}`,
  userId: BUYER_ID,
  stars: 250,
  payload,
  paidAt: PAID_AT,
  providerChargeId: `provider_${charges}`,
  isRecurring: false,
  isFirstRecurring: false,
  subscriptionUntil: null,
  ...change,
});

/** The first payment of a subscription, or the renewal with this number. */
export const renewalFor = (payload: string, number: number, change: Partial<StarCharge> = {}): StarCharge => {
  const paidAt = (change.paidAt ?? PAID_AT) + number * PERIOD_MS;
  return chargeFor(payload, {
    isRecurring: true,
    isFirstRecurring: number === 0,
    subscriptionUntil: paidAt + PERIOD_MS,
    ...change,
    paidAt,
  });
};
