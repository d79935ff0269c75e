import { randomInt } from 'node:crypto';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import { TEST_DEADLINE_MS } from '../support/deadlines';
import { OPEN, OWNER, useWorld, type Donor } from '../worlds/journey';
import { urlIn } from './support/buyer';
import { buttonsOf, writtenTo } from './support/chat';
import { eventuallyIn } from './support/eventually-in';
import { killAt, prepareKills, type Fate, type Point } from './support/kill-at';
import { newDonor } from './support/people';
import { randomFrom } from './support/random';
import { quiet } from './support/work';

/** `STAR_KILLS=5` kills it five times at each point, each time with either fate. By default, it is killed there once. */
const ROUNDS = Number(process.env['STAR_KILLS'] ?? 0);
const seed = randomInt(2 ** 31);
const random = randomFrom(seed);
const PRICE = Math.ceil(3000 / 1.3);

// One process serves everything.
const world = useWorld({ stars: true, host: {} });
beforeAll(async () => {
  await prepareKills(world);
  world.telegram.as(OWNER).start();
  await world.telegram.drained();
});

/** Lets Telegram deliver everything, ends the leases of dead processes, and does what is due. */
async function settleDown(): Promise<void> {
  await world.telegram.drained();
  await world.moveClock('61 seconds');
  await quiet(world, { withinSeconds: 0 });
  await world.telegram.drained();
}

/** Presses the newest button of the bot that fits. */
async function pressed(buyer: Donor, pattern: RegExp): Promise<void> {
  const [messageId, data] = await eventuallyIn(world, () => {
    for (const message of [...writtenTo(world, buyer.id)].reverse())
      for (const each of buttonsOf(message))
        if ('callback_data' in each && pattern.test(each.callback_data))
          return [message.message_id, each.callback_data] as const;
    return false;
  });
  await buyer.person.press(buyer.id, messageId, data);
}

/** A tap whose answer may be lost with the process. */
const tap = (userId: number, data: string) =>
  world.telegram.as(userId).press(userId, writtenTo(world, userId).at(-1)?.message_id ?? 1, data);

/** A buyer with the link to an invoice that renews by itself. */
async function ordered() {
  const buyer = newDonor(world);
  buyer.person.start(`sub_${OPEN}`);
  await pressed(buyer, new RegExp(`^${callbackData.buy(OPEN, 1)}$`));
  await pressed(buyer, /^pay_renew_/);
  const link = await eventuallyIn(world, () => {
    const url = writtenTo(world, buyer.id)
      .map(urlIn)
      .findLast((each) => each.startsWith('https://t.me/$'));
    return url ?? false;
  });
  return { buyer, link };
}

/** A buyer who paid it. */
async function subscribed() {
  const { buyer, link } = await ordered();
  expect(await buyer.person.payStars(link)).toMatchObject({ state: 'paid' });
  await settleDown();
  return { buyer, link };
}

type Subscriber = Awaited<ReturnType<typeof ordered>>;

const paymentOf = async ({ buyer }: Subscriber): Promise<string> => {
  const [row] = await world.database<{ id: string }[]>`
    select payment_id as id from star_charges where user_id = ${buyer.id}`;
  return String(row?.id);
};

/** What Telegram did and our books about a buyer. A reminder may expire when the clock jumps by a month, so it may be left undone. */
async function outcomeOf({ buyer }: Subscriber) {
  const { stars } = world.telegram;
  const [row] = await world.database<{ books: object }[]>`
    select jsonb_build_object(
      'orders', (select coalesce(jsonb_agg(o.state order by o.created_at), '[]') from orders o where o.user_id = ${buyer.id}),
      'payments', (select coalesce(jsonb_agg(p.standing order by p.payment_id), '[]') from payments p
        join star_charges c using (payment_id) where c.user_id = ${buyer.id}),
      'days', (select coalesce(sum(e.days), 0) from extensions e where e.user_id = ${buyer.id} and e.revoked_at is null),
      'renewals', (select coalesce(jsonb_agg(s.state), '[]') from star_subscriptions s where s.user_id = ${buyer.id}),
      'failed', (select coalesce(jsonb_agg(x.kind || ' ' || x.last_error), '[]') from outbox x
        where x.failed_at is not null and x.last_error <> 'not done in time')
    ) as books`;
  return {
    spent: 5000 - buyer.person.stars.balance(),
    charges: stars.payments(buyer.id).length,
    isEnded: stars.subscriptions(buyer.id).map(({ isCanceledByBot }) => isCanceledByBot),
    ...row?.books,
  };
}

