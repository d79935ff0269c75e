import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { tellStory } from '../../database/payments/stories';
import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import type { Reaction } from '../../domain/prompt-effects';
import { viewOf } from '../../telegram/views';
import { makeExport } from '../reports/make-export';

const test = useTestDatabase({ per: 'test' });
beforeEach(() => addSellingChannel(test.database));

const openChannelId = CHANNEL_ID as OpenChannelId;
const DONOR_ID = 881_234;
const person = personWith(test, DONOR_ID);
let lastUpdate = 1_000;
/** The donor, whose updates are made in the order in which they come unless a test gives their ids. */
const donor = {
  press: (data: string, updateId = ++lastUpdate) => person.press(data, updateId),
  say: (text: string, updateId = ++lastUpdate) => person.say(text, updateId),
};
const owner = personWith(test, OWNER_ID);

const openKeypad = () => donor.press(`donate_start_${CHANNEL_ID}`);
async function confirm(...keys: readonly string[]) {
  for (const key of [...keys, 'donate_digit_2', 'donate_digit_5', 'donate_confirm']) await donor.press(key);
}

interface Ordered {
  readonly reference: OrderReference;
  readonly note: string | null;
  readonly isAnonymous: boolean | null;
}
async function order(): Promise<Ordered> {
  const [row] = await test.database.query(
    (sql) => sql<Ordered[]>`
      select reference, donor_note as note, is_anonymous as "isAnonymous" from orders where user_id = ${DONOR_ID}`,
  );
  return row!;
}

async function pay({ reference }: Ordered, change: object = {}) {
  const amounts = { price_amount: 25, pay_amount: 25, actually_paid: 25, ...change };
  const payment = paymentOf(reference, { userId: DONOR_ID, ...amounts });
  await settleIpn(test.database, payment);
  return payment.payment_id;
}

/** Everything that was promised to a chat, as data. */
const messagesTo = (chatId: number) =>
  test.database
    .query(
      (sql) => sql<{ message: Message }[]>`
        select payload -> 'message' as message from outbox
        where kind = 'send_message' and payload ->> 'chatId' = ${String(chatId)} order by outbox_id`,
    )
    .then((rows) => rows.map(({ message }) => message));
const wordsTo = async (chatId: number) =>
  (await messagesTo(chatId)).map((message) => viewOf(message).text.text).join('\n');

it('gives the donor’s note to the owner, in the notice and in the story', async () => {
  await openKeypad();
  const asked = await donor.press('donate_write_note');
  expect(asked.text).toContain('Send me your note to the owner now. Up to 200 characters.');
  expect((await donor.say('Great <work>,\n  keep going! 💝')).text).toContain(
    'Your note to the owner: “Great &lt;work&gt;, keep going! 💝”',
  );
  await confirm();
  await pay(await order());
  expect(await messagesTo(OWNER_ID)).toMatchObject([
    { type: 'donation_received', note: 'Great <work>, keep going! 💝' },
  ]);
  expect(await wordsTo(OWNER_ID)).toContain('<b>Note:</b> “Great &lt;work&gt;, keep going! 💝”');
  const { reference } = await order();
  expect((await owner.press(`own_order_${CHANNEL_ID}_${reference}`)).text).toContain('Note: “Great');
});

it.each([
  ['a'.repeat(200), true],
  ['💝'.repeat(200), true],
  ['a'.repeat(201), false],
  ['💝'.repeat(201), false],
  [` ${'a'.repeat(200)}\n\n`, true],
  ['bad\u0000\ud800text', true],
])('takes at most 200 characters as a note: %j', async (text, isTaken) => {
  await openKeypad();
  await donor.press('donate_write_note');
  const { message } = await donor.say(text);
  expect(message).toMatchObject({ type: 'keypad', ...(isTaken ? {} : { isNoteAsked: true }) });
  await confirm();
  expect((await order()).note === null).toBe(!isTaken);
});

it('takes a note that comes after the confirm, and says so', async () => {
  await openKeypad();
  await donor.press('donate_write_note');
  await confirm();
  await donor.say('Just in time');
  expect(await wordsTo(DONOR_ID)).toContain('Your note goes to the owner with your donation.');
  expect((await order()).note).toBe('Just in time');
  await donor.say('And another');
  expect((await order()).note).toBe('Just in time');
});

