import type { Database } from '../../shared/database/connection/pool';
import type { OpenChannelId } from '../../shared/domain/common/ids';

/** Writes channels and settled orders, without anything that settled them. */
export function useSettledOrders(test: { readonly database: Database }) {
  let lastChannel = -1_001_500_000_000;
  let lastId = 0;

  async function newChannel(timeZone: string): Promise<OpenChannelId> {
    const openChannelId = --lastChannel as OpenChannelId;
    await test.database.query(
      (sql) => sql`
        insert into channels (open_channel_id, title, owner_user_id, time_zone)
        values (${openChannelId}, 'Alpha', 7001, ${timeZone})`,
    );
    return openChannelId;
  }

  /** A number that no order and no payment has. */
  const newId = () => ++lastId;
  const newReference = () => String(newId()).padStart(22, '0');

  /** Adds a settled order with its payment, and returns its reference. */
  async function sale(
    openChannelId: OpenChannelId,
    at: string,
    cents = 1000,
    kind = 'donation',
  ): Promise<string> {
    const reference = newReference();
    const isTier = kind === 'subscription';
    await test.database.query(
      (sql) => sql`
        with o as (
          insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents,
            payment_id, settled_at)
          values (${reference}, ${kind}, 'settled', 5, ${openChannelId}, ${isTier ? 'Gold' : null}, ${isTier ? 30 : null},
            ${cents}, ${lastId}, ${at}::timestamptz))
        insert into payments (payment_id, order_reference, payment_status, seen, pay_currency, proven_cents, settles, standing)
        values (${lastId}, ${reference}, 'finished', '["finished"]', 'eth', ${cents}, true, 'settled')`,
    );
    return reference;
  }

  /** Adds an order that Stars settled, with its charge and payment, and returns the payment. */
  async function starSale(
    openChannelId: OpenChannelId,
    at: string,
    stars: number,
    kind = 'donation',
  ): Promise<{ readonly reference: string; readonly paymentId: number }> {
    const reference = newReference();
    const isTier = kind === 'subscription';
    const [charge] = await test.database.query(
      (sql) => sql<{ paymentId: number }[]>`
        with o as (
          insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, price_stars)
          values (${reference}, ${kind}, 5, ${openChannelId}, ${isTier ? 'Gold' : null}, ${isTier ? 30 : null},
            ${Math.ceil(stars * 1.3)}, ${stars}))
        insert into star_charges (charge_id, user_id, stars, payload, order_reference, paid_at)
        values (${`charge-${reference}`}, 5, ${stars}, ${`s1_${reference}`}, ${reference}, ${at}::timestamptz)
        returning payment_id as "paymentId"`,
    );
    const paymentId = charge?.paymentId ?? 0;
    await starPayment(reference, {
      payment_id: paymentId,
      actually_paid: stars,
      settles: true,
      standing: 'settled',
    });
    await test.database.query(
      (sql) => sql`
        update orders set state = 'settled', payment_id = ${paymentId}, income_cents = 0, income_stars = ${stars},
          settled_at = ${at}::timestamptz
        where reference = ${reference}`,
    );
    return { reference, paymentId };
  }

  /** Adds a payment in Stars to an order. */
  const starPayment = (reference: string, columns: Readonly<Record<string, unknown>>) =>
    test.database.query(
      (sql) => sql`
        insert into payments ${sql({
          payment_id: newId(),
          order_reference: reference,
          payment_status: 'finished',
          seen: sql.json(['finished']),
          rail: 'stars',
          price_amount: '5',
          price_currency: 'usd',
          pay_amount: 385,
          pay_currency: 'xtr',
          proven_cents: 500,
          received_cents: 500,
          ...columns,
        } as never)}`,
    );

  return { newChannel, sale, starSale, starPayment, newId, newReference };
}
