import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runProgram, type RunningProgram } from '../../playground/run-program';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { findPort } from '../../playground/find-ports';
import { buy, isIn, joinByLink } from '../journeys/support/buyer';
import { call } from '../journeys/support/call';
import { eventually } from '../journeys/support/eventually';
import { newDonor } from '../journeys/support/people';
import { QUICK_MINUTE } from '../journeys/support/quick-minute';
import { installArchives, unpackArchive } from '../release/support/archive';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { useFixture } from '../support/use-fixture';
import { startWorld, type World } from '../worlds/journey';
import { TARGETS } from '../../playground/stack-types';
import { execForm, imageEnvironment, instructionsOf, valuesOf } from './dockerfile';

// There is no Docker here. The files of the image are put into an empty folder, with what their own lock installs, and its
// own commands are run there.
const temporary = makeTemporaryFolder('image');
const app = join(temporary, 'app');
const compiled = join(app, '.compile-cache');
let running: RunningProgram | undefined;

afterAll(async () => {
  await running?.stop();
  rmSync(temporary, { recursive: true, force: true });
});

/** The built host alone, which ticks by itself. */
const world: World = useFixture(async () => {
  await installArchives([await unpackArchive('host', app)]);
  return startWorld({ host: { folder: app, environment: { TICK: 'on', ...QUICK_MINUTE } } });
});
const alone = (): World => ({ ...world, tick: async () => 200 });

it('sells from a tap to access, which ends by the clock, from a clean folder and in one process', async () => {
  const buyer = newDonor(world);
  await buy(alone(), buyer);
  await joinByLink(alone(), buyer);
  await world.moveClock('40 days');
  await eventually(() => expect(isIn(world, buyer)).toBe(false));
});

it('needs neither functions-framework nor a development dependency', () => {
  const lock = readFileSync(join(app, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { dev?: boolean }> };
  expect(Object.keys(packages).filter((path) => /functions-framework|\/express$/.test(path))).toEqual([]);
  expect(Object.values(packages).filter(({ dev }) => dev)).toEqual([]);
});

/** The variables of a container that serves everything: each function's own, and what the image sets. */
const variables = (port: number): Record<string, string> => ({
  ...(Object.assign({}, ...TARGETS.map((target) => world.environment(target))) as Record<string, string>),
  ...imageEnvironment(),
  NODE_COMPILE_CACHE: compiled,
  PORT: String(port),
});

it('holds the built host with production dependencies, and runs as another user than root', () => {
  expect(valuesOf('image', 'COPY')).toEqual(['--from=build /src/dist/host ./']);
  expect(valuesOf('build', 'RUN').at(-1)).toBe('npm ci');
  expect(valuesOf('build', 'WORKDIR').at(-1)).toBe('/src/dist/host');
  const names = instructionsOf('image').map(({ name }) => name);
  expect(valuesOf('image', 'USER').at(-1)).toBe('node');
  expect(names.indexOf('USER')).toBeGreaterThan(names.indexOf('COPY'));
  for (const tool of ['tsx', 'typescript', 'jest', 'esbuild'])
    expect([tool, existsSync(join(app, 'node_modules', tool))]).toEqual([tool, false]);
});

/** Runs a command of the image as its user. Tests that aren't root's are all users at once, and can give nothing away. */
function runAs(user: string, command: string) {
  const isRoot = process.getuid?.() === 0;
  const script = isRoot ? command : `chown() { :; }\n${command}`;
  const path = `${dirname(process.execPath)}:${process.env['PATH']}`;
  const env = { PATH: path, NODE_COMPILE_CACHE: compiled };
  const as = isRoot && user === 'node' ? { uid: 1000, gid: 1000 } : {};
  const done = spawnSync('sh', ['-c', script], { cwd: app, env, encoding: 'utf8', ...as });
  expect([command, done.status, done.stderr]).toEqual([command, 0, '']);
  return done.stdout.trim();
}

it('is compiled while it is made, for the user that runs it, who can change nothing of it', () => {
  expect(imageEnvironment()['NODE_COMPILE_CACHE']).toBe('/app/.compile-cache');
  // Of an attempt that failed, which is repeated here.
  rmSync(compiled, { recursive: true, force: true });
  // The folder of a test is its user's alone.
  chmodSync(temporary, 0o755);
  let user = 'root';
  for (const { name, value } of instructionsOf('image')) {
    if (name === 'USER') user = value;
    if (name === 'RUN') runAs(user, value);
  }
  // Where Node looks when it starts: nowhere, if it can neither find nor make its folder.
  const used = runAs(user, `node -p "require('node:module').getCompileCacheDir?.() ?? ''"`);
  const files = used === '' ? [] : readdirSync(used).map((name) => join(used, name));
  // Node keeps what it compiled from version 22 on, and the image has 24.
  expect(files.length > 0).toBe('enableCompileCache' in nodeModule);
  const mode = (path: string) => statSync(path).mode & 0o777;
  expect(files.filter((path) => mode(path) !== 0o644)).toEqual([]);
  expect(mode(compiled)).toBe(0o755);
});

it(
  'starts, says that it is well, and ends on SIGTERM with 0',
  async () => {
    const port = await findPort();
    const [, ...program] = execForm(String(valuesOf('image', 'CMD').at(-1)));
    const environment = variables(port);
    const start = { name: 'the image', program: program.map((file) => join(app, file)), port, environment };
    running = await runProgram(start);
    const [, check = ''] = /CMD (.*)$/.exec(String(valuesOf('image', 'HEALTHCHECK').at(-1))) ?? [];
    const env = { PATH: process.env['PATH'], PORT: String(port) };
    const isWell = () =>
      promisify(execFile)('sh', ['-c', check], { cwd: app, env }).then(
        () => true,
        () => false,
      );
    expect(await isWell()).toBe(true);
    expect(await call(running.url, { method: 'GET', path: '/health' })).toMatchObject({ status: 200 });
    expect(await running.stop()).toBe(0);
    expect(await isWell()).toBe(false);
  },
  LONG_TEST_DEADLINE_MS,
);

it.each([
  [['--help'], /node commands\.cjs migrate/, 0],
  [['doctor', '--help'], /Checks everything/, 0],
  [['channels'], /channels -- import/, 0],
  [['replay', '--help'], /replay -- order/, 0],
  [['webhook', '--help'], /webhook -- set/, 0],
  [['migrate'], /The schema is up to date\./, 0],
  [['dance'], /There is no command dance\./, 1],
])('has the command %j', (args, expected, status) => {
  const env = { DATABASE_URL: world.databaseUrl, PATH: process.env['PATH'] };
  const done = spawnSync(process.execPath, ['commands.cjs', ...args], { cwd: app, env, encoding: 'utf8' });
  expect(done.stdout + done.stderr).toMatch(expected);
  expect(done.status).toBe(status);
});
