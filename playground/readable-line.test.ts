import { readableLine } from './readable-line';

const LINE = 'worker: {"severity":"WARNING","message":"outbox.postponed","timestamp":"…","outboxId":7}';

it('shows an event and its fields', () => {
  expect(readableLine(LINE, false)).toBe('  worker  warning  outbox.postponed outboxId=7');
});

it.each([
  ['a success', 'worker: {"severity":"INFO","message":"outbox.delivered"}'],
  ['what the framework prints when it starts', 'worker: Serving function...'],
  ['an empty line', 'worker: '],
])('hides %s unless it is verbose', (_what, line) => {
  expect(readableLine(line, false)).toBeUndefined();
});

it('shows a line that is not JSON, because a crash writes one', () => {
  expect(readableLine('worker: TypeError: x is not a function', false)).toContain('TypeError');
});
