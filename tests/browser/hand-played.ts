import type { Browser } from 'playwright-core';
import { startStack, type Stack } from '../../playground/stack';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { openBrowserBeside } from './open-browser';

/** A playground whose bot is played by the test, so that the page does not depend on the functions. */
export interface HandPlayed {
  readonly database: TestDatabase;
  readonly stack: Stack;
  readonly browser: Browser;
  /** Calls the Bot API as the bot and returns the result. Throws with Telegram's answer if it is refused. */
  readonly bot: (method: string, fields: Readonly<Record<string, unknown>>) => Promise<unknown>;
  close(): Promise<void>;
}

export async function startHandPlayed(): Promise<HandPlayed> {
  const database = await createTestDatabase();
  const [stack, browser] = await openBrowserBeside(
    startStack({ databaseUrl: database.url, page: true, targets: ['telegramWebhook', 'worker'] }),
  );
  const root = `${stack.telegram.url}/bot${stack.environment('worker')['TELEGRAM_BOT_TOKEN'] ?? ''}`;
  const bot: HandPlayed['bot'] = async (method, fields) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof File) body.set(name, value);
      else body.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    const answer = await fetch(`${root}/${method}`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
    return ((await answer.json()) as { result: unknown }).result;
  };
  await bot('deleteWebhook', {});
  return {
    database,
    stack,
    browser,
    bot,
    close: async () => {
      await browser.close();
      await stack.stop();
      await database.close();
    },
  };
}
