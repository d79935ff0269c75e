import fc from 'fast-check';
import { useTalkWorld, type SentMessage } from '../../../tests/worlds/talks';
import { addSellingChannel } from '../../../tests/support/subscription';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../domain/common/ids';

const world = useTalkWorld();

const PEOPLE = 5;
const person = fc.nat({ max: PEOPLE - 1 });
const action = fc.oneof(
  fc.record({ do: fc.constant('ask' as const), who: person, order: fc.nat(1) }),
  fc.record({ do: fc.constant('say' as const), who: person }),
  // Any message of the bot's, in their own chat or named as one of another chat.
  fc.record({ do: fc.constant('reply' as const), who: person, nth: fc.nat(30), chat: person }),
  fc.record({ do: fc.constant('block' as const), who: person, order: fc.nat(1) }),
  fc.record({ do: fc.constant('unblock' as const), who: person, order: fc.nat(1) }),
  fc.record({ do: fc.constant('give' as const), who: person }),
  fc.constant({ do: 'drain' as const }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

interface Order {
  readonly userId: number;
  readonly reference: OrderReference;
}

/** The writer of a text, and the orders that it may be about. */
interface Word {
  readonly writer: number;
  readonly references: readonly OrderReference[];
}

let channels = 0;
let delivered = 0;

/** The order that a person is asked for a message about. */
async function questionOf(userId: number): Promise<string | undefined> {
  const [dialog] = await world.database.query(
    (sql) => sql<{ about: string }[]>`
      select draft ->> 'reference' as about from dialogs where user_id = ${userId}`,
  );
  return dialog?.about;
}

/** Two buyers, an owner and two others in a channel of their own, and who may read what they write. */
class Run {
  readonly people: readonly number[];
  readonly orders: readonly Order[];
  readonly #channel: OpenChannelId;
  readonly #asked = new Map<number, OrderReference>();
  readonly #words = new Map<string, Word>();
  readonly #sent: SentMessage[] = [];
  #owner: number;

  constructor(channel: OpenChannelId, orders: readonly Order[], others: readonly number[]) {
    this.#channel = channel;
    this.orders = orders;
    this.people = [...orders.map(({ userId }) => userId), ...others];
    this.#owner = others[0] ?? 0;
  }

  async act(of: Action): Promise<void> {
    if (of.do === 'drain') return this.drain();
    const who = this.people[of.who] ?? 0;
    const order = 'order' in of ? this.orders[of.order] : undefined;
    switch (of.do) {
      case 'ask':
        if (order === undefined) return;
        await world.press(who, `talk_order_${order.reference}`);
        // A refused one leaves the question before it open.
        if ((await questionOf(who)) === order.reference) this.#asked.set(who, order.reference);
        return;
      case 'block':
      case 'unblock':
        await world.press(who, `talk_${of.do}_${order?.reference ?? ''}`);
        return;
      case 'say':
        await world.say(who, this.#word(who, []));
        return;
      case 'reply': {
        const message = this.#sent[of.nth % Math.max(1, this.#sent.length)];
        const inChat = this.people[of.chat] ?? who;
        const isRelay = message?.chatId === who && inChat === who;
        const shown = isRelay ? (message.data.map((data) => data.slice(-22)) as OrderReference[]) : [];
        await world.reply(who, message?.messageId ?? 1, { text: this.#word(who, shown) }, inChat);
        return;
      }
      case 'give':
        this.#owner = who;
        await world.giveTo(who, this.#channel);
    }
  }

  /** Delivers what is due, and checks that each word went to its reader alone. */
  async drain(): Promise<void> {
    const sent = await world.drain();
    this.#sent.push(...sent);
    for (const { chatId, text } of sent)
      for (const [token] of text.matchAll(/word\d+!/g)) {
        expect(this.#readersOf(token)).toContain(chatId);
        delivered += 1;
      }
  }

  #word(writer: number, shown: readonly OrderReference[]): string {
    const token = `word${this.#words.size}!`;
    const asked = this.#asked.get(writer);
    this.#words.set(token, { writer, references: [...shown, ...(asked === undefined ? [] : [asked])] });
    return token;
  }

  #readersOf(token: string): readonly number[] {
    const { writer, references } = this.#words.get(token) ?? { writer: 0, references: [] };
    return this.orders
      .filter(({ reference }) => references.includes(reference))
      .flatMap(({ userId }) => (writer === userId ? [this.#owner] : writer === this.#owner ? [userId] : []))
      .filter((reader) => reader !== writer);
  }
}

async function newRun(): Promise<Run> {
  const channel = (-1_005_500_000_000 - ++channels) as OpenChannelId;
  const others = [world.newPerson(), world.newPerson(), world.newPerson()];
  await addSellingChannel(world.database, {
    openChannelId: channel,
    closedChannelId: (-1_005_600_000_000 - channels) as ClosedChannelId,
    ownerUserId: others[0] ?? 0,
  });
  return new Run(channel, [await world.newBuyer(channel), await world.newBuyer(channel)], others);
}

it('gives nobody else a word, whatever is asked, forged, blocked or given away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 40 }), async (actions) => {
      const run = await newRun();
      // So that there is something to reply to.
      await run.act({ do: 'ask', who: 0, order: 0 });
      await run.act({ do: 'say', who: 0 });
      await run.drain();
      for (const each of actions) await run.act(each);
      await run.drain();
    }),
    { numRuns: 12 },
  );
  expect(delivered).toBeGreaterThanOrEqual(12); // one at least in each run
});
