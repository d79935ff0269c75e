import { eventually } from '../../../tests/journeys/support/eventually';
import { startStarShop, type StarShop } from '../../../tests/support/star-shop';
import { BUYER, OUTSIDER, type Received } from '../../../tests/support/telegram-simulator';

const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

let shop: StarShop;
let link: string;

beforeEach(async () => {
  shop = await startStarShop();
  shop.telegram.as(BUYER).start();
  await shop.telegram.drained();
  link = await shop.createLink();
});
afterEach(() => shop.close());

const queryIn = ({ update }: Received) => update['pre_checkout_query'] as { id: string } | undefined;
const answerQuery = (id: string, fields: object = { ok: true }) =>
  shop.call('answerPreCheckoutQuery', { pre_checkout_query_id: id, ...fields });
const pay = (userId = BUYER) => shop.telegram.as(userId).payStars(link);

it('asks the bot, then tells it about the payment, with two different charge ids', async () => {
  const outcome = await pay();
  await shop.telegram.drained();
  const [query] = shop.updates('pre_checkout_query');
  expect(query).toEqual({
    id: expect.stringMatching(/^\d+$/) as string,
    from: expect.objectContaining({ id: BUYER, is_bot: false }) as object,
    currency: 'XTR',
    total_amount: 250,
    invoice_payload: 'order:1',
  });
  const [paid] = shop.updates('successful_payment');
  const [payment] = shop.telegram.stars.payments(BUYER);
  expect(paid).toEqual({
    currency: 'XTR',
    total_amount: 250,
    invoice_payload: 'order:1',
    telegram_payment_charge_id: payment?.chargeId,
    provider_payment_charge_id: payment?.providerChargeId,
  });
  expect(Object.keys(paid ?? {}).slice(0, 3)).toEqual(['currency', 'total_amount', 'invoice_payload']);
  expect(payment?.providerChargeId).not.toBe(payment?.chargeId);
  expect(outcome).toEqual({ state: 'paid', chargeId: payment?.chargeId });
  expect([shop.telegram.stars.balance(), shop.telegram.as(BUYER).stars.balance()]).toEqual([250, 4750]);
});

it('takes the answer by a call as well as in the webhook’s 200', async () => {
  shop.answer(async (received) => {
    const query = queryIn(received);
    if (query) expect(await answerQuery(query.id)).toEqual({ ok: true, result: true });
    return {};
  });
  await expect(pay()).resolves.toMatchObject({ state: 'paid' });
  const reply = { method: 'answerPreCheckoutQuery', ok: false, error_message: 'Sold out' };
  shop.answer((received) => {
    const id = queryIn(received)?.id;
    return id === undefined ? {} : { body: JSON.stringify({ ...reply, pre_checkout_query_id: id }) };
  });
  await expect(pay()).resolves.toEqual({ state: 'refused', message: 'Sold out' });
  expect(shop.telegram.stars.payments()).toHaveLength(1);
});

it('wants words for a no, before it looks at the id', async () => {
  const answer = await answerQuery('1', { ok: false });
  expect(answer.description).toBe('Bad Request: parameter "error_message" is required');
  expect((await answerQuery('1')).description).toBe(TOO_OLD);
});

it('cancels a payment on which the bot is silent for ten seconds, and charges nothing', async () => {
  shop.answer(() => ({}));
  const outcome = pay();
  await eventually(() => expect(shop.updates('pre_checkout_query')).toHaveLength(1));
  await shop.pass(10);
  await expect(outcome).resolves.toEqual({ state: 'timed_out' });
  const [query] = shop.updates('pre_checkout_query');
  expect((await answerQuery(query?.['id'] as string)).description).toBe(TOO_OLD);
  expect(shop.telegram.stars.balance()).toBe(0);
});

it('takes an answer after 9.9 seconds, and no second one', async () => {
  shop.answer(() => ({}));
  const outcome = pay();
  await eventually(() => expect(shop.updates('pre_checkout_query')).toHaveLength(1));
  await shop.pass(9.9);
  const id = shop.updates('pre_checkout_query')[0]?.['id'] as string;
  expect(await answerQuery(id)).toEqual({ ok: true, result: true });
  await expect(outcome).resolves.toMatchObject({ state: 'paid' });
  expect((await answerQuery(id)).description).toBe(TOO_OLD);
});

it('sends the same query again after a 5xx', async () => {
  let tries = 0;
  shop.answer((received) => (queryIn(received) && (tries += 1) < 3 ? { status: 503 } : undefined));
  await expect(pay()).resolves.toMatchObject({ state: 'paid' });
  await shop.telegram.drained();
  const ids = shop.received.filter(queryIn).map((each) => [each.update.update_id, queryIn(each)?.id]);
  expect(ids).toEqual([ids[0], ids[0], ids[0]]);
});

it('sends the query beside the payer’s messages, but one payer’s queries in order', async () => {
  let open = 0;
  let most = 0;
  shop.answer(async (received) => {
    if (!queryIn(received)) {
      // The payer's message is answered only after the query has arrived.
      await eventually(() => expect(shop.updates('pre_checkout_query').length).toBeGreaterThan(0));
      return {};
    }
    most = Math.max(most, (open += 1));
    await answerQuery(queryIn(received)?.id ?? '');
    open -= 1;
    return {};
  });
  shop.telegram.as(BUYER).say('Hello');
  await Promise.all([pay(), pay()]);
  await shop.telegram.drained();
  expect(most).toBe(1);
});

