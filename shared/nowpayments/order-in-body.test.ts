import fc from 'fast-check';
import { orderNamedIn } from './order-in-body';

const REFERENCE = 'AbCdEfGhIjKlMnOpQrStUv';
const OURS = `PGP-5001|-1001234567890|${REFERENCE}`;
const named = (body: string) => orderNamedIn(Buffer.from(body));

it.each([
  ['as NOWPayments writes it', JSON.stringify({ payment_id: 1, order_id: OURS, pay_amount: 1 })],
  ['with white space', JSON.stringify({ order_id: OURS }, null, 2)],
])('finds an order %s', (_, body) => {
  expect(named(body)).toBe(REFERENCE);
});

it.each([
  ['no order', '{"payment_id":1}'],
  ['null', '{"order_id":null}'],
  ['an order of another shop', '{"order_id":"shop-17"}'],
  ['an order without a reference', '{"order_id":"PGP-5001|-1001234567890"}'],
  ['an order in pieces', `{"order_id":"PGP-5001|-1001234567890|${REFERENCE}`],
  ['nothing', ''],
])('finds none in a body that names %s', (_, body) => {
  expect(named(body)).toBeUndefined();
});

it('reads any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void orderNamedIn(Buffer.from(bytes))));
});
