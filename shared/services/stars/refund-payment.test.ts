import { HttpError } from 'grammy/web';
import { attemptOf } from '../../../tests/support/attempt';
import { keepRows } from '../../../tests/support/keep-rows';
import { addTeam, BUYER_ID, CHANNEL_ID, DONOR_ID, OWNER_ID, stateOf } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { dying } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import {
  addStarOrder,
  fakeRefunds,
  onceRefunded,
  payInStars,
  refusal,
} from '../../../tests/worlds/star-payments';
import type { OrderReference } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { giveUpRefund, refundPayment } from './refund-payment';
import { takeRefund } from './take-refund';

const MANAGER = 7002;
const READER = 7003;
const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  await addSellingChannel(test.database);
  await addTeam(test.database, { [MANAGER]: 'manager', [READER]: 'read_only' });
  restore = await keepRows(test);
});
beforeEach(() => restore());

const owner = () => personWith(test, OWNER_ID);
const button = (action: string, paymentId: number) => `own_${action}_${CHANNEL_ID}_${paymentId}`;

async function paidOrder(options: Parameters<typeof addStarOrder>[1] = {}) {
  const order = await addStarOrder(test.database, options);
  const flags = options.renews === true ? { isRecurring: true, isFirstRecurring: true } : {};
  return { ...order, ...(await payInStars(test.database, order, flags)) };
}

/** The refunds that are promised and not kept yet. */
const waiting = () =>
  test.database.query(
    (sql) => sql<{ key: string; reference: OrderReference; paymentId: number }[]>`
      select idempotency_key as key, order_reference as reference, (payload ->> 'paymentId')::bigint as "paymentId"
      from outbox where kind = 'refund_payment' and delivered_at is null order by outbox_id`,
  );

/** Performs the promised refunds with Telegram as it is now. Returns the last outcome. */
async function perform({ api }: Pick<ReturnType<typeof fakeRefunds>, 'api'>) {
  let outcome;
  for (const { key, ...effect } of await waiting())
    outcome = await refundPayment(
      { database: test.database, log: silentLogger, api },
      effect,
      attemptOf(key),
    );
  return outcome;
}

const refundOf = async (paymentId: number) => {
  const [row] = await test.database.query(
    (sql) => sql`
      select p.standing, p.payment_status as status, p.decision, p.refund_asked_at is not null as "isAsked",
        p.refund_asked_by as by, p.refund_refused as refused, c.refunded_at is not null as "isRefunded"
      from payments p join star_charges c using (payment_id) where p.payment_id = ${paymentId}`,
  );
  return row;
};
const told = (chatId: number) =>
  test.database
    .query(
      (sql) => sql<{ what: string }[]>`
        select concat_ws(' ', payload #>> '{message,type}', payload #>> '{message,news}', payload #>> '{message,refusal}') as what
        from outbox where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${chatId}
          and (payload #>> '{message,news}' = 'refunded' or payload #>> '{message,type}' in ('refund_refused', 'refund_done'))
        order by outbox_id`,
    )
    .then((rows) => rows.map(({ what }) => what));
const acts = () =>
  test.database.query(
    (sql) => sql`
      select act, actor_user_id as by, details ->> 'payment' as payment from audit_log
      where act like 'refund\\_%' order by at, act`,
  );
const accessOf = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ paid: boolean }[]>`
      select paid_until is not null as paid from subscriptions where user_id = ${BUYER_ID}`,
  );
  return row?.paid;
};

