import { randomInt } from 'node:crypto';
import {
  addSellingChannel,
  addTierOrder,
  paymentOf,
  settleIpn,
} from '../../../../tests/support/subscription';
import { addOrder, addTeam, BUYER_ID, CHANNEL_ID, DONOR_ID, OWNER_ID } from '../../../../tests/support/order';
import { keepRows } from '../../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { readPaymentCase } from '../../../database/payments/payments';
import { savePaymentDecision } from '../../../database/payments/save-decision';
import { allowRemoval } from '../../../database/access/removal-rulings';
import { readAccess } from '../../../database/access/member-access';
import { decideCase, decideHanging } from '../../../domain/decide-payment';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../../domain/common/ids';
import { silentLogger } from '../../../logger';
import { ipnDeliveryId, isPayment, parseIpn } from '../../../nowpayments/ipn';
import { viewOf } from '../../../telegram/views';
import { deliveryOf } from '../../common/delivery-of';
import { settlePayment } from '../../payments/settle-payment';
import { personWith } from '../../../../tests/worlds/owner';

const OPEN = CHANNEL_ID as OpenChannelId;
const OTHER_ID = -1005550001;
const OTHER_OWNER = 9001;
const MANAGER = 7002;
const READER = 7003;
const NOT_YOURS = 'Only the owner and managers can decide this.';
const test = useTestDatabase();
let restore: () => Promise<void>;

beforeAll(async () => {
  await addSellingChannel(test.database);
  await addSellingChannel(test.database, {
    openChannelId: OTHER_ID as OpenChannelId,
    closedChannelId: -1005550002 as ClosedChannelId,
    ownerUserId: OTHER_OWNER,
  });
  await addTeam(test.database, { [MANAGER]: 'manager', [READER]: 'read_only' });
  restore = await keepRows(test);
});
beforeEach(() => restore());

const by = (userId: number) => personWith(test, userId);

/** Pays a third of the order's price and returns the payment's id. */
async function payPart(
  reference: string,
  { userId = BUYER_ID, channelId = CHANNEL_ID, price = 30, status = 'partially_paid' } = {},
): Promise<number> {
  const raw = {
    payment_id: randomInt(2 ** 40),
    payment_status: status,
    order_id: `PGP-${userId}|${channelId}|${reference}`,
    price_amount: price,
    price_currency: 'usd',
    pay_amount: price,
    actually_paid: price / 3,
    pay_currency: 'usdttrc20',
    parent_payment_id: null,
  };
  const ipn = parseIpn(raw);
  if (!isPayment(ipn)) throw new Error('not a payment');
  const delivery = deliveryOf('nowpayments', ipnDeliveryId(ipn), raw);
  await settlePayment({ database: test.database, log: silentLogger }, delivery, ipn);
  return raw.payment_id;
}

let lastBuyer = 60_000;
async function oddPayment(): Promise<{ reference: OrderReference; paymentId: number; userId: number }> {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { userId });
  return { reference, userId, paymentId: await payPart(reference, { userId }) };
}

const stateOf = async (reference: string) => {
  const [row] = await test.database.query(
    (sql) => sql<{ state: string; days: number; ruled: number }[]>`
      select state, (select count(*)::int from extensions where order_reference = reference) as days,
        (select count(*)::int from audit_log a where a.order_reference = o.reference and act like 'case%') as ruled
      from orders o where reference = ${reference}`,
  );
  return row;
};

it('lists only the cases of this channel', async () => {
  const { paymentId } = await oddPayment();
  const theirs = await addTierOrder(test.database, { openChannelId: OTHER_ID });
  const other = await payPart(theirs, { channelId: OTHER_ID });
  const orphan = await payPart('A'.repeat(22), {});
  const lost = await payPart('B'.repeat(22), { channelId: OTHER_ID });
  const { text, buttons } = await by(READER).press(`own_cases_${CHANNEL_ID}`);
  expect(text).toContain('Needs your decision: 2');
  expect(buttons).toEqual(
    [paymentId, orphan].map((id) => `own_case_${CHANNEL_ID}_${id}`).concat(`own_menu_${CHANNEL_ID}`),
  );
  expect((await by(READER).press(`own_menu_${CHANNEL_ID}`)).message).toMatchObject({ cases: 2 });
  const found = await by(OWNER_ID).press(`own_case_${CHANNEL_ID}_${orphan}`);
  expect(found.message?.type).toBe('orphan_page');
  for (const forged of [other, lost, 1])
    expect(await by(OWNER_ID).press(`own_case_${CHANNEL_ID}_${forged}`)).toMatchObject({
      message: undefined,
      answer: "There's nothing left to decide about this payment.",
    });
  expect((await by(OWNER_ID).press(`own_case_${OTHER_ID}_${other}`)).message).toBeUndefined();
});

