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

  return { newChannel, sale, newId, newReference };
}