describe('the question', () => {
  it('says the amount, the receiver and what ends', async () => {
    const { paymentId, reference } = await paidOrder();
    const { message, text, buttons } = await owner().press(button('refund', paymentId));
    expect(message).toMatchObject({ type: 'refund_page', state: 'open', givesAccess: true, renews: false });
    expect(text).toContain(`Refund ⭐ 385 to `);
    expect(text).toContain("⭐ 385 leaves this bot's balance");
    expect(text).toContain('access that this payment gave ends');
    expect(text).not.toContain('renews');
    expect(buttons).toEqual([button('refund-now', paymentId), `own_order_${CHANNEL_ID}_${reference}`]);
    expect(await waiting()).toEqual([]);
  });

  it('says that a subscription no longer renews', async () => {
    const { paymentId } = await paidOrder({ renews: true });
    const { text } = await owner().press(button('refund', paymentId));
    expect(text).toContain('no longer renews');
  });

  it('says nothing about a subscription that the payment did not begin', async () => {
    const order = await addStarOrder(test.database, { renews: true });
    const pay = (userId: number) =>
      payInStars(
        test.database,
        { ...order, userId },
        { isRecurring: true, isFirstRecurring: true, providerChargeId: `provider_${userId}` },
      );
    await pay(BUYER_ID);
    for (const userId of [BUYER_ID, DONOR_ID]) {
      const { paymentId } = await pay(userId);
      const { message } = await owner().press(button('refund', paymentId));
      expect(message).toMatchObject({ type: 'refund_page', renews: false });
    }
  });

  it.each(['order', 'member'])('has a button on the page of the %s', async (page) => {
    const { paymentId, reference } = await paidOrder();
    const argument = page === 'order' ? reference : String(BUYER_ID);
    const { buttons } = await owner().press(`own_${page}_${CHANNEL_ID}_${argument}`);
    expect(buttons).toContain(button('refund', paymentId));
    const shown = await personWith(test, READER).press(`own_${page}_${CHANNEL_ID}_${argument}`);
    expect(shown.buttons).not.toContain(button('refund', paymentId));
  });

  it('stands in place of the decision about a case', async () => {
    const order = await paidOrder();
    const { paymentId } = await payInStars(test.database, order);
    const shown = await owner().press(`own_case_${CHANNEL_ID}_${paymentId}`);
    expect(shown.buttons).toContain(button('refund', paymentId));
    expect(shown.buttons).not.toContain(`case_refund_${paymentId}`);
    for (const data of [`case_refund_${paymentId}`, `case_sent_${paymentId}`]) {
      const { message } = await owner().press(data);
      expect(message).toMatchObject({ type: 'odd_payment' });
    }
    expect(await refundOf(paymentId)).toMatchObject({ standing: 'parked', decision: null, isAsked: false });
  });
});

describe('asking for it', () => {
  it('promises it once, however often the managers press', async () => {
    const { paymentId, reference } = await paidOrder();
    const pressed = [OWNER_ID, OWNER_ID, MANAGER, MANAGER].map((userId) =>
      personWith(test, userId).press(button('refund-now', paymentId)),
    );
    for (const { message, reaction } of await Promise.all(pressed)) {
      expect(message).toMatchObject({ type: 'refund_page', state: 'asked' });
      expect(reaction.isPromised).toBe(true);
    }
    expect(await waiting()).toMatchObject([{ reference, paymentId }]);
    expect(await acts()).toMatchObject([{ act: 'refund_asked', payment: String(paymentId) }]);
  });

  it('does nothing for a viewer', async () => {
    const { paymentId } = await paidOrder();
    const { answer } = await personWith(test, READER).press(button('refund-now', paymentId));
    expect(answer).toContain("doesn't allow");
    expect(await waiting()).toEqual([]);
  });

  it('does nothing for a payment that its owner has to send back', async () => {
    const { paymentId } = await paidOrder();
    await test.database.query(
      (sql) => sql`update payments set rail = 'nowpayments' where payment_id = ${paymentId}`,
    );
    const { answer } = await owner().press(button('refund-now', paymentId));
    expect(answer).toContain('nothing left to refund');
    expect(await waiting()).toEqual([]);
  });
});

