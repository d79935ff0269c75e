import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendSigned, type SendingFetch } from '../security/send-signed';
import { demandSecret } from '../security/secrets';
import {
  BROADCAST_TRIGGER_PATH,
  broadcastOutcomeOf,
  NOTIFICATION_PATH,
  readOutcome,
  TEST_NOTIFICATION_PATH,
  type BroadcastOutcome,
  type NotificationOutcome,
} from './answers';
import type { BroadcastRequest, NotificationRequest, TestNotificationRequest } from './contract';

const MAX_TRIES = 4;
/** Longer than the webhook waits for Telegram. */
const TIMEOUT_MS = 15_000;
/** If the webhook asks for a longer wait than this, the error is reported instead. */
const PATIENCE_SECONDS = 60;

type WebhookAnswer = Pick<Response, 'status' | 'headers' | 'text'>;

export interface NotificationClientOptions {
  /** The address of `notificationWebhook`, without `/webhooks`. */
  readonly url: string;
  /** `WEBHOOK_SIGNING_SECRET`. */
  readonly secret: string;
  readonly fetch?: SendingFetch<WebhookAnswer>;
  /** The correlation id of the current work, so that one payment can be followed through all logs. */
  readonly correlationId?: () => string | undefined;
  /** Waits so many milliseconds between two attempts. */
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface NotificationClient {
  /**
   * Tells a channel's owner about a payment. Resolves with the result: `sent`, `duplicate`, or why it never will be
   * sent (`disabled`, `not_configured`, `undeliverable`). Tries up to four times if that may help, always under the
   * same idempotency key. Throws `NotificationFailed`.
   */
  notify(notification: NotificationRequest): Promise<NotificationOutcome>;
  /** Sends the owner a test notification in the same way, with the same results. Throws `NotificationFailed`. */
  testNotification(openChannelId: TestNotificationRequest['open_channel_id']): Promise<NotificationOutcome>;
  /**
   * Publishes the posts of one channel, or those of every channel whose hour has come. Resolves with how many follow
   * within a minute, or why none do. Throws `NotificationFailed`, with status 429 within five minutes of the last call.
   */
  broadcast(openChannelId?: TestNotificationRequest['open_channel_id']): Promise<BroadcastOutcome>;
}

/** The owner was not told, as far as we know. `retryable`: the same call may be made again, after `retryAfterSeconds`. */
export class NotificationFailed extends Error {
  override readonly name = 'NotificationFailed';
  /** HTTP status; absent if there was no answer. */
  readonly status: number | undefined;
  /** The webhook's own code, such as `Missing field: user_id`, or else `no_answer` or `unexpected_answer`. */
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number;
  /** Pass it again to repeat the same call. An owner who was told after all is then told only once. */
  readonly idempotencyKey: string;
  readonly correlationId: string;

  constructor(failure: Failure, { idempotencyKey, correlationId }: CallIds) {
    const said = failure.status === undefined ? failure.code : `${failure.status} ${failure.code}`;
    super(`The notification webhook: ${said}`, { cause: failure.cause });
    this.status = failure.status;
    this.code = failure.code;
    this.retryable = failure.retryable;
    this.retryAfterSeconds = failure.retryAfterSeconds;
    this.idempotencyKey = idempotencyKey;
    this.correlationId = correlationId;
  }
}

/** The ids by which a call is found again: by the webhook, and in the logs. */
interface CallIds {
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

interface Failure {
  readonly status?: number;
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number;
  readonly cause?: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const codeIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : 'unexpected_answer';

/** Reads an answer. 429 and 5xx may pass; every other failure stays the same however often the call is repeated. */
async function read<Outcome>(
  answer: WebhookAnswer,
  outcomeIn: (body: unknown) => Outcome | undefined,
): Promise<{ readonly outcome: Outcome } | Failure> {
  const body = parsed(await answer.text());
  const outcome = answer.status === 200 ? outcomeIn(body) : undefined;
  if (outcome !== undefined) return { outcome };
  return {
    status: answer.status,
    code: codeIn(body),
    retryable: answer.status === 429 || answer.status >= 500,
    retryAfterSeconds: Number(/^\d{1,9}$/.exec(answer.headers.get('retry-after') ?? '')?.[0] ?? 0),
  };
}

const unanswered = (cause: unknown): Failure => ({
  code: 'no_answer',
  retryable: true,
  retryAfterSeconds: 0,
  cause,
});

/** The address of a route, even if the function is served under its own path. */
function addressOf(url: string, path: string): string {
  const address = new URL(url);
  address.pathname = address.pathname.replace(/\/+$/, '') + path;
  return address.href;
}

/** A client of the notification webhook for other services. Throws at once for a blank secret or an invalid URL. */
export function notificationClient(options: NotificationClientOptions): NotificationClient {
  const { url, secret, wait = sleep, now = Date.now } = options;
  const fetch: SendingFetch<WebhookAnswer> = options.fetch ?? ((to, init) => globalThis.fetch(to, init));
  demandSecret(secret, 'the signing secret');
  const notificationUrl = addressOf(url, NOTIFICATION_PATH);
  const testUrl = addressOf(url, TEST_NOTIFICATION_PATH);
  const broadcastUrl = addressOf(url, BROADCAST_TRIGGER_PATH);

  const send = async <Outcome>(
    to: string,
    content: NotificationRequest | TestNotificationRequest | BroadcastRequest,
    outcomeIn: (body: unknown) => Outcome | undefined,
  ): Promise<Outcome> => {
    // A blank key counts as none at the webhook, so each attempt would be another call.
    const idempotencyKey = String(content.idempotency_key ?? '') || randomUUID();
    const body = JSON.stringify({ ...content, idempotency_key: idempotencyKey });
    const correlationId = options.correlationId?.() ?? randomUUID();
    for (let tries = 1; ; tries += 1) {
      // Signed again for each attempt, because a signature is valid for five minutes.
      const call = {
        url: to,
        key: secret,
        body,
        correlationId,
        timestamp: now() / 1000,
        timeoutMs: TIMEOUT_MS,
      };
      const result = await sendSigned(fetch, call)
        .then((answer) => read(answer, outcomeIn))
        .catch(unanswered);
      if ('outcome' in result) return result.outcome;
      const seconds = Math.max(result.retryAfterSeconds, 2 ** (tries - 1));
      if (!result.retryable || tries === MAX_TRIES || seconds > PATIENCE_SECONDS)
        throw new NotificationFailed(result, { idempotencyKey, correlationId });
      await wait(seconds * 1000);
    }
  };

  return {
    notify: (notification) => send(notificationUrl, notification, readOutcome),
    testNotification: (openChannelId) => send(testUrl, { open_channel_id: openChannelId }, readOutcome),
    broadcast: (openChannelId) => send(broadcastUrl, { open_channel_id: openChannelId }, broadcastOutcomeOf),
  };
}
