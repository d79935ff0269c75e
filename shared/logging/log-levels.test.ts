import { levelFilter, parseLogLevels } from './log-levels';

test.each([
  ['info', 'info', {}],
  ['debug', 'debug', {}],
  ['info,outbox=debug,http=debug', 'info', { outbox: 'debug', http: 'debug' }],
  [' warn , order_id = error ', 'warn', { order_id: 'error' }],
  ['http=debug', 'info', { http: 'debug' }],
])('reads %j as %s and %j', (text, base, modules) => {
  expect(parseLogLevels(text)).toEqual({ base, modules: new Map(Object.entries(modules)) });
});

test.each([
  ['INFO', 'part 1 must be one of debug'],
  ['', 'part 1'],
  ['info,', 'part 2'],
  ['info,debug', 'part 2 must be one of debug'],
  ['info,outbx=debug', 'part 2 must name a module, once: one of alarm, database'],
  ['info,http=debug,http=warn', 'part 3 must name a module, once'],
  ['info,http=loud', 'part 2 must set one of debug'],
  ['http=debug=warn', 'part 1 must set one of'],
])('refuses %j: %s', (text, why) => {
  expect(() => parseLogLevels(text)).toThrow(why);
});

it('never quotes the invalid part, which may be a secret', () => {
  for (const text of ['hunter2', 'info,hunter2=debug', 'info,http=hunter2'])
    expect(() => parseLogLevels(text)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') as string }) as Error,
    );
});

test.each([
  ['info', 'debug', 'http.answered', false],
  ['info', 'info', 'http.answered', true],
  ['error', 'warn', 'http.refused', false],
  ['info,http=debug', 'debug', 'http.answered', true],
  ['info,http=debug', 'debug', 'outbox.delivered', false],
  ['info,outbox=warn', 'info', 'outbox.delivered', false],
  ['info,outbox=warn', 'info', 'payment.judged', true],
  ['error,outbox=debug', 'warn', 'http.refused', false],
] as const)('at %s, decides if %s of %s is written: %s', (text, level, event, isWritten) => {
  expect(levelFilter(parseLogLevels(text))(level, event)).toBe(isWritten);
});
