import { readableLine } from './readable-line';

const LINE = 'worker: {"severity":"WARNING","message":"outbox.postponed","timestamp":"…","outboxId":7}';

it('shows an event and its fields', () => {
  expect(readableLine(LINE, false)).toBe('  worker  warning  outbox.postponed outboxId=7');
});

it.each([
  ['worker: {"severity":"INFO","message":"outbox.delivered"}', 'what went well'],
  ['worker: Serving function...', 'what the framework says when it starts'],
  ['worker: ', 'an empty line'],
])('keeps %s to itself unless everything is asked for', (line) => {
  expect(readableLine(line, false)).toBeUndefined();
});

it('shows what is no log line, for that is how a crash speaks', () => {
  expect(readableLine('worker: TypeError: x is not a function', false)).toContain('TypeError');
});
