import type { Locator, Page } from 'playwright-core';
import { see } from './open-browser';

/** What a donor does on the left phone, by hand. */
export interface Donor {
  readonly phone: Locator;
  readonly key: (text: string) => Locator;
  readonly says: (text: string | RegExp) => Locator;
  /** From the channel's post to an empty keypad. */
  openKeypad(): Promise<void>;
  type(amount: string): Promise<void>;
  /** Confirms, then opens the invoice next to the phone. */
  confirmAndOpenInvoice(): Promise<void>;
  pay(scenario: string): Promise<void>;
}

export function donorOn(page: Page): Donor {
  const phone = page.getByTestId('phone-donor');
  const key = (text: string) => phone.getByTestId('keyboard-button').getByText(text, { exact: true }).last();
  const says = (text: string | RegExp) => phone.getByTestId('message').filter({ hasText: text });
  const invoice = page.frameLocator('[data-testid=invoice-frame]');
  return {
    phone,
    key,
    says,
    openKeypad: async () => {
      await phone.getByTestId('chat-tab-channel').click();
      await key('💝 Donate').click();
      await phone.getByTestId('start-button').click();
      await see(key('💰 Amount: $0.00'));
    },
    type: async (amount) => {
      for (const character of amount) await key(character).click();
      await see(key(`💰 Amount: $${amount}`));
    },
    confirmAndOpenInvoice: async () => {
      await key('✓ Confirm').click();
      await key('💳 Pay now').click();
      await see(invoice.getByTestId('price'));
    },
    pay: async (scenario) => {
      await invoice.getByTestId('coin-usdttrc20').click();
      await invoice.getByTestId(scenario).click();
    },
  };
}
