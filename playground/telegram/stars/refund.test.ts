import { eventually } from '../../../tests/journeys/support/eventually';
import { PERIOD, startStarShop, type StarShop } from '../../../tests/support/star-shop';
import { BUYER, OUTSIDER } from '../../../tests/support/telegram-simulator';

let shop: StarShop;
let chargeId: string;

beforeEach(async () => {
  shop = await startStarShop();
  shop.telegram.as(BUYER).start();
  chargeId = await buy({});
});
afterEach(() => shop.close());

async function buy(fields: object): Promise<string> {
  const outcome = await shop.telegram.as(BUYER).payStars(await shop.createLink(fields));
  await shop.telegram.drained();
  return outcome.state === 'paid' ? outcome.chargeId : '';
}
const refund = (fields: object = {}) =>
  shop.call('refundStarPayment', { user_id: BUYER, telegram_payment_charge_id: chargeId, ...fields });
const refunded = () => shop.updates('refunded_payment');

it('gives the whole payment back and says so in the payer’s chat', async () => {
  expect(await refund()).toEqual({ ok: true, result: true });
  await shop.telegram.drained();
  const [payment] = shop.telegram.stars.payments();
  expect(refunded()).toEqual([
    {
      currency: 'XTR',
      total_amount: 250,
      invoice_payload: 'order:1',
      telegram_payment_charge_id: chargeId,
      provider_payment_charge_id: payment?.providerChargeId,
    },
  ]);
  expect([shop.telegram.stars.balance(), shop.telegram.as(BUYER).stars.balance()]).toEqual([0, 5000]);
  expect(await refund()).toMatchObject({ description: 'Bad Request: CHARGE_ALREADY_REFUNDED' });
  expect(shop.telegram.as(BUYER).stars.balance()).toBe(5000);
});

it.each([
  ['no user', { user_id: '' }, 'invalid user_id specified'],
  ['an unknown user', { user_id: 999 }, 'USER_ID_INVALID'],
  ['no charge', { telegram_payment_charge_id: '' }, 'CHARGE_ID_EMPTY'],
  ['an unknown charge', { telegram_payment_charge_id: 'stx1' }, 'CHARGE_ID_INVALID'],
  ['a charge of another user', { user_id: OUTSIDER }, 'CHARGE_ID_INVALID'],
])('refuses %s', async (_, fields, description) => {
  expect(await refund(fields)).toMatchObject({ ok: false, description: `Bad Request: ${description}` });
  expect(shop.telegram.stars.balance()).toBe(250);
});

it('needs the Stars on the bot’s balance', async () => {
  const withdrawal = shop.telegram.stars.withdraw(1);
  expect(await refund()).toMatchObject({ description: 'Bad Request: BALANCE_TOO_LOW' });
  shop.telegram.stars.endWithdrawal(withdrawal, 'failed');
  expect(await refund()).toMatchObject({ ok: true });
});

it('may be done although the answer never came, and then says so', async () => {
  shop.telegram.fault({ method: 'refundStarPayment', kind: 'drop', afterPerforming: true });
  await expect(refund()).rejects.toThrow('fetch failed');
  expect(await refund()).toMatchObject({ description: 'Bad Request: CHARGE_ALREADY_REFUNDED' });
  expect(shop.telegram.as(BUYER).stars.balance()).toBe(5000);
});

it('has a transaction with the id of its payment, in the other direction', async () => {
  await refund();
  const { transactions } = await shop.api.getStarTransactions();
  expect(transactions).toMatchObject([
    { id: chargeId, amount: 250, source: { type: 'user', user: { id: BUYER } } },
    { id: chargeId, amount: 250, receiver: { type: 'user', user: { id: BUYER } } },
  ]);
});

it('comes from Telegram unasked, even if the balance falls below zero', async () => {
  shop.telegram.stars.withdraw(250);
  shop.telegram.stars.refund(chargeId);
  await shop.telegram.drained();
  expect(refunded()).toMatchObject([{ telegram_payment_charge_id: chargeId }]);
  expect(await shop.call('getMyStarBalance', {})).toMatchObject({ result: { amount: -250 } });
  expect(await refund()).toMatchObject({ description: 'Bad Request: CHARGE_ALREADY_REFUNDED' });
});

it('neither ends a subscription nor makes an update for its payment, unless Telegram refunds', async () => {
  chargeId = await buy({ subscription_period: PERIOD });
  expect(await refund()).toMatchObject({ ok: true });
  await shop.pass(PERIOD);
  expect(refunded()).toEqual([]);
  const renewal = shop.telegram.stars.payments().at(-1);
  expect(renewal).toMatchObject({ subscriptionId: chargeId, isRefunded: false });
  shop.telegram.stars.refund(renewal?.chargeId ?? '');
  await eventually(() => expect(refunded()).toHaveLength(1));
});

it('gives the buyer the price and takes from the bot what it got, after a commission', async () => {
  const link = await shop.createLink();
  const affiliate = { userId: OUTSIDER, perMille: 100 };
  const outcome = await shop.telegram.as(BUYER).payStars(link, { affiliate });
  chargeId = outcome.state === 'paid' ? outcome.chargeId : '';
  expect(shop.telegram.stars.balance()).toBe(475);
  await refund();
  expect([shop.telegram.stars.balance(), shop.telegram.as(BUYER).stars.balance()]).toEqual([250, 4750]);
});

it('loses the Stars of a chargeback without a transaction and without an update', async () => {
  const before = shop.received.length;
  shop.telegram.stars.chargeBack(chargeId);
  await shop.telegram.drained();
  expect([shop.telegram.stars.balance(), shop.received.length]).toEqual([0, before]);
  expect(shop.telegram.stars.transactions()).toHaveLength(1);
});
