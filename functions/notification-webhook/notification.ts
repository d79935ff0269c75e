import type * as z from 'zod';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { Message } from '../../shared/domain/messages/messages';
import { BadRequest } from '../../shared/errors';
import { PaymentBody, SubscriptionBody, TestNotificationBody } from '../../shared/notification-api/contract';

/** A service's request to tell the owner of a channel something. */
export interface Notification {
  readonly openChannelId: OpenChannelId;
  /** The caller's own name for this notification. */
  readonly idempotencyKey: string | null;
  /** `now` by the database's clock. */
  readonly messageFor: (channel: { readonly title: string; readonly now: Date }) => Message;
}

type Body = Readonly<Record<string, unknown>>;

const fieldIn = (value: unknown, name: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[name] : undefined;

/** Reads `body`, or throws `BadRequest` with the first field that is missing or invalid. */
function read<Schema extends z.ZodType>(schema: Schema, body: Body): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  const value = path.reduce<unknown>(fieldIn, body);
  const isMissing = value === undefined || value === null || value === '';
  throw new BadRequest(`${isMissing ? 'Missing' : 'Invalid'} field: ${String(path.at(-1))}`);
}

type PaymentFields = z.output<typeof PaymentBody>;

/** The fields that payments of every type share. */
const paymentOf = ({ open_channel_id, payment_data }: PaymentFields, title: string, now: Date) => ({
  title,
  openChannelId: open_channel_id,
  payer: { userId: payment_data.user_id, username: payment_data.username },
  amountCrypto: payment_data.amount_crypto,
  amountCents: payment_data.amount_usd,
  cryptoCurrency: payment_data.crypto_currency,
  expectedCrypto: null,
  paidAt: payment_data.timestamp ?? now.toISOString(),
});

function subscriptionMessage(body: Body): Notification['messageFor'] {
  const fields = read(SubscriptionBody, body);
  const { tier, tier_price, duration_days } = fields.payment_data;
  return ({ title, now }) => ({
    type: 'subscription_sold',
    ...paymentOf(fields, title, now),
    exception: 'none',
    tierName: tier,
    priceCents: tier_price,
    days: duration_days,
    paidUntil: null,
  });
}

const paymentMessage =
  (fields: PaymentFields): Notification['messageFor'] =>
  ({ title, now }) => {
    const payment = paymentOf(fields, title, now);
    return fields.payment_type === 'donation'
      ? { type: 'donation_received', ...payment }
      : { type: 'payment_received', ...payment, paymentType: fields.payment_type };
  };

/**
 * Reads the body of `POST /webhooks/notification`. Ignores unknown fields. Throws `BadRequest` with `Missing field: x`
 * or `Invalid field: x`.
 */
export function parseNotification(body: Body): Notification {
  const fields = read(PaymentBody, body);
  return {
    openChannelId: fields.open_channel_id,
    idempotencyKey: fields.idempotency_key,
    messageFor: fields.payment_type === 'subscription' ? subscriptionMessage(body) : paymentMessage(fields),
  };
}

/** Reads the body of `POST /webhooks/test-notification`. Throws as `parseNotification` does. */
export function parseTestNotification(body: Body): Notification {
  const { open_channel_id: openChannelId, idempotency_key: idempotencyKey } = read(
    TestNotificationBody,
    body,
  );
  return {
    openChannelId,
    idempotencyKey,
    messageFor: ({ title, now }) => ({
      type: 'test_notification',
      title,
      openChannelId,
      at: now.toISOString(),
    }),
  };
}
