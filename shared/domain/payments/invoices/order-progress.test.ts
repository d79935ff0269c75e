import fc from 'fast-check';
import type { Cents } from '../../common/ids';
import { holdsMoney, payableNow, progressOf, type OrderProgress } from './order-progress';

const progress: fc.Arbitrary<OrderProgress> = fc.record({
  state: fc.constantFrom('open', 'cancelled', 'refused', 'settled', 'refunded'),
  receivedCents: fc.constantFrom(0, 1, 2000).map((cents) => cents as Cents),
  incomeCents: fc.constantFrom(null, 2000).map((cents) => cents as Cents | null),
  isHanging: fc.boolean(),
  isParked: fc.boolean(),
  isPending: fc.boolean(),
  isExpired: fc.boolean(),
  isRestRefused: fc.boolean(),
  isOnOffer: fc.boolean(),
  isCancellable: fc.boolean(),
});

const holds = (rule: (order: OrderProgress) => boolean) =>
  fc.assert(fc.property(progress, (order) => expect(rule(order)).toBe(true)));

it('asks for the rest alone of an order with a part of its price', () => {
  holds((order) => payableNow(order) !== 'all' || order.receivedCents === 0);
  holds((order) => payableNow(order) !== 'rest' || order.receivedCents > 0);
});

it('asks for nothing beside money whose worth or arrival is open', () => {
  holds((order) => payableNow(order) === 'nothing' || !order.isPending);
  holds((order) => payableNow(order) !== 'all' || !order.isParked);
});

it('asks for nothing that its buyer would not get', () => {
  holds((order) => payableNow(order) === 'nothing' || order.isOnOffer);
  holds((order) => payableNow(order) === 'nothing' || !['settled', 'refunded'].includes(order.state));
});

it('holds money in every unpaid order that a part came for', () => {
  holds(
    (order) =>
      holdsMoney(order) || order.receivedCents === 0 || ['settled', 'refunded'].includes(order.state),
  );
});

it('reads the state alone of an order in a message of an older version', () => {
  expect([holdsMoney({ state: 'open' }), payableNow({ state: 'open' })]).toEqual([false, 'nothing']);
});

it('keeps nothing but the progress', () => {
  fc.assert(
    fc.property(progress, (order) => {
      expect(progressOf({ ...order, correlationId: 'x' } as OrderProgress)).toEqual(order);
    }),
  );
});
