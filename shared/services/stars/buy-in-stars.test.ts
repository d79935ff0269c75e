import { useStarBuyers, type StarBuyer } from '../../../tests/worlds/star-buyers';
import { payInStars } from '../../../tests/worlds/star-payments';
import { OPEN, OWNER, promiseNow } from '../../../tests/worlds/access';
import { nowMs } from '../../../tests/support/clock';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { orderTopic } from '../../domain/common/living-message';
import type { Message } from '../../domain/messages/messages';
import { decidePreCheckout } from '../../domain/stars/decide-pre-checkout';
import { readPreCheckout } from '../../database/stars/checked-invoices';

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
    (sql) => sql`update tiers set price_stars = case days when 30 then 2310 when 90 then 5770 end,
      price_cents = case days when 90 then 7500 else price_cents end`,
  );
});

it('asks how to pay if both is possible, and says plainly what renews', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  const asked = buyer.newest();
  expect(labels(asked)).toEqual([
    '💳 $30.00 in crypto',
    '⭐ 2,310 in Telegram',
    '🔁 ⭐ 2,310 every 30 days',
    '✕ Cancel',
  ]);
  expect(asked.text).toContain(
    'If you let it renew by itself, you pay ⭐ 2,310 now and every 30 days until you cancel',
  );
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'open', priceStars: 2310 })]);
});

it('sends an invoice for exactly the price in Stars, with a payload that nobody can guess', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  expect(labels(buyer.newest())).toEqual(['💳 $75.00 in crypto', '⭐ 5,770 in Telegram', '✕ Cancel']);
  await buyer.press('⭐ 5,770');
  const { invoice, buttons } = buyer.newest();
  expect(invoice).toMatchObject({ currency: 'XTR', total_amount: 5770, title: '💎 Quarter · Alpha' });
  expect(buttons[0]).toEqual({ text: 'Pay ⭐ 5,770', pays: true });
  const [stored] = await invoicesOf(buyer);
  expect(stored).toMatchObject({ priceStars: 5770, priceCents: 7500, periodSeconds: null });
  expect(stored?.payload).toMatch(/^s1_[A-Za-z0-9_-]{32}$/);
  // The invoice took the place of the question how to pay.
  expect(
    world.telegram.messages(buyer.userId).filter(({ text }) => text.includes('How do you want')),
  ).toEqual([]);
});

it('sends the link of an invoice that renews, and says so', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  await buyer.press('🔁 ⭐ 2,310');
  const { text, buttons, invoice } = buyer.newest();
  expect(invoice).toBeUndefined();
  expect(text).toContain('You pay ⭐ 2,310 now and every 30 days, by itself, until you cancel');
  const link = buttons.find(({ url }) => url !== undefined);
  expect(link?.text).toBe('Pay ⭐ 2,310');
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
  await buyer.press('⭐ 2,310 in Telegram');
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
  await Promise.all([buyer.press('⭐ 5,770', asked), buyer.press('⭐ 5,770', asked)]);
  await buyer.say('/mysubs');
  await buyer.press('💳 Pay now');
  await buyer.press('⭐ 5,770');
  expect(buyer.pressable().filter(({ invoice }) => invoice !== undefined)).toHaveLength(1);
});

it('deletes the invoice when its order is cancelled', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 5,770');
  expect(await buyer.press('✕ Cancel')).toBe('Cancelled. Nothing was charged.');
  expect(buyer.newest().text).toBe('✕ Order cancelled. Nothing was charged.');
  expect(buyer.pressable().filter(({ invoice }) => invoice !== undefined)).toEqual([]);
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'cancelled' })]);
});

it('deletes the invoice when news about its order takes its place', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 5,770');
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
  expect(labels(buyer.newest())).toEqual(['⭐ 2,310 in Telegram', '🔁 ⭐ 2,310 every 30 days', '✕ Cancel']);
  await buyer.say(`/start sub_${OPEN}`);
  expect(await buyer.press('💎 Week')).toContain('Crypto payments start at $40.00 today');
});

it('sells for Stars alone while no coin is on', async () => {
  await setMinimums(world.test.database, {});
  const buyer = await atOffer();
  expect(labels(buyer.newest()).filter((label) => label.startsWith('💎'))).toEqual([
    '💎 Month · ⭐ 2,310',
    '💎 Quarter · ⭐ 5,770 / 3 months',
  ]);
  expect(buyer.newest().text).toContain('Pay in Telegram Stars and get in at once.');
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
  expect(await buyer.press('⭐ 5,770', asked)).toContain("You can't pay like that right now");
  expect(await invoicesOf(buyer)).toEqual([]);
});

