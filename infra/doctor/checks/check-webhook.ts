import { readWebhook } from '../../../shared/telegram/webhook';
import type { Check } from '../check';
import { judgeEndpoint } from './judge-endpoint';
import { judgeWebhook } from './judge-webhook';
import { probe } from '../probe';

export const webhookCheck: Check = {
  name: 'Webhook',
  needs: ['Bot'],
  look: async ({ api, config, value, now }) => {
    const state = await readWebhook(api());
    const findings = judgeWebhook(state, {
      expectedUrl: config.TELEGRAM_WEBHOOK_URL,
      apiRoot: value('TELEGRAM_API_ROOT'),
      now: await now(),
    });
    return { findings, note: `updates waiting: ${state.pendingUpdates}` };
  },
};

/** An update of an unknown kind, which telegramWebhook accepts and ignores. */
const HARMLESS = JSON.stringify({ update_id: 0 });

export const updatesCheck: Check = {
  name: 'Updates come in',
  variables: ['TELEGRAM_WEBHOOK_SECRET'],
  after: ['Webhook', 'Database'],
  look: async ({ api, config, value }, failed) => {
    const token = config.TELEGRAM_BOT_TOKEN;
    const url =
      config.TELEGRAM_WEBHOOK_URL ??
      (token === undefined
        ? ''
        : await readWebhook(api()).then(
            (state) => state.url,
            () => '',
          ));
    if (url === '') return { blockedBy: 'Webhook' };
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': value('TELEGRAM_WEBHOOK_SECRET') };
    const [opened, strange] = await Promise.all([
      probe(url, { headers, body: HARMLESS }),
      probe(url, { body: HARMLESS }),
    ]);
    const endpoint = {
      code: 'updates',
      target: 'telegramWebhook',
      address: config.TELEGRAM_WEBHOOK_URL === undefined ? 'the webhook' : 'TELEGRAM_WEBHOOK_URL',
      secret: 'TELEGRAM_WEBHOOK_SECRET',
      isDatabaseAway: failed.has('Database'),
    };
    const judged = judgeEndpoint(endpoint, opened, strange);
    // The same fault keeps out Telegram and us, and the Webhook check already reports it.
    const isReported = failed.has('Webhook') && 'findings' in judged && judged.findings.length > 0;
    return isReported ? { blockedBy: 'Webhook' } : judged;
  },
};
