import { decideTap, type KeypadOrder } from './decide-tap';
import type { Cents, OrderReference } from '../common/ids';
import { foldTaps, type Key, type Taps } from './keypad';

const reference = 'R'.repeat(22) as OrderReference;
const newReference = () => reference;

/** `12!` tapped in this order: two digits and confirm, at update ids 10, 20, 30. */
const taps = (text: string): Taps =>
  Object.fromEntries(
    Array.from(text, (key, index) => [(index + 1) * 10, key === '!' ? 'confirm' : (key as Key)]),
  );
const before = taps('12!');
const order = (rest: Partial<KeypadOrder> = {}): KeypadOrder => ({
  reference,
  state: 'open',
  amountCents: 1200 as Cents,
  version: 0,
  hasPayment: false,
  ...rest,
});
const decideTaps = (earlier: Taps, now: Taps, known: KeypadOrder | null) =>
  decideTap({ userId: 5, before: foldTaps(earlier), now: foldTaps(now) }, known, newReference);
const decide = (late: Record<number, Key>, known: KeypadOrder | null) =>
  decideTaps(before, { ...before, ...late }, known);

it('opens an order with its invoice if a valid amount is confirmed', () => {
  const { order: opened, promised } = decideTaps(taps('12'), before, null);
  expect(opened).toEqual({ reference, state: 'open', amountCents: 1200, version: undefined });
  expect(promised.map(({ effect }) => effect)).toEqual([
    {
      kind: 'create_invoice',
      reference,
      amountCents: 1200,
      occasion: { type: 'purchase', isOfKeypad: true },
    },
  ]);
});

it('changes the order if a tap from before the confirm arrives late', () => {
  const { order: amended, promised } = decide({ 15: '5' }, order());
  expect(amended).toMatchObject({ state: 'open', amountCents: 15200, version: 0 });
  expect(promised).toHaveLength(1);
});

it('cancels the order if a late tap voids its confirm, until another restores it', () => {
  const voided = { ...before, 25: 'clear' as const };
  const { order: left, promised } = decide({ 25: 'clear' }, order());
  expect(left).toMatchObject({ state: 'cancelled' });
  expect(promised.map(({ effect }) => effect)).toEqual([
    {
      kind: 'send_message',
      chatId: 5,
      message: { type: 'keypad_cancelled' },
      living: { topic: `order:${reference}`, as: 'edit_only' },
    },
  ]);
  const mended = { ...voided, 27: '9' as const };
  const cancelled = order({ state: 'cancelled', version: 1 });
  expect(decideTaps(voided, mended, cancelled).order).toMatchObject({
    state: 'open',
    amountCents: 900,
    version: 1,
  });
});

it.each([
  ['was cancelled by its payer', { state: 'cancelled' }],
  ['has a payment', { hasPayment: true }],
  ['was settled', { state: 'settled' }],
  ['was refused', { state: 'refused' }],
] as const)('leaves an order alone that %s', (_, known) => {
  expect(decide({ 15: '5' }, order(known))).toMatchObject({ promised: [] });
  expect(decide({ 15: '5' }, order(known)).order).toBeUndefined();
});

it('promises another invoice if the amount changes away and back', () => {
  const keys = [0, 1].map((version) => decide({ 15: '5' }, order({ version })).promised[0]?.key);
  expect(new Set(keys).size).toBe(2);
});