it('keeps the price of an order, and takes today’s if the order is opened again', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  const asked = buyer.newest();
  await world.test.database.query((sql) => sql`update tiers set price_stars = 6000 where days = 90`);
  await buyer.press('⭐ 5,770', asked);
  expect(buyer.newest().invoice?.total_amount).toBe(5770);
  await buyer.press('✕ Cancel');
  await buyer.say(`/start sub_${OPEN}`);
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 6,000');
  expect(buyer.newest().invoice?.total_amount).toBe(6000);
  expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'open', priceStars: 6000 })]);
});

const setStars = (stars: number | null) =>
  world.test.database.query((sql) => sql`update tiers set price_stars = ${stars} where days = 90`);

describe('a tier that is chosen again while its order is open', () => {
  async function chosenAgain(buyer: StarBuyer): Promise<string[]> {
    await buyer.say(`/start sub_${OPEN}`);
    await buyer.press('💎 Quarter');
    return labels(buyer.newest());
  }

  it('is asked for at the price that its page shows, and the invoice before can’t be paid', async () => {
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    await buyer.press('⭐ 5,770');
    const [before] = await invoicesOf(buyer);
    await setStars(6000);
    expect(await chosenAgain(buyer)).toEqual(['💳 $75.00 in crypto', '⭐ 6,000 in Telegram', '✕ Cancel']);
    await buyer.press('⭐ 6,000');
    expect(buyer.newest().invoice?.total_amount).toBe(6000);
    expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ state: 'open', priceStars: 6000 })]);
    const query = { userId: buyer.userId, currency: 'XTR', amount: 5770, payload: before?.payload ?? '' };
    const { invoice } = await readPreCheckout(world.test.database, query, 4000);
    expect(decidePreCheckout(query, invoice ? { ...invoice, takesStars: true } : undefined)).toBe(
      'wrong_price',
    );
  });

  it('can be paid in Stars if it had no price in them before, even while no coin is on', async () => {
    await setStars(null);
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    expect(labels(buyer.newest())).toEqual(['💳 Pay now', '✕ Cancel']);
    await setStars(6000);
    await setMinimums(world.test.database, {});
    await chosenAgain(buyer);
    expect(buyer.newest().invoice?.total_amount).toBe(6000);
  });

  it('can be paid in Stars by the button of its order, too', async () => {
    await setStars(null);
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    await setStars(6000);
    await buyer.say('/mysubs');
    await buyer.press('💳 Pay now: $75.00');
    await buyer.press('⭐ 6,000 in Telegram');
    expect(buyer.newest().invoice?.total_amount).toBe(6000);
  });

  it('is paid in crypto alone once it has no price in Stars', async () => {
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    await setStars(null);
    expect(await chosenAgain(buyer)).toEqual(['💳 Pay now', '✕ Cancel']);
    await setMinimums(world.test.database, {});
    await buyer.say(`/start sub_${OPEN}`);
    expect(labels(buyer.newest())).not.toContainEqual(expect.stringContaining('Quarter'));
  });

  it('keeps its price in Stars while the operator takes none, until they do again', async () => {
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    world.setting.starsFor = { isEveryone: false, named: [] };
    expect(await chosenAgain(buyer)).toEqual(['💳 Pay now', '✕ Cancel']);
    expect((await buyer.say('/mysubs')).text).toContain('Quarter (3 months) in Alpha for $75.00: waiting');
    expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ priceStars: 5770 })]);
  });

  it('gets an order of its own at another price in dollars', async () => {
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    await world.test.database.query(
      (sql) => sql`update tiers set price_cents = 8000, price_stars = 6000 where days = 90`,
    );
    expect(await chosenAgain(buyer)).toEqual(['💳 $80.00 in crypto', '⭐ 6,000 in Telegram', '✕ Cancel']);
    expect(await ordersOf(buyer)).toEqual([
      expect.objectContaining({ priceStars: 5770 }),
      expect.objectContaining({ priceStars: 6000 }),
    ]);
  });

  it('keeps the price that money came for', async () => {
    const buyer = await atOffer();
    await buyer.press('💎 Quarter');
    const [order] = await ordersOf(buyer);
    await world.test.database.query(
      (sql) => sql`update orders set received_cents = 3000 where reference = ${order?.reference ?? ''}`,
    );
    await setStars(6000);
    await chosenAgain(buyer);
    expect(await ordersOf(buyer)).toEqual([expect.objectContaining({ priceStars: 5770 })]);
  });
});

