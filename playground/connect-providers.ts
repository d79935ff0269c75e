import type { Clock } from './clock';
import { BOT_USERNAME, type Secrets, type Surroundings } from './environments';
import { startNowpaymentsSimulator, type NowpaymentsSimulator } from './nowpayments/index';
import { CAST, callBot, forgetMessages, populate, postDonateButton } from './seed';
import type { Ports, Stack, StackOptions } from './stack-types';
import { startTelegramSimulator, type TelegramSimulator } from './telegram/index';

const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member', 'chat_member', 'chat_join_request'];

/** Absent where the real provider is spoken to. */
export interface Simulators {
  readonly telegram: TelegramSimulator | undefined;
  readonly nowpayments: NowpaymentsSimulator | undefined;
}

/** Starts the simulators of the providers that are not real. */
export async function startSimulators(
  options: StackOptions,
  { ports, secrets, clock }: { ports: Ports; secrets: Secrets; clock: Clock },
): Promise<Simulators> {
  const common = { allowedOrigin: `http://127.0.0.1:${ports.page}`, now: clock.now };
  const { real = {} } = options;
  const [telegram, nowpayments] = await Promise.all([
    real.telegram
      ? undefined
      : startTelegramSimulator({
          ...common,
          port: ports.telegram,
          botToken: secrets.botToken,
          botUsername: BOT_USERNAME,
          ...options.telegram,
        }),
    real.nowpayments
      ? undefined
      : startNowpaymentsSimulator({
          ...common,
          port: ports.nowpayments,
          apiKey: secrets.nowpaymentsKey,
          ipnSecret: secrets.ipnSecret,
          ...options.nowpayments,
        }),
  ]);
  return { telegram, nowpayments };
}

/** Populates a simulated Telegram, and tells Telegram where our webhook is. */
export async function connectTelegram(
  { functions, database }: Stack,
  { simulators, surroundings }: { simulators: Simulators; surroundings: Surroundings },
): Promise<void> {
  const { secrets, real } = surroundings;
  const url = real.telegram ? real.telegram.webhookUrl : functions.telegramWebhook.url;
  if (url !== undefined) {
    const root = simulators.telegram?.url ?? 'https://api.telegram.org';
    const payload = { url, secret_token: secrets.webhookSecret, allowed_updates: ALLOWED_UPDATES };
    await callBot({ root, secrets }, 'setWebhook', payload);
  }
  if (!simulators.telegram) return;
  await forgetMessages(database);
  populate(simulators.telegram, secrets);
  simulators.telegram.as(CAST.olga.id).start();
  await postDonateButton({ root: simulators.telegram.url, secrets });
  await simulators.telegram.drained();
}

/** A simulator that must be there. Throws when the real provider stands in its place. */
export function demand<T>(simulator: T | undefined, name: string): T {
  if (simulator === undefined)
    throw new Error(`This stack speaks to the real ${name}: there is no simulator.`);
  return simulator;
}
