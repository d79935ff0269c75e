import { Api } from 'grammy/web';
import type { Config } from '../config';
import { leanFetch, type LeanRequest } from '../http-client';

export type { Api } from 'grammy/web';

/** Shorter than the lease of an outbox entry and the 10 s in which a webhook must answer. */
const TIMEOUT_MS = 8_000;
/** The timeout of file uploads, which only the worker sends. With the time to make the file, it is below the lease. */
const UPLOAD_TIMEOUT_MS = 40_000;
/** grammY's own timeout hides whether the request was sent, so ours ends each call before it. */
const GRAMMY_TIMEOUT_SECONDS = 60;

/** The Bot API over kept connections. Never retries by itself, because what must not be lost is in the outbox. */
export function telegramApi({
  TELEGRAM_BOT_TOKEN,
  TELEGRAM_API_ROOT,
}: Pick<Config, 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_API_ROOT'>): Api {
  const withTimeout = (timeoutMs: number) =>
    new Api(TELEGRAM_BOT_TOKEN, {
      apiRoot: TELEGRAM_API_ROOT.replace(/\/$/, ''),
      fetch: ((url: string, init: LeanRequest) => leanFetch(url, { ...init, timeoutMs })) as never,
      timeoutSeconds: GRAMMY_TIMEOUT_SECONDS,
      sensitiveLogs: false,
    });
  const uploads = withTimeout(UPLOAD_TIMEOUT_MS);
  return Object.assign(withTimeout(TIMEOUT_MS), {
    sendPhoto: uploads.sendPhoto.bind(uploads),
    sendDocument: uploads.sendDocument.bind(uploads),
  });
}
