import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

import { MAX_BODY_BYTES, MAX_PIECES } from '../../shared/http/server/read-body';
import { SECURITY_HEADERS } from '../../shared/http/security-headers';
import { HOST_KINDS, RunningProbe, type Ask, type HostName, type HttpAnswer } from '../support/running-probe';

// What every host keeps to, whatever it serves. What each function answers: `endpoints.test.ts`.

/** More than one socket and one turn of the loop can hold. */
const IN_FLIGHT = 100;

const echoed = (answer: HttpAnswer) => {
  const { rawBody } = JSON.parse(answer.text) as { rawBody: string };
  return Buffer.from(rawBody, 'base64');
};

function expectSecurityHeaders(headers: HttpAnswer['headers']): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect([name, headers[name.toLowerCase()]]).toEqual([name, value]);
  }
  expect(headers['x-correlation-id']).toMatch(/^[\w.-]{1,128}$/);
}

/** How long each host keeps an idle connection, in seconds: longer than what is in front of it. */
const KEPT_SECONDS: Readonly<Record<HostName, number>> = { framework: 620, plain: 130 };

describe.each(HOST_KINDS)('behind the %s host', (host) => {
  let running: RunningProbe;
  const ask = (what?: Ask) => running.ask(what);

  beforeAll(async () => (running = await RunningProbe.start(host)));
  afterAll(() => running.stop());

  test.each([
    ['malformed JSON', 'application/json', '{"secret-mark": '],
    ['a JSON scalar', 'application/json', '"secret-mark"'],
    ['JSON in an unknown charset', 'application/json; charset=klingon', '{}'],
    ['text', 'text/plain', 'secret-mark'],
    ['a form', 'application/x-www-form-urlencoded', 'a=1&b=secret-mark'],
    ['bytes', 'application/octet-stream', Buffer.from([0, 255, 254, 10])],
    ['an empty body in an unknown charset', 'application/json; charset=klingon', ''],
    ['a broken content type', ';;;', 'x'],
    ['a cloud event', 'application/cloudevents+json', '{"id":1}'],
  ])('passes %s to its handler unchanged', async (_, type, body) => {
    const answer = await ask({ body, headers: { 'Content-Type': type } });
    expect(answer.status).toBe(200);
    expect(echoed(answer)).toEqual(Buffer.from(body as string));
  });

  it('does not decompress a body', async () => {
    const body = gzipSync('{"a":1}');
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    expect(echoed(await ask({ body, headers }))).toEqual(body);
  });

  it('reads a body in chunks', async () => {
    expect(echoed(await ask({ body: [Buffer.from('{"a"'), Buffer.from(':1}')] })).toString()).toBe('{"a":1}');
  });

  test.each(['GET', 'DELETE', 'OPTIONS'])('passes on a %s without a body', async (method) => {
    const answer = await ask({ method, path: '/a?b=c' });
    expect(JSON.parse(answer.text)).toMatchObject({ path: '/a', rawBody: '' });
    expectSecurityHeaders(answer.headers);
  });

  it('accepts a body of exactly 1 MiB', async () => {
    expect(echoed(await ask({ body: Buffer.alloc(MAX_BODY_BYTES, 'x') })).length).toBe(MAX_BODY_BYTES);
  });

  test.each([
    ['a byte too many, announced', Buffer.alloc(MAX_BODY_BYTES + 1)],
    ['20 MiB, announced', Buffer.alloc(20 * MAX_BODY_BYTES)],
    ['a byte too many, in chunks', [Buffer.alloc(MAX_BODY_BYTES), Buffer.alloc(1)]],
    ['20 MiB in chunks', Array.from({ length: 20 }, () => Buffer.alloc(MAX_BODY_BYTES))],
  ])('answers 413 to %s', async (_, body) => {
    const answer = await ask({ body });
    expect(answer).toMatchObject({ status: 413, text: '{"error":"payload_too_large"}' });
    expectSecurityHeaders(answer.headers);
  });

  it('answers 413 at once, even if the announced body never comes', async () => {
    const socket = connect(running.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n');
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    expect(chunk.toString()).toMatch(/^HTTP\/1.1 413 /);
    await once(socket.resume(), 'end'); // hangs up instead of waiting
    socket.destroy();
  });

  test.each([
    ['GET', '/favicon.ico', 404],
    ['GET', '/robots.txt', 404],
    ['GET', '/%', 400],
    ['GET', '/%ff', 400],
    ['GET', '/', 200],
  ])('sets its headers on %s %s (%d)', async (method, path, status) => {
    const answer = await ask({ method, path });
    expect(answer.status).toBe(status);
    expectSecurityHeaders(answer.headers);
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  test.each([
    ['well-formed', 'req-1.2_A', true],
    ['128 characters', 'a'.repeat(128), true],
    ['129 characters', 'a'.repeat(129), false],
    ['empty', '', false],
    ['markup', '<script>', false],
    ['two', ['a', 'b'], false],
  ])('keeps the correlation id if it is %s', async (_, sent, isKept) => {
    const answer = await ask({ headers: { 'X-Correlation-Id': sent } });
    const id = answer.headers['x-correlation-id'];
    expect(JSON.parse(answer.text)).toMatchObject({ correlationId: id });
    expect(id === sent).toBe(isKept);
    if (!isKept) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['GET', '/a?b=1', 'pay.example', 'https://pay.example/a?b=1'],
    ['HEAD', '//evil', 'pay.example', 'https://pay.example//evil'],
    ['GET', '/', 'pay.example:80', 'https://pay.example/'],
    ['GET', '/', 'localhost:8091', 'https://localhost:8091/'],
    ['GET', '/', '[::1]:8091', 'https://[::1]:8091/'],
  ])('redirects a %s of %s over HTTP at %s to HTTPS', async (method, path, Host, location) => {
    const answer = await ask({ method, path, headers: { Host, 'X-Forwarded-Proto': 'http' } });
    expect([answer.status, answer.headers.location]).toEqual([301, location]);
    expectSecurityHeaders(answer.headers);
  });

  test.each(['evil.example/x', 'a@b', 'a b', '-', 'x:99999999'])(
    'never redirects to the host %j',
    async (Host) => {
      const answer = await ask({ method: 'GET', headers: { Host, 'X-Forwarded-Proto': 'http' } });
      expect(answer.status).toBe(400);
      expect(answer.headers.location).toBeUndefined();
    },
  );

  test.each([
    ['POST', 'http', 403],
    ['PUT', 'HTTP', 403],
    ['POST', 'https, http', 403],
    ['POST', 'http,https', 403],
    ['POST', 'https', 200],
    ['POST', 'https, https', 200],
  ])('answers a %s that came over %s with %d', async (method, proto, status) => {
    const answer = await ask({ method, headers: { 'X-Forwarded-Proto': proto }, body: '{}' });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.text).toBe('{"error":"https_required"}');
  });

  it('survives a sender that leaves in the middle of a body', async () => {
    const socket = connect(running.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half"');
    await ask(); // the half has arrived
    socket.destroy();
    expect((await ask()).status).toBe(200);
  });

  describe('what never becomes a whole request', () => {
    /** Says `first`, then a byte at a time, and resolves with what it is told until the connection is closed. */
    function trickle(first: string, byte = ''): Promise<string> {
      return new Promise((resolve, reject) => {
        let told = '';
        const socket = connect({ port: running.port, host: '127.0.0.1' });
        const timer = setInterval(() => byte !== '' && socket.writable && socket.write(byte), 100);
        socket.on('data', (chunk) => (told += chunk.toString()));
        // A connection that is closed while it is written to may be reset after the answer.
        socket.on('error', (error) => (told === '' ? reject(error) : undefined));
        socket.on('close', () => {
          clearInterval(timer);
          resolve(told);
        });
        if (first !== '') socket.write(first);
      });
    }

    /** An answer that was read from the socket itself. */
    const parsed = (text: string) => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const [line = '', ...fields] = head.split('\r\n');
      const headers = Object.fromEntries(
        fields.map((field) => {
          const [name = '', ...value] = field.split(': ');
          return [name.toLowerCase(), value.join(': ')];
        }),
      );
      return { status: Number(line.split(' ')[1]), headers, body };
    };
    function expectClosed(text: string, status: number, code: string): void {
      const answer = parsed(text);
      expect(answer).toMatchObject({ status, body: JSON.stringify({ error: code }) });
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expectSecurityHeaders(answer.headers);
    }

    // All at once, because each of them waits for a deadline in real time.
    it('is answered 408 in JSON, however it dawdles', async () => {
      const post = 'POST / HTTP/1.1\r\nHost: x\r\n';
      const answers = await Promise.all([
        trickle(''),
        trickle('POST / HT'),
        trickle('POST / HTTP/1.1\r\nX-Slow: ', 'x'),
        trickle(`${post}Content-Length: 60000\r\n\r\n`),
        trickle(`${post}Content-Length: 60000\r\n\r\n`, 'x'),
        trickle(`${post}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`),
        trickle(`${post}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'),
      ]);
      for (const answer of answers) expectClosed(answer, 408, 'request_timeout');
      expect((await ask({ body: '{}' })).status).toBe(200);
    });

    it('is hung up on once refused, even if its body never ends', async () => {
      const head = 'POST /stranger HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n';
      for (const answer of await Promise.all([trickle(head), trickle(head, 'x')]))
        expectClosed(answer, 401, 'unauthorized');
    });

    it('is answered 413 if its body comes in crumbs', async () => {
      const head = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
      const crumbs = (count: number) => `${head}${'1\r\nx\r\n'.repeat(count)}0\r\n\r\n`;
      for (const count of [MAX_PIECES + 1, 60_000])
        expectClosed(await trickle(crumbs(count)), 413, 'payload_too_large');
      expect((await ask({ body: [Buffer.from('{'), Buffer.from('}')] })).status).toBe(200);
    });

    it.each([
      ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\r\n\r\n', 400, 'bad_request'],
      ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
      ['a space in its path', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad_request'],
      ['a header without a colon', 'GET / HTTP/1.1\r\nHost x\r\n\r\n', 400, 'bad_request'],
      [
        'a length and chunks',
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
        400,
        'bad_request',
      ],
      [
        'two lengths',
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
        400,
        'bad_request',
      ],
      [
        'a malformed chunk',
        'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
        400,
        'bad_request',
      ],
      [
        'headers of 20 KiB',
        `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
        431,
        'headers_too_large',
      ],
    ])('is refused in JSON with %s', async (_, text, status, code) => {
      expectClosed(await trickle(text), status, code);
    });

    const closing = (line: string) => trickle(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

    it.each([
      'OPTIONS *',
      'GET *',
      'GET http://pay.example/health',
      'GET https://pay.example/',
      'POST //',
      'CONNECT pay.example:443',
      'GET health',
      'GET ?a=b',
      'GET %2Fhealth',
      'GET \\health',
    ])('is refused without a leading slash: %s', async (line) => {
      const text = await closing(line);
      if (line === 'POST //') expect(parsed(text).status).toBe(200);
      else expectClosed(text, 400, 'bad_request');
    });

    it('is refused in JSON, whatever it has in place of a path', async () => {
      const target = fc.stringMatching(/^[!-.0-~][!-~]{0,20}$/);
      const method = fc.constantFrom('GET', 'POST', 'OPTIONS', 'HEAD', 'DELETE');
      await fc.assert(
        fc.asyncProperty(method, target, async (verb, path) => {
          const answer = parsed(await closing(`${verb} ${path}`));
          expect(answer.status).toBe(400);
          expectSecurityHeaders(answer.headers);
        }),
        { numRuns: 100 },
      );
    });
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await ask({ method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, text: '' });
    expectSecurityHeaders(answer.headers);
  });

  it('answers an upgrade like any other request', async () => {
    const answer = await ask({ method: 'GET', headers: { Connection: 'Upgrade', Upgrade: 'websocket' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.upgrade).toBeUndefined();
  });

  it('keeps an idle connection longer than what is in front of it', async () => {
    const { headers } = await ask();
    expect(headers.connection).toBe('keep-alive');
    expect(headers['keep-alive']).toBe(`timeout=${KEPT_SECONDS[host]}`);
  });

  describe('a sender that asks before it sends', () => {
    const asking = (path: string, length: number, expectation = '100-continue') => {
      const socket = connect(running.port, '127.0.0.1');
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nExpect: ${expectation}\r\nContent-Length: ${length}\r\n\r\n`,
      );
      return socket;
    };
    const firstOf = async (socket: Socket) => String(((await once(socket, 'data')) as [Buffer])[0]);

    it('is told to send once its body is wanted', async () => {
      const socket = asking('/', 4);
      expect(await firstOf(socket)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
      socket.write('half');
      expect(await firstOf(socket)).toMatch(/^HTTP\/1.1 200 /);
      socket.destroy();
    });

    it.each([
      ['a stranger', '/stranger', 4, 401],
      ['too much', '/', MAX_BODY_BYTES + 1, 413],
    ])('is refused without being told to send: %s', async (_, path, length, status) => {
      const socket = asking(path, length);
      expect(await firstOf(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      socket.destroy();
    });

    it('may expect anything else without effect', async () => {
      const socket = asking('/', 2, 'a-miracle');
      socket.write('{}');
      expect(await firstOf(socket)).toMatch(/^HTTP\/1.1 200 /);
      socket.destroy();
    });
  });

  it('never prints a body', () => {
    expect(running.stdout).not.toContain('secret-mark');
    expect(running.stderr).toBe('');
  });

  describe.each(['SIGTERM', 'SIGINT'] as const)('that gets %s', (signal) => {
    let running: RunningProbe;
    const start = async () => (running = await RunningProbe.start(host, { NODE_ENV: 'production' }));
    beforeEach(start);
    afterEach(() => running.stop());

    it('answers begun requests, accepts no more, then exits with 0', async () => {
      const begun = Array.from({ length: IN_FLIGHT }, () => running.ask({ path: '/slow', body: '{}' }));
      await running.until(() => running.stdout.split('slow began').length === IN_FLIGHT + 1);
      const exit = once(running.process, 'exit');
      running.process.kill(signal);
      await running.until(async () => !(await running.isListening()));
      for (const answer of await Promise.all(begun)) {
        expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
      }
      expect(await exit).toEqual([0, null]);
      expect(running.stdout).toContain('closed with 0 in flight');
      expect(running.stderr).toBe('');
    });

    it('still answers a sender whose body was half received', async () => {
      const socket = connect(running.port, '127.0.0.1');
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nha');
      await running.ask(); // the half has arrived
      running.process.kill(signal);
      await running.until(async () => !(await running.isListening()));
      socket.write('lf');
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      expect(chunk.toString()).toMatch(/^HTTP\/1.1 200 /);
      socket.destroy();
    });

    it.each([
      ['hung up', (socket: Socket) => socket.destroy()],
      ['closed its side', (socket: Socket) => socket.end()],
    ])('finishes the work of a caller that %s, once', async (_, leave) => {
      const socket = connect({ port: running.port, host: '127.0.0.1', allowHalfOpen: true });
      socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}');
      await running.until(() => running.stdout.includes('slow began'));
      leave(socket);
      const exit = once(running.process, 'exit');
      running.process.kill(signal);
      expect(await exit).toEqual([0, null]);
      expect(running.stdout.match(/slow ended/g)).toHaveLength(1);
      socket.destroy();
    });

    it('exits at once if there is nothing to answer, even with open connections', async () => {
      await running.ask();
      const silent = connect(running.port, '127.0.0.1').on('error', () => undefined);
      await once(silent, 'connect');
      const exit = once(running.process, 'exit');
      running.process.kill(signal);
      // A drain that gave up after its 8 seconds would exit with 1.
      expect(await exit).toEqual([0, null]);
      expect(running.stdout).toContain('closed with 0 in flight');
    });
  });
});

it.each(['/defect', '/rejected'])('ends with 1 after an error that nothing caught: %s', async (path) => {
  const probe = await RunningProbe.start('plain', { NODE_ENV: 'production' });
  try {
    const begun = probe.ask({ path: '/slow', body: '{}' });
    await probe.until(() => probe.stdout.includes('slow began'));
    const exit = once(probe.process, 'exit');
    await probe.ask({ path, body: '{}' });
    expect(await exit).toEqual([1, null]);
    expect(await begun).toMatchObject({ status: 200 });
    expect(probe.stdout).toContain('host.failed');
  } finally {
    await probe.stop();
  }
});