it('takes no note once the donation is paid or the keypad is gone', async () => {
  await openKeypad();
  await donor.press('donate_write_note');
  await confirm();
  await pay(await order());
  await donor.say('Too late');
  expect((await order()).note).toBeNull();
  expect((await messagesTo(DONOR_ID)).at(-1)).toMatchObject({ type: 'not_understood' });
});

const deletes = ({ reaction }: { readonly reaction: Reaction }) =>
  reaction.prompt.filter(({ type }) => type === 'delete_message').length;

it.each([false, true])(
  'takes nothing that is typed an hour after a note was asked for, before or after the confirm: %s',
  async (isConfirmed) => {
    await openKeypad();
    await donor.press('donate_write_note');
    if (isConfirmed) await confirm();
    await test.database.query((sql) => sql`update dialogs set asked_at = app_now() - interval '1 hour'`);
    expect(deletes(await donor.say('Where is my money?'))).toBe(0);
    expect((await messagesTo(DONOR_ID)).at(-1)).toMatchObject({ type: 'not_understood' });
    if (!isConfirmed) await confirm();
    expect((await order()).note).toBeNull();
  },
);

it('deletes only what was typed as a note', async () => {
  await openKeypad();
  await donor.press('donate_write_note');
  expect(deletes(await donor.say('a'.repeat(201)))).toBe(1);
  expect(deletes(await donor.say('One'))).toBe(1);
  await donor.press('donate_write_note');
  await confirm();
  await pay(await order());
  expect(deletes(await donor.say('Where is my link?'))).toBe(0);
  await test.database.query((sql) => sql`truncate orders, keypads cascade`);
  await openKeypad();
  await donor.press('donate_write_note');
  await test.database.query((sql) => sql`update keypads set last_tap_at = app_now() - interval '1 hour'`);
  expect(deletes(await donor.say('Two'))).toBe(0);
  expect((await messagesTo(DONOR_ID)).at(-1)).toMatchObject({ type: 'keypad_expired' });
});

it('drops a note', async () => {
  await openKeypad();
  await donor.press('donate_write_note');
  await donor.say('Hm');
  expect((await donor.press('donate_drop_note')).text).not.toContain('Hm');
  await confirm();
  expect((await order()).note).toBeNull();
});

it('stores a typed note once, however often it is delivered', async () => {
  await openKeypad();
  await donor.press('donate_write_note', 11);
  await donor.say('One', 12);
  await donor.press('donate_drop_note', 13);
  await donor.say('One', 12);
  await donor.press('donate_write_note', 11);
  await confirm();
  expect((await order()).note).toBeNull();
});

it.each<[readonly (readonly [string, number])[], boolean]>([
  [[['donate_anonymous', 1]], true],
  [
    [
      ['donate_anonymous', 1],
      ['donate_named', 2],
    ],
    false,
  ],
  [
    [
      ['donate_named', 2],
      ['donate_anonymous', 1],
    ],
    false,
  ],
  [
    [
      ['donate_named', 1],
      ['donate_anonymous', 3],
      ['donate_named', 2],
    ],
    true,
  ],
])('follows the choice that was made last, of %j', async (taps, isAnonymous) => {
  for (const isConfirmedFirst of [false, true]) {
    await test.database.query((sql) => sql`truncate orders, keypads cascade`);
    await openKeypad();
    if (isConfirmedFirst) await confirm();
    for (const [data, at] of taps) await donor.press(data, at + (isConfirmedFirst ? 100 : 200));
    if (!isConfirmedFirst) await confirm();
    expect((await order()).isAnonymous ?? false).toBe(isAnonymous);
  }
});

it('lets nobody else choose on a keypad', async () => {
  await openKeypad();
  await test.database.query((sql) => sql`update keypads set message_id = 9`);
  const stranger = personWith(test, 5);
  const callback = (data: string) => ({
    callback_query: {
      id: 'q',
      from: { id: 5, first_name: 'S' },
      data,
      message: { message_id: 9, chat: { id: DONOR_ID, type: 'private' } },
    },
  });
  for (const data of ['donate_anonymous', 'donate_write_note', 'donate_drop_note'])
    expect((await stranger.send(callback(data))).answer).toMatch(/Only the person who opened/);
});

