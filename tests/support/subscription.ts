import { saveChannels } from '../../shared/database/owner/channels';
import type { Database } from '../../shared/database/connection/pool';
import type { Channel } from '../../shared/domain/common/channel';
import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import { silentLogger, type Logger } from '../../shared/logger';
import { ipnDeliveryId, isPayment, parseIpn } from '../../shared/nowpayments/ipn';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { newReference } from '../../shared/services/common/new-reference';
import { settlePayment } from '../../shared/services/payments/settle-payment';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from './order';

export const CLOSED_ID = -1009876543210;

/** A channel that sells a month for $30 and a quarter for $75. */
const sellingChannel = (given: Partial<Channel> = {}): Channel => ({
  openChannelId: CHANNEL_ID as OpenChannelId,
  closedChannelId: CLOSED_ID as ClosedChannelId,
  title: 'Alpha',
  description: 'Daily notes',
  ownerUserId: OWNER_ID,
  donationMessage: '',
  notificationsEnabled: true,
  notificationsChatId: null,
  tolerancePercent: 1,
  graceHours: 24,
  removals: 'on',
  fileListed: true,
  tiers: [
    { name: 'Month', priceCents: 3000 as Cents, days: 30 },
    { name: 'Quarter', priceCents: 7500 as Cents, days: 90 },
  ],
  ...given,
});

export const addSellingChannel = (database: Database, given: Partial<Channel> = {}): Promise<unknown> =>
  saveChannels(database, [sellingChannel(given)]);

/** Adds an open order for a tier with its invoice, as a press of its button does. */
export async function addTierOrder(
  database: Database,
  {
    userId = BUYER_ID,
    openChannelId = CHANNEL_ID,
    name = 'Month',
    days = 30,
    amountCents = 3000,
  }: { userId?: number; openChannelId?: number; name?: string; days?: number; amountCents?: number } = {},
): Promise<OrderReference> {
  const reference = newReference();
  await database.query(
    (sql) => sql`
      with subscription as (
        insert into subscriptions (open_channel_id, user_id) values (${openChannelId}, ${userId}) on conflict do nothing),
      ordered as (
        insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents)
        values (${reference}, 'subscription', ${userId}, ${openChannelId}, ${name}, ${days}, ${amountCents}))
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
      values (${reference}, ${reference}, ${amountCents}, 'https://nowpayments.io/payment/?iid=1')`,
  );
  return reference;
}

let lastPayment = 8_000_000_000;

/** What a test may say about a payment. Any other field of NOWPayments may be in it as well. */
interface PaymentFields {
  readonly userId?: number;
  readonly openChannelId?: number;
  readonly payment_id?: number;
  readonly pay_amount?: number;
  readonly actually_paid?: number;
  readonly pay_currency?: string;
}

/** The fields of an IPN for a $30 order that was paid exactly. `change` replaces some of them. */
export const paymentOf = (
  reference: string,
  { userId = BUYER_ID, openChannelId = CHANNEL_ID, ...change }: PaymentFields & object = {},
) => ({
  payment_id: ++lastPayment,
  payment_status: 'finished',
  order_id: `PGP-${userId}|${openChannelId}|${reference}`,
  price_amount: 30,
  price_currency: 'usd',
  pay_amount: 30,
  actually_paid: 30,
  pay_currency: 'usdttrc20',
  parent_payment_id: null,
  ...change,
});

/** Settles the payment of an IPN, as the function does when one arrives. Returns what came of it. */
export async function settleIpn(
  database: Database,
  raw: Record<string, unknown>,
  log: Logger = silentLogger,
): ReturnType<typeof settlePayment> {
  const ipn = parseIpn(raw);
  if (!isPayment(ipn)) throw new Error('not a payment');
  const delivery = deliveryOf('nowpayments', ipnDeliveryId(ipn), raw);
  return settlePayment({ database, log }, delivery, ipn);
}
