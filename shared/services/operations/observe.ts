import { claimObservations, saveObservation } from '../../database/operations/observations';
import { readMetrics } from '../../database/operations/metrics';
import type { Database } from '../../database/connection/pool';
import { alarmsFrom } from '../../domain/operations/alarms';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { webhookStateOf } from '../../telegram/webhook-state';
import { checkPublicNames } from '../places/check-public-names';

export interface ObserverDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly api: Pick<Api, 'getWebhookInfo' | 'getChat'>;
  /** Where Telegram should deliver updates, if it is configured. */
  readonly webhookUrl?: string | undefined;
}

/** How often an instance asks whether an observation is due. The database decides what is due. */
const ASK_EVERY_MS = 50_000;

/**
 * Asks Telegram for its view of our webhook and saves it. A failure is only logged, because the next turn asks again.
 */
async function observeWebhook({ database, api, log, webhookUrl }: ObserverDependencies): Promise<void> {
  try {
    const state = webhookStateOf(await api.getWebhookInfo(), webhookUrl);
    await saveObservation(database, 'telegram_webhook', state);
  } catch (error) {
    log.warn('webhook.unobserved', { error });
  }
}

/** Logs the status in one line and each raised alarm in a line of its own, at the alarm's severity. Logs once that an alarm has ended. */
async function observeStatus({ database, log }: ObserverDependencies): Promise<void> {
  const { measures, raisedSince, readAt } = await readMetrics(database);
  const raised = alarmsFrom(measures);
  const since = Object.fromEntries(raised.map(({ name }) => [name, raisedSince[name] ?? readAt]));
  await saveObservation(database, 'status', { alarms: since });
  log.info('status.observed', { ...measures, alarms: raised.map(({ name }) => name) });
  for (const { name, severity, value, threshold } of raised) {
    const fields = { alarm: name, value, threshold };
    if (severity === 'error') log.error('alarm.raised', fields);
    else log.warn('alarm.raised', fields);
  }
  for (const alarm of Object.keys(raisedSince))
    if (!(alarm in since)) log.info('alarm.cleared', { alarm, since: raisedSince[alarm] });
}

/**
 * Returns a function that observes the product once a minute, and Telegram's view of it and of a few channels once in five
 * minutes, however many instances call it. It never throws: failures are logged, and the worker's work stays done.
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
      // First, so that the alarms use the newest answer.
      if (claimed.has('telegram_webhook')) await observeWebhook(deps);
      if (claimed.has('status')) await observeStatus(deps);
      if (claimed.has('public_names')) await checkPublicNames(deps);
    } catch (error) {
      deps.log.warn('status.unobserved', { error });
    }
  };
}
