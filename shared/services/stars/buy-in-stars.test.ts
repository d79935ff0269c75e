import { useStarBuyers, type StarBuyer } from '../../../tests/worlds/star-buyers';
import { OPEN, OWNER, promiseNow } from '../../../tests/worlds/access';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { orderTopic } from '../../domain/common/living-message';
import type { Message } from '../../domain/messages/messages';

const world = useStarBuyers();

interface StoredOrder {
  readonly reference: string;
  readonly state: string;
  readonly priceStars: number | null;
}

const ordersOf = ({ userId }: StarBuyer) =>
  world.test.database.query(
    (sql) => sql<StoredOrder[]>`
      select reference, state, price_stars as "priceStars" from orders where user_id = ${userId} order by created_at`,
  );
const invoicesOf = ({ userId }: StarBuyer) =>
  world.test.database.query(
    (sql) => sql<
      {
        payload: string;
        priceStars: number;
        priceCents: number;
        periodSeconds: number | null;
        invoiceLink: string | null;
      }[]
    >`
      select i.payload, i.price_stars as "priceStars", i.price_cents as "priceCents", i.period_seconds as "periodSeconds",
        i.invoice_link as "invoiceLink"
      from star_invoices i join orders o on o.reference = i.order_reference where o.user_id = ${userId} order by i.created_at`,
  );
const labels = ({ buttons }: { readonly buttons: readonly { readonly text: string }[] }) =>
  buttons.map(({ text }) => text);

/** A buyer on the page of the offer. */
async function atOffer(): Promise<StarBuyer> {
  const buyer = world.newStarBuyer();
  await buyer.say(`/start sub_${OPEN}`);
  return buyer;
}

afterEach(async () => {
  world.setting.starsFor = { isEveryone: false, named: [OWNER] };
  await forgetMinimums(world.test.database);
  await world.test.database.query(
    (sql) => sql`update tiers set price_stars = case days when 30 then 2310 when 90 then 5770 end`,
  );
});

it('asks how to pay if both is possible, and says plainly what renews', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  const asked = buyer.newest();
  expect(labels(asked)).toEqual([
    '💳 $30.00 in crypto',
    '⭐ 2310 in Telegram',
    '⭐ 2310 every 30 days, renews by itself',
    '✕ Cancel',
  ]);
  expect(asked.text).toContain('renews by itself costs ⭐ 2310 every 30 days until you cancel');
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'open', priceStars: 2310 })]);
});

it('sends an invoice for exactly the price in Stars, with a payload that nobody can guess', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  expect(labels(buyer.newest())).toEqual(['💳 $75.00 in crypto', '⭐ 5770 in Telegram', '✕ Cancel']);
  await buyer.press('⭐ 5770');
  const { invoice, buttons } = buyer.newest();
  expect(invoice).toMatchObject({ currency: 'XTR', total_amount: 5770, title: '💎 Quarter · Alpha' });
  expect(buttons[0]).toEqual({ text: 'Pay ⭐ 5770', pays: true });
  const [stored] = await invoicesOf(buyer);
  expect(stored).toMatchObject({ priceStars: 5770, priceCents: 7500, periodSeconds: null });
  expect(stored?.payload).toMatch(/^s1_[A-Za-z0-9_-]{32}$/);
  // The question how to pay can no longer be answered.
  expect(buyer.pressable().filter(({ text }) => text.includes('How do you want to pay?'))).toEqual([]);
});

it('sends the link of an invoice that renews, and says so', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  await buyer.press('⭐ 2310 every 30 days');
  const { text, buttons, invoice } = buyer.newest();
  expect(invoice).toBeUndefined();
  expect(text).toContain('You pay ⭐ 2310 now and every 30 days, by itself, until you cancel');
  const link = buttons.find(({ url }) => url !== undefined);
  expect(link?.text).toBe('Pay ⭐ 2310');
  expect(world.telegram.as(buyer.userId).openInvoice(link?.url ?? '')).toMatchObject({
    amount: 2310,
    subscriptionPeriod: 2_592_000,
  });
  expect(await invoicesOf(buyer)).toEqual([
    expect.objectContaining({ periodSeconds: 2_592_000, invoiceLink: link?.url }),
  ]);
});

it('shows what was chosen in place of the question, and leads back to it', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  const asked = buyer.newest();
  await buyer.press('💳 $30.00');
  expect(buyer.newest().messageId).toBe(asked.messageId);
  expect(labels(buyer.newest())).toEqual(['💳 Pay now', '« Another way to pay', '✕ Cancel']);
  await buyer.press('« Another way');
  expect(buyer.newest()).toEqual(asked);
  await buyer.press('⭐ 2310 in Telegram');
  const invoice = buyer.newest();
  expect(invoice.invoice).toBeDefined();
  await buyer.press('« Another way');
  expect(labels(buyer.newest())).toEqual(labels(asked));
  // Nothing can be paid by two of its messages.
  expect(
    buyer
      .pressable()
      .map(({ messageId }) => messageId)
      .filter((id) => id >= asked.messageId),
  ).toEqual([buyer.newest().messageId]);
});

it('leaves one invoice in the chat, however often it is asked for', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  const asked = buyer.newest();
  await Promise.all([buyer.press('⭐ 5770', asked), buyer.press('⭐ 5770', asked)]);
  await buyer.say('/mysubs');
  await buyer.press('💳 Pay now');
  await buyer.press('⭐ 5770');
  expect(buyer.pressable().filter(({ invoice }) => invoice !== undefined)).toHaveLength(1);
});

