/** @project journeys */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { apiDestination, type ApiDestinationOptions, type SendLine } from './log-to-api';

const turns = async (count = 5) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

/** A destination whose API is this test. */
function start(options: Partial<ApiDestinationOptions> = {}) {
  const otherwise: string[] = [];
  const failures: unknown[] = [];
  const destination = apiDestination({
    connect: async () => async () => undefined,
    otherwise: (line) => otherwise.push(line),
    onFailed: (error) => failures.push(error),
    flushWithinMs: 20,
    ...options,
  });
  return { destination, otherwise, failures };
}

describe('a destination', () => {
  it('keeps lines until its only connection is open', async () => {
    const sent: string[] = [];
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const connect = jest.fn(async () => {
      await opened;
      return async (line: string) => void sent.push(line);
    });
    const { destination, otherwise } = start({ connect, flushWithinMs: 5000 });
    destination.write('one');
    destination.write('two');
    await turns();
    expect(sent).toEqual([]);
    open();
    await destination.flush();
    expect([sent, otherwise, connect.mock.calls.length]).toEqual([['one', 'two'], [], 1]);
  });

  it('reports each outage once while it writes refused lines to stdout', async () => {
    let isAway = true;
    const sendLine = async () => {
      if (isAway) throw new Error('away');
    };
    const { destination, otherwise, failures } = start({ connect: async () => sendLine });
    const write = async (line: string) => {
      destination.write(line);
      await turns();
    };
    await write('one');
    await write('two');
    expect([otherwise, failures.length]).toEqual([['one', 'two'], 1]);
    isAway = false;
    await write('three');
    isAway = true;
    await write('four');
    expect([otherwise, failures.length]).toEqual([['one', 'two', 'four'], 2]);
  });

  it('writes to stdout if it cannot connect, until a later line can', async () => {
    const sent: string[] = [];
    const connect = jest
      .fn<Promise<SendLine>, []>()
      .mockRejectedValueOnce(new Error('no credentials'))
      .mockResolvedValue(async (line) => void sent.push(line));
    const { destination, otherwise } = start({ connect });
    destination.write('one');
    await turns();
    destination.write('two');
    await destination.flush();
    expect([otherwise, sent, connect.mock.calls.length]).toEqual([['one'], ['two'], 2]);
  });

  it('also flushes the lines that failures cause', async () => {
    let fail: (error: Error) => void = () => undefined;
    const connect = () => new Promise<SendLine>((_, reject) => (fail = reject));
    const onFailed = () => process.nextTick(() => destination.write('failed'));
    const { destination, otherwise } = start({ connect, onFailed, flushWithinMs: 5000 });
    destination.write('one');
    const flushed = destination.flush();
    await turns();
    fail(new Error('no credentials'));
    await flushed;
    expect(otherwise).toEqual(['one', 'failed']);
  });

  it('does not wait for a silent API', async () => {
    let answer = (): void => undefined;
    const silence = new Promise<void>((resolve) => (answer = resolve));
    const { destination, otherwise, failures } = start({ connect: async () => () => silence });
    for (let line = 0; line < 1005; line += 1) destination.write(String(line));
    expect([otherwise, failures.length]).toEqual([['1000', '1001', '1002', '1003', '1004'], 1]);
    await destination.flush();
    expect(new Set(otherwise).size).toBe(1005);
    answer();
    await turns();
    expect(otherwise).toHaveLength(1005);
  });
});

/**
 * The time that loading the library may take, which is seconds on a busy machine. Tests don't wait this long otherwise.
 */
const LOAD_WITHIN_MS = 120_000;
jest.setTimeout(2 * LOAD_WITHIN_MS);

describe('the library with a simulated API', () => {
  let server: Server;
  let port: number;
  const requests: { url: string | undefined; body: unknown }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      void request.toArray().then((chunks: Buffer[]) => {
        requests.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  beforeEach(() => requests.splice(0));
  afterAll(() => void server.close());

  /** Logs in a separate process, by REST to the port, and returns its stdout. */
  async function log(to: number): Promise<string[]> {
    const code = `const { createLogger, withLogContext } = require('./shared/logger.ts');
      const { parseLogLevels } = require('./shared/logging/log-levels.ts');
      const { connectToLoggingApi } = require('./shared/logging/connect-to-api.ts');
      const { apiDestination } = require('./shared/logging/log-to-api.ts');
      const { OAuth2Client } = require('google-auth-library');
      const authClient = new OAuth2Client({ credentials: { access_token: 'x', expiry_date: Date.now() + 1e7 } });
      const at = { apiEndpoint: '127.0.0.1', port: ${to}, protocol: 'http' };
      const destination = apiDestination({
        connect: () => connectToLoggingApi({ projectId: 'p', authClient, ...at }),
        otherwise: (line) => console.log(line),
        onFailed: (error) => log.warn('logs.api_failed', { error }),
        flushWithinMs: ${LOAD_WITHIN_MS},
      });
      const log = createLogger({ levels: parseLogLevels('info'), service: 'test', revision: 'r1', destination });
      const trace = { 'logging.googleapis.com/trace': 'projects/p/traces/t', 'logging.googleapis.com/trace_sampled': true };
      withLogContext({ correlationId: 'c1', ...trace }, () => {
        log.error('outbox.failed', { outboxId: 7, apiKey: 'k1', error: new Error('bot 123456789:AAF0123456789abcdefghijklmnopqrstuv') });
        log.info('payment.judged', { paymentId: 5 });
      });
      destination.flush().then(() => console.log('flushed'));`;
    const env = { ...process.env, METADATA_SERVER_DETECTION: 'none' };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', code], {
      env,
    });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  }

  it('sends the same fields as on stdout, flat and redacted', async () => {
    expect(await log(port)).toEqual(['flushed']);
    expect(new Set(requests.map(({ url }) => url?.split('?')[0]))).toEqual(new Set(['/v2/entries:write']));
    const entries = requests
      .flatMap(({ body }) => (body as { entries: { jsonPayload: { message?: string } }[] }).entries)
      .filter(({ jsonPayload }) => jsonPayload.message !== undefined);
    const common = { trace: 'projects/p/traces/t', traceSampled: true };
    const labels = (module: string) => ({ service: 'test', revision: 'r1', module });
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual(
      expect.objectContaining({
        ...common,
        severity: 500,
        labels: labels('outbox'),
        jsonPayload: {
          message: 'outbox.failed',
          correlationId: 'c1',
          outboxId: 7,
          apiKey: '[redacted]',
          error: { name: 'Error', message: 'bot [redacted]', stack: expect.any(String) as string },
          stack_trace: expect.stringMatching(/^Error: bot \[redacted\]\n/) as string,
          serviceContext: { service: 'test', version: 'r1' },
        },
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({
        ...common,
        severity: 200,
        labels: labels('payment'),
        jsonPayload: { message: 'payment.judged', correlationId: 'c1', paymentId: 5 },
      }),
    );
    expect(JSON.stringify(requests)).not.toContain('AAF0123456789');
  });

  it('writes every line to stdout if the API cannot be reached', async () => {
    const gone = createServer();
    await once(gone.listen(0, '127.0.0.1'), 'listening');
    const { port: closed } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const lines = await log(closed);
    expect(lines.pop()).toBe('flushed');
    const events = lines.map((line) => (JSON.parse(line) as { message: string }).message);
    expect(events.sort()).toEqual(['logs.api_failed', 'outbox.failed', 'payment.judged']);
  });
});
