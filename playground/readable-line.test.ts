import { createLineReader } from './readable-line';

const AT = new Date(2027, 2, 3, 14, 5, 6);
const line = (severity: string, message: string, fields = {}) =>
  `worker: ${JSON.stringify({ severity, message, timestamp: AT.toISOString(), ...fields })}`;
const WARNING = line('WARNING', 'http.refused', { status: 401 });
const LATE = line('ERROR', 'outbox.failed', { reason: 'not done in time', key: 'keypad:1', outboxId: 7 });

it('shows the time of day, the event and its fields', () => {
  expect(createLineReader(false).read(WARNING)).toBe('14:05:06  worker  warning  http.refused status=401');
});

it.each([
  ['a success', line('INFO', 'outbox.delivered')],
  ['a lost nudge, which delays nothing here', line('WARNING', 'worker.nudge_lost')],
  ['what the framework prints when it starts', 'worker: Serving function...'],
  ['an empty line', 'worker: '],
])('hides %s unless it is verbose', (_what, text) => {
  expect(createLineReader(false).read(text)).toBeUndefined();
});

it('shows a line that is not JSON, because a crash writes one', () => {
  expect(createLineReader(false).read('worker: TypeError: x is not a function')).toContain('TypeError');
  expect(createLineReader(false).read('worker:     at bundle.cjs:1:2')).toContain('bundle.cjs');
});

it('shows the stack of an error only if it is verbose', () => {
  const failed = line('ERROR', 'http.failed', { error: { name: 'Error', message: 'no', stack: 'at x' } });
  expect(createLineReader(false).read(failed)).toBe('14:05:06  worker  error  http.failed error="no"');
  expect(createLineReader(true).read(failed)).toContain('"stack":"at x"');
});

describe('after the visitor broke something', () => {
  let time = AT.getTime();
  const blamed = () => {
    const reader = createLineReader(false, () => time);
    reader.blame('you moved the clock');
    return reader;
  };

  it('says so in one line without ids, once', () => {
    const { read } = blamed();
    expect(read(LATE)).toBe('14:05:06  worker  outbox.failed: not done in time (you moved the clock)');
    expect(read(LATE.replace('keypad:1', 'keypad:2'))).toBeUndefined();
    expect(read('worker:     at bundle.cjs:1:2')).toBeUndefined();
  });

  it('tells it again for the next cause', () => {
    const reader = blamed();
    reader.read(LATE);
    reader.blame('you broke Telegram');
    expect(reader.read(LATE)).toContain('(you broke Telegram)');
  });

  it('blames nobody a minute later', () => {
    const { read } = blamed();
    time += 60_000;
    expect(read(LATE)).toBe(
      '14:05:06  worker  error  outbox.failed reason="not done in time" key="keypad:1" outboxId=7',
    );
  });
});
