/** @project journeys */
import { once } from 'node:events';
import { connect } from 'node:net';

import { RunningFunction } from '../../../tests/support/running-function';

let running: RunningFunction;

describe.each(['SIGTERM', 'SIGINT'] as const)('a function that gets %s', (signal) => {
  afterEach(() => running.stop());

  it('answers begun requests, accepts no more, then exits with 0', async () => {
    running = await RunningFunction.start({ NODE_ENV: 'production' });
    const begun = Array.from({ length: 5 }, () => running.ask({ path: '/slow', body: '{}' }));
    await running.until(() => running.stdout.split('slow began').length === 6);
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
    running = await RunningFunction.start({ NODE_ENV: 'production' });
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

  it('finishes the work of a caller that hung up', async () => {
    running = await RunningFunction.start({ NODE_ENV: 'production' });
    const socket = connect(running.port, '127.0.0.1');
    socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}');
    await running.until(() => running.stdout.includes('slow began'));
    socket.destroy();
    const exit = once(running.process, 'exit');
    running.process.kill(signal);
    expect(await exit).toEqual([0, null]);
    expect(running.stdout).toContain('slow ended');
  });

  it('exits at once if there is nothing to answer', async () => {
    running = await RunningFunction.start({ NODE_ENV: 'production' });
    await running.ask();
    const exit = once(running.process, 'exit');
    const since = Date.now();
    running.process.kill(signal);
    expect(await exit).toEqual([0, null]);
    // Sooner than the 8 seconds that requests get, because there are none to wait for.
    expect(Date.now() - since).toBeLessThan(8000);
    expect(running.stdout).toContain('closed with 0 in flight');
  });
});
