import { randomInt } from 'node:crypto';
import { TARGETS } from '../../playground/stack-types';
import { useWorld } from '../worlds/journey';
import { askFor } from './support/chat';
import { call, type Call } from './support/call';
import { ENDPOINTS, type Endpoint } from './support/mutations/mutated-calls';
import { STAR_INVOICE } from './support/mutations/update-samples';
import { newDonor } from './support/people';
import { randomFrom } from './support/random';
import { orphanIpn } from './support/signed-calls';
import { quiet } from './support/work';

/** Deliveries for each endpoint. `MUTATIONS=20000 npx jest tests/journeys/mutated-deliveries` runs as many as a soak run. */
const RUNS = Number(process.env['MUTATIONS'] ?? 300);
const SEED = Number(process.env['MUTATION_SEED'] ?? randomInt(2 ** 31 - 1));
const AT_ONCE = 4;
const DEADLINE_MS = 60_000 + RUNS * 200;

/**
 * The lines that the functions wrote as errors, except those that `docs/events.md` names for an odd body. Telegram knows nothing of
 * the payments in Stars that are made up here.
 */
const errors: string[] = [];
const DOCUMENTED =
  /"message":"(ipn\.(unreadable|orphaned|contradictory|unknown_status)|payment\.(mismatch|too_many)|update\.unreadable)"|"message":"outbox\.failed".*"reason":"(Forbidden: bot can't initiate|Bad Request: chat not found|Bad Request: CHARGE_ID_INVALID)/;

// Postgres itself refuses a row in a table that isn't this function's, and the function logs that as an error.
const world = useWorld({
  hasOwnLogins: true,
  targets: TARGETS,
  environment: { RATE_LIMIT_BURST: '1000000', RATE_LIMIT_PER_MINUTE: '1000000' },
  log: (line) => {
    if (/"severity":"(ERROR|CRITICAL)"/.test(line) && !DOCUMENTED.test(line)) errors.push(line);
  },
});

/**
 * The least share of deliveries that are handled, so that an endpoint which refuses them all shows up. A notification with one
 * odd field is refused, and an update that names no chat is unreadable.
 */
const LEAST_HANDLED: Readonly<Record<Endpoint, number>> = {
  telegramWebhook: 0.5,
  paymentIpn: 0.9,
  notificationWebhook: 0.05,
  worker: 1,
};

const TOO_LARGE = 413;
/** The smallest limit of an endpoint. A mutation may make a text a thousand times longer. */
const LEAST_LIMIT_BYTES = 64 * 1024;

const isWrong = (status: number, { body }: Call): boolean =>
  status >= 500 || (status === TOO_LARGE && Buffer.byteLength(String(body)) <= LEAST_LIMIT_BYTES);

/** A shop's order has a few payments, and each mutated id makes one more. */
const PER_ORDER = 100;

async function ipnsOfNewOrder() {
  const { invoiceId, reference } = await askFor(world, newDonor(world));
  await world.database`
    insert into star_invoices (payload, order_reference, price_stars, price_cents)
    values (${STAR_INVOICE.payload}, ${reference}, ${STAR_INVOICE.stars}, 2500)
    on conflict (payload) do update set order_reference = excluded.order_reference`;
  const id = await world.nowpayments.pay(invoiceId, { scenario: 'waiting' });
  const statuses = ['waiting', 'confirming', 'partially_paid', 'finished', 'expired'];
  return [
    ...statuses.map((payment_status) => world.nowpayments.ipnBody(id, { payment_status })),
    orphanIpn(1),
  ];
}

it.each(Object.keys(ENDPOINTS) as Endpoint[])(
  `answers ${RUNS} mutated deliveries at %s without an error of ours (MUTATION_SEED=${SEED})`,
  async (endpoint) => {
    let ipns: readonly object[] = [];
    const random = randomFrom(SEED);
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    for (let done = 0; done < RUNS; done += AT_ONCE) {
      if (done % PER_ORDER === 0) ipns = await ipnsOfNewOrder();
      const calls = Array.from({ length: Math.min(AT_ONCE, RUNS - done) }, () =>
        ENDPOINTS[endpoint]({ random, ipns, environment: world.environment(endpoint) }),
      );
      // A repeat of a call that is being performed is rightly answered 503.
      const different = new Map(calls.map((each) => [String(each.body), each])).values();
      await Promise.all(
        [...different].map(async (each) => {
          const { status } = await call(world.functions[endpoint].url, each);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (isWrong(status, each) && failures.length < 5)
            failures.push(`${status}: ${String(each.body).slice(0, 1500)}`);
        }),
      );
    }
    // The worker performs afterwards what the endpoint promised.
    await quiet(world);
    expect({ failures, logged: errors.splice(0).slice(0, 5) }).toEqual({ failures: [], logged: [] });
    expect([...statuses.keys()].filter((status) => [401, 403].includes(status))).toEqual([]);
    const answers = [...statuses].reduce((sum, [status, n]) => sum + (status === TOO_LARGE ? 0 : n), 0);
    expect((statuses.get(200) ?? 0) / answers).toBeGreaterThanOrEqual(LEAST_HANDLED[endpoint]);
    process.stdout.write(`${endpoint}: ${RUNS} mutated deliveries, ${JSON.stringify([...statuses])}\n`);
  },
  DEADLINE_MS,
);
