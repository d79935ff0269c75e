import type { Key, Taps } from '../../domain/donations/keypad';
import { NOTHING_CHOSEN } from '../../telegram/views/donations/keypad';
import { redraw } from './keypad-prompts';

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
