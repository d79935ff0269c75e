import { OPEN, OWNER, useTalkWorld, type SentMessage } from '../../../tests/worlds/talks';
import { personWith } from '../../../tests/worlds/owner';
import { purgeOld } from '../../database/operations/purge';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/common/time';

const world = useTalkWorld();
beforeEach(async () => {
  world.access.telegram.clearFaults();
  await world.giveTo(OWNER);
  // Every case has its own buyers, but one owner, who gets at most 60 messages an hour.
  await world.access.advance(HOUR_MS);
  await world.drain();
});

const textsTo = (sent: readonly SentMessage[], userId: number) =>
  sent.filter(({ chatId }) => chatId === userId).map(({ text }) => text);
const relayTo = (sent: readonly SentMessage[], userId: number): SentMessage => {
  const found = sent.find(({ chatId, data }) => chatId === userId && data.length === 2);
  if (found === undefined) throw new Error(`nothing was passed on to ${userId}: ${JSON.stringify(sent)}`);
  return found;
};
const textsKept = async () => {
  const [row] = await world.database.query(
    (sql) => sql<{ messages: number; promises: number; deliveries: number }[]>`
      select (select count(*)::int from support_messages where text is not null) as messages,
        (select count(*)::int from outbox where payload::text like '%secret%') as promises,
        (select count(*)::int from inbox where payload::text like '%secret%') as deliveries`,
  );
  return row;
};

it('passes a message on to the owner, with the order’s line, and the answer back', async () => {
  const buyer = await world.newBuyer();
  const asked = await world.write(buyer, 'Where is my <b>link</b>?');
  const toOwner = relayTo(asked, OWNER);
  expect(toOwner.text).toBe(
    [
      `✉️ @user_${buyer.userId} wrote to you`,
      'Month (1 month) in Signals for $30.00: not paid yet',
      'Where is my <b>link</b>?',
      "To answer, reply to this message. Your name isn't shown.",
    ].join('\n'),
  );
  expect(textsTo(asked, buyer.userId)).toEqual(['✉️ Sent to the owner of Signals. Their answer comes here.']);

  await world.reply(OWNER, toOwner.messageId, { text: 'In a minute.' });
  const answered = await world.drain();
  const toBuyer = relayTo(answered, buyer.userId);
  expect(toBuyer.text).toMatch(/^✉️ The owner of Signals wrote to you\n.*\nIn a minute\.\n/);
  expect(JSON.stringify(answered.filter(({ chatId }) => chatId === buyer.userId))).not.toMatch(/Olga|7001/);
  expect(textsTo(answered, OWNER)).toEqual([`✉️ Sent to @user_${buyer.userId}.`]);

  await world.reply(buyer.userId, toBuyer.messageId, { text: 'Thanks!' });
  expect(relayTo(await world.drain(), OWNER).text).toContain('Thanks!');
});

it('keeps no text once it was delivered', async () => {
  const buyer = await world.newBuyer();
  const { messageId } = relayTo(await world.write(buyer, 'my secret'), OWNER);
  await world.reply(OWNER, messageId, { text: 'my secret, too' });
  await world.drain();
  expect(await textsKept()).toEqual({ messages: 0, promises: 0, deliveries: 0 });
});

it('takes only the next message', async () => {
  const buyer = await world.newBuyer();
  await world.write(buyer, 'one');
  await world.say(buyer.userId, 'two');
  expect(textsTo(await world.drain(), OWNER)).toEqual([]);
});

it('takes no message an hour after it was asked for', async () => {
  const buyer = await world.newBuyer();
  await world.press(buyer.userId, `talk_order_${buyer.reference}`);
  await world.access.advance(HOUR_MS + 1_000);
  await world.say(buyer.userId, 'good night');
  expect(textsTo(await world.drain(), OWNER)).toEqual([]);
});

it('sends nothing after Cancel', async () => {
  const buyer = await world.newBuyer();
  await world.press(buyer.userId, `talk_order_${buyer.reference}`);
  expect((await world.press(buyer.userId, 'talk_cancel')).text).toBe('Nothing was sent.');
  await world.say(buyer.userId, 'hello');
  expect(textsTo(await world.drain(), OWNER)).toEqual([]);
});

