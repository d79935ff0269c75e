import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { table } from '../../bench/report';
import { spawnServer, type SpawnedServer } from '../../bench/spawn-server';
import { FOLDERS, TARGETS, type Target } from '../../playground/stack-types';
import { call, type Call } from '../journeys/support/call';
import { eventually } from '../journeys/support/eventually';
import { ownVariables } from '../journeys/support/own-variables';
import { GOOD_CALLS, signedIpn } from '../journeys/support/signed-calls';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { complete, installArchives, installedBytes, unpackArchive, type Archive } from './support/archive';
import { startNoWayOut, type NoWayOut } from './support/no-way-out';
import { uploadedByGcloud, uploadedFrom } from './support/uploaded';

const ROOT = join(__dirname, '../..');
const EXPECTED = ['index.cjs', 'package-lock.json', 'package.json'];
/** What the worker loads from beside its bundle when it draws. */
const DRAWING = ['DejaVuSans-Bold.ttf', 'DejaVuSans.ttf', 'draw-chart.cjs'];
const expectedOf = (target: Target) => (target === 'worker' ? [...DRAWING, ...EXPECTED] : EXPECTED);
const TWO = { count: 2, cents: 5000 };

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'telepay-archive-')));
const archives = {} as Record<Target, Archive>;
const running: SpawnedServer[] = [];
let database: TestDatabase;
let outside: NoWayOut;
let withoutTokens: NoWayOut;

beforeAll(async () => {
  database = await createTestDatabase();
  outside = await startNoWayOut({ givesTokens: true });
  withoutTokens = await startNoWayOut({ givesTokens: false });
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

/** Serves it from where it was installed, by the framework that was installed there, until the test ends. */
async function serve(target: Target, environment: Record<string, string>, firstCall: Call) {
  const { path } = archives[target];
  const server = await spawnServer({
    source: path,
    framework: join(path, 'node_modules/.bin/functions-framework'),
    target,
    environment: { NODE_ENV: 'production', ...environment },
    logFile: logFileOf(target),
    firstCall: complete(firstCall),
  });
  running.push(server);
  return server;
}

it('goes up with nothing but bundles, what they read, a package.json and its lock, whatever else lies beside them', () => {
  const folder = join(temporary, 'littered');
  for (const target of TARGETS) {
    const built = join(ROOT, 'dist', FOLDERS[target]);
    const beside = join(folder, target);
    cpSync(built, beside, { recursive: true });
    mkdirSync(join(beside, 'node_modules/some'), { recursive: true });
    for (const file of ['.env', 'index.cjs.4711', 'node_modules/some/index.js', 'nested.test.ts'])
      writeFileSync(join(beside, file), '');
    expect(uploadedFrom(beside).sort()).toEqual(expectedOf(target));
  }
  const byGcloud = uploadedByGcloud(join(folder, 'worker'), join(temporary, 'gcloud'));
  const [said] = [byGcloud ?? 'gcloud is not installed here: the rules were applied by the test alone'];
  process.stdout.write(`archive: gcloud would upload ${String(said)}\n`);
  if (byGcloud !== undefined) expect(byGcloud.sort()).toEqual(expectedOf('worker'));
});

it('starts each function from its installed archive, with its environment and nothing else', async () => {
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
  it('asks for what its bundle asks for, and for nothing else', () => {
    const bundles = readdirSync(archives[target].path).filter((file) => file.endsWith('.cjs'));
    const asked = bundles.flatMap((file) => {
      const bundle = readFileSync(join(archives[target].path, file), 'utf8');
      return [...bundle.matchAll(/\b(?:require|import)\("([^".][^"]*)"\)/g)].map(([, name]) => String(name));
    });
    const outsiders = asked.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
    expect([...new Set(outsiders)].sort()).toEqual([...archives[target].packages].sort());
  });

  it('finds and loads each of its packages beside itself', async () => {
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

describe('what is loaded only where it is needed', () => {
  it('is what draws a chart, with letters in a font of its own, where nothing is installed but this', async () => {
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
      const words = { title: 'Revenue and members by day', revenue: 'Revenue', members: 'Members', added: 'New', lost: 'Lost' };
      salesChartPng(${JSON.stringify(days)}, { ...words, day: (day) => day }).then((png) =>
        console.log(JSON.stringify({ sum: createHash('sha256').update(png).digest('hex'), size: png.length })));`;
    const draw = async (cwd: string) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd, env: {} });
      return JSON.parse(stdout) as { sum: string; size: number };
    };
    const drawn = await draw(archives.worker.path);
    expect(drawn).toEqual(await draw(join(ROOT, 'dist/worker')));
    for (const font of DRAWING.slice(0, 2)) writeFileSync(join(archives.worker.path, font), '');
    const withoutLetters = await draw(archives.worker.path);
    expect(drawn.size).toBeGreaterThan(withoutLetters.size * 1.5);
  });

  const PAYOUT = { id: '5000000713', status: 'FINISHED', batch_withdrawal_id: '5000000066' };

  it('is the Cloud SQL connector, for a database that is named by its instance', async () => {
    const { DATABASE_URL, ...rest } = ownVariables('paymentIpn', database.url);
    expect(DATABASE_URL).toBeDefined();
    const cloudSql = { CLOUD_SQL_INSTANCE: 'p:r:i', DATABASE_NAME: 'telepay', DATABASE_USER: 'telepay' };
    const environment = { ...rest, ...cloudSql, ...outside.environment };
    await serve('paymentIpn', environment, signedIpn(environment, PAYOUT));
    await eventually(() => outside.wanted.has('sqladmin.googleapis.com:443'));
    expect(readFileSync(logFileOf('paymentIpn'), 'utf8')).not.toMatch(/MODULE_NOT_FOUND|Cannot find/);
  });

  it('is the client of Secret Manager, for a value that is kept there', async () => {
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

  it('is Google’s verifier of tokens, for a scheduler that shows one', async () => {
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
