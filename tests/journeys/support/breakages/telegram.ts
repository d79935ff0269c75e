import { CAST, callBot } from '../../../../playground/seed';
import { ALLOWED_UPDATES } from '../../../../shared/telegram/update';
import { showProfile, type DoctorWorld } from '../../../worlds/doctor';
import { eventually } from '../eventually';
import type { Breakage } from './breakage';

const callTelegram = (world: DoctorWorld, method: string, payload: object) =>
  callBot(
    { root: world.telegram.url, secrets: { botToken: world.variables['TELEGRAM_BOT_TOKEN'] } as never },
    method,
    payload,
  );
const setWebhook = (world: DoctorWorld, change: object) =>
  callTelegram(world, 'setWebhook', {
    url: world.variables['TELEGRAM_WEBHOOK_URL'],
    secret_token: world.variables['TELEGRAM_WEBHOOK_SECRET'],
    allowed_updates: ALLOWED_UPDATES,
    ...change,
  });
const webhook = (change: (world: DoctorWorld) => object) => ({
  cause: (world: DoctorWorld) => setWebhook(world, change(world)),
  undo: (world: DoctorWorld) => setWebhook(world, {}),
});

const BEHIND_THE_BOT = ['Bot username', 'Bot profile', 'Webhook', 'Channels', 'Owners'];

export const TELEGRAM: readonly Breakage[] = [
  {
    name: 'the token is unknown',
    code: 'bot.token_refused',
    unchecked: BEHIND_THE_BOT,
    remedy: /@BotFather/,
    variables: () => ({ TELEGRAM_BOT_TOKEN: `8100200300:${'A'.repeat(36)}` }),
  },
  {
    name: 'Telegram is unreachable',
    code: 'bot.unreachable',
    unchecked: BEHIND_THE_BOT,
    remedy: /leave TELEGRAM_API_ROOT unset/,
    variables: ({ closedPort }) => ({ TELEGRAM_API_ROOT: closedPort }),
  },
  {
    name: 'the username belongs to another bot',
    code: 'bot.other_username',
    remedy: /^Set TELEGRAM_BOT_USERNAME to TelePayDemoBot/,
    variables: () => ({ TELEGRAM_BOT_USERNAME: 'SomebodyElsesBot' }),
  },
  {
    name: 'the bot shows commands of another version',
    code: 'bot.profile',
    severity: 'warning',
    remedy: /npm run webhook -- set/,
    cause: (world) =>
      callTelegram(world, 'setMyCommands', { commands: [{ command: 'start', description: 'Begin' }] }),
    undo: ({ variables }) => showProfile(variables),
  },
  {
    name: 'there is no webhook',
    code: 'webhook.not_set',
    remedy: /npm run webhook -- set URL/,
    ...webhook(() => ({ url: '' })),
  },
  {
    name: 'the webhook has another address',
    code: 'webhook.other_url',
    remedy: /npm run webhook -- set, or correct TELEGRAM_WEBHOOK_URL/,
    ...webhook(({ alwaysOk }) => ({ url: alwaysOk })),
  },
  {
    name: 'the webhook misses kinds of update',
    code: 'webhook.updates_missing',
    remedy: /npm run webhook -- set/,
    ...webhook(() => ({ allowed_updates: ['message', 'callback_query'] })),
  },
  {
    name: 'the webhook leaves the kinds of update to Telegram',
    code: 'webhook.updates_missing',
    remedy: /npm run webhook -- set/,
    ...webhook(() => ({ allowed_updates: [] })),
  },
  {
    name: 'Telegram sends another secret',
    code: 'webhook.failing',
    remedy: /sends another secret than telegramWebhook expects: run npm run webhook -- set/,
    cause: async (world) => {
      await setWebhook(world, { secret_token: 'a-secret-of-last-year' });
      world.telegram.as(CAST.dana.id).start();
      await eventually(() => JSON.stringify(world.telegram.snapshot()).includes('401 Unauthorized'));
    },
    undo: async (world) => {
      await setWebhook(world, {});
      await world.telegram.drained();
    },
  },
  {
    name: 'the function expects another secret',
    code: 'updates.refused',
    remedy: /^Give telegramWebhook and this machine the same TELEGRAM_WEBHOOK_SECRET/,
    variables: () => ({ TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-last-year' }),
  },
  {
    name: 'the webhook address accepts any secret',
    code: 'updates.admits_strangers',
    remedy: /^Correct TELEGRAM_WEBHOOK_URL: it must lead to telegramWebhook/,
    variables: ({ alwaysOk }) => ({ TELEGRAM_WEBHOOK_URL: alwaysOk }),
    ...webhook(({ alwaysOk }) => ({ url: alwaysOk })),
  },
];
