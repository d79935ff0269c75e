import { button, distinctLabels, pageCounter } from './view';
import { wordingIn } from './wording';

const label = 'x'.repeat(64);

it.each([
  [
    [
      ['$30 Bob', 'Nov 24'],
      ['$25 Bob', 'Nov 24'],
    ],
    ['$30 Bob', '$25 Bob'],
  ],
  [
    [
      ['$30 Bob', 'Nov 24'],
      ['$30 Bob', 'Nov 25'],
    ],
    ['$30 Bob, Nov 24', '$30 Bob, Nov 25'],
  ],
  [
    [
      ['$30 Bob', 'Nov 24'],
      ['$30 Bob', 'Nov 24'],
    ],
    ['$30 Bob, Nov 24 (1)', '$30 Bob, Nov 24 (2)'],
  ],
  [
    [
      ['$30 Bob', ''],
      ['$30 Bob', ''],
    ],
    ['$30 Bob (1)', '$30 Bob (2)'],
  ],
  [
    [
      [label, 'Nov 24'],
      [label, 'Nov 25'],
    ],
    [`${'x'.repeat(39)}…, Nov 24`, `${'x'.repeat(39)}…, Nov 25`],
  ],
])('tells apart the buttons %j', (labels, distinct) => {
  expect(
    distinctLabels(
      labels.map(([each = '', day = '']) => ({ label: each, day })),
      wordingIn('en'),
    ),
  ).toEqual(distinct);
});

it.each([
  ['order_pay_AbC', 'success'],
  ['donate_confirm', 'success'],
  ['own_post-publish_-1001', 'success'],
  ['case_refund_1', 'danger'],
  ['own_ban_-1001_7', 'danger'],
  ['own_drop-tier_-1001_1', 'danger'],
  ['own_unban_-1001_7', undefined],
  ['donate_cancel', undefined],
  ['order_story_AbC', undefined],
])('colours the button %s %s', (data, style) => {
  expect(button('a', data).style).toBe(style);
});

it('counts pages on a button that sends nothing', () => {
  expect(pageCounter(2, 5)).toEqual({ text: '2/5', disabled: {} });
});
