import type { CheckedInvoice, PreCheckout } from '../../domain/stars/decide-pre-checkout';
import { Unavailable } from '../../errors';
import { within } from '../../within';
import { isBanned } from '../access/holders';
import { isRenewing } from '../access/subscriptions';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { hasForEver } from '../payments/order-progress';
import { isHeld } from '../payments/orders';
import { isStopped } from '../places/sold-places';

/** The result of the read that decides whether a user may pay. */
export interface ReadPreCheckout {
  /** `null` if no invoice has the payload. */
  readonly invoice: (Omit<CheckedInvoice, 'takesStars'> & { readonly ownerUserId: number }) | null;
  /** What the user chose to read; `null` if nothing. */
  readonly language: string | null;
}

const checkedInvoice = (sql: Sql, payload: string) => sql`
  select jsonb_build_object('priceStars', i.price_stars, 'buyerId', o.user_id, 'state', o.state,
    'orderStars', o.price_stars, 'receivedCents', o.received_cents, 'isHeld', ${isHeld(sql)},
    'isBought', exists (select from star_subscriptions s where s.payload = i.payload),
    'isRenewing', i.period_seconds is not null and ${isRenewing(sql, sql`o.user_id`)},
    'hasForEver', ${hasForEver(sql)},
    'isBanned', ${isBanned(sql, sql`o.open_channel_id`, sql`o.user_id`)}, 'isPaused', c.paused_at is not null,
    'isStopped', o.kind = 'subscription' and (c.closed_channel_id is null or ${isStopped(sql)}),
    'ownerUserId', c.owner_user_id)
  from star_invoices i join orders o on o.reference = i.order_reference join channels c using (open_channel_id)
  where i.payload = ${payload}`;

/**
 * Reads in one statement what decides whether a user may pay. Throws `Unavailable` if that takes longer than `limitMs`,
 * whatever the database is doing and however many others wait for a connection.
 */
export async function readPreCheckout(
  database: Database,
  { userId, payload }: Pick<PreCheckout, 'userId' | 'payload'>,
  limitMs: number,
): Promise<ReadPreCheckout> {
  let isLate = false;
  const rows = await within(
    database.query<readonly ReadPreCheckout[]>((sql) =>
      // A connection that comes free too late is left to those who still wait.
      isLate
        ? Promise.resolve([])
        : sql<ReadPreCheckout[]>`
            select (select language from chats where chat_id = ${userId}) as language,
              (${checkedInvoice(sql, payload)}) as invoice`,
    ),
    limitMs,
    () => {
      isLate = true;
      return new Unavailable(`the database did not answer within ${limitMs} ms`);
    },
  );
  return rows[0] ?? { invoice: null, language: null };
}
