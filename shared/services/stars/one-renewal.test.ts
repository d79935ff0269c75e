import { nowMs } from '../../../tests/support/clock';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addStarInvoice, PERIOD_MS, renewalFor } from '../../../tests/support/stars';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { renewalsIn } from '../../../tests/worlds/star-renewals';
import { announce } from '../../../tests/worlds/support';
import { claimStarInvoice } from '../../database/stars/star-invoices';
import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import { DAY_MS, HOUR_MS } from '../../domain/common/time';
import type { OpenChannelId } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { callbackData } from '../../telegram/codec/callback-data';
import { takeCharge } from './take-charge';

const OPEN = CHANNEL_ID as OpenChannelId;
const NOW_MS = Math.floor(nowMs() / 1000) * 1000;
const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const { begin, perform, said, stored, report } = renewalsIn(test);
const deps = () => ({ database: test.database, log: silentLogger });
const press = (data: string, userId = BUYER_ID) => personWith(test, userId).press(data);

const RUNNING = { state: 'active', endedBy: null };
const ENDED = { state: 'canceled', endedBy: 'bot' };

const rule = async (ruling: 'ban' | 'grant', days?: number) => {
  const of = { by: OWNER_ID, channel: CHANNEL_ID, ruling, userId: BUYER_ID };
  return press(await announce(test, { ...of, ...(days !== undefined && { days }) }), OWNER_ID);
};
const ban = () => rule('ban');
/** A ban that the bot learns about while something is on its way. */
const bannedMeanwhile = () =>
  test.database.query(
    (sql) => sql`
      insert into bans (open_channel_id, user_id, reason, banned_by) values (${CHANNEL_ID}, ${BUYER_ID}, 'spam', ${OWNER_ID})`,
  );

async function buyForEver() {
  const lifetime = { name: 'Lifetime', days: FOR_EVER_DAYS, amountCents: 9000 };
  const reference = await addTierOrder(test.database, lifetime);
  await settleIpn(
    test.database,
    paymentOf(reference, { price_amount: 90, pay_amount: 90, actually_paid: 90 } as object),
  );
}

const FOR_EVER = {
  'that was paid for': buyForEver,
  'that the owner gave': () => rule('grant', FOR_EVER_DAYS),
} as const;

describe.each(['that was paid for', 'that the owner gave'] as const)('access for ever %s', (how) => {
  it('ends what renews by itself, and its buyer is told', async () => {
    const { first } = await begin();
    await perform();
    await FOR_EVER[how]();
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await stored()).toEqual([ENDED]);
    expect(await said(BUYER_ID)).toEqual(['begun', 'by_bot']);
  });

  it('ends what begins after it', async () => {
    await addTierOrder(test.database, { name: 'Silver' });
    await FOR_EVER[how]();
    const { first } = await begin();
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await said(BUYER_ID)).toEqual(['by_bot']);
  });

  it('lets nothing be resumed that was stopped in Telegram', async () => {
    const { payload, first } = await begin();
    await report(payload, 'canceled');
    await FOR_EVER[how]();
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    await report(payload, 'active');
    expect(await stored()).toEqual([ENDED]);
    expect(await said(BUYER_ID)).toEqual(['canceled']);
  });
});