it('writes once, however often an update is delivered', async () => {
  const buyer = await world.newBuyer();
  await world.press(buyer.userId, `talk_order_${buyer.reference}`);
  const updateId = 4_000_000 + buyer.userId;
  const person = personWith(world.access.test, buyer.userId);
  for (let times = 0; times < 3; times += 1) await person.say('once', updateId);
  expect(textsTo(await world.drain(), OWNER)).toHaveLength(1);
});

describe('a tap that is delivered again after another one', () => {
  /** Presses a button with the user's `nth` update. */
  const presserOf = (userId: number) => (data: string, nth: number) =>
    personWith(world.access.test, userId).press(data, 5_000_000_000 + userId * 10 + nth);

  it.each(['block', 'unblock'])('leaves the block as it is: %s', async (again) => {
    const buyer = await world.newBuyer();
    await world.write(buyer, 'hello');
    const press = presserOf(buyer.userId);
    const other = again === 'block' ? 'unblock' : 'block';
    for (const [act, nth] of [
      [again, 1],
      [other, 2],
      [again, 1],
    ] as const)
      await press(`talk_${act}_${buyer.reference}`, nth);
    await world.drain();
    await world.press(buyer.userId, `talk_order_${buyer.reference}`);
    const asked = textsTo(await world.drain(), buyer.userId).join();
    expect(asked.startsWith('🚫')).toBe(other === 'block');
  });

  it('ends no question that was asked since', async () => {
    const buyer = await world.newBuyer();
    const press = presserOf(buyer.userId);
    await press(`talk_order_${buyer.reference}`, 1);
    await press('talk_cancel', 2);
    await press(`talk_order_${buyer.reference}`, 3);
    await press('talk_cancel', 2);
    await world.say(buyer.userId, 'hello');
    expect(textsTo(await world.drain(), OWNER)).toHaveLength(1);
  });
});

it.each([
  [{ photo: [{}] }, 'I can only pass on text. Nothing was sent.'],
  [
    { text: 'x'.repeat(1_001) },
    "That's 1,001 characters, and I can pass on 1,000 at once. Nothing was sent.",
  ],
  [{ text: ' \n ' }, "There's no text in it. Nothing was sent."],
])('refuses %j with a sentence, and waits for another text', async (content, sentence) => {
  const buyer = await world.newBuyer();
  await world.press(buyer.userId, `talk_order_${buyer.reference}`);
  await world.drain();
  await world.reply(buyer.userId, 1, content);
  const refused = await world.drain();
  expect([textsTo(refused, buyer.userId), textsTo(refused, OWNER)]).toEqual([[sentence], []]);
  await world.say(buyer.userId, 'as text');
  expect(textsTo(await world.drain(), OWNER)).toHaveLength(1);
});

it('passes on characters that Postgres can’t store, replaced', async () => {
  const buyer = await world.newBuyer();
  expect(relayTo(await world.write(buyer, 'a\0b\ud800c'), OWNER).text).toContain('a\ufffdb\ufffdc');
});

it('bounds a flood, and says when to try again', async () => {
  const buyer = await world.newBuyer();
  const sent: SentMessage[] = [];
  for (let nth = 1; nth <= 7; nth += 1) sent.push(...(await world.write(buyer, `message ${nth}`)));
  expect(textsTo(sent, OWNER)).toHaveLength(5);
  const { answer } = await world.press(buyer.userId, `talk_order_${buyer.reference}`);
  expect(answer).toMatch(
    /^That's as many messages as I can pass on now\. Nothing was sent\. Try again in \d+ minutes\.$/,
  );
});

it('names an anonymous donor to nobody but the owner they wrote to about the donation', async () => {
  const buyer = await world.newBuyer();
  await world.write(buyer, 'Where is my link?');
  const gift = await world.newAnonymousGift(buyer.userId);
  const namesBy = async (data: string, owner: number) => {
    const { answer } = await world.press(owner, `${data}_${gift}`);
    const named = JSON.stringify(await world.drain()).includes(`user_${buyer.userId}`);
    if (!named) expect(answer).toMatch(/^Only the buyer and the current owner of Signals can write here\./);
    return named;
  };
  expect([await namesBy('talk_order', OWNER), await namesBy('talk_block', OWNER)]).toEqual([false, false]);
  await world.write({ ...buyer, reference: gift }, 'It was me.');
  const next = world.newPerson();
  await world.giveTo(next);
  expect([await namesBy('talk_order', next), await namesBy('talk_block', next)]).toEqual([false, false]);
  await world.giveTo(OWNER);
  expect([await namesBy('talk_order', OWNER), await namesBy('talk_block', OWNER)]).toEqual([true, true]);
});

