import { ALARMS, type AlarmName } from '../../domain/operations/alarms';
import { markReachable } from '../../database/common/chats';
import { addToCounters, countInDatabase } from '../../database/operations/counters';
import { keepUnreadable, parkIfPoison } from '../../database/common/park-delivery';
import { readMetrics } from '../../database/operations/metrics';
import { promiseAlone } from '../../database/common/outbox';
import { recordRefusal } from '../../database/payments/invoice-refusals';
import { silentLogger } from '../../logger';
import { ipnDeliveryId, isPayment, parseIpn } from '../../nowpayments/ipn';
import { setMinimums } from '../../../tests/support/minimums';
import { paymentOf, settleIpn } from '../../../tests/support/subscription';
import { CLOSED, BOT, OPEN, OWNER, promiseNow, removalOf, type Buyer } from '../../../tests/worlds/access';
import type { Cents } from '../../domain/common/ids';
import { deliveryOf } from '../common/delivery-of';
import { createObserver } from './observe';
import { recordingLogger, useObservedWorld, type Line } from '../../../tests/worlds/observe';
import { reconcileOrder } from '../payments/reconcile-order';
import { settlePayment } from '../payments/settle-payment';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/common/time';

const world = useObservedWorld();

const say = (chatId: number, key: string, expiresInSeconds = 3600) =>
  promiseAlone(world.test.database, [
    { effect: { kind: 'send_message', chatId, message: { type: 'help' } }, key, expiresInSeconds },
  ]);

/** An IPN about an order for a $30 tier. */
const ipnBody = ({ userId, reference }: Pick<Buyer, 'userId' | 'reference'>, change: object = {}) =>
  paymentOf(reference, {
    userId,
    openChannelId: OPEN,
    payment_id: 9_000_000_000 + userId,
    pay_amount: 0.01,
    actually_paid: 0.01,
    pay_currency: 'eth',
    ...change,
  });

function read(body: object) {
  const ipn = parseIpn(body);
  if (!isPayment(ipn)) throw new Error('not a payment');
  return ipn;
}

/** Settles an IPN that has arrived. */
const receive = (body: Record<string, unknown>) => settleIpn(world.test.database, body);

async function openOrder(): Promise<Buyer> {
  const buyer = await world.newBuyer(null);
  await world.test.database.query(
    (sql) => sql`
      update orders set state = 'open', payment_id = null, settled_at = null where reference = ${buyer.reference}`,
  );
  return buyer;
}

/** NOWPayments refuses so many invoices for good. */
async function refuseInvoices(count: number) {
  const { reference } = await openOrder();
  for (let n = 0; n < count; n += 1)
    await recordRefusal(world.test.database, {
      reference,
      status: 400,
      code: 'CURRENCY_UNAVAILABLE',
      amountCents: 3000 as Cents,
    });
}

