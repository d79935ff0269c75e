import { spawnSync } from 'node:child_process';
import { redact } from './redact';

/** What a process that logs writes to its stdout. */
function linesOf(script: string): Record<string, unknown>[] {
  const code = `const { createLogger, withLogContext } = require('./shared/logger.ts');
    const log = createLogger({ level: 'info', service: 'test', pretty: false }); ${script}`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], {
    encoding: 'utf8',
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes one JSON line an event, with what Cloud Logging reads', () => {
  const [line] = linesOf(
    `withLogContext({ correlationId: 'c1', trace: 'projects/p/traces/t' }, () => log.warn('payment.parked', { paymentId: 5 }))`,
  );
  expect(line).toMatchObject({
    severity: 'WARNING',
    message: 'payment.parked',
    service: 'test',
    paymentId: 5,
    correlationId: 'c1',
    'logging.googleapis.com/trace': 'projects/p/traces/t',
  });
  expect(line?.['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('leaves out what is below its level', () => {
  expect(linesOf(`log.debug('a'); log.info('b')`).map(({ message }) => message)).toEqual(['b']);
});

describe('what is logged', () => {
  const token = '123456789:AAF0123456789abcdefghijklmnopqrstuv';

  it.each([
    [
      'a bot token in the URL of an error',
      new Error(`fetch https://api.telegram.org/bot${token}/getMe failed`),
      token,
    ],
    ['a bot token in the cause of an error', new Error('x', { cause: new Error(token) }), token],
    ['a signature by its shape', { note: 'ab'.repeat(64) }, 'ab'.repeat(64)],
    ['a secret by its name', { apiKey: 'k1', 'x-api-key': 'k1', nested: { IPN_SECRET: 'k1' } }, 'k1'],
    ['a database password', { url: 'postgres://user:pa55@host/db' }, 'pa55'],
    ['a bearer token', { header: 'Bearer abc.def.ghi' }, 'abc.def.ghi'],
  ])('never holds %s', (_, value, secret) => {
    const text = JSON.stringify(redact(value));
    expect(text).not.toContain(secret);
    expect(text).toContain('[redacted]');
  });

  it('keeps what is no secret, also when it is deep or circular', () => {
    const circular: Record<string, unknown> = { id: 7 };
    circular['self'] = circular;
    expect(JSON.stringify(redact(circular))).toContain('"id":7');
    expect(redact({ orderId: 1, at: new Date(0), big: 5n })).toEqual({
      orderId: 1,
      at: '1970-01-01T00:00:00.000Z',
      big: '5',
    });
  });
});