it('warns an anonymous donor that writing names them, until they have written', async () => {
  const buyer = await world.newBuyer();
  const gift = { ...buyer, reference: await world.newAnonymousGift(buyer.userId) };
  const asked = async ({ userId, reference }: typeof buyer) => {
    await world.press(userId, `talk_order_${reference}`);
    return textsTo(await world.drain(), userId).join();
  };
  const warning = 'You gave this anonymously. If you write, the owner learns that it was you.';
  expect(await asked(buyer)).not.toContain(warning);
  expect(await asked(gift)).toContain(warning);
  await world.write(gift, 'It was me.');
  expect(await asked(gift)).not.toContain(warning);
});

it('lets a buyer write about a cancelled order if they have no other', async () => {
  const buyer = await world.newBuyer();
  await world.database.query(
    (sql) => sql`update orders set state = 'cancelled' where reference = ${buyer.reference}`,
  );
  await world.press(buyer.userId, 'talk_choose');
  await world.drain();
  await world.say(buyer.userId, 'I paid it.');
  expect(relayTo(await world.drain(), OWNER).text).toContain('for $30.00: cancelled');
});

describe('a block', () => {
  it('by the owner stops the buyer until it is lifted', async () => {
    const buyer = await world.newBuyer();
    await world.write(buyer, 'hello');
    await world.press(OWNER, `talk_block_${buyer.reference}`);
    const blocked = await world.drain();
    expect(textsTo(blocked, OWNER)).toEqual([
      `🚫 You blocked messages from @user_${buyer.userId} about Signals.`,
    ]);
    const { answer } = await world.press(buyer.userId, `talk_order_${buyer.reference}`);
    expect(answer).toBe("The owner of Signals doesn't take messages from you. Nothing was sent.");
    await world.press(OWNER, `talk_unblock_${buyer.reference}`);
    expect(textsTo(await world.write(buyer, 'again'), OWNER)).toHaveLength(1);
  });

  it('by the buyer stops the owner, even in what is on its way', async () => {
    const buyer = await world.newBuyer();
    const { messageId } = relayTo(await world.write(buyer, 'hello'), OWNER);
    await world.reply(OWNER, messageId, { text: 'go away' });
    await world.press(buyer.userId, `talk_block_${buyer.reference}`);
    const sent = await world.drain();
    expect(textsTo(sent, buyer.userId).join()).not.toContain('go away');
    expect(textsTo(sent, OWNER)).toEqual([
      `⚠️ Your answer didn't reach @user_${buyer.userId}. Try again later.`,
    ]);
    await world.reply(OWNER, messageId, { text: 'go away' });
    expect(textsTo(await world.drain(), OWNER)).toEqual([
      "This buyer doesn't take messages from Signals. Nothing was sent.",
    ]);
  });

  it('by a former owner ends with their ownership', async () => {
    const buyer = await world.newBuyer();
    await world.write(buyer, 'hello');
    await world.press(OWNER, `talk_block_${buyer.reference}`);
    const next = world.newPerson();
    await world.giveTo(next);
    await world.drain();
    expect(textsTo(await world.write(buyer, 'hello, new owner'), next)).toHaveLength(1);
  });

  it('at Telegram is told to the writer, who is asked nothing more', async () => {
    const buyer = await world.newBuyer();
    const { messageId } = relayTo(await world.write(buyer, 'hello'), OWNER);
    world.access.telegram.as(buyer.userId).block();
    await world.reply(OWNER, messageId, { text: 'secret' });
    expect(textsTo(await world.drain(), OWNER)).toEqual([
      `⚠️ Your answer didn't reach @user_${buyer.userId}. Try again later.`,
    ]);
    expect(await textsKept()).toMatchObject({ messages: 0 });
  });
});