describe('performing it', () => {
  it('ends the access and tells both sides', async () => {
    const { paymentId, reference, chargeId } = await paidOrder();
    expect(await accessOf()).toBe(true);
    await owner().press(button('refund-now', paymentId));
    const telegram = fakeRefunds();
    expect(await perform(telegram)).toEqual({ type: 'done' });
    expect(telegram.calls).toEqual([{ userId: BUYER_ID, chargeId }]);
    expect(await stateOf(test.database, reference)).toBe('refunded');
    expect(await accessOf()).toBe(false);
    expect(await refundOf(paymentId)).toEqual({
      ...{
        standing: 'refunded',
        status: 'refunded',
        decision: null,
        isAsked: false,
        by: null,
        refused: null,
      },
      isRefunded: true,
    });
    expect(await told(BUYER_ID)).toEqual(['payment_news refunded']);
    expect(await told(OWNER_ID)).toEqual(['odd_payment refunded']);
    const { message, buttons } = await owner().press(button('refund-now', paymentId));
    expect(message).toMatchObject({ type: 'refund_page', state: 'refunded' });
    expect(buttons).not.toContain(button('refund-now', paymentId));
  });

  it.each(['our call', "Telegram's update"])(
    'tells the manager who asked, once, when %s says that it is done',
    async (first) => {
      const { paymentId, ...charge } = await paidOrder();
      const { text } = await personWith(test, MANAGER).press(button('refund-now', paymentId));
      expect(text).toContain("The person who asked gets a message when it's done.");
      const update = () =>
        takeRefund({ database: test.database, log: silentLogger }, { ...charge, stars: 385 });
      if (first !== 'our call') await update();
      await perform(fakeRefunds());
      await update();
      expect(await told(MANAGER)).toEqual(['refund_done']);
      expect(await told(OWNER_ID)).toEqual(['odd_payment refunded']);
    },
  );

  it('is done if Telegram says that it was done', async () => {
    const { paymentId, reference } = await paidOrder();
    await owner().press(button('refund-now', paymentId));
    const telegram = fakeRefunds();
    telegram.failNext(refusal('Bad Request: CHARGE_ALREADY_REFUNDED'));
    expect(await perform(telegram)).toEqual({ type: 'done' });
    expect(await stateOf(test.database, reference)).toBe('refunded');
  });

  it('is tried again after a timeout, and told once', async () => {
    const { paymentId, reference } = await paidOrder();
    await owner().press(button('refund-now', paymentId));
    const telegram = fakeRefunds();
    telegram.failNext(
      new HttpError("Network request for 'refundStarPayment' failed!", new Error('timeout')),
      refusal('Too Many Requests: retry after 7', 429, { retry_after: 7 }),
      refusal('Bad Request: CHARGE_ALREADY_REFUNDED'),
    );
    expect(await perform(telegram)).toMatchObject({ type: 'later' });
    expect(await perform(telegram)).toMatchObject({ type: 'later', afterSeconds: 7 });
    expect(await refundOf(paymentId)).toMatchObject({ standing: 'settled', isAsked: true });
    expect(await perform(telegram)).toEqual({ type: 'done' });
    expect(await stateOf(test.database, reference)).toBe('refunded');
    expect(await told(BUYER_ID)).toHaveLength(1);
  });

  it('ends a subscription that renews after the refund', async () => {
    const { paymentId, payload } = await paidOrder({ renews: true });
    await personWith(test, MANAGER).press(button('refund-now', paymentId));
    await perform(fakeRefunds());
    const promised = await test.database.query(
      (sql) => sql`select payload from outbox where kind = 'end_renewal'`,
    );
    expect(promised).toEqual([{ payload: { payload, by: 'owner' } }]);
  });

  it('calls nobody if Telegram refunded it meanwhile', async () => {
    const { paymentId, ...charge } = await paidOrder();
    await owner().press(button('refund-now', paymentId));
    await takeRefund({ database: test.database, log: silentLogger }, { ...charge, stars: 385 });
    const telegram = fakeRefunds();
    expect(await perform(telegram)).toEqual({ type: 'done' });
    expect(telegram.calls).toEqual([]);
    expect(await told(BUYER_ID)).toHaveLength(1);
    expect(await refundOf(paymentId)).toMatchObject({ isAsked: false, isRefunded: true });
  });

  it('tells once if the update and our own call come at the same moment', async () => {
    const { paymentId, ...charge } = await paidOrder();
    await owner().press(button('refund-now', paymentId));
    const deps = { database: test.database, log: silentLogger };
    await Promise.all([
      perform(fakeRefunds()),
      perform(fakeRefunds()),
      takeRefund(deps, { ...charge, stars: 385 }),
    ]);
    expect(await told(BUYER_ID)).toHaveLength(1);
    expect(await told(OWNER_ID)).toHaveLength(1);
    expect(await refundOf(paymentId)).toMatchObject({ standing: 'refunded', isAsked: false });
  });

  it('refunds a second payment of a paid order and leaves the access', async () => {
    const order = await paidOrder();
    const { paymentId } = await payInStars(test.database, order);
    await owner().press(button('refund-now', paymentId));
    await perform(fakeRefunds());
    expect(await refundOf(paymentId)).toMatchObject({ standing: 'refunded' });
    expect(await stateOf(test.database, order.reference)).toBe('settled');
    expect(await accessOf()).toBe(true);
  });
});

