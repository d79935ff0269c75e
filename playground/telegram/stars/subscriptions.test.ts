import { PERIOD, startStarShop, type StarShop } from '../../../tests/support/star-shop';
import { BUYER, OUTSIDER } from '../../../tests/support/telegram-simulator';

let shop: StarShop;
let link: string;
/** The charge id of the first payment. */
let id: string;
let start: number;

beforeEach(async () => {
  shop = await startStarShop();
  shop.telegram.as(BUYER).start();
  link = await shop.createLink({ payload: 'sub:1', subscription_period: PERIOD });
  const outcome = await shop.telegram.as(BUYER).payStars(link);
  await shop.telegram.drained();
  id = outcome.state === 'paid' ? outcome.chargeId : '';
  start = shop.seconds();
});
afterEach(() => shop.close());

const payments = () => shop.updates('successful_payment');
const states = () => shop.updates('subscription').map((each) => each['state']);
const own = () => shop.telegram.as(BUYER).stars;
const subscription = () => own().subscriptions()[0];
const edit = (fields: object) =>
  shop.call('editUserStarSubscription', { user_id: BUYER, telegram_payment_charge_id: id, ...fields });

it('marks the first payment and each renewal, which extends from the old end', async () => {
  await shop.pass(PERIOD - 1);
  expect(payments()).toHaveLength(1);
  await shop.pass(1);
  await shop.pass(PERIOD);
  const common = { invoice_payload: 'sub:1', total_amount: 250, is_recurring: true };
  expect(payments()).toEqual([
    expect.objectContaining({
      ...common,
      is_first_recurring: true,
      subscription_expiration_date: start + PERIOD,
      telegram_payment_charge_id: id,
    }),
    expect.objectContaining({ ...common, subscription_expiration_date: start + 2 * PERIOD }),
    expect.objectContaining({ ...common, subscription_expiration_date: start + 3 * PERIOD }),
  ]);
  expect(
    payments()
      .slice(1)
      .some((each) => 'is_first_recurring' in each),
  ).toBe(false);
  expect(new Set(payments().map((each) => each['telegram_payment_charge_id'])).size).toBe(3);
  // A renewal asks nobody.
  expect(shop.updates('pre_checkout_query')).toHaveLength(1);
});

it('renews as often as the clock has jumped over', async () => {
  await shop.pass(3 * PERIOD + 100);
  expect(payments()).toHaveLength(4);
  expect(subscription()).toMatchObject({ state: 'active', endsAt: start + 4 * PERIOD });
});

it('names the period in its transactions, and the subscription in its payments', async () => {
  await shop.pass(PERIOD);
  const { transactions } = await shop.api.getStarTransactions();
  expect(transactions.map(({ source }) => source)).toEqual([
    expect.objectContaining({ subscription_period: PERIOD, invoice_payload: 'sub:1' }),
    expect.objectContaining({ subscription_period: PERIOD, invoice_payload: 'sub:1' }),
  ]);
  expect(shop.telegram.stars.payments().map(({ subscriptionId }) => subscriptionId)).toEqual([id, id]);
});

it('fails for want of Stars, says so without a charge id or a date, and may succeed later', async () => {
  own().topUp(-4700);
  await shop.pass(PERIOD);
  expect(shop.updates('subscription')).toEqual([
    { user: expect.objectContaining({ id: BUYER }) as object, invoice_payload: 'sub:1', state: 'failed' },
  ]);
  expect([payments().length, subscription()?.state, subscription()?.endsAt]).toEqual([
    1,
    'failed',
    start + PERIOD,
  ]);
  shop.telegram.stars.retryRenewal(id);
  expect(subscription()?.state).toBe('failed');
  own().topUp(5000);
  await shop.pass(2 * 86_400);
  shop.telegram.stars.retryRenewal(id);
  await shop.telegram.drained();
  expect(payments()[1]).toMatchObject({ subscription_expiration_date: start + 2 * PERIOD });
  expect(states()).toEqual(['failed', 'failed']);
  await shop.pass(PERIOD);
  expect(payments()).toHaveLength(3);
});

it('fails once on request, however many Stars there are', async () => {
  shop.telegram.stars.failNextRenewal(id);
  await shop.pass(PERIOD);
  expect([states(), own().balance()]).toEqual([['failed'], 4750]);
});

it('ends at the end of its time when the user cancels, and renews when they enable it again', async () => {
  own().cancel(id);
  await shop.pass(PERIOD - 10);
  expect(() => own().cancel(id)).toThrow('ALREADY_CANCELED');
  own().enable(id);
  await shop.pass(10);
  expect([states(), payments().length]).toEqual([['canceled', 'active'], 2]);
  own().cancel(id);
  await shop.pass(PERIOD);
  expect([subscription()?.state, payments().length]).toEqual(['ended', 2]);
  expect(() => own().enable(id)).toThrow('NOT_CANCELED');
});

it('lets nobody but its user touch it', () => {
  expect(() => shop.telegram.as(OUTSIDER).stars.cancel(id)).toThrow('SUBSCRIPTION_ID_INVALID');
});

it('is canceled by the bot for good, until the bot lets the user enable it', async () => {
  expect(await edit({ is_canceled: true })).toEqual({ ok: true, result: true });
  expect(() => own().enable(id)).toThrow('CANCELED_BY_BOT');
  // `false`, which is also the default, enables nothing by itself.
  expect(await edit({})).toEqual({ ok: true, result: true });
  expect(subscription()).toMatchObject({ state: 'canceled', isCanceledByBot: false });
  own().enable(id);
  await edit({ is_canceled: true });
  await shop.pass(PERIOD);
  expect([subscription()?.state, payments().length, states()]).toEqual(['ended', 1, ['active']]);
});

it('is found by the first payment’s own charge id alone', async () => {
  await shop.pass(PERIOD);
  const [first, renewal] = shop.telegram.stars.payments();
  const wrong = [first?.providerChargeId, renewal?.chargeId, ''].map((each) => ({
    telegram_payment_charge_id: each,
    is_canceled: true,
  }));
  for (const fields of [...wrong, { user_id: OUTSIDER }])
    expect((await edit(fields)).description).toBe('Bad Request: CHARGE_ID_INVALID');
  expect((await edit({ user_id: 999 })).description).toBe('Bad Request: USER_ID_INVALID');
  expect((await edit({ user_id: '' })).description).toBe('Bad Request: invalid user_id specified');
});

it('may be bought twice by one user', async () => {
  await shop.telegram.as(BUYER).payStars(link);
  expect(own().subscriptions()).toHaveLength(2);
});

it('is told by an update only to a bot that asked for it', async () => {
  await shop.api.setWebhook('http://127.0.0.1:1/', { allowed_updates: ['message'] });
  own().cancel(id);
  expect(shop.telegram.pendingUpdates()).toBe(0);
});