describe('another owner', () => {
  it('gets what comes from now on, and what is still on its way', async () => {
    const buyer = await world.newBuyer();
    await world.write(buyer, 'to the former one');
    await world.press(buyer.userId, `talk_order_${buyer.reference}`);
    await world.say(buyer.userId, 'on its way');
    const next = world.newPerson();
    await world.giveTo(next);
    const sent = await world.drain();
    expect(textsTo(sent, OWNER)).toEqual([]);
    await world.reply(next, relayTo(sent, next).messageId, { text: 'I answer now' });
    expect(relayTo(await world.drain(), buyer.userId).text).toContain('I answer now');
  });

  it('keeps the former one from answering', async () => {
    const buyer = await world.newBuyer();
    const { messageId } = relayTo(await world.write(buyer, 'hello'), OWNER);
    await world.reply(OWNER, messageId, { text: 'too late' });
    const next = world.newPerson();
    await world.giveTo(next);
    await world.reply(OWNER, messageId, { text: 'too late' });
    const sent = await world.drain();
    expect(textsTo(sent, buyer.userId)).toEqual([]);
    expect(textsTo(sent, next)).toEqual([]);
    expect(textsTo(sent, OWNER).sort()).toEqual([
      'Only the buyer and the current owner of Signals can write here. Nothing was sent.',
      `⚠️ Your answer didn't reach @user_${buyer.userId}. Try again later.`,
    ]);
  });
});

it('tells a writer if a message can’t be delivered for a day', async () => {
  const buyer = await world.newBuyer();
  await world.press(buyer.userId, `talk_order_${buyer.reference}`);
  await world.drain();
  await world.say(buyer.userId, 'hello');
  world.access.telegram.fault({ method: 'sendMessage', kind: 'error', status: 429, retryAfter: 3_600 });
  await world.drain();
  await world.access.advance(DAY_MS + 1_000);
  expect(await world.drain()).toMatchObject([
    { chatId: buyer.userId, text: "⚠️ Your message didn't reach the owner of Signals. Try again later." },
  ]);
  expect(await textsKept()).toMatchObject({ messages: 0 });
});

describe('an answer that Telegram loses', () => {
  const neverAnswered = { method: 'sendMessage', kind: 'drop', afterPerforming: true } as const;
  /** Works for some hours. Returns what was sent to the buyer, and how many copies the owner got. */
  const worked = async (buyer: number, hours: number) => {
    const from = world.access.telegram.calls.length;
    for (let passed = 0; passed < hours; passed += 1) {
      await world.access.drain();
      await world.access.advance(HOUR_MS + MINUTE_MS);
    }
    const calls = world.access.telegram.calls.slice(from);
    const copies = calls.filter(
      ({ method, payload, result }) =>
        method === 'sendMessage' && payload['chat_id'] === OWNER && result !== undefined,
    );
    return { copies: copies.length, told: textsTo(world.sent(from), buyer) };
  };
  const written = async () => {
    const buyer = await world.newBuyer();
    await world.press(buyer.userId, `talk_order_${buyer.reference}`);
    await world.drain();
    await world.say(buyer.userId, 'hello');
    return buyer.userId;
  };
  const MAYBE = '⚠️ Your message may not have reached the owner of Signals. Try again later.';

  it('is repeated twice, whatever else failed before', async () => {
    const buyer = await written();
    world.access.telegram.fault({ method: 'sendMessage', kind: 'error', status: 429, times: 3 });
    world.access.telegram.fault({ ...neverAnswered, times: 2 });
    expect(await worked(buyer, 8)).toEqual({
      copies: 3,
      told: ['✉️ Sent to the owner of Signals. Their answer comes here.'],
    });
  });

  it('leaves it open whether the message arrived, even if another failure ends it', async () => {
    const first = await written();
    world.access.telegram.fault({ ...neverAnswered, times: 3 });
    expect(await worked(first, 4)).toEqual({ copies: 3, told: [MAYBE] });
    const second = await written();
    world.access.telegram.fault({ ...neverAnswered, times: 1 });
    world.access.telegram.fault({ method: 'sendMessage', kind: 'error', status: 400, times: 1 });
    expect(await worked(second, 4)).toEqual({ copies: 1, told: [MAYBE] });
  });
});

it('forgets after 90 days what routed the answers, but no block', async () => {
  const buyers = [await world.newBuyer(), await world.newBuyer()] as const;
  for (const buyer of buyers) await world.write(buyer, 'hello');
  await world.press(OWNER, `talk_block_${buyers[0].reference}`);
  await world.access.advance(91 * DAY_MS);
  for (let rounds = 0; rounds < 2; rounds += 1) await purgeOld(world.database);
  const left = await world.database.query(
    (sql) => sql`
      select (select count(*)::int from support_messages) as messages, user_id as "userId" from support_talks
      where open_channel_id = ${OPEN} and user_id in ${sql(buyers.map(({ userId }) => userId))}`,
  );
  expect(left).toEqual([{ messages: 0, userId: buyers[0].userId }]);
});
