import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { formatExposition } from '../../functions/health/exposition';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { purposeKey } from '../../shared/security/purpose-keys';
import { findPort } from '../../playground/find-ports';
import { ALARMS, type AlarmName } from '../../shared/domain/operations/alarms';

const SCRIPT = join(__dirname, '../../infra/alarms/print-alarms.sh');
const KEY = purposeKey('status', 'the-signing-secret-of-the-test').toString('hex');
const folder = makeTemporaryFolder('alarms');
const [file, backups] = [join(folder, 'telepay.env'), join(folder, 'backups')];

interface Seen {
  readonly on?: AlarmName;
  readonly lookedSeconds?: number | null;
}
let seen: Seen = {};
let server: Server;
let url: string;

const metrics = ({ on, lookedSeconds = 30 }: Seen) =>
  formatExposition([
    {
      name: 'telepay_last_look_age_seconds',
      type: 'gauge',
      help: 'x',
      samples: lookedSeconds === null ? [] : [{ value: lookedSeconds }],
    },
    {
      name: 'telepay_alarm',
      type: 'gauge',
      help: 'x',
      samples: ALARMS.map(({ name }) => ({ labels: { alarm: name }, value: Number(name === on) })),
    },
  ]);

beforeAll(async () => {
  server = createServer(({ url: path, headers }, response) => {
    const isKnown = path === '/status' && headers.authorization === `Bearer ${KEY}`;
    if (isKnown && headers.accept === 'text/plain') response.end(metrics(seen));
    else response.writeHead(403).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Writes the variables as the guide does, and a dump of this age. */
const prepare = (address = url, key = KEY, dumpHours = 1) => {
  rmSync(backups, { recursive: true, force: true });
  mkdirSync(backups);
  writeFileSync(file, `STATUS_KEY='${key}'\nALLOWED_IPS=*\nHEALTH_URL=${address}/health\n`);
  const dump = join(backups, 'telepay-20261001T030000Z.dump');
  writeFileSync(dump, '');
  const at = Date.now() / 1000 - dumpHours * 3600;
  utimesSync(dump, at, at);
};

const run = async () => {
  const child = spawn('sh', [SCRIPT, file, backups], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { status, stdout, stderr };
};

beforeEach(() => {
  seen = {};
  prepare();
});

it('prints nothing if all is well', async () => {
  expect(await run()).toEqual({ status: 0, stdout: '', stderr: '' });
});

it.each(ALARMS.map(({ name }) => name))('names the alarm %s', async (on) => {
  seen = { on };
  expect(await run()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(`alarm ${on} is`) as string,
  });
});

it.each([
  ['a silent worker', () => (seen = { lookedSeconds: 601 }), /^nobody_looks: .*601 s/],
  ['a worker that never looked', () => (seen = { lookedSeconds: null }), /^nobody_looks: .*never/],
  ['a wrong key', () => prepare(url, 'f'.repeat(64)), /^The status can't be read: .*403/],
  ['a backup of the day before', () => prepare(url, KEY, 27), /^No backup in .* 26 hours/],
  ['a folder without backups', () => rmSync(backups, { recursive: true }), /^No backup in .* 26 hours/],
])('reports %s', async (_, breakIt: () => unknown, expected) => {
  breakIt();
  expect(await run()).toMatchObject({ status: 1, stdout: expect.stringMatching(expected) as string });
});

it('reports a host that is away, without showing the key', async () => {
  prepare(`http://127.0.0.1:${await findPort()}`);
  const { status, stdout, stderr } = await run();
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^The status can't be read: .*connect/)]);
  expect(stdout + stderr).not.toContain(KEY);
});

it('is quiet about a worker that has just looked', async () => {
  seen = { lookedSeconds: 600 };
  expect(await run()).toMatchObject({ status: 0, stdout: '' });
});
