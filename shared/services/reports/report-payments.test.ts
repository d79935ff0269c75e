import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { readSalesHistory } from '../../database/reports/sales-report';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Decision } from '../../domain/payments/payment';
import { periodsOf } from '../../domain/reports/sales-report';
import { decideOddPayment } from '../payments/decide-odd-payment';
import { deliveryOf } from '../common/delivery-of';
import { ASKING_NOBODY } from '../../../tests/worlds/update-context';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});

/** Settles an IPN about a payment for a $30 order. */
const report = (reference: string, change: object) => settleIpn(test.database, paymentOf(reference, change));

const decide = (paymentId: number, decision: Decision, days: number) =>
  decideOddPayment(
    {
      database: test.database,
      delivery: deliveryOf('telegram', `${paymentId}`),
      updateId: paymentId,
      botId: 1,
      ...ASKING_NOBODY,
    },
    {
      type: 'decide_case',
      user: { id: OWNER_ID },
      paymentId,
      decision,
      days,
      button: { queryId: 'q', chatId: OWNER_ID, messageId: 1 },
    },
  );

it('keeps each event on its day, whatever is reported later', async () => {
  const reference = await addTierOrder(test.database, { userId: BUYER_ID });
  await report(reference, { payment_id: 1 });
  await test.advance('1 day');
  // Half the price again, which the owner credits a day later.
  await report(reference, { payment_id: 2, payment_status: 'partially_paid', actually_paid: 15 });
  await test.advance('1 day');
  await decide(2, 'credit', 15);
  await test.advance('1 day');
  await report(reference, { payment_id: 1, payment_status: 'refunded' });
  await test.advance('1 day');
  // This writes both payments again.
  await report(reference, { payment_id: 2, payment_status: 'partially_paid', actually_paid: 15.1 });
  const history = await readSalesHistory(test.database, CHANNEL_ID as OpenChannelId);
  const figures = history.days
    .slice(-5)
    .map(({ sales, credited, refunds, newMembers, renewals, active }) => ({
      sales: sales.cents,
      credited: credited.cents,
      refunds: refunds.cents,
      newMembers,
      renewals,
      active,
    }));
  const nothing = { sales: 0, credited: 0, refunds: 0, newMembers: 0, renewals: 0, active: 1 };
  expect(figures).toEqual([
    { ...nothing, sales: 3000, newMembers: 1 },
    nothing,
    { ...nothing, credited: 1510, renewals: 1 },
    { ...nothing, refunds: 3000 },
    nothing,
  ]);
  const [, , month] = periodsOf(history);
  expect(month).toMatchObject({ revenueCents: 4510, byCoin: [{ coin: 'usdttrc20', count: 2, cents: 4510 }] });
});
