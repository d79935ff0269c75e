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
/** Who is told to wait longer than this is better told so than kept waiting. */
const PATIENCE_SECONDS = 60;

type WebhookAnswer = Pick<Response, 'status' | 'headers' | 'text'>;

export interface NotificationClientOptions {
  /** Where `notificationWebhook` is reached, without `/webhooks`. */
  readonly url: string;
  /** `WEBHOOK_SIGNING_SECRET`. */
  readonly secret: string;
  readonly fetch?: SendingFetch<WebhookAnswer>;
  /** The correlation id of what is being done at the moment, so that one payment can be followed through all logs. */
  readonly correlationId?: () => string | undefined;
  /** How to wait so many milliseconds between two tries. */
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface NotificationClient {
  /**
   * Tells a channel's owner of a payment. Resolves with what became of it: `sent`, `duplicate`, or why it never will be
   * (`disabled`, `not_configured`, `undeliverable`). Tries up to four times where that may help, always under the same
   * idempotency key. Throws `NotificationFailed`.
   */
  notify(notification: NotificationRequest): Promise<NotificationOutcome>;
  /** Sends the owner a test notification, by the same way and with the same results. Throws `NotificationFailed`. */
  testNotification(openChannelId: TestNotificationRequest['open_channel_id']): Promise<NotificationOutcome>;
  /**
   * Has the posts of a channel published, or those of all channels whose hour has come. Resolves with how many follow
   * within a minute, or why none do. Throws `NotificationFailed`; with status 429 within five minutes of the last time.
   */
  broadcast(openChannelId?: TestNotificationRequest['open_channel_id']): Promise<BroadcastOutcome>;
}

/** Nobody was told, as far as is known. `retryable`: the same call may be made again, after `retryAfterSeconds`. */
export class NotificationFailed extends Error {
  override readonly name = 'NotificationFailed';
  /** HTTP status; absent when there was no answer. */
  readonly status: number | undefined;
  /** The webhook's own word, such as `Missing field: user_id`, or `no_answer`, or `unexpected_answer`. */
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number;
  /** Under which it was asked for: given again, it is the same call, and an owner who was told after all is told once. */
  readonly idempotencyKey: string;
  readonly correlationId: string;

  constructor(failure: Failure, { idempotencyKey, correlationId }: Names) {
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

/** By which a call is found again: by the webhook, and in the logs. */
interface Names {
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

/** What an answer means. 429 and 5xx may pass; anything else but a 200 is the same however often it is asked for. */
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

/** The address of a route, also where the function is served under a path of its own. */
function addressOf(url: string, path: string): string {
  const address = new URL(url);
  address.pathname = address.pathname.replace(/\/+$/, '') + path;
  return address.href;
}

/** Other services' way to the notification webhook. Throws at once on a blank secret or a URL that is none. */
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
    // A blank one is none to the webhook, so each try would be another call.
    const idempotencyKey = String(content.idempotency_key ?? '') || randomUUID();
    const body = JSON.stringify({ ...content, idempotency_key: idempotencyKey });
    const correlationId = options.correlationId?.() ?? randomUUID();
    for (let tries = 1; ; tries += 1) {
      // Signed anew for each try: a signature is good for five minutes.
      const call = { url: to, secret, body, correlationId, timestamp: now() / 1000, timeoutMs: TIMEOUT_MS };
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
