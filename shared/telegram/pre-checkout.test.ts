import { preCheckoutIn, preCheckoutReply } from './pre-checkout';

const QUERY = {
  id: '4382000000000000000',
  from: { id: 42, is_bot: false, first_name: 'Dana', language_code: 'de' },
  currency: 'XTR',
  total_amount: 250,
  invoice_payload: 's1_payload',
};
const update = (change: object = {}) => ({ update_id: 1, pre_checkout_query: { ...QUERY, ...change } });

it('reads a query as Telegram sends it', () => {
  expect(preCheckoutIn(update())).toMatchObject({
    id: QUERY.id,
    languageCode: 'de',
    query: { currency: 'XTR', total_amount: 250, invoice_payload: 's1_payload', from: { id: 42 } },
  });
});

it.each([
  ['no amount', { total_amount: undefined }],
  ['half a Star', { total_amount: 1.5 }],
  ['an amount as a text', { total_amount: '250' }],
  ['no currency', { currency: undefined }],
  ['no payload', { invoice_payload: undefined }],
  ['a payload that is longer than Telegram allows', { invoice_payload: 'p'.repeat(129) }],
  ['no user', { from: undefined }],
  ['a user without an id', { from: { first_name: 'Dana' } }],
])('finds the id of a query with %s, so that it can be refused', (_, change) => {
  expect(preCheckoutIn(update(change))).toMatchObject({ id: QUERY.id, query: undefined });
});

it('finds the id of a query in an update without an id of its own', () => {
  expect(preCheckoutIn({ pre_checkout_query: QUERY })).toMatchObject({ id: QUERY.id, query: undefined });
});

it.each([
  ['a query without an id', update({ id: undefined })],
  ['a query with an empty id', update({ id: '' })],
  ['a query with a number as id', update({ id: 7 })],
  ['a query that is a text', { update_id: 1, pre_checkout_query: 'x' }],
  ['another update', { update_id: 1, poll: { id: '1' } }],
])('leaves %s to the others', (_, body) => {
  expect(preCheckoutIn(body)).toBeUndefined();
});

it('says why only with a no', () => {
  expect(preCheckoutReply('7', undefined)).toEqual({
    method: 'answerPreCheckoutQuery',
    pre_checkout_query_id: '7',
    ok: true,
  });
  expect(preCheckoutReply('7', 'Later.')).toEqual({
    method: 'answerPreCheckoutQuery',
    pre_checkout_query_id: '7',
    ok: false,
    error_message: 'Later.',
  });
});
