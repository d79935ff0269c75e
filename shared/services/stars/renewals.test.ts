import { GrammyError, HttpError } from 'grammy/web';
import { addTierOrder, addSellingChannel } from '../../../tests/support/subscription';
import { attemptOf } from '../../../tests/support/attempt';
import { BUYER_ID, CHANNEL_ID, DONOR_ID, OWNER_ID } from '../../../tests/support/order';
import { addStarInvoice, chargeFor, renewalFor } from '../../../tests/support/stars';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { renewalsIn } from '../../../tests/worlds/star-renewals';
import type { OpenChannelId } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { callbackData } from '../../telegram/codec/callback-data';
import { giveUpEndRenewal } from './end-renewal';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';

const OPEN = CHANNEL_ID as OpenChannelId;
const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const deps = () => ({ database: test.database, log: silentLogger });
const { begin, perform, said, stored, report } = renewalsIn(test);
const subscription = async () => (await stored())[0];

const accepting = (): Promise<true> => Promise.resolve(true);
const refusing = (error: Error) => () => Promise.reject(error);
const telegramSays = (error_code: number, description: string) =>
  new GrammyError('call failed', { ok: false, error_code, description }, 'editUserStarSubscription', {});

describe('after the first payment', () => {
  it('tells its buyer that it renews', async () => {
    await begin();
    expect(await perform()).toEqual({ calls: [], outcomes: ['done'] });
    expect(await said(BUYER_ID)).toEqual(['begun']);
  });

  it('waits until it is judged', async () => {
    await begin();
    await test.database.query((sql) => sql`delete from payments`);
    expect(await perform()).toEqual({ calls: [], outcomes: ['not_yet'] });
  });

  it.each(['a second payment', 'another user', 'an unknown payload'])('ends what %s began', async (why) => {
    const { payload } = await begin();
    await perform();
    const userId = why === 'another user' ? DONOR_ID : BUYER_ID;
    const odd = renewalFor(why === 'an unknown payload' ? 'unknown payload' : payload, 0, { userId });
    await takeCharge(deps(), odd);
    expect((await perform()).calls).toEqual([[userId, odd.chargeId, true]]);
    expect(await subscription()).toEqual({ state: 'active', endedBy: null });
  });

  it('says nothing about one payment that does not renew', async () => {
    const payload = await addStarInvoice(test.database, await addTierOrder(test.database));
    await takeCharge(deps(), chargeFor(payload));
    expect(await perform()).toEqual({ calls: [], outcomes: [] });
  });
});

describe('what Telegram says', () => {
  it('is told once, and never changes the access', async () => {
    const { payload } = await begin();
    const until = () => test.database.query((sql) => sql`select paid_until from subscriptions`);
    const before = await until();
    await report(payload, 'canceled', BUYER_ID, 7);
    await report(payload, 'active', BUYER_ID, 8);
    await report(payload, 'canceled', BUYER_ID, 7);
    expect(await subscription()).toEqual({ state: 'active', endedBy: null });
    expect(await said(BUYER_ID)).toEqual(['canceled', 'resumed']);
    expect(await until()).toEqual(before);
  });

  it('tells buyer and owner about a failure, and nobody about one that is out of date', async () => {
    const { payload } = await begin();
    await report(payload, 'failed');
    expect(await subscription()).toEqual({ state: 'active', endedBy: null });
    await test.advance('30 days');
    await report(payload, 'failed');
    expect(await said(BUYER_ID)).toEqual(['failed']);
    expect(await said(OWNER_ID)).toEqual(['renewal_failed']);
    await takeCharge(deps(), renewalFor(payload, 1));
    expect(await subscription()).toEqual({ state: 'active', endedBy: null });
  });

  it('does not tell an owner who wants no notifications', async () => {
    const { payload } = await begin();
    await test.database.query((sql) => sql`update channels set notifications_enabled = false`);
    await test.advance('30 days');
    await report(payload, 'failed');
    expect(await said(OWNER_ID)).toEqual([]);
  });

  it('may come before the first payment', async () => {
    const payload = await addStarInvoice(test.database, await addTierOrder(test.database), { renews: true });
    await report(payload, 'canceled');
    await takeCharge(deps(), renewalFor(payload, 0));
    expect(await subscription()).toEqual({ state: 'canceled', endedBy: null });
  });

  it('says nothing about what another user began, or what nobody knows', async () => {
    const { payload } = await begin();
    await report(payload, 'canceled', DONOR_ID);
    await report('unknown payload', 'canceled');
    expect(await subscription()).toEqual({ state: 'active', endedBy: null });
  });
});