it('sells one link to two devices and to another user, each with a charge of its own', async () => {
  const outcomes = await Promise.all([pay(), pay(), pay(OUTSIDER)]);
  expect(outcomes.map(({ state }) => state)).toEqual(['paid', 'paid', 'paid']);
  await shop.telegram.drained();
  const paid = shop.updates('successful_payment');
  expect(new Set(paid.map((each) => each['telegram_payment_charge_id'])).size).toBe(3);
  expect(new Set(paid.map((each) => each['invoice_payload']))).toEqual(new Set(['order:1']));
});

it('tells the bot nothing about a sheet that is closed, nor about a payer with too few Stars', async () => {
  shop.telegram.as(BUYER).openInvoice(link);
  shop.telegram.as(BUYER).stars.topUp(-4900);
  await expect(pay()).resolves.toEqual({ state: 'too_few_stars' });
  expect(shop.telegram.pendingUpdates()).toBe(0);
  expect(shop.updates('pre_checkout_query')).toEqual([]);
});

it('promises no payment after a yes: nothing, later, or too few Stars', async () => {
  const { telegram } = shop;
  await expect(telegram.as(BUYER).payStars(link, { afterOk: 'nothing' })).resolves.toEqual({
    state: 'abandoned',
  });
  const slow = telegram.as(BUYER).payStars(link, { payAfterSeconds: 60 });
  const poor = telegram.as(OUTSIDER).payStars(link, { payAfterSeconds: 5 });
  await eventually(() => expect(shop.updates('pre_checkout_query')).toHaveLength(3));
  await telegram.drained();
  telegram.as(OUTSIDER).stars.topUp(-5000);
  await shop.pass(59);
  await expect(poor).resolves.toEqual({ state: 'too_few_stars' });
  expect(telegram.stars.payments()).toEqual([]);
  await shop.pass(1);
  await expect(slow).resolves.toMatchObject({ state: 'paid' });
});

it('may send successful_payment before the query is answered with 200', async () => {
  const order: string[] = [];
  shop.answer(async (received) => {
    const query = queryIn(received);
    if (query) {
      await answerQuery(query.id);
      await eventually(() => expect(order).toContain('successful_payment'));
      order.push('200');
    } else order.push('successful_payment');
    return {};
  });
  await pay();
  await shop.telegram.drained();
  expect(order).toEqual(['successful_payment', '200']);
});

it('loses the update of a payment when the webhook is down for a day, but not its transaction', async () => {
  shop.answer((received) => (queryIn(received) ? undefined : { status: 500 }));
  const outcome = await pay();
  await shop.pass(24 * 3600);
  shop.answer(() => ({}));
  expect(shop.telegram.pendingUpdates()).toBe(0);
  const { transactions } = await shop.api.getStarTransactions();
  expect(outcome).toEqual({ state: 'paid', chargeId: transactions[0]?.id });
});

it('loses, repeats or delays the next update of a kind on request', async () => {
  const { stars } = shop.telegram;
  stars.loseNext('successful_payment');
  await pay();
  await shop.telegram.drained();
  expect(shop.updates('successful_payment')).toEqual([]);
  stars.repeatNext('successful_payment');
  await pay();
  await shop.telegram.drained();
  const twice = shop.received.slice(-2).map(({ update }) => update.update_id);
  expect(twice[0]).toBe(twice[1]);
  expect(shop.updates('successful_payment')).toHaveLength(2);
  stars.delayNext('successful_payment', 30);
  await pay();
  await shop.pass(29);
  expect(shop.updates('successful_payment')).toHaveLength(2);
  await shop.pass(1);
  expect(shop.updates('successful_payment')).toHaveLength(3);
  expect(stars.transactions()).toHaveLength(3);
});

it('refuses the payer when the query itself is lost', async () => {
  shop.telegram.stars.loseNext('pre_checkout_query');
  const outcome = pay();
  await shop.pass(10);
  await expect(outcome).resolves.toEqual({ state: 'timed_out' });
});

it('pays an affiliate from the price, so that less is credited than was paid', async () => {
  const affiliate = { userId: OUTSIDER, perMille: 50 };
  await shop.telegram.as(BUYER).payStars(link, { affiliate });
  await shop.telegram.drained();
  const { transactions } = await shop.api.getStarTransactions();
  expect(shop.updates('successful_payment')[0]).toMatchObject({ total_amount: 250 });
  expect(transactions[0]).toMatchObject({
    amount: 237,
    nanostar_amount: 500_000_000,
    source: {
      type: 'user',
      transaction_type: 'invoice_payment',
      user: { id: BUYER },
      invoice_payload: 'order:1',
      affiliate: {
        affiliate_user: { id: OUTSIDER },
        commission_per_mille: 50,
        amount: 12,
        nanostar_amount: 500_000_000,
      },
    },
  });
  expect(await shop.call('getMyStarBalance', {})).toMatchObject({
    result: { amount: 237, nanostar_amount: 500_000_000 },
  });
});
