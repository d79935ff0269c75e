import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { TARGETS, type Target } from '../../playground/stack-types';
import { startCloudSql, type CloudSql, type Mood } from '../support/cloud-sql';
import { runCommandLine } from '../support/run-command-line';
import { useFixture } from '../support/use-fixture';
import { useTestDatabase } from '../support/test-database';
import { call, json } from './support/call';
import { eventually } from './support/eventually';
import { expectRefusal } from './support/hardened';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone, type Alone } from './support/run-alone';
import { GOOD_CALLS } from './support/signed-calls';

const test = useTestDatabase();
const google: CloudSql = useFixture(() => startCloudSql(Number(new URL(test.url).port)));

/** A login of the tests' own, which can be taken away. */
const LOGIN = `fn_${randomBytes(6).toString('hex')}`;
const admin = useFixture(async () => {
  const sql = postgres(test.url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`create role ${LOGIN} login superuser`);
  return {
    sql,
    close: async () => {
      await sql.unsafe(`drop role ${LOGIN}`);
      await sql.end();
    },
  };
});

/** The variables of a function that reaches the database through Cloud SQL. */
function variablesOf(target: Target, changes: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(ownVariables(target, test.url)).filter(([name]) => name !== 'DATABASE_URL');
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    ...google.variables,
    DATABASE_NAME: new URL(test.url).pathname.slice(1),
    DATABASE_USER: LOGIN,
    K_SERVICE: target, // as on Cloud Run, where the libraries expect a metadata server
    WORKER_INVOKER_EMAIL: 'worker@project.iam.gserviceaccount.com',
    ...changes,
  };
}

let calls = 0;
async function serve(target: Target, changes?: Record<string, string>) {
  const variables = variablesOf(target, changes);
  const alone = await serveAlone(target, variables);
  return { ...alone, send: () => call(alone.url, GOOD_CALLS[target](variables, ++calls)) };
}
type Served = Awaited<ReturnType<typeof serve>>;

beforeEach(() => {
  google.apis('well');
  google.giveExpired(0);
});
afterEach(killAll);

const isRunning = ({ child }: Alone) => child.exitCode === null && child.signalCode === null;

async function expectUnavailable(served: Served): Promise<void> {
  const answer = await served.send();
  expectRefusal(answer, 503, 'unavailable');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(isRunning(served)).toBe(true);
}
const expectWell = async (served: Served) => expect(await served.send()).toMatchObject({ status: 200 });
/** On a busy machine the first connection, with a key of its own, can take longer than a request waits for one. */
const becomesWell = ({ send }: Served) => eventually(async () => (await send()).status === 200);

it('logs in by IAM if there is no password, otherwise by the password', async () => {
  await becomesWell(await serve('paymentIpn'));
  expect(google.isByIam).toBe(true);
  await becomesWell(await serve('paymentIpn', { DATABASE_PASSWORD: 'unasked' }));
  expect(google.isByIam).toBe(false);
});

/** What Google answers, and which functions meet it. They share their way to the database, so not all meet everything. */
const TROUBLES: readonly (readonly [Mood, readonly Target[]])[] = [
  ['no role', TARGETS],
  ['no credentials', ['paymentIpn']],
  ['too many requests', ['paymentIpn']],
  ['not at all', ['paymentIpn']],
];

it.each(TROUBLES)('while Google’s answer is “%s”, %j stay up and recover', async (trouble, targets) => {
  google.apis(trouble);
  const all: Served[] = [];
  for (const target of targets) all.push(await serve(target));
  // Only these wait: for Google's library, and for the counters.
  for (let times = 0; times < 2; times += 1) await Promise.all(all.map(expectUnavailable));
  google.apis('well');
  // A question that was asked before may still be open, and the next caller shares its answer.
  for (const served of all) await becomesWell(served);
});

it('shows in /health what is wrong, while the probe for life is 200', async () => {
  google.apis('no credentials');
  const { url } = await serve('health');
  const ask = (path: string) => call(url, { method: 'GET', path });
  const answer = await ask('/health');
  expect(answer).toMatchObject({ status: 503 });
  expect(json(answer)).toMatchObject({ status: 'unhealthy', problem: expect.any(String) as string });
  expect(await ask('/health?probe=live')).toMatchObject({ status: 200 });
  google.apis('well');
  await eventually(async () => (await ask('/health')).status === 200);
});

describe('a certificate that the database refuses', () => {
  it('is replaced within the same request, the first one as well as a later one', async () => {
    google.giveExpired(1);
    const served = await serve('paymentIpn');
    await expectWell(served);
    google.distrust();
    await expectWell(served);
  });

  it('does not end a function that gets no replacement', async () => {
    const served = await serve('paymentIpn');
    await becomesWell(served);
    google.apis('no role');
    google.distrust();
    for (let times = 0; times < 3; times += 1) await expectUnavailable(served);
    google.apis('well');
    await becomesWell(served);
  });

  it('makes 503 and few questions while its replacements are refused as well', async () => {
    google.giveExpired(1_000_000);
    const served = await serve('paymentIpn');
    for (let times = 0; times < 3; times += 1) await expectUnavailable(served);
    google.giveExpired(0);
    await becomesWell(served);
    google.giveExpired(1_000_000);
    google.distrust();
    const before = { certificates: google.certificates, connects: google.connects };
    for (let times = 0; times < 3; times += 1)
      await Promise.all(Array.from({ length: 20 }, () => expectUnavailable(served)));
    // How many a minute there may be is in `renewals.test.ts`.
    expect(google.certificates - before.certificates).toBeLessThan(60);
    expect(google.connects - before.connects).toBeLessThanOrEqual(3 * 60);
  });
});

it('answers 503 while the login is revoked, and logs it as such', async () => {
  const served = await serve('paymentIpn');
  await becomesWell(served);
  await admin.sql.unsafe(`alter role ${LOGIN} nologin`);
  await admin.sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${LOGIN}`;
  await eventually(async () => (await served.send()).status === 503);
  for (let times = 0; times < 3; times += 1) await expectUnavailable(served);
  await admin.sql.unsafe(`alter role ${LOGIN} login`);
  await becomesWell(served);
  served.child.kill('SIGTERM');
  const { output } = await served.ended;
  const refused = output.split('\n').filter((line) => line.includes('database.login_refused'));
  expect(refused.length).toBeGreaterThan(0);
  expect(JSON.parse(String(refused[0]))).toMatchObject({ severity: 'ERROR', reason: 'user' });
});

describe('the doctor', () => {
  const diagnose = (trouble: Mood) => {
    google.apis(trouble);
    return runCommandLine('infra/doctor.ts', [], variablesOf('worker'));
  };

  // One refusal for each library that says no. `google-refusal.test.ts` and `check-database.test.ts` have all of them.
  it.each<[Mood, string]>([
    ['no credentials', 'gcloud auth application-default login'],
    ['no quota project', 'gcloud auth application-default set-quota-project'],
    ['other region', 'Correct the region in CLOUD_SQL_INSTANCE'],
  ])('says what to do about “%s”', async (trouble, remedy) => {
    const { code, stdout, stderr } = await diagnose(trouble);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^ERROR {4}Database /m);
    expect(stdout).toContain(remedy);
    const line = stdout.split('\n').find((each) => each.startsWith('ERROR    Database'));
    expect(line).not.toMatch(/unknown|\(4\d\d\)/);
  });
});
