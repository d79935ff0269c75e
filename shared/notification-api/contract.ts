import * as z from 'zod';
import { FIELDS, USERNAME } from './fields';

const { open_channel_id, idempotency_key, payment_type } = FIELDS;
const { user_id, amount_crypto, amount_usd, crypto_currency, timestamp } = FIELDS;
const { tier, tier_price, duration_days } = FIELDS;

const payment = { user_id, username: USERNAME, amount_crypto, amount_usd, crypto_currency, timestamp };
const about = { open_channel_id, idempotency_key };

/** The body of `POST /webhooks/test-notification`. Unknown fields are ignored, here and below. */
export const TestNotificationBody = z.object(about);

/** The body of `POST /webhooks/broadcast-trigger`: the posts of one channel, or all that are due. */
export const BroadcastBody = z.object({ open_channel_id: open_channel_id.optional(), idempotency_key });
export type BroadcastRequest = z.input<typeof BroadcastBody>;

/** The body of `POST /webhooks/notification`, for a payment of any type. */
export const PaymentBody = z.object({ ...about, payment_type, payment_data: z.object(payment) });

/** Like `PaymentBody`, for a subscription, which has more fields. */
export const SubscriptionBody = z.object({
  ...about,
  payment_type: z.literal('subscription'),
  payment_data: z.object({ ...payment, tier, tier_price, duration_days }),
});

/** What a service sends: the same schema by which the webhook reads it. */
export type NotificationRequest = z.input<typeof SubscriptionBody> | z.input<typeof PaymentBody>;
export type TestNotificationRequest = z.input<typeof TestNotificationBody>;
