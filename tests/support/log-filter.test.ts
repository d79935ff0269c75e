import { entryOf, logFilter } from './log-filter';

const entry = entryOf(
  JSON.stringify({
    severity: 'WARNING',
    message: 'a.b',
    timestamp: '2026-01-01T00:00:00.000Z',
    'logging.googleapis.com/labels': { service: 'worker', module: 'a' },
    'logging.googleapis.com/trace': 'projects/p/traces/t',
    correlationId: 'c1',
    paymentId: 7,
  }),
);

it.each([
  ['jsonPayload.correlationId="c1"', true],
  ['jsonPayload.correlationId="c2"', false],
  ['jsonPayload.correlationId="c2" OR jsonPayload.message="a.b"', true],
  ['jsonPayload.paymentId=7', true],
  ['jsonPayload.paymentId=8', false],
  ['jsonPayload.nothing.there="x"', false],
  ['severity>=WARNING\nlabels.service="worker"', true],
  ['severity>=ERROR\nlabels.service="worker"', false],
  ['severity>=INFO AND labels.module="b"', false],
  ['trace="projects/p/traces/t"', true],
])('evaluates %j to %s', (filter, expected) => {
  expect(logFilter(filter)(entry)).toBe(expected);
});

it.each(['', 'NOT severity=INFO', 'jsonPayload.paymentId>=7', 'jsonPayload.message:"a"', 'text'])(
  'refuses %j, which it does not understand',
  (filter) => {
    expect(() => logFilter(filter)).toThrow('not understood');
  },
);
