import { EFFECT_SAMPLES } from '../../tests/samples/effects';
import { messagesIn, samplesOf } from '../../tests/samples/messages';
import { ALLOWED_UPDATES } from '../../shared/telegram/update';
import { CAST } from '../seed';
import { describeRow, type Row } from './describe-row';

const DANA = CAST.dana;
const inChat = (chat: object) => ({ chat, from: DANA });

const rowFrom = (from: Row['from'], row: Row['row'], update?: object) =>
  describeRow({ from, id: '1', at: new Date(0), row }, () => update).sentence;
const updateRow = (update: object, outcome: string | null = 'handled') =>
  rowFrom('inbox', { source: 'telegram', delivery_id: '7', outcome }, update);

/** What each kind of update becomes. */
const UPDATES: Record<
  (typeof ALLOWED_UPDATES)[number] | 'pre_checkout_query' | 'subscription',
  readonly [content: object, sentence: string]
> = {
  message: [{ ...inChat(DANA), text: '/mysubs' }, 'Dana wrote “/mysubs” to the bot.'],
  callback_query: [
    {
      from: DANA,
      data: 'donate_confirm',
      message: {
        reply_markup: {
          inline_keyboard: [
            [{ text: '5', callback_data: 'donate_digit_5' }],
            [{ text: '✓ Confirm', callback_data: 'donate_confirm' }],
          ],
        },
      },
    },
    'Dana tapped “✓ Confirm”.',
  ],
  pre_checkout_query: [{ from: DANA, currency: 'XTR', total_amount: 250 }, 'Dana wants to pay ⭐250.'],
  subscription: [{ user: DANA, state: 'failed' }, 'Dana could not pay for the renewal of a subscription.'],
  chat_join_request: [inChat(CAST.closed), 'Dana asked to join Alpha Signals VIP.'],
  chat_member: [
    { ...inChat(CAST.closed), new_chat_member: { user: DANA, status: 'left' } },
    'Dana is no longer in Alpha Signals VIP.',
  ],
  my_chat_member: [
    { from: CAST.bob, chat: { type: 'private' }, new_chat_member: { status: 'kicked' } },
    'Bob blocked the bot.',
  ],
};

it.each(Object.keys(UPDATES) as (keyof typeof UPDATES)[])('says who did what in a %s', (kind) => {
  const [content, sentence] = UPDATES[kind];
  expect(updateRow({ update_id: 7, [kind]: content })).toBe(sentence);
});

it('says that a user pressed START, whatever the link carried', () => {
  for (const text of ['/start', '/start sub_-1001234567890'])
    expect(updateRow({ message: { from: DANA, text } })).toBe('Dana pressed START.');
});

it.each([
  ['successful_payment', 'Dana paid ⭐250.'],
  ['refunded_payment', 'Dana got ⭐250 back.'],
])('says who got what in a %s', (kind, sentence) => {
  const message = { ...inChat(DANA), [kind]: { currency: 'XTR', total_amount: 250 } };
  expect(updateRow({ message })).toBe(sentence);
});

it('says which channel a user picked', () => {
  const message = { from: DANA, chat_shared: { request_id: 1, chat_id: CAST.closed.id, title: 'Notes' } };
  expect(updateRow({ message })).toBe('Dana picked Notes for the bot.');
});

it('says what became of an update that was put aside', () => {
  const update = { message: { from: DANA, text: 'Hello' } };
  expect(updateRow(update, 'parked')).toMatch(/put aside\.$/);
  expect(updateRow(update, null)).toMatch(/being handled\.$/);
});

const PROMISES = [
  ...Object.values(EFFECT_SAMPLES),
  ...messagesIn(samplesOf({ title: 'Alpha', name: 'Month', text: 'Notes' })).map((message) => ({
    kind: 'send_message' as const,
    chatId: DANA.id,
    message,
  })),
].map((payload) => ({
  kind: payload.kind,
  payload: { ...payload, userId: DANA.id },
  attempts: 1,
  took_ms: 12,
}));

const OF_TABLES = /promise|outbox|_|undefined|null|Done:/i;

it.each([
  ['did', { delivered_at: 'now' }, /^[A-Z]\w+ .+, after 12 ms\.$/],
  ['will do', { due_in_seconds: 300 }, /^Next in 5 min: [a-z].+\.$/],
  [
    'could not do',
    { last_error: 'Telegram 500', due_in_seconds: 5 },
    /^Could not .+ \(Telegram 500\)\. Attempt 2 follows soon\.$/,
  ],
  [
    'gave up',
    { failed_at: 'now', last_error: 'not done in time' },
    /^Gave up: .+ \(its time had passed\)\.$/,
  ],
])('says in plain words what TelePay %s', (_what, state, shape) => {
  for (const promise of PROMISES) {
    const sentence = rowFrom('outbox', { ...promise, ...state });
    expect(sentence).toMatch(shape);
    expect(sentence).not.toMatch(OF_TABLES);
  }
});

it.each([
  [
    { payment_status: 'finished', standing: 'settled', exception: 'none' },
    'it has arrived. The order is paid.',
  ],
  [
    { payment_status: 'partially_paid', standing: 'parked', exception: 'partial' },
    'less than the price has arrived (partial). The owner decides what to do.',
  ],
])('says whose payment it is, and what follows: %p', (row, rest) => {
  expect(rowFrom('payments', { ...row, user_id: String(DANA.id) })).toBe(`Dana’s payment: ${rest}`);
});

it('names Stars, and not the dollars that a donation in Stars stands for', () => {
  const order = { user_id: DANA.id, kind: 'donation', amount_cents: 325, state: 'settled' };
  expect(rowFrom('settled', { ...order, price_stars: 250 })).toBe(
    'Dana paid a donation of ⭐ 250. The order is complete.',
  );
  expect(rowFrom('settled', { ...order, price_stars: null })).toContain('a donation of $3.25');
  expect(rowFrom('inbox', { source: 'stars', delivery_id: 'paid:stx', outcome: 'settled' })).toBe(
    'Telegram says about Stars: settled.',
  );
});