describe('a second renewal of one access', () => {
  it.each([
    ['in their order', ['older', 'newer']],
    ['in the other order', ['newer', 'older']],
  ] as const)('leaves the newer one, if they become known %s', async (_, order) => {
    const begun: Record<string, string> = {};
    for (const which of order) {
      const paidAt = NOW_MS + (which === 'newer' ? HOUR_MS : 0);
      begun[which] = (await begin({ paidAt }, { name: which })).first.chargeId;
      await perform();
    }
    const { calls } = await perform();
    expect(calls).toEqual([]);
    expect((await stored()).map(({ state }) => state).sort()).toEqual(['active', 'canceled']);
    const [kept] = await test.database.query(
      (sql) => sql`select first_charge_id as "chargeId" from star_subscriptions where state = 'active'`,
    );
    expect(kept).toEqual({ chargeId: begun['newer'] });
    expect(await said(BUYER_ID)).toEqual(order[0] === 'older' ? ['begun', 'begun'] : ['begun']);
  });

  it('leaves one if both are looked at only after both have come', async () => {
    const { first } = await begin();
    await begin({ paidAt: NOW_MS + HOUR_MS }, { name: 'Silver' });
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await stored()).toEqual([ENDED, RUNNING]);
  });

  it('ends one that failed before, so that it is never charged again', async () => {
    const { payload, first } = await begin();
    await perform();
    await test.advance('30 days');
    await report(payload, 'failed');
    await begin({ paidAt: NOW_MS + PERIOD_MS + HOUR_MS });
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await stored()).toEqual([ENDED, RUNNING]);
    expect(await said(BUYER_ID)).toEqual(['begun', 'failed', 'begun']);
  });

  it('tells about its failure beside one that only seems to go on', async () => {
    await begin();
    await perform();
    // What Telegram said about the failure of the first was lost.
    await test.advance('33 days');
    const { payload } = await begin({ paidAt: NOW_MS + PERIOD_MS + 3 * DAY_MS });
    await test.advance('30 days');
    await report(payload, 'failed');
    expect(await said(BUYER_ID)).toEqual(['begun', 'failed']);
  });

  it('ends one that its buyer stopped in Telegram, so that it can’t be resumed', async () => {
    const { payload, first } = await begin();
    await report(payload, 'canceled');
    await begin({ paidAt: NOW_MS + HOUR_MS });
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    await report(payload, 'active');
    expect(await stored()).toEqual([ENDED, RUNNING]);
  });

  it('ends if it was resumed in Telegram beside another', async () => {
    const { payload, first } = await begin();
    await report(payload, 'canceled');
    await begin({ paidAt: NOW_MS + HOUR_MS });
    await report(payload, 'active');
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await stored()).toEqual([ENDED, RUNNING]);
    expect(await said(BUYER_ID)).toEqual(['canceled', 'begun']);
  });

  it('ends a second one of the same link, which paid the same order again', async () => {
    const payload = await addStarInvoice(test.database, await addTierOrder(test.database), { renews: true });
    const [listed, told] = [renewalFor(payload, 0), renewalFor(payload, 0, { paidAt: NOW_MS + HOUR_MS })];
    const { chargeId, userId, stars, paidAt } = listed;
    await takeCharge(deps(), { chargeId, userId, stars, payload, paidAt }, { isRecovered: true });
    await perform();
    await takeCharge(deps(), told);
    expect((await perform()).calls).toEqual([[BUYER_ID, told.chargeId, true]]);
    await takeCharge(deps(), listed);
    expect((await perform()).calls).toEqual([]);
    expect(await stored()).toEqual([RUNNING]);
  });

  it('isn’t a renewal that Telegram’s list told about before the first payment', async () => {
    const payload = await addStarInvoice(test.database, await addTierOrder(test.database), { renews: true });
    const { chargeId, userId, stars, paidAt } = renewalFor(payload, 1);
    await takeCharge(deps(), { chargeId, userId, stars, payload, paidAt }, { isRecovered: true });
    await takeCharge(deps(), renewalFor(payload, 0));
    expect((await perform()).calls).toEqual([]);
    expect(await stored()).toEqual([RUNNING]);
  });

  it('gets no invoice', async () => {
    const claim = async (periodSeconds: number | null) => {
      const reference = await addTierOrder(test.database, { name: `Silver ${String(periodSeconds)}` });
      await test.database.query(
        (sql) => sql`update orders set price_stars = 250 where reference = ${reference}`,
      );
      const newPayload = `s1_a-payload-of-its-own-${String(periodSeconds)}`;
      return claimStarInvoice(test.database, {
        reference,
        periodSeconds,
        newPayload,
        starsFor: { isEveryone: true, named: [] },
      });
    };
    await begin();
    expect(await claim(PERIOD_MS / 1000)).toBeUndefined();
    expect(await claim(null)).toBeDefined();
  });

  it('ends with the first by one press, and is told once', async () => {
    await begin();
    await begin({ paidAt: NOW_MS + HOUR_MS }, { name: 'Silver' });
    await press(callbackData.endRenewal(OPEN));
    await test.database.query(
      (sql) => sql`update outbox set delivered_at = now() where kind = 'check_renewal'`,
    );
    expect((await perform()).calls).toHaveLength(2);
    expect(await said(BUYER_ID)).toEqual(['by_buyer']);
  });
});

