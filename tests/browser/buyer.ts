import type { Locator, Page } from 'playwright-core';
import { see } from './open-browser';

/** What a user does with the bot on one of the phones, by hand. */
export interface Chatter {
  readonly phone: Locator;
  readonly membership: Locator;
  /** The newest button with this text. */
  readonly key: (text: string | RegExp) => Locator;
  /** The newest button whose callback data or link begins so, in whatever language. */
  readonly keyTo: (start: string) => Locator;
  /** Performs `action` and waits for a new message with these words. Older messages don't count. */
  readonly hear: (words: string | RegExp, action: () => Promise<unknown>) => Promise<Locator>;
  readonly say: (text: string) => Promise<void>;
  readonly show: (chat: 'channel' | 'bot' | 'private') => Promise<void>;
}

export interface Buyer extends Chatter {
  /** From START, or /start if the bot was started before, to the channel's page. */
  openOffer(channel?: string): Promise<void>;
  /** Follows a link to the page of a channel that is not on the list. */
  openLink(startParameter: string): Promise<void>;
  /** From the channel's page to the invoice of a tier, open next to the phone. */
  order(tier: RegExp): Promise<void>;
  openInvoice(button: string): Promise<void>;
  /** Presses one of the playground's buttons on the invoice page. */
  play(scenario: string): Promise<void>;
  pay(scenario: string): Promise<void>;
  /** From the message with the link to the private channel. */
  join(): Promise<void>;
}

export function chatterOn(page: Page, name: 'donor' | 'owner'): Chatter {
  const phone = page.getByTestId(`phone-${name}`);
  const show = (chat: string) => phone.getByTestId(`chat-tab-${chat}`).click();
  return {
    phone,
    membership: phone.getByTestId('membership'),
    key: (text) => phone.getByTestId('keyboard-button').filter({ hasText: text }).last(),
    keyTo: (start) => phone.locator(`[data-testid=keyboard-button][data-does^="${start}"]`).last(),
    hear: async (words, action) => {
      const messages = phone.getByTestId('message').filter({ hasText: words });
      const count = await messages.count();
      await action();
      const message = messages.nth(count);
      await message.waitFor({ state: 'visible' });
      return message;
    },
    say: async (text) => {
      await phone.getByTestId('say').fill(text);
      await phone.getByTestId('send').click();
    },
    show,
  };
}

export function buyerOn(page: Page): Buyer {
  const chatter = chatterOn(page, 'donor');
  const { phone, key, hear, show, say } = chatter;
  const invoice = page.frameLocator('[data-testid=invoice-frame]');
  const start = phone.getByTestId('start-button');
  const openInvoice = async (button: string) => {
    await key(button).click();
    await see(invoice.getByTestId('price'));
  };
  const play = async (scenario: string) => {
    if (scenario !== 'pay-exact') await unfold(invoice.getByTestId('pay-more'));
    await invoice.getByTestId(scenario).click();
  };
  const begin = async () => {
    await show('bot');
    await hear('Choose one to see', async () => ((await start.isVisible()) ? start.click() : say('/start')));
  };
  return {
    ...chatter,
    openLink: async (startParameter) => {
      await begin();
      await hear('Choose how long', () => say(`/start ${startParameter}`));
    },
    openOffer: async (channel = 'Alpha Signals') => {
      await begin();
      await hear('Choose how long', () => key(channel).click());
    },
    order: async (tier) => {
      await hear('Tap Pay now', () => key(tier).click());
      await openInvoice('💳 Pay now');
    },
    openInvoice,
    play,
    pay: async (scenario) => {
      await invoice.getByTestId('coin-usdttrc20').click();
      await play(scenario);
    },
    join: async () => {
      await key('🔓 Join').click();
      await phone.getByTestId('join-confirm').click();
      await phone.getByTestId('chat-tab-private').click();
    },
  };
}

/** Opens the fold with what else can happen to a payment. */
async function unfold(more: Locator): Promise<void> {
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
}

/** Reads from a message when the access ends. */
export async function readAccessEnd(message: Locator): Promise<Date> {
  const until = await message.getByTestId('moment').first().getAttribute('datetime');
  return new Date(until ?? '');
}

/** Presses a button of the clock `times` times, each time until the due work is done. */
export async function moveClock(page: Page, button: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.getByTestId(button).click();
    await page.locator(`[data-testid=${button}]:not([aria-busy])`).waitFor();
  }
}