it('says that payments are off if only Stars are possible and a part is here already', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  const asked = buyer.newest();
  const [order] = await ordersOf(buyer);
  await world.test.database.query(
    (sql) => sql`update orders set received_cents = 3000 where reference = ${order?.reference ?? ''}`,
  );
  await setMinimums(world.test.database, {});
  expect(await buyer.press('💳 $75.00', asked)).toContain('off');
});

it('sends an invoice that a forwarded copy of cannot pay', async () => {
  const buyer = await atOffer();
  const other = world.newStarBuyer();
  await buyer.press('💎 Quarter');
  await buyer.press('⭐ 5,770');
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
    await buyer.press('⭐ 5,770');
    expect(buyer.newest().text).toContain(
      "Telegram couldn't create your ⭐ 5,770 invoice. Nothing was charged.",
    );
    expect(labels(buyer.newest()).slice(0, 2)).toEqual(['💳 $75.00 in crypto', '⭐ Try again']);
  }
  const [buyer] = buyers;
  await buyer?.press('💳 $75.00');
  expect(labels(buyer?.newest() ?? { buttons: [] })[0]).toBe('💳 Pay now');
  const told = world.telegram.messages(OWNER).at(-1)?.text;
  expect(told).toContain('Telegram makes no invoices in Stars right now');
});

it('sends the invoice if the buyer tries again after a refusal', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Month');
  world.telegram.fault({
    method: 'createInvoiceLink',
    kind: 'error',
    status: 400,
    description: 'Bad Request: SUBSCRIPTION_PERIOD_INVALID',
  });
  await buyer.press('🔁 ⭐ 2,310');
  await buyer.press('⭐ Try again');
  expect(buyer.newest().text).toContain('now and every 30 days, by itself');
});

it('announces an invoice only if one follows', async () => {
  const buyer = await atOffer();
  expect(await buyer.press('💎 Quarter')).toBeUndefined();
  expect(await buyer.press('⭐ 5,770')).toContain('invoice is on its way');
  await buyer.say(`/start sub_${OPEN}`);
  expect(await buyer.press('💎 Week')).toContain('invoice is on its way');
});

it('says on the page of an offer how it can be paid, and what renews by itself', async () => {
  const buyer = await atOffer();
  expect(buyer.newest().text).toContain('Pay in any coin or in Telegram Stars');
  await buyer.press('💎 Month');
  await buyer.press('🔁 ⭐ 2,310');
  const [invoice] = await invoicesOf(buyer);
  const paid = { payload: invoice?.payload ?? '', userId: buyer.userId };
  const subscriptionUntil = nowMs() + 30 * 86_400_000;
  const first = { stars: 2310, isRecurring: true, isFirstRecurring: true, subscriptionUntil };
  await payInStars(world.test.database, paid, first);
  await world.drain();
  await buyer.say(`/start sub_${OPEN}`);
  expect(buyer.newest().text).toContain('🔁 It renews by itself.');
  expect(buyer.newest().text).not.toContain('Renew early');
  world.setting.starsFor = { isEveryone: false, named: [] };
  await buyer.say(`/start sub_${OPEN}`);
  expect(buyer.newest().text).toContain('Pay in any coin and get in');
});

it('leads back to no question if there was no choice', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  const asked = buyer.newest();
  world.setting.starsFor = { isEveryone: false, named: [] };
  await buyer.press('💳 $75.00', asked);
  expect(labels(buyer.newest())).toEqual(['💳 Pay now', '✕ Cancel']);
});

it.each(['/terms', '/paysupport', '/privacy'])(
  'says in %s what holds for Stars only if some owner takes them',
  async (command) => {
    const buyer = world.newStarBuyer();
    expect((await buyer.say(command)).text).toContain('Telegram Stars');
    world.setting.starsFor = { isEveryone: false, named: [] };
    expect((await buyer.say(command)).text).not.toContain('Stars');
  },
);

it('sends the same payload after a call without an answer', async () => {
  const buyer = await atOffer();
  await buyer.press('💎 Quarter');
  world.telegram.fault({ method: 'sendInvoice', kind: 'drop' });
  await buyer.press('⭐ 5,770');
  const [before] = await invoicesOf(buyer);
  expect(buyer.newest().invoice).toBeUndefined();
  await world.advance(2 * 3_600_000);
  await world.drain();
  expect(buyer.newest().invoice).toBeDefined();
  expect(await invoicesOf(buyer)).toEqual([before]);
});
