import type { Clock } from './clock';
import { BOT_USERNAME, type Secrets, type Surroundings } from './environments';
import { startNowpaymentsSimulator, type NowpaymentsSimulator } from './nowpayments/index';
import type { Database } from '../shared/database/connection/pool';
import { CAST, callBot, forgetMessages, populate, promisePost, seed, sellForStars } from './seed';
import type { Ports, Stack, StackOptions } from './stack-types';
import { ANSWER_DEADLINE_MS } from './deadlines';
import { ALLOWED_UPDATES } from '../shared/telegram/update';
import { startTelegramSimulator, type TelegramSimulator } from './telegram/index';

/** A simulator is `undefined` if the stack uses the real provider. Starting over replaces them. */
export interface Simulators {
  telegram: TelegramSimulator | undefined;
  nowpayments: NowpaymentsSimulator | undefined;
}

export async function closeSimulators({ telegram, nowpayments }: Simulators): Promise<void> {
  await Promise.all([telegram?.close(), nowpayments?.close()]);
}

/** Starts a simulator for each provider that is not real. */
export async function startSimulators(
  options: StackOptions,
  { ports, secrets, clock }: { ports: Ports; secrets: Secrets; clock: Clock },
): Promise<Simulators> {
  const common = { allowedOrigin: `http://127.0.0.1:${ports.page}`, now: clock.now };
  const { real = {}, onTrouble } = options;
  const [telegram, nowpayments] = await Promise.all([
    real.telegram
      ? undefined
      : startTelegramSimulator({
          ...common,
          port: ports.telegram,
          botToken: secrets.botToken,
          botUsername: BOT_USERNAME,
          onFault: () => onTrouble?.('you broke Telegram'),
          ...options.telegram,
        }),
    real.nowpayments
      ? undefined
      : startNowpaymentsSimulator({
          ...common,
          port: ports.nowpayments,
          apiKey: secrets.nowpaymentsKey,
          ipnSecret: secrets.ipnSecret,
          onFault: () => onTrouble?.('you broke NOWPayments'),
          ...options.nowpayments,
        }),
  ]);
  return { telegram, nowpayments };
}

/** Registers our webhook with Telegram, as `npm run webhook -- set` does. */
export async function connectTelegram(
  { functions }: Stack,
  { simulators, surroundings }: { simulators: Simulators; surroundings: Surroundings },
): Promise<void> {
  const { secrets, real } = surroundings;
  const url = real.telegram ? real.telegram.webhookUrl : functions.telegramWebhook.url;
  if (url !== undefined) {
    const root = simulators.telegram?.url ?? 'https://api.telegram.org';
    const payload = { url, secret_token: secrets.webhookSecret, allowed_updates: ALLOWED_UPDATES };
    await callBot({ root, secrets }, 'setWebhook', payload);
  }
}

/** Creates the playground's people and channels in the simulated Telegram and in the database. */
export async function fillPlayground(
  stack: Stack,
  { secrets, product, isForStars }: { secrets: Secrets; product: Database; isForStars: boolean },
): Promise<void> {
  const { telegram } = stack;
  await forgetMessages(stack.database);
  if ((await seed(product)) && isForStars) await sellForStars(stack.database);
  populate(telegram, secrets);
  telegram.as(CAST.olga.id).start();
  // One after the other, because a visitor reads the offer last, where the eye is.
  for (const post of ['donate', 'offer'] as const) {
    await promisePost(product, post);
    await settleOutbox(stack);
  }
  await telegram.drained();
}

/** Calls the worker until nothing is due. A promise that failed is due again later, so a Telegram that is away delays nothing. */
async function settleOutbox(stack: Stack): Promise<void> {
  const deadline = performance.now() + ANSWER_DEADLINE_MS;
  const countDue = async () => {
    const [row] = await stack.database<{ due: number }[]>`
      select count(*)::int as due from outbox
      where delivered_at is null and failed_at is null and due_at <= app_now()`;
    return row?.due ?? 0;
  };
  do await stack.tick();
  while ((await countDue()) > 0 && performance.now() < deadline);
}

/** Returns the simulator. Throws if the stack uses the real provider instead. */
export function demand<T>(simulator: T | undefined, name: string): T {
  if (simulator === undefined) throw new Error(`This stack uses the real ${name}, so it has no simulator.`);
  return simulator;
}
