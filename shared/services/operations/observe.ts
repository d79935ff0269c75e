import { claimObservations, saveObservation } from '../../database/operations/observations';
import { readMetrics } from '../../database/operations/metrics';
import type { Database } from '../../database/connection/pool';
import { alarmsFrom } from '../../domain/operations/alarms';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { webhookStateOf } from '../../telegram/webhook-state';

export interface ObserverDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly api: Pick<Api, 'getWebhookInfo'>;
  /** Where Telegram should deliver, if we were told. */
  readonly webhookUrl?: string | undefined;
}

/** An instance asks whether a look is due no more often; what is due is decided by the database. */
const ASK_EVERY_MS = 50_000;

/** Asks Telegram how it sees our webhook, and keeps the answer. May be lost: it is asked again in its turn. */
async function observeWebhook({ database, api, log, webhookUrl }: ObserverDependencies): Promise<void> {
  try {
    const state = webhookStateOf(await api.getWebhookInfo(), webhookUrl);
    await saveObservation(database, 'telegram_webhook', state);
  } catch (error) {
    log.warn('webhook.unobserved', { error });
  }
}

/** Says how things stand in one line, and every alarm that is on in a line of its own; that one is over is said once. */
async function observeStatus({ database, log }: ObserverDependencies): Promise<void> {
  const { measures, raisedSince, readAt } = await readMetrics(database);
  const raised = alarmsFrom(measures);
  const since = Object.fromEntries(raised.map(({ name }) => [name, raisedSince[name] ?? readAt]));
  await saveObservation(database, 'status', { alarms: since });
  log.info('status.observed', { ...measures, alarms: raised.map(({ name }) => name) });
  for (const { name, value, threshold } of raised)
    log.error('alarm.raised', { alarm: name, value, threshold });
  for (const alarm of Object.keys(raisedSince))
    if (!(alarm in since)) log.info('alarm.cleared', { alarm, since: raisedSince[alarm] });
}

/**
 * Looks at what the product and Telegram say of themselves: once a minute, and once in five, whatever the number of
 * instances. Never fails: whatever goes wrong here is logged, and what the worker did stays done.
 */
export function createObserver(
  deps: ObserverDependencies,
  now: () => number = performance.now.bind(performance),
): () => Promise<void> {
  let askedAt = -Infinity;
  return async () => {
    if (now() - askedAt < ASK_EVERY_MS) return;
    askedAt = now();
    try {
      const claimed = await claimObservations(deps.database);
      // First, so that an alarm about it is as new as the look.
      if (claimed.has('telegram_webhook')) await observeWebhook(deps);
      if (claimed.has('status')) await observeStatus(deps);
    } catch (error) {
      deps.log.warn('status.unobserved', { error });
    }
  };
}
