import { ALLOWED_UPDATES } from '../../../shared/telegram/update';
import type { WebhookState } from '../../../shared/telegram/webhook';
import { isSameUrl } from '../../../shared/telegram/webhook-state';
import { isReachableFrom } from '../addresses';
import { fault, warning, type Finding } from '../finding';
import { letEveryoneCall } from './judge-endpoint';
import { HOUR_MS } from '../../../shared/domain/common/time';

export interface WebhookContext {
  /** The configured address of the webhook, if there is one. */
  readonly expectedUrl: string | undefined;
  readonly apiRoot: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const SET = 'npm run webhook -- set';
/** Far more than wait during a normal burst. */
const MANY_PENDING = 100;

/** Returns what is wrong with a webhook, in the order in which to fix it. Pure. */
export function judgeWebhook(state: WebhookState, context: WebhookContext): Finding[] {
  if (state.url === '') return [notSet];
  return [
    ...judgeUrl(state.url, context),
    ...judgeUpdates(state.allowedUpdates),
    ...judgeDelivery(state, context.now),
  ];
}

const notSet = fault('webhook.not_set', {
  problem: 'Telegram has no webhook for this bot, so the bot gets no updates.',
  remedy: `Run ${SET} URL with the address of telegramWebhook, or npm run deploy -- --resume if it was paused.`,
});

function judgeUrl(url: string, { expectedUrl, apiRoot }: WebhookContext): Finding[] {
  if (expectedUrl !== undefined && !isSameUrl(url, expectedUrl))
    return [
      fault('webhook.other_url', {
        problem: 'Telegram sends the updates to another address than TELEGRAM_WEBHOOK_URL.',
        remedy: `Run ${SET}, or correct TELEGRAM_WEBHOOK_URL.`,
      }),
    ];
  if (isReachableFrom(apiRoot, url)) return [];
  return [
    fault('webhook.not_https', {
      problem: 'The webhook is not an https address that Telegram can reach.',
      remedy: `Run ${SET} URL with the https address of telegramWebhook.`,
    }),
  ];
}

function judgeUpdates(allowed: readonly string[]): Finding[] {
  // An empty list means Telegram's default, which is everything except changes of membership.
  const isSent = (name: string) => (allowed.length === 0 ? name !== 'chat_member' : allowed.includes(name));
  const missing = ALLOWED_UPDATES.filter((name) => !isSent(name));
  if (missing.length === 0) return [];
  return [
    fault('webhook.updates_missing', {
      problem: `Telegram does not send us ${missing.join(', ')}, so another program has set this webhook.`,
      remedy: `Run ${SET}.`,
    }),
  ];
}

/** Telegram reports its last error even after it has passed. So only a recent one counts, and is an error only while updates wait. */
function judgeDelivery({ lastError, pendingUpdates }: WebhookState, now: number): Finding[] {
  if (lastError !== undefined && now - lastError.at < HOUR_MS) {
    const minutes = Math.max(0, Math.round((now - lastError.at) / 60_000));
    const words = {
      problem: `Telegram could not deliver an update ${minutes} min ago (${lastError.message}). Updates waiting: ${pendingUpdates}.`,
      remedy: remedyFor(lastError.message),
    };
    return [pendingUpdates > 0 ? fault('webhook.failing', words) : warning('webhook.failed', words)];
  }
  if (pendingUpdates < MANY_PENDING) return [];
  return [
    warning('webhook.pending', {
      problem: `${pendingUpdates} updates are waiting and Telegram reports no error, so telegramWebhook is too slow.`,
      remedy: 'Look at its latency and at its maximum number of instances.',
    }),
  ];
}

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/\b401\b/, `Telegram sends another secret than telegramWebhook expects: run ${SET}.`],
  [/\b403\b/, letEveryoneCall('telegramWebhook')],
  [/\b404\b|\b405\b/, `The address is not that of telegramWebhook: run ${SET} URL.`],
  [
    /\b429\b|\b503\b/,
    'telegramWebhook was busy or its database down: look at its log and at its number of instances.',
  ],
  [/\b5\d\d\b/, "Read the newest errors in telegramWebhook's log."],
  [
    /refused|resolve|SSL|certificate|handshake/i,
    `No server with a valid certificate answers at the address: run ${SET} URL.`,
  ],
  [/time/i, 'telegramWebhook takes too long: look at its latency, and at the database.'],
];

const remedyFor = (message: string): string =>
  REMEDIES.find(([pattern]) => pattern.test(message))?.[1] ?? "Look at telegramWebhook's log at that time.";
