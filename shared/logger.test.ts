import { spawnSync } from 'node:child_process';
import { redact } from './redact';

type Line = Record<string, unknown>;

/** The lines that a separate process with a logger writes to its stdout. */
function linesOf(script: string, levels = 'info'): Line[] {
  const code = `const { createLogger, withLogContext, continueUnder } = require('./shared/logger.ts');
    const { parseLogLevels } = require('./shared/logging/log-levels.ts');
    const levels = parseLogLevels('${levels}');
    const log = createLogger({ levels, service: 'test', revision: 'r1', pretty: false }); ${script}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], {
    encoding: 'utf8',
    // Keeps the libraries from asking the network where they run.
    env: { ...process.env, METADATA_SERVER_DETECTION: 'none' },
  });
  if (stderr !== '') throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

it('writes one JSON line for each event', () => {
  const [line] = linesOf(
    `withLogContext({ correlationId: 'c1', 'logging.googleapis.com/trace': 'projects/p/traces/t' }, () =>
      log.warn('payment.parked', { paymentId: 5 }))`,
  );
  expect(line).toEqual({
    severity: 'WARNING',
    message: 'payment.parked',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/) as string,
    'logging.googleapis.com/labels': { service: 'test', revision: 'r1', module: 'payment' },
    'logging.googleapis.com/trace': 'projects/p/traces/t',
    correlationId: 'c1',
    paymentId: 5,
  });
});

it('writes what LoggingWinston writes, but with flat fields', () => {
  const trace = {
    'logging.googleapis.com/trace': 'projects/p/traces/t',
    'logging.googleapis.com/spanId': '00000000000000aa',
    'logging.googleapis.com/trace_sampled': true,
  };
  const begunSeconds = Math.floor(Date.now() / 1000);
  const lines = linesOf(
    `const { LoggingWinston } = require('@google-cloud/logging-winston');
    const winston = require('winston');
    const transport = new LoggingWinston({ projectId: 'p', redirectToStdout: true, useMessageField: false });
    const library = winston.createLogger({ level: 'debug', transports: [transport] });
    const trace = ${JSON.stringify(trace)};
    const labels = { service: 'test', revision: 'r1', module: 'payment' };
    for (const level of ['debug', 'info', 'warn', 'error']) {
      withLogContext({ correlationId: 'c1', ...trace }, () => log[level]('payment.parked', { paymentId: 5 }));
      library.log(level, 'payment.parked', { correlationId: 'c1', paymentId: 5, ...trace, labels, timestamp: new Date() });
    }`,
    'debug',
  );
  const isTheirs = (line: Line) => 'metadata' in line;
  const theirs = lines.filter(isTheirs);
  // The library's first entry is about itself.
  const ours = lines.filter((line) => !isTheirs(line) && !('logging.googleapis.com/diagnostic' in line));
  expect(theirs.map(({ severity }) => severity)).toEqual(['DEBUG', 'INFO', 'WARNING', 'ERROR']);
  for (const [index, line] of theirs.entries()) {
    // The platform adds these fields to a line from stdout.
    const { logName, 'logging.googleapis.com/insertId': insertId, timestamp, metadata, ...rest } = line;
    expect([typeof logName, typeof insertId]).toEqual(['string', 'string']);
    const { timestamp: ourTime, ...our } = ours[index]!;
    expect(our).toEqual({ ...rest, ...(metadata as object) });
    const theirSeconds = (timestamp as { seconds: number }).seconds;
    for (const seconds of [Date.parse(String(ourTime)) / 1000, theirSeconds]) {
      expect(seconds).toBeGreaterThanOrEqual(begunSeconds);
      expect(seconds).toBeLessThanOrEqual(Date.now() / 1000);
    }
  }
});

describe('an error in a line', () => {
  const token = '123456789:AAF0123456789abcdefghijklmnopqrstuv';
  const thrown = `const error = new TypeError('at /bot${token}/getMe', { cause: new Error('first') });`;

  it('is grouped by Error Reporting, at severity ERROR', () => {
    const [line] = linesOf(`${thrown} log.error('http.failed', { status: 500, error });`);
    expect(line).toMatchObject({
      message: 'http.failed',
      stack_trace: expect.stringMatching(/^TypeError: at .*\n +at /) as string,
      serviceContext: { service: 'test', version: 'r1' },
      error: { name: 'TypeError', cause: { message: 'first' } },
    });
  });

  it('has no secret in its stack', () => {
    const [line] = linesOf(`${thrown} log.error('http.failed', { error });`);
    expect(line?.['stack_trace']).toContain('[redacted]');
    expect(JSON.stringify(line)).not.toContain(token);
  });

  it.each([
    ['that is a warning', `log.warn('worker.nudge_lost', { error: new Error('x') })`],
    ['without an error', `log.error('alarm.raised', { alarm: 'outbox_age', error: undefined })`],
    ['whose error is a text', `log.error('http.failed', { error: 'thrown text' })`],
  ])('is not reported by a line %s', (_, script) => {
    const [line] = linesOf(script);
    expect(line).not.toHaveProperty('stack_trace');
    expect(line).not.toHaveProperty('serviceContext');
  });
});

it('leaves out lines below the level of their module', () => {
  const told = linesOf(
    `log.debug('order_id.a'); log.debug('outbox.b'); log.info('outbox.c'); log.info('http.d'); log.warn('http.e');`,
    'info,outbox=debug,http=warn',
  );
  expect(told.map(({ message }) => message)).toEqual(['outbox.b', 'outbox.c', 'http.e']);
});

it('continues under the id of the order, beside that of the request', () => {
  const [before, after, twice, without] = linesOf(`
    withLogContext({ correlationId: 'request' }, () => {
      log.info('a.a');
      continueUnder({ reference: 'ref', correlationId: 'order' });
      log.info('a.b');
      continueUnder({ reference: 'ref', correlationId: 'order' });
      log.info('a.c');
    });
    withLogContext({ correlationId: 'request' }, () => {
      continueUnder({ reference: 'ref', correlationId: null });
      log.info('a.d');
    });`);
  expect(before).toMatchObject({ correlationId: 'request' });
  expect(before).not.toHaveProperty('reference');
  for (const line of [after, twice])
    expect(line).toMatchObject({ correlationId: 'order', requestCorrelationId: 'request', reference: 'ref' });
  expect(without).toMatchObject({ correlationId: 'request', reference: 'ref' });
  expect(without).not.toHaveProperty('requestCorrelationId');
});

describe('a logged value', () => {
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
    ['secrets in a list by its name', { tokens: [1, 'k1'] }, 'k1'],
    ['a database password', { url: 'postgres://user:pa55@host/db' }, 'pa55'],
    ['a bearer token', { header: 'Bearer abc.def.ghi' }, 'abc.def.ghi'],
  ])('never contains %s', (_, value, secret) => {
    const text = JSON.stringify(redact(value));
    expect(text).not.toContain(secret);
    expect(text).toContain('[redacted]');
  });

  it('keeps numbers and booleans under any name', () => {
    const counted = {
      counters: { ipn_signature_refused: 2 },
      tokensUsed: 0,
      hasSecret: false,
      previousSecret: null,
    };
    expect(redact(counted)).toEqual(counted);
    const [line] = linesOf(`log.info('status.observed', { counters: { ipn_signature_refused: 2 } })`);
    expect(line).toMatchObject({ counters: { ipn_signature_refused: 2 } });
  });

  it('keeps other values, even deep or circular ones', () => {
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
