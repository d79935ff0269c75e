import type { Page } from 'playwright-core';
import { CAST } from '../../playground/stack';
import type { Cents } from '../../shared/domain/common/ids';
import type { Language } from '../../shared/domain/common/language';
import { wordingIn } from '../../shared/telegram/views/wording';
import { expectAccessible } from './accessible';
import { buyerOn, chatterOn, type Chatter } from './buyer';
import { directionIn, gone, see, seeToast, shoot } from './open-browser';

const PERSIAN = /\p{Script=Arabic}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const FIRST_TIER = `sub_tier_${CAST.open.id}_1`;
const OWN = (action: string) => `own_${action}_${CAST.open.id}`;

async function speak(page: Page, language: Language): Promise<void> {
  await page.getByTestId('language').selectOption(language);
  await seeToast(page.getByTestId('phone-donor'), 'your next tap');
}

async function show(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await shoot(page, name);
}

/** Expects that everything the bot has said on the phone, and every button, is in a script. Amounts and names are in none. */
async function expectScript({ phone }: Chatter, script: RegExp, from = 0): Promise<void> {
  const said = await phone.locator('.message.other .text').allTextContents();
  expect(said.slice(from).filter((text) => !script.test(text))).toEqual([]);
  const labels = await phone.locator('.message.other .key').allTextContents();
  const keys = labels.map((label) => label.replace(CAST.open.title, ''));
  expect(keys.filter((text) => /\p{Letter}{3}/u.test(text) && !script.test(text))).toEqual([]);
}

/** A buyer whose app is in Persian: the offer, START, a tier, the invoice, the payment, the channel. */
export async function buyInPersian(page: Page): Promise<void> {
  const buyer = buyerOn(page);
  const invoice = page.frameLocator('[data-testid=invoice-frame]');
  await speak(page, 'fa');
  await buyer.keyTo('https://t.me/').click();
  await buyer.phone.getByTestId('start-button').click();
  await see(buyer.keyTo(FIRST_TIER));
  await show(page, 'persian-offer');
  await buyer.keyTo(FIRST_TIER).click();
  await see(buyer.keyTo('http://'));
  await show(page, 'persian-invoice');
  await buyer.keyTo('http://').click();
  await see(invoice.getByTestId('price'));
  await buyer.pay('pay-exact');
  await see(buyer.keyTo('https://t.me/+'));
  await gone(buyer.keyTo('http://'));
  const until = buyer.phone.getByTestId('moment').last();
  expect(await until.textContent()).toMatch(/^\d{1,2} [\p{Script=Arabic}\p{M}]+ \d{4}/u);
  await expectScript(buyer, PERSIAN);
  expect(await directionIn(buyer.phone.locator('.message.other .text').last())).toBe('rtl');
  await show(page, 'persian-paid');
  await buyer.keyTo('https://t.me/+').click();
  await show(page, 'persian-sheet');
  await buyer.phone.getByTestId('join-confirm').click();
  await seeToast(buyer.phone, 'You are now a member of Alpha Signals VIP.');
  await show(page, 'persian-in');
}

/** An owner whose app is in Russian: the console, a sale's notice, the figures, the table. */
export async function ownInRussian(page: Page): Promise<void> {
  const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
  const russian = wordingIn('ru');
  await speak(page, 'ru');
  const count = await owner.phone.locator('.message.other .text').count();
  await owner.say('/channels');
  await owner.keyTo(OWN('menu')).click();
  await see(owner.keyTo(OWN('stats')));
  await show(page, 'russian-console');
  await owner.keyTo(OWN('settings')).click();
  await see(owner.keyTo(OWN('tiers')));
  await show(page, 'russian-settings');
  await buyer.keyTo('https://t.me/').click();
  await buyer.phone.getByTestId('start-button').click();
  await buyer.keyTo(FIRST_TIER).click();
  await buyer.keyTo('http://').click();
  const notice = await owner.hear('@dana', () => buyer.pay('pay-exact'));
  await see(notice.getByText(russian.usd(3000 as Cents)));
  expect(await notice.getByTestId('moment').first().textContent()).toMatch(
    /^\d{1,2} \p{Script=Cyrillic}+ \d{4} г\. в \d\d:\d\d$/u,
  );
  await show(page, 'russian-notice');
  await owner.say('/stats');
  await see(owner.phone.getByTestId('photo'));
  await show(page, 'russian-figures');
  await expectScript(owner, CYRILLIC, count);
}