it('deletes the invoice when its order is cancelled', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 5770');
  expect(await buyer.press('✕ Cancel')).toBe('Cancelled. Nothing was charged.');
  expect(buyer.newest().text).toBe('✕ Order cancelled. Nothing was charged.');
  expect(buyer.pressable().filter(({ invoice }) => invoice !== undefined)).toEqual([]);
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'cancelled' })]);
});

it('deletes the invoice when news about its order takes its place', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 5770');
  const [order] = await ordersOf(buyer);
  const reference = order?.reference as OrderReference;
  const message: Message = {
    type: 'order_paid',
    reference,
    title: 'Alpha',
    item: { kind: 'subscription', tierName: 'Quarter', days: 90 },
    amountCents: 7500 as Cents,
    priceStars: 5770,
    paidIn: 'xtr',
  };
  await promiseNow(
    world,
    {
      kind: 'send_message',
      chatId: buyer.userId,
      message,
      living: { topic: orderTopic(reference), as: 'edit_only' },
    },
    `paid:${reference}`,
  );
  await world.drain();
  expect(buyer.newest().text).toContain('Paid.');
  expect(buyer.pressable().filter(({ invoice }) => invoice !== undefined)).toEqual([]);
});

it('offers Stars alone for what no coin can pay', async () => {
  await setMinimums(world.test.database, { usdttrc20: 4000 });
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  expect(labels(buyer.newest())).toEqual([
    '⭐ 2310 in Telegram',
    '⭐ 2310 every 30 days, renews by itself',
    '✕ Cancel',
  ]);
  await buyer.say(`/start sub_${OPEN}`);
  expect(await buyer.press('💎 Week')).toContain('Crypto payments start at $40.00 today');
});

it('sells for Stars alone while no coin is on', async () => {
  await setMinimums(world.test.database, {});
  const buyer = await atOffer();
  expect(labels(buyer.newest()).filter((label) => label.startsWith('💎'))).toEqual([
    '💎 Month · $30.00 or ⭐ 2310',
    '💎 Quarter · $75.00 or ⭐ 5770 / 3 months',
  ]);
  await buyer.press('💎 Quarter');
  expect(buyer.newest().invoice).toBeDefined();
});

it('goes straight on to crypto for an owner that the operator takes no Stars for', async () => {
  world.setting.starsFor = { isEveryone: false, named: [OWNER + 1] };
  const buyer = await atOffer();
  expect(labels(buyer.newest())).toContain('💎 Month · $30.00');
  await buyer.press('💎 Month');
  expect(labels(buyer.newest())).toEqual(['💳 Pay now', '✕ Cancel']);
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ priceStars: null })]);
});

it('makes no invoice once the operator takes no Stars any more', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  const asked = buyer.newest();
  world.setting.starsFor = { isEveryone: false, named: [] };
  expect(await buyer.press('⭐ 5770', asked)).toContain("You can't pay like that right now");
  expect(await invoicesOf(buyer)).toEqual([]);
});

it('keeps the price of an order, and takes today’s if the order is opened again', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  const asked = buyer.newest();
  await world.test.database.query((sql) => sql`update tiers set price_stars = 6000 where days = 90`);
  await buyer.press('⭐ 5770', asked);
  expect(buyer.newest().invoice?.total_amount).toBe(5770);
  await buyer.press('✕ Cancel');
  await buyer.say(`/start sub_${OPEN}`);
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 6000');
  expect(buyer.newest().invoice?.total_amount).toBe(6000);
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'open', priceStars: 6000 })]);
});

it('sends an invoice that a forwarded copy of cannot pay', async () => {
  const buyer = await atOffer();
  const other = world.newStarBuyer();
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 5770');
  const { messageId } = buyer.newest();
  expect(() => world.telegram.as(other.userId).openInvoice({ chatId: buyer.userId, messageId })).toThrow();
});

it('tells the buyer if Telegram makes no invoice, offers crypto, and tells the owner after three', async () => {
  const buyers = [await atOffer(), await atOffer(), await atOffer()];
  for (const buyer of buyers) {
    await buyer.press('💎 Quarter');
    world.telegram.fault({
      method: 'sendInvoice',
      kind: 'error',
      status: 400,
      description: 'Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID',
    });
    await buyer.press('⭐ 5770');
    expect(buyer.newest().text).toContain(
      "Telegram couldn't create your ⭐ 5770 invoice. Nothing was charged.",
    );
    expect(labels(buyer.newest())[0]).toBe('💳 $75.00 in crypto');
  }
  const [buyer] = buyers;
  await buyer?.press('💳 $75.00');
  expect(labels(buyer?.newest() ?? { buttons: [] })[0]).toBe('💳 Pay now');
  const told = world.telegram.messages(OWNER).at(-1)?.text;
  expect(told).toContain('Telegram makes no invoices in Stars right now');
});

it('sends the same payload after a call without an answer', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  world.telegram.fault({ method: 'sendInvoice', kind: 'drop' });
  await buyer.press('⭐ 5770');
  const [before] = await invoicesOf(buyer);
  expect(buyer.newest().invoice).toBeUndefined();
  await world.advance(2 * 3_600_000);
  await world.drain();
  expect(buyer.newest().invoice).toBeDefined();
  expect(await invoicesOf(buyer)).toEqual([before]);
});