/** What happened to an order for $30, and how its case is listed. */
const LISTED: readonly (readonly [string, object, string, string])[] = [
  [
    'a payment in another coin',
    { price_amount: 31, pay_currency: 'trx', pay_amount: 4, actually_paid: 4, actually_paid_at_fiat: 1.25 },
    "A payment doesn't match its order's price: $1.25 of $30.00",
    '⚠️ $1.25 User',
  ],
  [
    'a payment of unknown worth',
    { price_amount: 31, pay_currency: 'trx', pay_amount: 4, actually_paid: 4 },
    "A payment doesn't match its order's price: 4 TRX of $30.00",
    '⚠️ 4 TRX User',
  ],
  [
    'a part',
    { payment_status: 'partially_paid', actually_paid: 10 },
    'A payment is short: $10.00 of $30.00',
    '⚠️ $10.00 User',
  ],
  [
    'a part that failed',
    { payment_status: 'failed', actually_paid: 10 },
    'A payment failed after the money was sent: $10.00 of $30.00',
    '⚠️ $10.00 User',
  ],
  [
    'a part that expired',
    { payment_status: 'expired', actually_paid: 10 },
    'A payment expired after some money was sent: $10.00 of $30.00',
    '⚠️ $10.00 User',
  ],
];

it.each(LISTED)('lists %s at what came, as what it is', async (_, change, line, label) => {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { userId });
  await settleIpn(test.database, paymentOf(reference, { userId, ...change }));
  const { message, text } = await by(READER).press(`own_cases_${CHANNEL_ID}`);
  expect(text).toContain(line);
  const buttons =
    message &&
    viewOf(message)
      .keyboard?.inline_keyboard?.flat()
      .map((button) => button.text);
  expect(buttons?.[0]).toContain(label);
});

it('lists a payment that hangs as one that nobody has confirmed', async () => {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { userId });
  const confirming: object = { payment_status: 'confirming' };
  await settleIpn(test.database, paymentOf(reference, { userId, ...confirming }));
  const { known, version } = await readPaymentCase(test.database, reference);
  const [payment] = known?.payments ?? [];
  const decision = known && payment && decideHanging(known, payment.paymentId);
  if (known === undefined || decision === undefined) throw new Error('nothing hangs');
  await savePaymentDecision(test.database, { known, version, decision });
  const { text } = await by(READER).press(`own_cases_${CHANNEL_ID}`);
  expect(text).toContain('A payment has been unconfirmed for a week: $30.00 of $30.00');
});

it('tells both sides what is left of an order after another part was sent back', async () => {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { userId });
  const half: object = { payment_status: 'partially_paid', actually_paid: 15 };
  const first = paymentOf(reference, { userId, ...half });
  await settleIpn(test.database, first);
  await settleIpn(test.database, paymentOf(reference, { userId, ...half }));
  expect(await stateOf(reference)).toMatchObject({ state: 'settled' });
  await settleIpn(test.database, { ...first, payment_status: 'refunded' });
  const { text } = await by(READER).press(`own_cases_${CHANNEL_ID}`);
  expect(text).toContain('Part of an order was sent back: $15.00 of $30.00');
  const told = await test.database.query(
    (sql) => sql<{ type: string }[]>`
      select payload #>> '{message,type}' as type from outbox
      where order_reference = ${reference} and payload #>> '{message,isRemainder}' = 'true' order by 1`,
  );
  expect(told.map(({ type }) => type)).toEqual(['odd_payment', 'payment_news']);
});

it('shows the last page for a page number beyond the end', async () => {
  for (let count = 0; count < 9; count += 1) await oddPayment();
  const { message } = await by(OWNER_ID).press(`own_cases_${CHANNEL_ID}_999999`);
  if (message?.type !== 'case_list') throw new Error('no list');
  expect(message.pages).toBe(Math.ceil(message.count / 8));
  expect(message.page).toBe(message.pages);
  const first = await by(OWNER_ID).press(`own_cases_${CHANNEL_ID}_1`);
  expect(first.message).toMatchObject({ page: 1, count: message.count });
});

it('shows a viewer the case without buttons to decide it', async () => {
  const { reference, paymentId } = await oddPayment();
  const answers = [`case_accept_${paymentId}`, `case_refund_${paymentId}`];
  const seen = await by(READER).press(`own_case_${CHANNEL_ID}_${paymentId}`);
  expect(seen.buttons).toEqual([`order_story_${reference}`, `own_cases_${CHANNEL_ID}`]);
  expect(seen.text).toContain('The owner or a manager decides.');
  expect((await by(MANAGER).press(`own_case_${CHANNEL_ID}_${paymentId}`)).buttons).toEqual(
    expect.arrayContaining(answers),
  );
  for (const stranger of [READER, OTHER_OWNER, BUYER_ID, 1])
    for (const data of answers)
      expect(await by(stranger).press(data)).toMatchObject({ message: undefined, answer: NOT_YOURS });
  expect(await stateOf(reference)).toEqual({ state: 'open', days: 0, ruled: 0 });
});

