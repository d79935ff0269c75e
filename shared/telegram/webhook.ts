import type { Api } from './api';
import { commandMenu } from './views/commands';
import { ALLOWED_UPDATES } from './update';
import { isSameUrl } from './webhook-state';

/** Updates that Telegram may deliver at once: its own default. More would only wait for the database. */
const MAX_CONNECTIONS = 40;

/** What Telegram says of a bot's webhook. https://core.telegram.org/bots/api#webhookinfo */
export interface WebhookState {
  /** Empty where there is none. */
  readonly url: string;
  /** Empty stands for Telegram's own choice, which leaves `chat_member` out. */
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

/** Whether Telegram would send what we read to `url`, as far as it tells: a secret cannot be read back. */
export const isWebhookAt = (state: WebhookState, url: string): boolean =>
  isSameUrl(state.url, url) &&
  state.maxConnections === MAX_CONNECTIONS &&
  [...state.allowedUpdates].sort().join() === [...ALLOWED_UPDATES].sort().join();

export interface WebhookToSet {
  readonly url: string;
  readonly secretToken: string;
  /** Forgets what waits to be delivered, payments' buttons and join requests among it. */
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

/** Shows the bot's commands in Telegram's own menu. */
export const showCommands = (api: Pick<Api, 'setMyCommands'>): Promise<true> =>
  api.setMyCommands(commandMenu());
