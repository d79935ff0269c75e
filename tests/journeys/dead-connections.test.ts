import postgres from 'postgres';
import { addChannel, addOrder, DONOR_ID } from '../support/order';
import { paymentOf } from '../support/subscription';
import { useTestDatabase } from '../support/test-database';
import { useFixture } from '../support/use-fixture';
import { call, type Answer } from './support/call';
import { eventually } from './support/eventually';
import { expectRefusal } from './support/hardened';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone, type Alone } from './support/run-alone';
import { orphanIpn, signedIpn } from './support/signed-calls';

const test = useTestDatabase();
const admin = useFixture(async () => {
  const sql = postgres(test.url, { max: 2 });
  return { sql, close: () => sql.end() };
});

const POOL = 2;
let variables: Record<string, string>;
let ipn: Alone;

beforeAll(async () => {
  await addChannel(test.database);
  variables = { ...ownVariables('paymentIpn', test.url), DATABASE_POOL_MAX: String(POOL) };
  ipn = await serveAlone('paymentIpn', variables);
});
afterAll(killAll);

const BEFORE_FIRST = 4_600_000_000;
let payments = BEFORE_FIRST;
const send = (content: object = orphanIpn(++payments)) => call(ipn.url, signedIpn(variables, content));
const sendMany = () => Promise.all(Array.from({ length: POOL }, () => send()));

const endSessions = () => admin.sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'telepay paymentIpn' and datname = current_database()`;
const sessions = async () => {
  const rows = await admin.sql<{ waits: boolean }[]>`
    select coalesce(wait_event_type = 'Lock', false) as waits from pg_stat_activity
    where application_name = 'telepay paymentIpn' and datname = current_database()`;
  return { open: rows.length, waiting: rows.filter(({ waits }) => waits).length };
};

describe('after all idle connections died', () => {
  it('the next IPN is answered 200', async () => {
    for (let times = 0; times < 5; times += 1) {
      await sendMany();
      await endSessions();
      expect({ times, status: (await send()).status }).toEqual({ times, status: 200 });
    }
  });

  it('as many IPNs at once as there were connections are answered 200', async () => {
    for (let times = 0; times < 5; times += 1) {
      await sendMany();
      await endSessions();
      const statuses = (await sendMany()).map(({ status }) => status);
      expect({ times, statuses }).toEqual({ times, statuses: [200, 200] });
    }
  });

  it('while the instance was frozen, the IPN that woke it is answered 200', async () => {
    for (let times = 0; times < 2; times += 1) {
      await sendMany();
      ipn.child.kill('SIGSTOP');
      await endSessions();
      await eventually(async () => (await sessions()).open === 0);
      const answers = sendMany();
      ipn.child.kill('SIGCONT');
      const statuses = (await answers).map(({ status }) => status);
      expect({ times, statuses }).toEqual({ times, statuses: [200, 200] });
    }
  });

  it('each IPN is stored once, and its payment too', async () => {
    const sent = Array.from({ length: payments - BEFORE_FIRST }, (_, n) => String(BEFORE_FIRST + 1 + n));
    const [row] = await admin.sql<{ deliveries: string[]; payments: string[] }[]>`
      select (select array_agg(payload ->> 'payment_id' order by payload ->> 'payment_id') from inbox) as deliveries,
        (select array_agg(payment_id::text order by payment_id) from payments) as payments`;
    expect(row).toEqual({ deliveries: sent, payments: sent });
  });
});

it('answers other IPNs while one order is locked', async () => {
  const reference = await addOrder(test.database, 2500);
  await sendMany();
  await admin.sql.begin(async (tx) => {
    await tx`select from orders where reference = ${reference} for update`;
    const hot: Promise<Answer>[] = [];
    let unanswered = 0;
    const sendHot = () => {
      unanswered += 1;
      const answer = send(paymentOf(reference, { userId: DONOR_ID, payment_id: 900 + hot.length }));
      hot.push(answer.finally(() => (unanswered -= 1)));
    };
    // Each waits for two seconds at most, so one more takes the place of one that came too early.
    await eventually(async () => {
      while (unanswered < POOL) sendHot();
      return (await sessions()).waiting === POOL;
    });
    // They have to wait until both connections are free again.
    const others = await Promise.all(Array.from({ length: 10 }, () => send()));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    for (const answer of await Promise.all(hot)) {
      expectRefusal(answer, 503, 'unavailable');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });
  expect(await send(paymentOf(reference, { userId: DONOR_ID, payment_id: 900 }))).toMatchObject({
    status: 200,
  });
});
