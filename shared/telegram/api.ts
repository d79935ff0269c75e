import { Api } from 'grammy/web';
import type { Config } from '../config';
import { leanFetch } from '../http-client';

export type { Api } from 'grammy/web';

/** Shorter than the lease of an outbox entry and the 10 s in which a webhook must answer. */
const TIMEOUT_SECONDS = 8;
/** The timeout of file uploads, which only the worker sends. With the time to make the file, it is below the lease. */
const UPLOAD_TIMEOUT_SECONDS = 40;

/** The Bot API over kept connections. Never retries by itself, because what must not be lost is in the outbox. */
export function telegramApi({
  TELEGRAM_BOT_TOKEN,
  TELEGRAM_API_ROOT,
}: Pick<Config, 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_API_ROOT'>): Api {
  const withTimeout = (timeoutSeconds: number) =>
    new Api(TELEGRAM_BOT_TOKEN, {
      apiRoot: TELEGRAM_API_ROOT.replace(/\/$/, ''),
      fetch: leanFetch as never,
      timeoutSeconds,
      sensitiveLogs: false,
    });
  const uploads = withTimeout(UPLOAD_TIMEOUT_SECONDS);
  return Object.assign(withTimeout(TIMEOUT_SECONDS), {
    sendPhoto: uploads.sendPhoto.bind(uploads),
    sendDocument: uploads.sendDocument.bind(uploads),
  });
}
