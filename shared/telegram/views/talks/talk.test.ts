import { viewOf } from '..';
import { LANGUAGES } from '../../../domain/common/language';
import type { Cents, OrderReference } from '../../../domain/common/ids';
import type { MyOrder } from '../../../domain/messages/offer';
import { wordsOf } from '../answers';
import { wordingIn } from '../wording';

const refused = (seconds: number, language: (typeof LANGUAGES)[number] = 'en') =>
  wordsOf({ answer: 'talk_refused', title: 'Signals', reason: 'too_often', seconds }, wordingIn(language));

it.each([
  [1, '1 minute.'],
  [3_600, '60 minutes.'],
  [3_601, '2 hours.'],
  [83_100, '24 hours.'],
])('says how long %i seconds are, in hours above one hour', (seconds, wait) => {
  expect(refused(seconds).endsWith(`Try again in ${wait}`)).toBe(true);
  for (const language of LANGUAGES) expect(Array.from(refused(seconds, language)).length).toBeLessThan(201);
});

const ordersOf = (count: number): readonly MyOrder[] =>
  Array.from({ length: count }, (_, nth) => ({
    reference: `Order-reference_${String(nth).padStart(6, '0')}` as OrderReference,
    title: 'Alpha',
    item: { kind: 'donation' },
    amountCents: 999 as Cents,
    state: 'open',
    createdAt: Date.UTC(2026, 10, 1 + Math.floor(nth / 2)),
  }));
const listed = (count: number) => {
  const { text, keyboard } = viewOf({ type: 'talk_orders', orders: ordersOf(count) });
  return { text: text.text, labels: keyboard?.inline_keyboard?.flat().map((key) => key.text) ?? [] };
};

it('tells apart orders that look the same', () => {
  const { labels } = listed(4);
  expect(new Set(labels).size).toBe(4);
});

it('says how many orders it leaves out', () => {
  expect(listed(10).text).not.toContain('Showing');
  expect(listed(11).text).toContain('Showing 10 of 11. For another order, tap 📜 on its message, then ✉️.');
});
