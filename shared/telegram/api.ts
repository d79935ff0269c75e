import { Api } from 'grammy/web';
import type { Config } from '../config';
import { leanFetch } from '../http-client';

export type { Api } from 'grammy/web';

/** Below the lease of an outbox entry and the 10 s in which a webhook must be answered. */
const TIMEOUT_SECONDS = 8;
/** Of what carries a file, which only the worker sends: below the lease, too, with the time that it takes to make one. */
const UPLOAD_TIMEOUT_SECONDS = 40;

/** The Bot API over kept connections. Never retries by itself: what may not be lost is in the outbox. */
export function telegramApi({
  TELEGRAM_BOT_TOKEN,
  TELEGRAM_API_ROOT,
}: Pick<Config, 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_API_ROOT'>): Api {
  const within = (timeoutSeconds: number) =>
    new Api(TELEGRAM_BOT_TOKEN, {
      apiRoot: TELEGRAM_API_ROOT.replace(/\/$/, ''),
      fetch: leanFetch as never,
      timeoutSeconds,
      sensitiveLogs: false,
    });
  const uploads = within(UPLOAD_TIMEOUT_SECONDS);
  return Object.assign(within(TIMEOUT_SECONDS), {
    sendPhoto: uploads.sendPhoto.bind(uploads),
    sendDocument: uploads.sendDocument.bind(uploads),
  });
}
