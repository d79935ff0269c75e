import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { table } from '../../bench/report';
import { spawnServer, type SpawnedServer } from '../../bench/spawn-server';
import { FOLDERS, TARGETS, type Target } from '../../playground/stack-types';
import { call, type Call } from '../journeys/support/call';
import { eventually } from '../journeys/support/eventually';
import { ownVariables } from '../journeys/support/own-variables';
import { GOOD_CALLS, signedIpn } from '../journeys/support/signed-calls';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { CATALOGS } from '../support/catalogs';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { complete, installArchives, installedBytes, unpackArchive, type Archive } from './support/archive';
import { startBlockedNetwork, type BlockedNetwork } from './support/blocked-network';
import { uploadedByGcloud, uploadedFrom } from './support/uploaded';

const ROOT = join(__dirname, '../..');
const EXPECTED = ['.npmrc', 'index.cjs', 'keep-alive-client.cjs', 'package-lock.json', 'package.json'];
/** The files next to its bundle that the worker loads to draw a chart or a QR code, or to read a table. The fonts come first. */
const RARELY_USED = [
  'DejaVuSans-Bold.ttf',
  'DejaVuSans.ttf',
  'csv-records.cjs',
  'draw-chart.cjs',
  'draw-qr-code.cjs',
];
/** The functions that word messages. */
const WORDING: readonly Target[] = ['telegramWebhook', 'notificationWebhook', 'worker'];
const expectedOf = (target: Target) =>
  [
    ...(target === 'worker' ? RARELY_USED : []),
    ...(WORDING.includes(target) ? CATALOGS.map(({ file }) => file) : []),
    ...EXPECTED,
  ].sort();
const TWO = { count: 2, cents: 5000 };

const temporary = makeTemporaryFolder('archive');
const archives = {} as Record<Target, Archive>;
const running: SpawnedServer[] = [];
let database: TestDatabase;
let outside: BlockedNetwork;
let withoutTokens: BlockedNetwork;

beforeAll(async () => {
  database = await createTestDatabase();
  outside = await startBlockedNetwork({ givesTokens: true });
  withoutTokens = await startBlockedNetwork({ givesTokens: false });
  for (const target of TARGETS)
    archives[target] = await unpackArchive(FOLDERS[target], join(temporary, target));
  await installArchives(Object.values(archives));
}, LONG_TEST_DEADLINE_MS);
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(async () => {
  outside.close();
  withoutTokens.close();
  await database.close();
  rmSync(temporary, { recursive: true, force: true });
});

const logFileOf = (target: Target) => join(temporary, `${target}.log`);

/** Serves a function from its installed archive, with the framework installed there, until the test ends. */
async function serve(target: Target, environment: Record<string, string>, firstCall: Call) {
  const { path } = archives[target];
  const server = await spawnServer({
    source: path,
    target,
    environment: { NODE_ENV: 'production', ...environment },
    logFile: logFileOf(target),
    firstCall: complete(firstCall),
  });
  running.push(server);
  return server;
}

it('uploads only the files that a function needs, whatever is next to them', () => {
  const folder = join(temporary, 'with-other-files');
  for (const target of TARGETS) {
    const built = join(ROOT, 'dist', FOLDERS[target]);
    const copy = join(folder, target);
    cpSync(built, copy, { recursive: true });
    mkdirSync(join(copy, 'node_modules/some'), { recursive: true });
    for (const file of ['.env', 'index.cjs.4711', 'node_modules/some/index.js', 'nested.test.ts'])
      writeFileSync(join(copy, file), '');
    expect(uploadedFrom(copy).sort()).toEqual(expectedOf(target));
  }
  const byGcloud = uploadedByGcloud(join(folder, 'worker'), join(temporary, 'gcloud'));
  const result =
    byGcloud === undefined
      ? 'gcloud is not installed, so only the test applied the rules'
      : `gcloud would upload ${String(byGcloud)}`;
  process.stdout.write(`archive: ${result}\n`);
  if (byGcloud !== undefined) expect(byGcloud.sort()).toEqual(expectedOf('worker'));
});

it('starts each function from its installed archive with only its variables', async () => {
  const rows: string[][] = [];
  for (const target of TARGETS) {
    const environment = ownVariables(target, database.url);
    const { startedInMs } = await serve(target, environment, GOOD_CALLS[target](environment, 0));
    const { zipBytes } = archives[target];
    const installed = await installedBytes(archives[target]);
    rows.push([
      target,
      (zipBytes / 1024).toFixed(0),
      (installed / 2 ** 20).toFixed(1),
      startedInMs.toFixed(0),
    ]);
  }
  process.stdout.write(`${table(['function', 'archive KiB', 'installed MB', 'first 200 ms'], rows)}\n`);
  expect(rows).toHaveLength(5);
});