/** An order that reconciliation finds paid because its IPN was lost. */
async function paidWithoutIpn() {
  const buyer = await openOrder();
  await world.test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
      values ('1', ${buyer.reference}, 3000, 'https://nowpayments.io/payment/?iid=1')`,
  );
  const body = ipnBody(buyer);
  const nowpayments = { ...world.deps.nowpayments, listPayments: async () => [{ ipn: read(body), body }] };
  await reconcileOrder(
    { ...world.deps, nowpayments },
    { kind: 'reconcile_order', reference: buyer.reference },
  );
  await world.drain();
  return body;
}

/** Waits longer than NOWPayments retries an IPN. */
async function tenMinutesLater() {
  await world.advance(11 * MINUTE_MS);
  await world.drain();
}

async function removalThatFails(status: 'administrator' | 'member') {
  const buyer = await world.newBuyer('-2 days');
  world.telegram.setMember(CLOSED, buyer.userId, status);
  await world.test.database.query(
    (sql) => sql`
      insert into members (open_channel_id, user_id, status, origin) values (${OPEN}, ${buyer.userId}, ${status}, 'admitted')`,
  );
  await promiseNow(world, removalOf(buyer), 'remove');
  for (let tries = 0; tries < 3; tries += 1) {
    await world.drain();
    await world.advance(10 * MINUTE_MS);
  }
  await world.drain();
}

const refuseIpns = async (count: number, order?: string) => {
  const { count: add, flush } = countInDatabase(world.test.database);
  const named = order ?? (await openOrder()).reference;
  for (let n = 0; n < count; n += 1) add('ipn_signature_refused', named);
  await flush();
};

/** Leaves updates undelivered: the webhook answers with `status`, and Telegram retries. */
async function updatesWait(status: number, count: number) {
  await world.deliverTo(status);
  for (let n = 0; n < count; n += 1) world.telegram.as(OWNER).say(`${n}`);
  if (status === 0) return;
  while ((await world.telegramClient.getWebhookInfo()).last_error_date === undefined);
}

/** Events that raise an alarm. */
const SITUATIONS: readonly (readonly [AlarmName, string, () => Promise<unknown>])[] = [
  [
    'outbox_age',
    'due work waits for six minutes',
    async () => {
      await say(OWNER, 'late');
      await world.advance(6 * MINUTE_MS);
    },
  ],
  [
    'outbox_failing',
    'Telegram only answers 502',
    async () => {
      world.telegram.fault({ method: 'sendMessage', kind: 'error', status: 502, times: 100 });
      await say(OWNER, 'unheard');
      for (let tries = 0; tries < 6; tries += 1) {
        await world.drain();
        await world.advance(10 * MINUTE_MS);
      }
      world.telegram.clearFaults();
    },
  ],
  [
    'outbox_failed',
    'news about money expires before it could be kept',
    async () => {
      await say(OWNER, 'expiring', 72 * 3600);
      await world.advance(73 * HOUR_MS);
      await world.drain();
    },
  ],
  ['ipn_signature_refused', 'three IPNs are signed with another secret', () => refuseIpns(3)],
  ['invoices_refused', 'NOWPayments refuses three invoices', () => refuseInvoices(3)],
  [
    'paid_without_ipn',
    'reconciliation finds a payment whose IPN never comes',
    async () => {
      await paidWithoutIpn();
      await tenMinutesLater();
    },
  ],
  [
    'payments_parked',
    'an owner leaves an odd payment undecided for three days',
    async () => {
      await receive(ipnBody(await openOrder(), { price_amount: 31 }));
      await world.drain();
      await world.advance(3 * DAY_MS + MINUTE_MS);
      await world.drain();
    },
  ],
  [
    'payments_orphaned',
    'a payment comes for an unknown order',
    () => receive(ipnBody({ userId: 1, reference: 'x'.repeat(22) as Buyer['reference'] })),
  ],
  ['no_coin_on', 'the last coin is switched off', () => setMinimums(world.test.database, {})],
  [
    'orders_with_many_payments',
    'an order has 101 payments',
    async () => {
      const { reference } = await openOrder();
      await world.test.database.query(
        (sql) => sql`update orders set payment_count = 101 where reference = ${reference}`,
      );
    },
  ],
  [
    'owners_unreachable',
    'an owner blocks the bot and misses a message',
    async () => {
      world.telegram.as(OWNER).block();
      await say(OWNER, 'unheard');
      await world.drain();
    },
  ],
  [
    'removal_failed',
    'the bot has lost the right to remove members',
    async () => {
      world.telegram.setMember(CLOSED, BOT, 'administrator', { can_restrict_members: false });
      await removalThatFails('member');
    },
  ],
  ['removal_failed', 'the member to remove is an administrator', () => removalThatFails('administrator')],
  [
    'removals_braked',
    'the brake of a channel holds removals',
    () =>
      world.test.database.query(
        (sql) => sql`
          insert into removal_brakes (open_channel_id, booked_until)
          values (${OPEN}, app_now() + interval '1 hour')`,
      ),
  ],
  ['telegram_webhook', 'the webhook is deleted', () => world.telegramClient.deleteWebhook()],
  [
    'telegram_webhook',
    'the webhook is set to another address',
    () => world.telegramClient.setWebhook('https://elsewhere.example/'),
  ],
  ['telegram_webhook', 'the webhook refuses updates', () => updatesWait(401, 1)],
  ['telegram_webhook', 'more than a hundred updates wait', () => updatesWait(0, 101)],
  [
    'telegram_webhook',
    'getWebhookInfo has failed for 15 minutes',
    async () => {
      await world.look();
      world.telegram.fault({ method: 'getWebhookInfo', kind: 'error', status: 401 });
      await world.advance(16 * MINUTE_MS);
    },
  ],
  [
    'deliveries_parked',
    'an update fails five times',
    async () => {
      for (let n = 0; n < 5; n += 1)
        await parkIfPoison(world.test.database, deliveryOf('telegram', '1', {}), new Error('bad'));
    },
  ],
  [
    'deliveries_parked',
    'a signed IPN cannot be read',
    () => keepUnreadable(world.test.database, deliveryOf('nowpayments', '1', {})),
  ],
  [
    'errors_5xx',
    'one request in ten fails',
    () =>
      addToCounters(world.test.database, [
        ['requests.worker', 100],
        ['errors.worker', 10],
        // A healthy function must not hide it.
        ['requests.telegramWebhook', 100_000],
      ]),
  ],
  [
    'stars_differ',
    'the balance of Stars is not what the list adds up to',
    () => world.test.database.query((sql) => sql`update star_ledger set difference_stars = -250`),
  ],
  [
    'stars_unread',
    'the list of Stars was not read for an hour',
    () =>
      world.test.database.query((sql) => sql`update star_ledger set read_at = app_now() - interval '1 hour'`),
  ],
  [
    'stars_uncompared',
    'the list of Stars was never compared with the balance',
    () =>
      world.test.database.query(
        (sql) => sql`
          with on_since as (update star_ledger set read_at = app_now())
          insert into star_transactions (transaction_id, is_incoming, stars, paid_stars, partner, at, copied_at, matched_at)
          values ('row', true, 1, 1, 'fragment', app_now(), app_now() - interval '49 hours', app_now())`,
      ),
  ],
  [
    'stars_without_update',
    'a payment in Stars was found in the list only',
    () =>
      world.test.database.query(
        (sql) => sql`
          insert into inbox (source, delivery_id, outcome, correlation_id, is_recovered)
          values ('stars', 'paid:1', 'settled', 'test', true)`,
      ),
  ],
  [
    'pre_checkout_unchecked',
    'one payment in Stars in twenty cannot be checked',
    () =>
      addToCounters(world.test.database, [
        ['pre_checkout.yes', 50],
        ['pre_checkout.other_payer', 7],
        ['pre_checkout.unchecked', 3],
      ]),
  ],
];

/** Events that raise no alarm, because strangers cause them or they are transient. */
const HARMLESS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['nothing happens', async () => undefined],
  [
    'a buyer pays and the owner is told',
    async () => {
      await receive(ipnBody(await openOrder()));
      await world.drain();
    },
  ],
  [
    'a stranger signs IPNs while genuine ones come',
    async () => {
      await receive(ipnBody(await openOrder()));
      await world.drain();
      await refuseIpns(100);
    },
  ],
  [
    'three IPNs were refused more than an hour ago',
    async () => {
      await refuseIpns(3);
      await world.advance(61 * MINUTE_MS);
    },
  ],
  [
    'two payments in Stars of a small shop cannot be checked',
    () =>
      addToCounters(world.test.database, [
        ['pre_checkout.yes', 1],
        ['pre_checkout.unchecked', 2],
      ]),
  ],
  [
    'one payment in Stars in fifty cannot be checked',
    () =>
      addToCounters(world.test.database, [
        ['pre_checkout.paused', 196],
        ['pre_checkout.unchecked', 4],
      ]),
  ],
  ['IPNs about no order of ours are refused', () => refuseIpns(100, 'x'.repeat(22))],
  [
    'an answer expires before it could be given',
    async () => {
      await say(OWNER, 'expiring', 900);
      await world.advance(901_000);
      await world.drain();
    },
  ],
  [
    'Telegram refuses one answer five times',
    async () => {
      world.telegram.fault({ method: 'sendMessage', kind: 'error', status: 429, times: 100 });
      await say(OWNER, 'flooded', 900);
      for (let tries = 0; tries < 6; tries += 1) {
        await world.drain();
        await world.advance(2 * MINUTE_MS);
      }
      world.telegram.clearFaults();
    },
  ],
  ...[900, 72 * 3600].map((expiresInSeconds): readonly [string, () => Promise<unknown>] => [
    `somebody blocks the bot before a message that is worth ${expiresInSeconds} s and comes back after it expired`,
    async () => {
      const { userId } = await world.newBuyer('30 days');
      const person = world.telegram.as(userId);
      person.block();
      await say(userId, 'unheard', expiresInSeconds);
      await world.drain();
      await world.advance((expiresInSeconds - 1) * 1000);
      person.unblock();
      await markReachable(world.test.database, userId);
      await world.advance(2000);
      await world.drain();
    },
  ]),
  ['NOWPayments refuses two invoices', () => refuseInvoices(2)],
  [
    'three invoices were refused more than an hour ago',
    async () => {
      await refuseInvoices(3);
      await world.advance(61 * MINUTE_MS);
    },
  ],
  [
    'the IPN of a reconciled order comes late',
    async () => {
      await receive(await paidWithoutIpn());
      await tenMinutesLater();
    },
  ],
  [
    'the IPN and the reconciled answer differ only in an estimate',
    async () => {
      const body = await paidWithoutIpn();
      await receive({ ...body, outcome_amount: 0.123 });
      await tenMinutesLater();
    },
  ],
  [
    'reconciliation finds an order just before its IPN',
    async () => {
      await paidWithoutIpn();
    },
  ],
  [
    'a buyer blocks the bot',
    async () => {
      const { userId } = await world.newBuyer('30 days');
      world.telegram.as(userId).block();
      await say(userId, 'unheard');
      await world.drain();
    },
  ],
  [
    'Telegram delivers an update after a failure',
    async () => {
      await updatesWait(503, 1);
      await world.deliverTo(200);
      await world.telegram.drained();
    },
  ],
  [
    'an odd payment has waited for its owner since yesterday',
    async () => {
      await receive(ipnBody(await openOrder(), { price_amount: 31 }));
      await world.drain();
      await world.advance(DAY_MS);
      await world.drain();
    },
  ],
  ['one coin is on and has not answered', () => setMinimums(world.test.database, { trx: null })],
  [
    'nine requests and an hour of /health checks fail',
    () =>
      addToCounters(world.test.database, [
        ['requests.worker', 9],
        ['errors.worker', 9],
        ['requests.health', 60],
        ['errors.health', 60],
      ]),
  ],
];

const raisedIn = (lines: readonly Line[]) =>
  lines.filter(({ event }) => event === 'alarm.raised').map(({ fields }) => fields['alarm']);

describe('alarms', () => {
  it.each(SITUATIONS)('raises only %s, at its severity, when %s', async (alarm, _, happen) => {
    await happen();
    const lines = await world.look();
    expect(raisedIn(lines)).toEqual([alarm]);
    const { threshold, severity } = ALARMS.find(({ name }) => name === alarm)!;
    const { level, fields } = lines.find(({ event }) => event === 'alarm.raised')!;
    expect(fields['value']).toBeGreaterThanOrEqual(threshold);
    expect(level).toBe(severity === 'error' ? 'error' : 'warn');
  });

  it.each(HARMLESS)('raises none when %s', async (_, happen) => {
    await happen();
    const lines = await world.look();
    expect(lines.map(({ event }) => event)).toEqual(['status.observed']);
  });

  it('are each covered by a situation', () => {
    expect(new Set(SITUATIONS.map(([name]) => name))).toEqual(new Set(ALARMS.map(({ name }) => name)));
  });

  it('are logged at each look until they end', async () => {
    await say(OWNER, 'late');
    await world.advance(6 * MINUTE_MS);
    await world.look();
    const { raisedSince } = await readMetrics(world.test.database);
    await world.advance(MINUTE_MS);
    expect(raisedIn(await world.look())).toEqual(['outbox_age']);
    expect((await readMetrics(world.test.database)).raisedSince).toEqual(raisedSince);
    await world.drain();
    const over = (await world.look()).filter(({ event }) => event.startsWith('alarm.'));
    expect(over).toEqual([
      {
        level: 'info',
        event: 'alarm.cleared',
        fields: { alarm: 'outbox_age', since: raisedSince['outbox_age'] },
      },
    ]);
    expect((await world.look()).map(({ event }) => event)).toEqual(['status.observed']);
  });
});

const webhookAsks = () => world.telegram.calls.filter(({ method }) => method === 'getWebhookInfo').length;

describe('an observation', () => {
  it('is made once, however many workers run', async () => {
    const lines = await world.lookAtOnce(10);
    expect([lines.map(({ event }) => event), webhookAsks()]).toEqual([['status.observed'], 1]);
  });

  it('is due after a minute (of Telegram: after five)', async () => {
    const { log, lines } = recordingLogger();
    const deps = { database: world.test.database, api: world.telegramClient, log };
    for (let minutes = 0; minutes < 10; minutes += 1) {
      await createObserver(deps)();
      await world.advance(MINUTE_MS);
    }
    expect(lines.filter(({ event }) => event === 'status.observed')).toHaveLength(9);
    expect(webhookAsks()).toBe(1);
  });

  it('asks the database at most once a minute whether it is due', async () => {
    let statements = 0;
    let now = 0;
    const { database } = world.test;
    const counted: typeof database = {
      ...database,
      query: (run) => {
        statements += 1;
        return database.query(run);
      },
    };
    const observe = createObserver(
      { database: counted, api: world.telegramClient, log: silentLogger },
      () => now,
    );
    for (let calls = 0; calls < 100; calls += 1) await observe();
    expect(statements).toBe(1);
    now += 50_000;
    await observe();
    expect(statements).toBe(2);
  });

  it('continues when Telegram does not answer, which is asked again in its turn', async () => {
    world.telegram.fault({ method: 'getWebhookInfo', kind: 'error', status: 502 });
    const lines = await world.look();
    expect(lines.map(({ event }) => event)).toEqual(['webhook.unobserved', 'status.observed']);
    await world.look();
    expect((await readMetrics(world.test.database)).measures.telegramWebhook).toMatchObject({ isSet: true });
  });

  it('does not count a reconciled orphan as an IPN', async () => {
    const { database } = world.test;
    const body = ipnBody({ userId: 1, reference: 'x'.repeat(22) as Buyer['reference'] });
    const delivery = { ...deliveryOf('nowpayments', ipnDeliveryId(read(body)), body), isRecovered: true };
    await settlePayment({ database, log: silentLogger }, delivery, read(body));
    expect((await readMetrics(database)).measures).toMatchObject({
      paymentsOrphaned: 1,
      lastIpnSeconds: null,
    });
    await receive(body);
    expect((await readMetrics(database)).measures.lastIpnSeconds).toBe(0);
  });

  it('never throws if the database fails', async () => {
    const { log, lines } = recordingLogger();
    const { database } = world.test;
    const away: typeof database = { ...database, query: () => Promise.reject(new Error('away')) };
    await createObserver({ database: away, api: world.telegramClient, log })();
    expect(lines.map(({ event }) => event)).toEqual(['status.unobserved']);
  });

  it('stores neither addresses nor texts of Telegram’s answer', async () => {
    await updatesWait(503, 2);
    await world.look();
    const rows = await world.test.database.query((sql) => sql`select value from observations`);
    expect(JSON.stringify(rows)).not.toMatch(/secret|127\.0\.0\.1|http:|Wrong response/);
    expect((await readMetrics(world.test.database)).measures.telegramWebhook).toMatchObject({
      isSet: true,
      isExpected: true,
      pendingUpdates: 2,
      lastErrorClass: 'http_503',
      seenSeconds: 0,
    });
  });
});
