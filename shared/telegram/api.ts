import { Api } from 'grammy/web';
import type { Config } from '../config';
import { leanFetch } from '../http-client';

export type { Api } from 'grammy/web';

/** Below the lease of an outbox entry and the 10 s in which a webhook must be answered. */
const TIMEOUT_SECONDS = 8;

/** The Bot API over kept connections. Never retries by itself: what may not be lost is in the outbox. */
export const telegramApi = ({
  TELEGRAM_BOT_TOKEN,
  TELEGRAM_API_ROOT,
}: Pick<Config, 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_API_ROOT'>): Api =>
  new Api(TELEGRAM_BOT_TOKEN, {
    apiRoot: TELEGRAM_API_ROOT.replace(/\/$/, ''),
    fetch: leanFetch as never,
    timeoutSeconds: TIMEOUT_SECONDS,
    sensitiveLogs: false,
  });