describe('a refusal', () => {
  const TOO_LOW = 'Bad Request: BALANCE_TOO_LOW';

  it('changes nothing and tells who asked and the owner why', async () => {
    const { paymentId, reference } = await paidOrder();
    await personWith(test, MANAGER).press(button('refund-now', paymentId));
    const telegram = fakeRefunds();
    telegram.failNext(refusal(TOO_LOW));
    expect(await perform(telegram)).toEqual({ type: 'done' });
    expect(await refundOf(paymentId)).toMatchObject({
      standing: 'settled',
      isAsked: false,
      refused: TOO_LOW,
    });
    expect(await stateOf(test.database, reference)).toBe('settled');
    expect(await accessOf()).toBe(true);
    for (const chatId of [MANAGER, OWNER_ID])
      expect(await told(chatId)).toEqual(['refund_refused balance_too_low']);
    expect(await told(BUYER_ID)).toEqual([]);
    expect(await acts()).toMatchObject([{ act: 'refund_asked' }, { act: 'refund_refused', by: null }]);
  });

  it('can be asked for again', async () => {
    const { paymentId, reference } = await paidOrder();
    await owner().press(button('refund-now', paymentId));
    const telegram = fakeRefunds();
    telegram.failNext(refusal(TOO_LOW));
    await perform(telegram);
    const { message, text } = await owner().press(button('refund', paymentId));
    expect(message).toMatchObject({ state: 'refused', refusal: 'balance_too_low' });
    expect(text).toContain('balance is too low');
    await owner().press(button('refund-now', paymentId));
    expect(new Set((await waiting()).map(({ key }) => key)).size).toBe(2);
    await perform(telegram);
    expect(await stateOf(test.database, reference)).toBe('refunded');
    expect(await refundOf(paymentId)).toMatchObject({ refused: null, isRefunded: true });
  });

  it('is told if Telegram answers nothing for as long as we ask', async () => {
    const { paymentId, reference } = await paidOrder();
    await owner().press(button('refund-now', paymentId));
    const [promise] = await waiting();
    const deps = { database: test.database, log: silentLogger, api: fakeRefunds().api };
    await giveUpRefund(deps, { reference, paymentId }, attemptOf(promise!.key));
    expect(await told(OWNER_ID)).toEqual(['refund_refused unanswered']);
    expect(await refundOf(paymentId)).toMatchObject({ isAsked: false });
  });
});

describe.each([true, false])('a worker that dies (after the step: %s)', (isAfter) => {
  it.each(Array.from({ length: 8 }, (_, step) => step + 1))(
    'at its step %i leaves a refund that is made and told once',
    async (step) => {
      const { paymentId, reference } = await paidOrder({ renews: true });
      await personWith(test, MANAGER).press(button('refund-now', paymentId));
      const [promise] = await waiting();
      const telegram = onceRefunded();
      const deps = { database: test.database, log: silentLogger, api: telegram.api };
      const effect = { reference, paymentId };
      const dead = dying(deps as never, step, isAfter) as never;
      await refundPayment(dead, effect, attemptOf(promise!.key)).catch(() => undefined);
      expect(await refundPayment(deps, effect, attemptOf(promise!.key, 2))).toEqual({ type: 'done' });
      expect(telegram.made).toBe(1);
      expect(await stateOf(test.database, reference)).toBe('refunded');
      expect(await refundOf(paymentId)).toMatchObject({
        standing: 'refunded',
        isAsked: false,
        isRefunded: true,
      });
      for (const chatId of [BUYER_ID, OWNER_ID, MANAGER]) expect(await told(chatId)).toHaveLength(1);
      const ended = await test.database.query(
        (sql) => sql`select payload ->> 'by' as by from outbox where kind = 'end_renewal'`,
      );
      expect(ended).toEqual([{ by: 'owner' }]);
    },
  );
});
