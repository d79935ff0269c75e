import { INVOICE, PERIOD, startStarShop, type StarShop } from '../../../tests/support/star-shop';
import { BUYER, CHANNEL, OUTSIDER, OWNER } from '../../../tests/support/telegram-simulator';

let shop: StarShop;

beforeEach(async () => {
  shop = await startStarShop();
  shop.telegram.as(BUYER).start();
});
afterEach(() => shop.close());

const price = (amount: unknown, label = 'Month') => ({ prices: [{ label, amount }] });

describe.each(['sendInvoice', 'createInvoiceLink'])('%s', (method) => {
  it.each([
    ['no title', { title: '' }, 'parameter "title" is required'],
    ['no description', { title: 'x', description: '' }, 'parameter "description" is required'],
    ['no payload', { payload: '' }, 'parameter "payload" is required'],
    ['a payload that is not UTF-8', { payload: 'a\ufffd' }, 'the payload must be encoded in UTF-8'],
    ['no currency', { currency: '' }, 'parameter "currency" is required'],
    ['no prices', { prices: '' }, 'parameter "prices" is required'],
    ['broken prices', { prices: '[{' }, "can't parse prices JSON object"],
    ['prices outside a list', { prices: {} }, 'expected an Array of labeled prices'],
    ['a price without fields', { prices: [5] }, "can't parse labeled price: LabeledPrice must be an Object"],
    [
      'a price without a label',
      price(5, ''),
      "can't parse labeled price: LabeledPrice label must be non-empty",
    ],
    ['an empty list of prices', { prices: [] }, 'there must be at least one price'],
    ['two prices', { prices: [...INVOICE.prices, ...INVOICE.prices] }, 'STARS_INVOICE_INVALID'],
    ['nothing to pay', price(0), 'CURRENCY_TOTAL_AMOUNT_INVALID'],
    ['a negative amount', price(-5), 'CURRENCY_TOTAL_AMOUNT_INVALID'],
    ['too much to pay', price(1_000_000_000), 'CURRENCY_TOTAL_AMOUNT_INVALID'],
    ['a payload of 129 bytes', { payload: `${'é'.repeat(64)}x` }, 'INVOICE_PAYLOAD_INVALID'],
    ['a long title', { title: 'x'.repeat(33) }, 'MEDIA_INVALID'],
    ['another currency without a provider', { currency: 'USD' }, 'PAYMENT_PROVIDER_INVALID'],
  ])('refuses %s', async (_, fields, description) => {
    const answer = await shop.call(method, { chat_id: BUYER, ...INVOICE, ...fields });
    expect(answer).toMatchObject({ ok: false, description: `Bad Request: ${description}` });
  });

  it('names the first mistake alone, in the order of the server', async () => {
    const answer = await shop.call(method, { title: 'x', description: 'x', currency: 'USD', prices: '[{' });
    expect(answer.description).toBe('Bad Request: parameter "payload" is required');
    const later = await shop.call(method, { ...INVOICE, chat_id: BUYER, currency: 'USD', prices: '[{' });
    expect(later.description).toBe("Bad Request: can't parse prices JSON object");
  });

  it('takes a payload of 128 bytes and one Star', async () => {
    const fields = { payload: 'é'.repeat(64), ...price(1) };
    expect(await shop.call(method, { chat_id: BUYER, ...INVOICE, ...fields })).toMatchObject({ ok: true });
  });
});

describe('createInvoiceLink', () => {
  it.each([
    [{ subscription_period: 86_400 }, 'SUBSCRIPTION_PERIOD_INVALID'],
    [{ subscription_period: PERIOD, ...price(10_001) }, 'SUBSCRIPTION_AMOUNT_INVALID'],
  ])('refuses %p', async (fields, description) => {
    await expect(shop.createLink(fields)).rejects.toThrow(description);
  });

  it('clamps a negative period to one payment', async () => {
    const once = await shop.createLink({ subscription_period: -5, ...price(10_001) });
    expect(shop.telegram.as(BUYER).openInvoice(once)).toMatchObject({ subscriptionPeriod: 0 });
  });

  it('makes a link that anyone opens, under both of its addresses', async () => {
    const link = await shop.createLink({ subscription_period: PERIOD });
    expect(link).toMatch(/^https:\/\/t\.me\/\$[\w-]+$/);
    const sheet = { title: 'Signals', description: '30 days', amount: 250, subscriptionPeriod: PERIOD };
    expect(shop.telegram.as(OUTSIDER).openInvoice(link)).toMatchObject({ ...sheet, balance: 5000 });
    expect(shop.telegram.as(BUYER).openInvoice(link.replace('$', 'invoice/'))).toMatchObject(sheet);
    expect(() => shop.telegram.as(BUYER).openInvoice('https://t.me/$nothing')).toThrow('SLUG_INVALID');
  });

  it('takes the period of a test environment', async () => {
    await shop.close();
    shop = await startStarShop({ starSubscriptionPeriod: 60 });
    await expect(shop.createLink({ subscription_period: PERIOD })).rejects.toThrow('PERIOD_INVALID');
    const link = await shop.createLink({ subscription_period: 60 });
    expect(shop.telegram.as(BUYER).openInvoice(link)).toMatchObject({ subscriptionPeriod: 60 });
  });
});

