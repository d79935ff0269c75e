import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findPort } from '../../playground/find-ports';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { call } from '../journeys/support/call';
import { eventually } from '../journeys/support/eventually';
import { withProgram } from '../support/installed-programs';

const FILE = join(__dirname, '../../infra/compose/Caddyfile');

withProgram('caddy')('the Caddyfile', () => {
  const home = makeTemporaryFolder('caddy');
  const asked: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  let upstream: Server;
  let caddy: ChildProcess;
  let address: string;

  const args = (file: string) => ['--config', file, '--adapter', 'caddyfile'];
  const environment = (domain: string) => ({
    PATH: process.env['PATH'],
    HOME: home,
    XDG_DATA_HOME: home,
    DOMAIN: domain,
  });

  beforeAll(async () => {
    upstream = createServer(({ url, headers }, response) => {
      asked.push({ url, headers });
      response.end('ok');
    }).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const port = await findPort();
    address = `http://127.0.0.1:${port}`;
    const { port: upstreamPort } = upstream.address() as AddressInfo;
    // An address with a scheme and a port: no certificate is asked for.
    const env = { ...environment(address), UPSTREAM: `127.0.0.1:${upstreamPort}` };
    // Without the port for its administration, which is the same for every Caddy of a machine.
    const alone = join(home, 'Caddyfile');
    writeFileSync(alone, `{\n\tadmin off\n}\n${readFileSync(FILE, 'utf8')}`);
    caddy = spawn('caddy', ['run', ...args(alone)], { env, stdio: 'ignore' });
    await eventually(async () => expect((await call(address, { method: 'GET' })).status).toBe(200));
  });
  afterAll(async () => {
    if (caddy.exitCode === null) {
      const exited = once(caddy, 'exit');
      caddy.kill('SIGTERM');
      await exited;
    }
    upstream.close();
  });

  it('is valid', () => {
    const { status, stderr } = spawnSync('caddy', ['validate', ...args(FILE)], {
      env: environment('bot.example.com'),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('')]);
  });

  it('tells the host one address, the true one, whatever the sender claims', async () => {
    await call(address, { method: 'GET', path: '/status', headers: { 'X-Forwarded-For': '203.0.113.7' } });
    expect(asked.at(-1)).toMatchObject({ url: '/status', headers: { 'x-forwarded-for': '127.0.0.1' } });
  });

  it('leads nobody to the worker', async () => {
    const before = asked.length;
    expect((await call(address, { path: '/worker' })).status).toBe(404);
    expect((await call(address, { path: '/worker/?x' })).status).toBe(404);
    expect(asked).toHaveLength(before);
  });
});
