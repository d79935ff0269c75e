import type { Api } from './api';
import { ALLOWED_UPDATES } from './update';
import { isSameUrl } from './webhook-state';

/** How many updates Telegram may deliver at the same time: its default. More would only wait for the database. */
const MAX_CONNECTIONS = 40;

/** A bot's webhook, as Telegram reports it. https://core.telegram.org/bots/api#webhookinfo */
export interface WebhookState {
  /** Empty if the bot has no webhook. */
  readonly url: string;
  /** Empty means Telegram's default, which leaves out `chat_member`. */
  readonly allowedUpdates: readonly string[];
  readonly maxConnections: number | undefined;
  readonly pendingUpdates: number;
  readonly lastError:
    { readonly message: string; /** Epoch milliseconds. */ readonly at: number } | undefined;
}

export async function readWebhook(api: Pick<Api, 'getWebhookInfo'>): Promise<WebhookState> {
  const state = await api.getWebhookInfo();
  const { last_error_date: errorSeconds, last_error_message: message = '' } = state;
  return {
    url: state.url ?? '',
    allowedUpdates: state.allowed_updates ?? [],
    maxConnections: state.max_connections,
    pendingUpdates: state.pending_update_count,
    lastError: errorSeconds === undefined ? undefined : { message, at: errorSeconds * 1000 },
  };
}

/** True if Telegram sends the updates that we read to `url`. The secret can't be checked: Telegram never returns it. */
export const isWebhookAt = (state: WebhookState, url: string): boolean =>
  isSameUrl(state.url, url) &&
  state.maxConnections === MAX_CONNECTIONS &&
  [...state.allowedUpdates].sort().join() === [...ALLOWED_UPDATES].sort().join();

export interface WebhookToSet {
  readonly url: string;
  readonly secretToken: string;
  /** Discards the updates that Telegram has not delivered yet, including join requests and taps on payment buttons. */
  readonly dropPending?: boolean;
}

export const setWebhook = (
  api: Pick<Api, 'setWebhook'>,
  { url, secretToken, dropPending = false }: WebhookToSet,
): Promise<true> =>
  api.setWebhook(url, {
    secret_token: secretToken,
    allowed_updates: ALLOWED_UPDATES,
    max_connections: MAX_CONNECTIONS,
    ...(dropPending && { drop_pending_updates: true }),
  });
