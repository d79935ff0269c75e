import { GrammyError } from 'grammy/web';
import type { Database } from '../../shared/database/connection/pool';
import type { OrderReference } from '../../shared/domain/common/ids';
import { silentLogger } from '../../shared/logger';
import { newReference } from '../../shared/services/common/new-reference';
import { takeCharge } from '../../shared/services/stars/take-charge';
import { BUYER_ID, CHANNEL_ID } from '../support/order';
import { addTierOrder } from '../support/subscription';

/** Price of the orders here: ⭐ 385 or $5.00. */
export const PRICE = { stars: 385, cents: 500 } as const;
const MONTH_SECONDS = 2_592_000;

export interface StarOrder {
  readonly reference: OrderReference;
  readonly payload: string;
  readonly userId: number;
}

/** Adds an open order for a month that can be paid in Stars, with its invoice. `renews`: the invoice renews by itself. */
export async function addStarOrder(
  database: Database,
  { userId = BUYER_ID, openChannelId = CHANNEL_ID, renews = false } = {},
): Promise<StarOrder> {
  const reference = await addTierOrder(database, { userId, openChannelId, amountCents: PRICE.cents });
  const payload = `s1_${newReference()}`;
  await database.query(
    (sql) => sql`
      with priced as (update orders set price_stars = ${PRICE.stars} where reference = ${reference})
      insert into star_invoices (payload, order_reference, price_stars, price_cents, period_seconds)
      values (${payload}, ${reference}, ${PRICE.stars}, ${PRICE.cents}, ${renews ? MONTH_SECONDS : null})`,
  );
  return { reference, payload, userId };
}

let lastCharge = 0;

/** Takes in a payment of an order, as its update does, and returns its ids. */
export async function payInStars(
  database: Database,
  { payload, userId }: Pick<StarOrder, 'payload' | 'userId'>,
  more: Partial<Parameters<typeof takeCharge>[1]> = {},
): Promise<{ chargeId: string; paymentId: number }> {
  const chargeId = more.chargeId ?? `charge_${process.pid}_${++lastCharge}`;
  const [clock] = await database.query(
    (sql) => sql<{ now: number }[]>`select (extract(epoch from app_now()) * 1000)::bigint as now`,
  );
  const charge = { chargeId, userId, stars: PRICE.stars, payload, paidAt: clock?.now ?? 0, ...more };
  await takeCharge({ database, log: silentLogger }, charge);
  const [row] = await database.query(
    (sql) => sql<{ paymentId: number }[]>`
      select payment_id as "paymentId" from star_charges where charge_id = ${chargeId}`,
  );
  return { chargeId, paymentId: row?.paymentId ?? 0 };
}

/** An error as Telegram answers it. */
export const refusal = (description: string, code = 400, parameters = {}) =>
  new GrammyError(
    'call failed',
    { ok: false, error_code: code, description, parameters },
    'refundStarPayment',
    {},
  );

/** Telegram, which sends payments back unless it is told to fail. `calls` has the charges that it was asked for. */
export function fakeRefunds() {
  const calls: { readonly userId: number; readonly chargeId: string }[] = [];
  const failures: Error[] = [];
  const api = {
    refundStarPayment: async (userId: number, chargeId: string): Promise<true> => {
      calls.push({ userId, chargeId });
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return true;
    },
  };
  return { api, calls, failNext: (...errors: readonly Error[]) => failures.push(...errors) };
}

/** Telegram, which sends a payment back once and then says that it did. */
export function onceRefunded() {
  const state = {
    made: 0,
    api: {
      refundStarPayment: async (): Promise<true> => {
        if (state.made > 0) throw refusal('Bad Request: CHARGE_ALREADY_REFUNDED');
        state.made += 1;
        return true;
      },
    },
  };
  return state;
}
