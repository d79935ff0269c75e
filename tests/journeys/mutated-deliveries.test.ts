import { randomInt } from 'node:crypto';
import { TARGETS } from '../../playground/stack-types';
import { useWorld } from '../worlds/journey';
import { askFor } from './support/chat';
import { call } from './support/call';
import { ENDPOINTS, type Endpoint } from './support/mutations/mutated-calls';
import { newDonor } from './support/people';
import { randomFrom } from './support/random';
import { orphanIpn } from './support/signed-calls';

/** Deliveries for each endpoint. `MUTATIONS=20000 npx jest tests/journeys/mutated-deliveries` runs as many as a soak run. */
const RUNS = Number(process.env['MUTATIONS'] ?? 300);
const SEED = Number(process.env['MUTATION_SEED'] ?? randomInt(2 ** 31 - 1));
const AT_ONCE = 4;
const DEADLINE_MS = 60_000 + RUNS * 200;

/** The lines that the functions wrote as errors, except those that `docs/events.md` names for an odd body. */
const errors: string[] = [];
const DOCUMENTED =
  /"message":"(ipn\.(unreadable|orphaned|contradictory|unknown_status)|payment\.(mismatch|too_many)|update\.unreadable)"|"message":"outbox\.failed".*"reason":"(Forbidden: bot can't initiate|Bad Request: chat not found)/;

const world = useWorld({
  hasOwnLogins: true,
  targets: TARGETS,
  environment: { RATE_LIMIT_BURST: '1000000', RATE_LIMIT_PER_MINUTE: '1000000' },
  log: (line) => {
    if (/"severity":"(ERROR|CRITICAL)"/.test(line) && !DOCUMENTED.test(line)) errors.push(line);
  },
});

/** The tables in which each endpoint may add rows. */
const MAY_ADD: Readonly<Record<Endpoint, readonly string[]>> = {
  telegramWebhook: [
    'audit_log',
    'bot_chats',
    'chats',
    'dialogs',
    'inbox',
    'keypads',
    'members',
    'orders',
    'outbox',
    'rate_limits',
    'removal_brakes',
    'sales_figures',
    'set_ups',
    'subscriptions',
    'tiers',
    'rulings',
    'posts',
    'invoices',
    'counters',
    'administrator_invitations',
  ],
  paymentIpn: [
    'audit_log',
    'inbox',
    'outbox',
    'payments',
    'extensions',
    'subscriptions',
    'counters',
    'chats',
    'invoices',
  ],
  notificationWebhook: ['inbox', 'outbox', 'rate_limits', 'chats', 'audit_log', 'counters'],
  worker: [
    'counters',
    'outbox',
    'invoices',
    'invite_links',
    'minimums',
    'posts',
    'members',
    'audit_log',
    'inbox',
    'invoice_refusals',
    'payments',
    'chats',
  ],
};

/**
 * The least share of deliveries that are handled, so that a door which refuses them all shows up. A notification with one
 * odd field is refused, and an update that names no chat is unreadable.
 */
const LEAST_HANDLED: Readonly<Record<Door, number>> = {
  telegramWebhook: 0.5,
  paymentIpn: 0.9,
  notificationWebhook: 0.05,
  worker: 1,
};

const counts = async () => {
  const rows = await world.database<{ table: string; rows: number }[]>`
    select c.relname as table, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', c.relname),
      false, true, '')))[1]::text::int as rows
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'app\\_%'`;
  return new Map(rows.map(({ table, rows: n }) => [table, n]));
};

it.each(Object.keys(ENDPOINTS) as Endpoint[])(
  `answers ${RUNS} mutated deliveries at %s without an error of ours`,
  async (endpoint) => {
    const donor = newDonor(world);
    const { invoiceId } = await askFor(world, donor);
    const id = await world.nowpayments.pay(invoiceId, { scenario: 'waiting' });
    const ipns = [
      ...['waiting', 'confirming', 'partially_paid', 'finished', 'expired'].map((payment_status) =>
        world.nowpayments.ipnBody(id, { payment_status }),
      ),
      orphanIpn(1),
    ];
    const before = await counts();
    const random = randomFrom(SEED);
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    for (let done = 0; done < RUNS; done += AT_ONCE) {
      const calls = Array.from({ length: Math.min(AT_ONCE, RUNS - done) }, () =>
        ENDPOINTS[endpoint]({ random, ipns, environment: world.environment(endpoint) }),
      );
      await Promise.all(
        calls.map(async (each) => {
          const { status } = await call(world.functions[endpoint].url, each);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500 && failures.length < 5)
            failures.push(`${status}: ${String(each.body).slice(0, 1500)}`);
        }),
      );
    }
    const after = await counts();
    const added = [...after]
      .filter(([table, rows]) => rows > (before.get(table) ?? 0))
      .map(([table]) => table);
    // The worker works at the same time on what the endpoint promised.
    const allowed = [...MAY_ADD[endpoint], ...MAY_ADD.worker];
    expect({
      seed: SEED,
      failures,
      logged: errors.splice(0).slice(0, 5),
      elsewhere: added.filter((table) => !allowed.includes(table)),
    }).toEqual({ seed: SEED, failures: [], logged: [], elsewhere: [] });
    expect([...statuses.keys()].filter((status) => [401, 403].includes(status))).toEqual([]);
    expect((statuses.get(200) ?? 0) / RUNS).toBeGreaterThanOrEqual(LEAST_HANDLED[door]);
    process.stdout.write(
      `${endpoint}: ${RUNS} mutated deliveries, seed ${SEED}, ${JSON.stringify([...statuses])}\n`,
    );
  },
  DEADLINE_MS,
);