it('is stopped by its buyer after it failed', async () => {
  const { payload, first } = await begin();
  await perform();
  await test.advance('30 days');
  await report(payload, 'failed');
  await press(callbackData.askEndRenewal(OPEN));
  expect(await said(BUYER_ID)).toEqual(['begun', 'failed', 'renewal_question']);
  await press(callbackData.endRenewal(OPEN));
  expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
});

describe('a banned buyer', () => {
  it('is charged once at most, if the ban came between the confirmation and the payment', async () => {
    await bannedMeanwhile();
    const { first } = await begin();
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await stored()).toEqual([ENDED]);
    expect(await said(BUYER_ID)).toEqual([]);
  });

  it('can’t resume what they stopped in Telegram before', async () => {
    const { payload, first } = await begin();
    await report(payload, 'canceled');
    await ban();
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await stored()).toEqual([{ state: 'canceled', endedBy: 'owner' }]);
    expect(await said(BUYER_ID)).toEqual(['canceled']);
  });

  it('is not charged for what they resumed in Telegram', async () => {
    const { payload, first } = await begin();
    await perform();
    await report(payload, 'canceled');
    await bannedMeanwhile();
    await report(payload, 'active');
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await said(BUYER_ID)).toEqual(['begun', 'canceled']);
  });
});

it('stays ended, whatever comes late about the time before', async () => {
  const { payload } = await begin();
  await perform();
  await report(payload, 'canceled', BUYER_ID, 1);
  await ban();
  await perform();
  await report(payload, 'active', BUYER_ID, 2);
  await test.advance('30 days');
  await report(payload, 'failed', BUYER_ID, 3);
  expect(await stored()).toEqual([{ state: 'canceled', endedBy: 'owner' }]);
  expect((await perform()).calls).toEqual([]);
  expect(await said(BUYER_ID)).toEqual(['begun', 'canceled']);
});

describe('once the access has ended', () => {
  const message = async (type: string) => {
    const [row] = await test.database.query(
      (sql) => sql<{ message: Record<string, unknown> }[]>`
        select payload -> 'message' as message from outbox
        where kind = 'send_message' and payload #>> '{message,type}' = ${type} order by outbox_id desc limit 1`,
    );
    return row?.message;
  };

  it('names no time that has passed', async () => {
    await begin();
    await perform();
    await test.advance('32 days');
    await press(callbackData.askEndRenewal(OPEN));
    expect(await message('renewal_question')).toMatchObject({ paidUntil: null });
    const asked = await press(callbackData.own('renewal-ask', OPEN, BUYER_ID), OWNER_ID);
    expect(asked.message).toMatchObject({ type: 'renewal_asked', paidUntil: null });
    await press(callbackData.endRenewal(OPEN));
    await perform();
    expect(await message('renewal_news')).toMatchObject({
      news: 'by_buyer',
      chargedUntil: null,
      paidUntil: null,
      staysUntil: null,
    });
  });

  it('promises nobody a stay that is over', async () => {
    const { payload } = await begin();
    await test.advance('30 days 12 hours');
    await report(payload, 'failed');
    expect(await message('renewal_failed')).toMatchObject({ staysUntil: expect.any(Number) as number });
    await report(payload, 'canceled');
    await test.advance('13 hours');
    await report(payload, 'failed');
    expect(await message('renewal_failed')).toMatchObject({ staysUntil: null });
    expect(await message('renewal_news')).toMatchObject({ news: 'failed', staysUntil: null });
  });
});
