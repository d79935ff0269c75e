import * as z from 'zod';

const https = z.url({ protocol: /^https$/, error: 'must be an address that starts with https://' });
const like = (pattern: RegExp, example: string) => z.string().regex(pattern, `must be like ${example}`);

/**
 * One place that is told about alarms, by Google's name of its kind, with the labels that are no secret:
 * https://cloud.google.com/monitoring/alerts/using-channels-api
 */
export const ALERT_CHANNEL = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('email'), email_address: z.email() }),
  z.strictObject({ type: z.literal('sms'), number: like(/^\+\d{7,15}$/, '+4915112345678') }),
  z.strictObject({ type: z.literal('pagerduty') }),
  z.strictObject({ type: z.literal('slack'), channel_name: like(/^#\S+$/, '#alerts') }),
  z.strictObject({ type: z.literal('google_chat'), space: like(/^spaces\/[\w-]+$/, 'spaces/AAAA') }),
  z.strictObject({ type: z.literal('webhook_tokenauth') }),
  z.strictObject({ type: z.literal('webhook_basicauth'), url: https, username: z.string().min(1) }),
  z.strictObject({
    type: z.literal('pubsub'),
    topic: like(/^projects\/[^/\s]+\/topics\/[^/\s]+$/, 'projects/PROJECT/topics/TOPIC'),
  }),
]);

export type AlertChannel = z.output<typeof ALERT_CHANNEL>;

/**
 * The label of a kind that is a secret, so it is in Secret Manager and not in the settings. The whole address of a webhook
 * with a token is one, because the token is a part of it.
 */
export const SECRET_LABELS: Partial<Readonly<Record<AlertChannel['type'], string>>> = {
  pagerduty: 'service_key',
  slack: 'auth_token',
  webhook_tokenauth: 'url',
  webhook_basicauth: 'password',
};

/** A channel's name in the settings. It is also a label at Google and a part of its secret's name. */
export const ALERT_CHANNEL_NAME = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,29}$/, 'must be at most 30 lower-case letters, digits and _');

export type AlertSecret = `ALERT_${string}`;

/** The secret of the channel with this name: `ALERT_ON_CALL` of `on_call`. */
export const alertSecret = (name: string): AlertSecret => `ALERT_${name.toUpperCase()}`;

/** The secrets of all channels that have one. */
export const alertSecretsOf = (channels: Readonly<Record<string, AlertChannel>>): AlertSecret[] =>
  Object.entries(channels).flatMap(([name, { type }]) => (type in SECRET_LABELS ? [alertSecret(name)] : []));