describe('sendInvoice', () => {
  const button = (text: string, does: object) => ({ inline_keyboard: [[{ text, ...does }]] });
  const send = (fields: object) => shop.call('sendInvoice', { chat_id: BUYER, ...INVOICE, ...fields });

  it('shows the invoice without its payload, with one button that pays', async () => {
    const { result } = await send({});
    expect(result).toMatchObject({
      chat: { id: BUYER },
      invoice: {
        title: 'Signals',
        description: '30 days',
        start_parameter: '',
        currency: 'XTR',
        total_amount: 250,
      },
      reply_markup: button('Pay ⭐️250', { pay: true }),
    });
    expect(JSON.stringify(result)).not.toContain('order:1');
  });

  it('ignores a period, because only a link can be a subscription', async () => {
    const id = await shop.sendInvoice(BUYER, { subscription_period: PERIOD });
    expect(shop.telegram.as(BUYER).openInvoice(id)).toMatchObject({ subscriptionPeriod: 0 });
  });

  it.each([
    ['without a button that pays', button('Help', { callback_data: 'x' }), 'REPLY_MARKUP_BUY_EMPTY'],
    [
      'with such a button in second place',
      { inline_keyboard: [[{ text: 'Help', callback_data: 'x' }], [{ text: 'Pay', pay: true }]] },
      'BUTTON_POS_INVALID',
    ],
  ])('refuses a keyboard %s', async (_, reply_markup, description) => {
    expect(await send({ reply_markup })).toMatchObject({ description: `Bad Request: ${description}` });
  });

  it('keeps the bot’s own button, which no other message may have', async () => {
    const reply_markup = button('Buy for ⭐250', { pay: true });
    expect((await send({ reply_markup })).result).toMatchObject({ reply_markup });
    const other = await shop.call('sendMessage', { chat_id: BUYER, text: 'x', reply_markup });
    expect(other.description).toBe('Bad Request: BUTTON_TYPE_INVALID');
  });

  it('checks the invoice before the chat, and Telegram’s own rules after it', async () => {
    expect((await send({ chat_id: 999, title: '' })).description).toContain('"title" is required');
    expect((await send({ chat_id: 999, ...price(0) })).description).toBe('Bad Request: chat not found');
    expect((await send({ chat_id: OWNER })).description).toContain("can't initiate conversation");
  });

  it('is paid by nobody once its button or the message is gone', async () => {
    const [first, second] = [await shop.sendInvoice(BUYER), await shop.sendInvoice(BUYER)];
    await shop.api.deleteMessage(BUYER, first);
    await shop.api.editMessageReplyMarkup(BUYER, second);
    await expect(shop.telegram.as(BUYER).payStars(first)).rejects.toThrow('MESSAGE_ID_INVALID');
    await expect(shop.telegram.as(BUYER).payStars(second)).rejects.toThrow('no Pay button');
    const caption = await shop.call('editMessageCaption', {
      chat_id: BUYER,
      message_id: second,
      caption: 'x',
    });
    expect(caption.description).toBe('Bad Request: there is no caption in the message to edit');
  });

  it('sells to everyone who gets a forwarded copy, unless it has a start parameter or is protected', async () => {
    const place = async (fields: object) => ({
      chatId: BUYER,
      messageId: await shop.sendInvoice(BUYER, fields),
    });
    const outsider = shop.telegram.as(OUTSIDER);
    await expect(outsider.payStars(await place({}))).resolves.toMatchObject({ state: 'paid' });
    await expect(outsider.payStars(await place({ start_parameter: 'buy_1' }))).rejects.toThrow('start=buy_1');
    await expect(outsider.payStars(await place({ protect_content: true }))).rejects.toThrow(
      'FORWARDS_RESTRICTED',
    );
  });

  it('sells to many from one post, and tells each in their own chat', async () => {
    const messageId = await shop.sendInvoice(CHANNEL);
    for (const id of [BUYER, OUTSIDER]) await shop.telegram.as(id).payStars({ chatId: CHANNEL, messageId });
    await shop.telegram.drained();
    const chats = shop.received.map(
      ({ update }) => update['message'] as { chat: { id: number }; successful_payment?: object } | undefined,
    );
    expect(chats.filter((each) => each?.successful_payment).map((each) => each?.chat.id)).toEqual([
      BUYER,
      OUTSIDER,
    ]);
  });
});
