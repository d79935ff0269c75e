import type { StoredKeypad } from '../../database/donations/keypads';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { Key, Taps } from '../../domain/donations/keypad';
import { NOTHING_CHOSEN } from '../../telegram/views/donations/keypad';
import { promptsAfter, redraw } from './keypad-prompts';

/** The reaction to the tap `updateId` of taps that were made in this order. */
const reactionTo = (keys: readonly Key[], updateId: number) => {
  const taps: Taps = Object.fromEntries(keys.map((key, index) => [index, key]));
  const key = keys[updateId] ?? 'clear';
  return redraw(
    { queryId: 'q', chatId: 1, messageId: 2, userId: 1, updateId, key },
    { taps, ...NOTHING_CHOSEN },
  ).prompt;
};

it.each<[Key[], string]>([
  [['1', '0', '0', '0', '0'], 'too_many_digits'],
  [['1', '.', '2', '3', '4'], 'too_many_decimals'],
  [['1', '.', '.'], 'second_point'],
])('says in a toast why the last of %j changes nothing', (keys, reason) => {
  expect(reactionTo(keys, keys.length - 1)).toEqual([
    { type: 'answer_query', queryId: 'q', answer: { answer: 'key_ignored', reason } },
  ]);
});

it.each<[Key[]]>([[['0', '0']], [['backspace']], [['clear']]])('says nothing after %j', (keys) => {
  expect(reactionTo(keys, keys.length - 1)).toEqual([{ type: 'answer_query', queryId: 'q' }]);
});

it('redraws a keypad that a late tap changes, and judges each tap by those before it', () => {
  const keys: Key[] = ['1', '2', '3', '4', '5'];
  expect(reactionTo(keys, 0)).toMatchObject([{ type: 'redraw_keypad', entry: '1234' }, {}]);
  expect(reactionTo(keys, 4)).toMatchObject([{ answer: { reason: 'too_many_digits' } }]);
});

it.each(['open', 'settled', 'cancelled', 'refused', 'refunded'] as const)(
  'leaves the message of an order that is %s to its newest news',
  (state) => {
    const reference = 'R'.repeat(22) as OrderReference;
    const order = { reference, state, amountCents: 1200 as Cents, invoiceUrl: null };
    const taps: Taps = { 1: '1', 2: '2', 3: 'confirm' };
    const prompts = promptsAfter(
      { queryId: 'q', chatId: 1, messageId: 2, userId: 1, updateId: 3, key: 'confirm' },
      { title: 'Signals', leastNowCents: null } as StoredKeypad,
      { taps, leastCents: 100 as Cents, order },
    );
    expect(prompts).toMatchObject([{ type: 'replace_message', topic: `order:${reference}` }, {}]);
  },
);