describe('the end of a renewal', () => {
  const press = (data: string, userId = BUYER_ID) => personWith(test, userId).press(data);

  it('is asked for once more by its buyer, and performed once', async () => {
    const { first } = await begin();
    await perform();
    await press(callbackData.askEndRenewal(OPEN));
    expect(await said(BUYER_ID)).toEqual(['begun', 'renewal_question']);
    expect((await press(callbackData.endRenewal(OPEN))).answer).toContain('Stopping');
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await subscription()).toEqual({ state: 'canceled', endedBy: 'buyer' });
    expect(await said(BUYER_ID)).toEqual(['begun', 'renewal_question', 'by_buyer']);
    expect((await press(callbackData.endRenewal(OPEN))).answer).toContain("doesn't renew");
    expect((await perform()).calls).toEqual([]);
  });

  it('is asked for by the owner', async () => {
    const { first } = await begin();
    await perform();
    const asked = await press(callbackData.own('renewal-ask', OPEN, BUYER_ID), OWNER_ID);
    expect(asked.text).toContain('Stop the renewal');
    const { text } = await press(callbackData.own('renewal-end', OPEN, BUYER_ID), OWNER_ID);
    // The buyer is told when it is done, and a manager only if it isn't.
    expect(text).toContain("If Telegram refuses, I'll message the owner.");
    expect(text).not.toContain("when it's done");
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await said(BUYER_ID)).toEqual(['begun', 'by_owner']);
  });

  it('follows a refund', async () => {
    const { first } = await begin();
    await takeRefund(deps(), first);
    expect((await perform()).calls[0]).toEqual([BUYER_ID, first.chargeId, true]);
    expect(await subscription()).toMatchObject({ state: 'canceled' });
  });

  it.each(['a second payment', 'another user'])(
    'follows a refund of what %s began for that alone, once',
    async (why) => {
      const { payload } = await begin();
      await perform();
      const userId = why === 'another user' ? DONOR_ID : BUYER_ID;
      const odd = renewalFor(payload, 0, { userId });
      await takeCharge(deps(), odd);
      await takeRefund(deps(), odd);
      expect((await perform()).calls).toEqual([[userId, odd.chargeId, true]]);
      expect(await subscription()).toEqual({ state: 'active', endedBy: null });
    },
  );

  it('follows a refund of a renewal, but not of one that another user paid', async () => {
    const { payload, first } = await begin();
    await perform();
    const another = renewalFor(payload, 1, { userId: DONOR_ID });
    await takeCharge(deps(), another);
    await takeRefund(deps(), another);
    expect((await perform()).calls).toEqual([]);
    const own = renewalFor(payload, 1);
    await takeCharge(deps(), own);
    await takeRefund(deps(), own);
    expect((await perform()).calls).toEqual([[BUYER_ID, first.chargeId, true]]);
    expect(await subscription()).toEqual({ state: 'canceled', endedBy: 'bot' });
  });

  it('is tried again while Telegram is away', async () => {
    await begin();
    await perform();
    await press(callbackData.endRenewal(OPEN));
    const away = refusing(new HttpError('Network request failed', new Error('reset')));
    expect((await perform(away)).outcomes).toEqual(['later']);
    expect(await subscription()).toEqual({ state: 'active', endedBy: null });
  });

  it.each(['CHARGE_ID_INVALID', 'USER_ID_INVALID'])('is told to the owner after %s', async (reason) => {
    const { payload } = await begin();
    await perform();
    await press(callbackData.endRenewal(OPEN));
    expect((await perform(refusing(telegramSays(400, `Bad Request: ${reason}`)))).outcomes).toEqual([
      'failed',
    ]);
    expect(await said(OWNER_ID)).toEqual(['renewal_not_ended']);
    const effect = { kind: 'end_renewal', payload, by: 'buyer' } as const;
    const of = { database: test.database, api: { editUserStarSubscription: accepting } };
    expect(await giveUpEndRenewal(of, effect, attemptOf('another'))).toMatchObject({ type: 'failed' });
    expect(await said(OWNER_ID)).toEqual(['renewal_not_ended', 'renewal_not_ended']);
  });
});