const ONCE = {
  ...{ spent: PRICE, charges: 1, isEnded: [false] },
  ...{ orders: ['settled'], payments: ['settled'], days: 30, renewals: ['active'], failed: [] },
};

interface Part {
  readonly begin: () => Promise<Subscriber>;
  readonly act: (of: Subscriber) => Promise<unknown>;
  readonly points: Readonly<Record<string, Point>>;
  readonly expected: object;
}

const RECORDS: Point = { table: 'star_charges', on: 'insert' };
const JUDGES: Point = { table: 'payments', on: 'insert', when: `new.rail = 'stars'` };

const PARTS: Readonly<Record<string, Part>> = {
  pay: {
    begin: ordered,
    act: ({ buyer, link }) => buyer.person.payStars(link),
    points: { 'records the payment': RECORDS, 'judges the payment': JUDGES },
    expected: ONCE,
  },
  renew: {
    begin: subscribed,
    act: () => world.moveClock('30 days'),
    points: { 'records the renewal': RECORDS, 'judges the renewal': JUDGES },
    expected: {
      ...{ ...ONCE, spent: 2 * PRICE, charges: 2, days: 60 },
      ...{ orders: ['settled', 'settled'], payments: ['settled', 'settled'] },
    },
  },
  refund: {
    begin: subscribed,
    act: async (of) => tap(OWNER, callbackData.own('refund-now', OPEN, await paymentOf(of))),
    points: {
      'promises the refund': {
        ...{ table: 'payments', on: 'update' },
        when: 'new.refund_asked_at is not null and old.refund_asked_at is null',
      },
      'asks Telegram for the refund': { method: 'refundStarPayment' },
      'judges the refund': {
        ...{ table: 'payments', on: 'update' },
        when: `new.payment_status = 'refunded' and old.payment_status <> 'refunded'`,
      },
      'concludes the refund': {
        ...{ table: 'star_charges', on: 'update' },
        when: 'new.refunded_at is not null and old.refunded_at is null',
      },
    },
    expected: {
      ...{ ...ONCE, spent: 0, isEnded: [true] },
      ...{ orders: ['refunded'], payments: ['refunded'], days: 0, renewals: ['canceled'] },
    },
  },
  cancel: {
    begin: subscribed,
    act: ({ buyer }) => tap(buyer.id, callbackData.endRenewal(OPEN)),
    points: {
      'promises the end': { table: 'outbox', on: 'insert', when: `new.kind = 'end_renewal'` },
      'asks Telegram for the end': { method: 'editUserStarSubscription' },
      'stores the end': {
        ...{ table: 'star_subscriptions', on: 'update' },
        when: 'new.ended_at is not null and old.ended_at is null',
      },
    },
    expected: { ...ONCE, isEnded: [true], renewals: ['canceled'] },
  },
};

const FATES: readonly Fate[] = ['committed', 'rolled back'];
const fates = (): readonly Fate[] =>
  ROUNDS === 0
    ? [random() < 0.5 ? 'committed' : 'rolled back']
    : Array.from({ length: ROUNDS }, () => FATES).flat();

describe.each(Object.entries(PARTS))(
  `a process that is killed (%s, seed ${seed})`,
  (_, { begin, act, points, expected }) => {
    const kills = Object.entries(points).flatMap(([name, point]) =>
      fates().map((fate, index) => [name, fate, index, point] as const),
    );

    it.each(kills)(
      'while it %s, which is %s, loses and repeats nothing (%i)',
      async (_name, fate, _index, point) => {
        const of = await begin();
        await killAt(world, { point, fate }, () => act(of));
        await settleDown();
        expect(await outcomeOf(of)).toEqual(expected);
        // So that nothing of this buyer is due while the next one is looked at.
        for (const { id, state } of of.buyer.person.stars.subscriptions())
          if (state === 'active') of.buyer.person.stars.cancel(id);
        await settleDown();
      },
      TEST_DEADLINE_MS,
    );
  },
);

it('has the books of Telegram in the end, to a Star', async () => {
  await settleDown();
  const { stars } = world.telegram;
  const [row] = await world.database<{ sum: number; unmatched: number; charges: string[] }[]>`
    select coalesce(sum(case when is_incoming then stars else -stars end), 0)::int as sum,
      count(*) filter (where matched_at is null)::int as unmatched,
      (select coalesce(jsonb_agg(charge_id order by charge_id), '[]') from star_charges) as charges
    from star_transactions`;
  expect(row).toEqual({
    sum: stars.balance(),
    unmatched: 0,
    charges: stars
      .payments()
      .map(({ chargeId }) => chargeId)
      .sort(),
  });
});
