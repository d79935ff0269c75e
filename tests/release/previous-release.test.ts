import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnServer } from '../../bench/spawn-server';
import { FOLDERS, TARGETS, type Target } from '../../playground/stack-types';
import { SCHEMA_VERSION } from '../../shared/database/connection/schema/schema-version';
import { ownVariables } from '../journeys/support/own-variables';
import { GOOD_CALLS, signedCall } from '../journeys/support/signed-calls';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase } from '../support/test-database';
import { complete } from './support/archive';
import { checkOut, isCheckout, previousRelease } from './support/checkout';

const JOURNEYS = ['donation', 'subscription', 'notification-door'].map(
  (name) => `tests/journeys/${name}.test.ts`,
);

interface Outcome {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly message: string }[];
}

const release = previousRelease();
const isKnown = isCheckout();
let folder: string;
beforeAll(() => {
  folder = makeTemporaryFolder('previous');
  if (isKnown) {
    checkOut(release, folder);
    execFileSync(process.execPath, ['--import', 'tsx', 'infra/build.ts'], { cwd: folder, stdio: 'ignore' });
  } else {
    const why = 'not run, because this folder is not a checkout of the repository';
    process.stdout.write(`previous release: ${why}\n`);
  }
}, LONG_TEST_DEADLINE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Runs the previous release's own journeys with its own test runner, functions and simulators. Only the database is
 * current, because its template was migrated before any test file began.
 */
function playJourneys(): Outcome {
  // Its own setup would start a Postgres and migrate it to its own schema.
  const noSetup = join(folder, 'no-setup.cjs');
  writeFileSync(noSetup, 'module.exports = async () => {};\n');
  const result = join(folder, 'result.json');
  const flags = ['--runInBand', '--silent', '--json', `--outputFile=${result}`, `--globalSetup=${noSetup}`];
  const { stderr } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...flags, ...JOURNEYS], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LONG_TEST_DEADLINE_MS,
  });
  try {
    return JSON.parse(readFileSync(result, 'utf8')) as Outcome;
  } catch (cause) {
    throw new Error(`the previous release's tests did not run:\n${stderr.slice(-3000)}`, { cause });
  }
}

/** A call that a function of the previous release answers. Its worker has no key of its own yet. */
const goodCall = (target: Target, environment: ReturnType<typeof ownVariables>) =>
  target === 'worker' ? signedCall(environment, {}) : GOOD_CALLS[target](environment, 0);

/** Calls one of its functions on a database with the new schema. Rejects with its output if it does not answer 200. */
async function answerOnce(target: Target, databaseUrl: string): Promise<void> {
  const environment = ownVariables(target, databaseUrl);
  const server = await spawnServer({
    source: join(folder, 'dist', FOLDERS[target]),
    target,
    environment,
    logFile: join(folder, `${target}.log`),
    firstCall: complete(goodCall(target, environment)),
  });
  await server.stop();
}

it('starts each function of the previous release on the schema of this one', async () => {
  if (!isKnown) return;
  const own = await createTestDatabase();
  try {
    const read = await own.database.query(
      (sql) => sql`select max(version)::int as version from schema_migrations`,
    );
    expect(read).toEqual([{ version: SCHEMA_VERSION }]);
    await Promise.all(TARGETS.map(async (target) => answerOnce(target, own.url)));
  } finally {
    await own.close();
  }
});

it(
  'passes the previous release’s own journeys on the schema of this one',
  () => {
    if (!isKnown) return;
    const before = performance.now();
    const { numPassedTests, numFailedTests, testResults } = playJourneys();
    const seconds = ((performance.now() - before) / 1000).toFixed(0);
    const ran = `${release.version} (schema ${release.schema}) on schema ${SCHEMA_VERSION}`;
    process.stdout.write(`previous release: ${ran}: ${numPassedTests} tests passed in ${seconds} s\n`);
    const messages = testResults.map(({ message }) => message).join('');
    expect({ numFailedTests, messages }).toEqual({ numFailedTests: 0, messages: '' });
    expect(numPassedTests).toBeGreaterThanOrEqual(JOURNEYS.length);
  },
  LONG_TEST_DEADLINE_MS,
);