describe.each(TARGETS)('the archive of %s', (target) => {
  it('installs exactly the packages that its bundles load', () => {
    const bundles = readdirSync(archives[target].path).filter((file) => file.endsWith('.cjs'));
    const loaded = bundles.flatMap((file) => {
      const bundle = readFileSync(join(archives[target].path, file), 'utf8');
      return [...bundle.matchAll(/\b(?:require|import)\("([^".][^"]*)"\)/g)].map(([, name]) => String(name));
    });
    const packages = loaded
      .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect([...new Set(packages)].sort()).toEqual([...archives[target].packages].sort());
  });

  it('loads each of its packages from its own folder', async () => {
    const { path, packages } = archives[target];
    const script = `
      const found = ${JSON.stringify(packages)}.map(async (name) => {
        await import(name);
        return require.resolve(name);
      });
      Promise.all(found).then((paths) => console.log(JSON.stringify(paths)));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: path, env: {} });
    const paths = JSON.parse(stdout) as string[];
    expect(paths).toHaveLength(packages.length);
    for (const found of paths) expect(found.startsWith(`${temporary}/`)).toBe(true);
  });
});

describe('code that is loaded on demand', () => {
  it('draws the same chart, with its own fonts, from the installed archive', async () => {
    const day = {
      sales: TWO,
      donations: TWO,
      credited: TWO,
      refunds: TWO,
      newMembers: 2,
      renewals: 1,
      lostMembers: 1,
    };
    const days = ['2026-11-23', '2026-11-24'].map((date) => ({ ...day, day: date, active: 5 }));
    const script = `
      const { createHash } = require('node:crypto');
      const { salesChartPng } = require('./draw-chart.cjs');
      const words = { title: '$10.00', lines: ['Revenue after refunds', '5 members'] };
      salesChartPng(${JSON.stringify(days)}, { ...words, day: (day) => day }).then((png) =>
        console.log(JSON.stringify({ sum: createHash('sha256').update(png).digest('hex'), size: png.length })));`;
    const draw = async (cwd: string) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd, env: {} });
      return JSON.parse(stdout) as { sum: string; size: number };
    };
    const drawn = await draw(archives.worker.path);
    expect(drawn).toEqual(await draw(join(ROOT, 'dist/worker')));
    for (const font of RARELY_USED.slice(0, 2)) writeFileSync(join(archives.worker.path, font), '');
    const withoutLetters = await draw(archives.worker.path);
    expect(drawn.size).toBeGreaterThan(withoutLetters.size * 1.5);
  });

  const PAYOUT = { id: '5000000713', status: 'FINISHED', batch_withdrawal_id: '5000000066' };

  it('connects with the Cloud SQL connector if the database has an instance name', async () => {
    const { DATABASE_URL, ...rest } = ownVariables('paymentIpn', database.url);
    expect(DATABASE_URL).toBeDefined();
    const cloudSql = { CLOUD_SQL_INSTANCE: 'p:r:i', DATABASE_NAME: 'telepay', DATABASE_USER: 'telepay' };
    const environment = { ...rest, ...cloudSql, ...outside.environment };
    await serve('paymentIpn', environment, signedIpn(environment, PAYOUT));
    await eventually(() => outside.wanted.has('sqladmin.googleapis.com:443'));
    expect(readFileSync(logFileOf('paymentIpn'), 'utf8')).not.toMatch(/MODULE_NOT_FOUND|Cannot find/);
  });

  it('asks Secret Manager for a value that refers to it', async () => {
    const DATABASE_URL = 'sm://projects/p/secrets/database-url/versions/1';
    const environment = {
      ...ownVariables('health', database.url),
      ...withoutTokens.environment,
      DATABASE_URL,
    };
    await expect(serve('health', environment, { method: 'GET', path: '/status' })).rejects.toThrow(
      'DATABASE_URL could not be fetched from Secret Manager',
    );
    expect([...withoutTokens.wanted]).toEqual(['token']);
  });

  it('verifies the token of a scheduler with Google’s library', async () => {
    const environment = {
      ...ownVariables('worker', database.url),
      ...outside.environment,
      WORKER_INVOKER_EMAIL: 'scheduler@p.iam.gserviceaccount.com',
    };
    const { url } = await serve('worker', environment, GOOD_CALLS.worker(environment, 1));
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const token = [part({ alg: 'RS256', kid: 'k' }), part({ aud: 'nobody' }), 'AAAA'].join('.');
    const { status } = await call(url, { headers: { authorization: `Bearer ${token}` } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect([...outside.wanted]).toContain('www.googleapis.com:443');
  });
});