it.each([
  ['owner', OWNER_ID],
  ['manager', MANAGER],
])('accepts the decision of the %s once', async (_, userId) => {
  const { reference, paymentId } = await oddPayment();
  const { message, buttons } = await by(userId).press(`case_accept_${paymentId}`);
  expect(message?.type).toBe('case_decided');
  expect(buttons).toEqual([`own_cases_${CHANNEL_ID}`]);
  expect((await by(OWNER_ID).press(`case_accept_${paymentId}`)).answer).toMatch(/nothing left to decide/);
  expect(await stateOf(reference)).toEqual({ state: 'settled', days: 1, ruled: 1 });
  const story = await by(READER).press(`own_order_${CHANNEL_ID}_${reference}`);
  expect(story.text).toContain(`User ${userId} accepted a payment as it is.`);
});

it('saves no decision of a user who lost their role after it was read', async () => {
  const { reference: subscription, paymentId } = await oddPayment();
  const donation = await addOrder(test.database, 3000);
  const given = await payPart(donation, { userId: DONOR_ID, status: 'failed' });
  for (const [reference, payment] of [
    [subscription, paymentId],
    [donation, given],
  ] as const) {
    const { known, version } = await readPaymentCase(test.database, reference);
    const decision = known && decideCase(known, { paymentId: payment, decision: 'accept' });
    if (known === undefined || decision === undefined) throw new Error('nothing to decide');
    const save = (userId: number) =>
      savePaymentDecision(
        test.database,
        { known, version, decision, decidedBy: { userId, paymentId: payment, decision: 'accept' } },
        deliveryOf('telegram', `late:${payment}:${userId}`),
      );
    for (const userId of [READER, OTHER_OWNER, 1]) expect(await save(userId)).toBe(false);
    expect(await stateOf(reference)).toEqual({ state: 'open', days: 0, ruled: 0 });
    expect(await save(MANAGER)).toBe(true);
    expect(await stateOf(reference)).toMatchObject({ state: 'settled', ruled: 1 });
  }
});

describe('a decision about removals', () => {
  const channel = async () => {
    const [row] = await test.database.query(
      (sql) => sql<{ removals: string; released: number; isProtected: boolean }[]>`
        select c.removals, (select count(*)::int from removal_brakes where released_until is not null) as released,
          (select is_protected from members where user_id = ${BUYER_ID}) as "isProtected"
        from channels c where open_channel_id = ${CHANNEL_ID}`,
    );
    return row;
  };
  const buttons = [
    `removals_off_${CHANNEL_ID}`,
    `removals_release_${CHANNEL_ID}`,
    `member_remove_${CHANNEL_ID}_${BUYER_ID}`,
  ];
  beforeEach(() =>
    test.database.query(
      (sql) => sql`
        with subscribed as (
          insert into subscriptions (open_channel_id, user_id) values (${CHANNEL_ID}, ${BUYER_ID})
          on conflict do nothing)
        insert into members (open_channel_id, user_id, status, origin, is_protected)
        values (${CHANNEL_ID}, ${BUYER_ID}, 'member', 'before', true)`,
    ),
  );

  it('is refused for a viewer or a user without a role', async () => {
    for (const userId of [READER, OTHER_OWNER, BUYER_ID])
      for (const data of buttons)
        expect(await by(userId).press(data)).toMatchObject({ message: undefined, answer: NOT_YOURS });
    const access = await readAccess(test.database, { openChannelId: OPEN, userId: BUYER_ID });
    if (access === undefined) throw new Error('no access');
    const delivery = deliveryOf('telegram', 'late');
    expect(await allowRemoval(test.database, delivery, { access, actorUserId: READER, promised: [] })).toBe(
      false,
    );
    expect(await channel()).toEqual({ removals: 'on', released: 0, isProtected: true });
  });

  it('is accepted from a manager', async () => {
    for (const data of buttons) expect((await by(MANAGER).press(data)).message?.type).toBe('owner_answered');
    expect(await channel()).toEqual({ removals: 'off', released: 1, isProtected: false });
    const acts = await test.database.query(
      (sql) => sql<{ act: string }[]>`
        select act from audit_log where actor_user_id = ${MANAGER} and act not like 'case%' order by audit_id`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['removals_stopped', 'brake_released', 'protection_ended']);
  });
});
