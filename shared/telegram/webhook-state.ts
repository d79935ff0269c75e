import type { WebhookInfo } from 'grammy/types';

/**
 * The part of `getWebhookInfo` that is safe to store: counts, times (Unix seconds) and the kind of the last error. It
 * leaves out addresses, because some contain a secret, and Telegram's texts, because they may quote an address.
 */
export interface ObservedWebhook {
  readonly isSet: boolean;
  readonly isExpected: boolean | null;
  readonly pendingUpdates: number;
  readonly lastErrorAt: number | null;
  readonly lastErrorClass: string | null;
  readonly lastSyncErrorAt: number | null;
}

// Error messages of the server (telegram-bot-api/WebhookActor.cpp) and of OpenSSL.
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/timeout|timed out/i, 'timeout'],
  [/ssl|certificate|tls/i, 'tls'],
  [/resolve host|ip address .* reserved/i, 'dns'],
  [/connection/i, 'connection'],
];

/** The kind of an error that Telegram reports: `http_503`, `timeout`, `tls`, `dns`, `connection` or `other`. */
export function webhookErrorClass(message: string): string {
  const status = /wrong response from the webhook: (\d{3})/i.exec(message)?.[1];
  if (status !== undefined) return `http_${status}`;
  return CLASSES.find(([words]) => words.test(message))?.[1] ?? 'other';
}

/** Picks what is safe to store. `expectedUrl` is our webhook's address, if it is configured. */
export function webhookStateOf(info: WebhookInfo, expectedUrl: string | undefined): ObservedWebhook {
  const { url = '', last_error_message: message } = info;
  return {
    isSet: url !== '',
    isExpected: expectedUrl === undefined ? null : isSameUrl(url, expectedUrl),
    pendingUpdates: info.pending_update_count,
    lastErrorAt: info.last_error_date ?? null,
    lastErrorClass: message === undefined ? null : webhookErrorClass(message),
    lastSyncErrorAt: info.last_synchronization_error_date ?? null,
  };
}

/** True if two texts are the same address, as `https://a.example` and `https://a.example/` are. */
export const isSameUrl = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;