describe('an anonymous donor', () => {
  const NAMED = new RegExp(`${DONOR_ID}|user_${DONOR_ID}`);

  it('is not named to the owner, wherever the donation is shown', async () => {
    await openKeypad();
    await confirm('donate_anonymous');
    await pay(await order());
    const { reference } = await order();
    const seen = [
      JSON.stringify(await messagesTo(OWNER_ID)),
      await wordsTo(OWNER_ID),
      ...(await Promise.all(
        [`orders_${CHANNEL_ID}`, `order_${CHANNEL_ID}_${reference}`, `audit_${CHANNEL_ID}_1`].map(
          async (page) => JSON.stringify(await owner.press(`own_${page}`)),
        ),
      )),
      Buffer.from((await makeExport(test.database, { openChannelId, name: 'orders' })).bytes).toString(),
    ];
    for (const text of seen) expect(text).not.toMatch(NAMED);
    expect(await wordsTo(OWNER_ID)).toMatch(/<b>\$25\.00.* from someone\./);
    expect(seen.at(-1)).toContain(reference);
  });

  it('cannot be looked up by an owner who guesses who it was', async () => {
    await openKeypad();
    await confirm('donate_anonymous');
    await pay(await order());
    expect((await owner.press(`own_member_${CHANNEL_ID}_${DONOR_ID}`)).answer).toBeDefined();
    expect((await owner.press(`own_buyer_${CHANNEL_ID}_${DONOR_ID}`)).text).not.toContain(`user_${DONOR_ID}`);
    await owner.press(`own_give_${CHANNEL_ID}`);
    await owner.say(`@user_${DONOR_ID}`);
    const [row] = await test.database.query(
      (sql) => sql<{ answer: object }[]>`
        select payload -> 'answer' as answer from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
    );
    expect(row?.answer).toMatchObject({ answer: 'username_unknown' });
  });

  it.each([false, true])(
    'is not named by a forged tap, after writing about another order: %s',
    async (wroteBefore) => {
      await openKeypad();
      await confirm('donate_anonymous');
      await pay(await order());
      const { reference } = await order();
      if (wroteBefore) {
        const other = await addTierOrder(test.database, { userId: DONOR_ID, openChannelId });
        await donor.press(`talk_order_${other}`);
        await donor.say('When is my link coming?');
      }
      for (const act of ['order', 'block', 'unblock']) {
        const seen = await owner.press(`talk_${act}_${reference}`);
        expect(seen.answer).toMatch(/^Only the buyer and the current owner of .* can write here\./);
        expect(JSON.stringify(seen)).not.toMatch(NAMED);
      }
      expect(JSON.stringify(await messagesTo(OWNER_ID))).not.toMatch(NAMED);
    },
  );

  it('is thanked, and can be refunded by the owner’s decision', async () => {
    await openKeypad();
    await confirm('donate_anonymous');
    const paymentId = await pay(await order(), { price_amount: 26 });
    expect(await messagesTo(OWNER_ID)).toMatchObject([{ type: 'odd_payment', payer: { userId: 0 } }]);
    await owner.press(`case_sent_${paymentId}`);
    expect(await messagesTo(DONOR_ID)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ type: 'payment_news', news: 'refunded' })]),
    );
    const log = await owner.press(`own_audit_${CHANNEL_ID}_1`);
    expect(log.text).toContain('marked a payment as sent back');
    const cases = await owner.press(`own_cases_${CHANNEL_ID}`);
    for (const page of [log, cases]) expect(JSON.stringify(page)).not.toMatch(NAMED);
  });

  it('is in the operator’s story', async () => {
    await openKeypad();
    await confirm('donate_anonymous');
    await pay(await order());
    const { reference } = await order();
    await test.database.query((sql) => sql`update outbox set delivered_at = app_now()`);
    const operators = JSON.stringify(await tellStory(test.database, reference));
    expect(operators).toMatch(NAMED);
    expect(operators).toContain('"isAnonymous":1');
    expect(JSON.stringify(await tellStory(test.database, reference, 'owner'))).not.toMatch(NAMED);
    expect((await owner.press(`own_order_${CHANNEL_ID}_${reference}`)).text).toContain(
      'I thanked the buyer.',
    );
  });
});
