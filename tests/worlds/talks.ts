import { OPEN, OWNER, startAccessWorld, type AccessWorld } from './access';
import { useFixture } from '../support/use-fixture';
import { personWith } from './owner';
import type { OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import { newReference } from '../../shared/services/common/new-reference';
import { addTierOrder } from '../support/subscription';
import { parseHtml } from '../../playground/telegram/html/html';

/** A message of the bot's, as it was sent. */
export interface SentMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
  readonly data: readonly string[];
}

let lastId = 70_000;

/** A channel with an owner and buyers, who write through the bot. */
export class TalkWorld {
  readonly access: AccessWorld;

  constructor(access: AccessWorld) {
    this.access = access;
  }

  get database() {
    return this.access.test.database;
  }

  close = () => this.access.close();

  /** A user who has started the bot. */
  newPerson(): number {
    const userId = ++lastId;
    this.access.telegram.addUser({ id: userId, first_name: 'P', username: `user_${userId}` });
    this.access.telegram.as(userId).start();
    return userId;
  }

  /** A new buyer with an order. */
  async newBuyer(
    openChannelId: OpenChannelId = OPEN,
  ): Promise<{ userId: number; reference: OrderReference }> {
    const userId = this.newPerson();
    return { userId, reference: await addTierOrder(this.database, { userId, openChannelId }) };
  }

  /** A donation that doesn't show the owner who gave it. */
  async newAnonymousGift(userId: number): Promise<OrderReference> {
    const reference = newReference();
    await this.database.query(
      (sql) => sql`
        insert into orders (reference, kind, user_id, open_channel_id, amount_cents, is_anonymous)
        values (${reference}, 'donation', ${userId}, ${OPEN}, 2500, true)`,
    );
    return reference;
  }

  /** Everything that was sent after the first `from` calls, oldest first. */
  sent(from = 0): readonly SentMessage[] {
    return this.access.telegram.calls.slice(from).flatMap(({ method, payload, ok, result }) => {
      if (method !== 'sendMessage' || !ok) return [];
      const { message_id: messageId } = result as { message_id: number };
      const { text } = parseHtml(String(payload['text']));
      const markup = JSON.stringify(payload['reply_markup'] ?? '');
      const data = [...markup.matchAll(/talk_[a-z]+_[A-Za-z0-9_-]{22}/g)].map(([found]) => found);
      return [{ chatId: Number(payload['chat_id']), messageId, text, data }];
    });
  }

  /** Performs what is due, and returns what was sent. */
  async drain(): Promise<readonly SentMessage[]> {
    const from = this.access.telegram.calls.length;
    await this.access.drain();
    return this.sent(from);
  }

  press = (userId: number, data: string) => personWith(this.access.test, userId).press(data);
  say = (userId: number, text: string) => personWith(this.access.test, userId).say(text);

  /** Sends a message with any content, as a reply to a message of the chat `inChat`, which is their own if it is not given. */
  reply(userId: number, messageId: number, content: object, inChat = userId) {
    const chat = { id: userId, type: 'private' };
    return personWith(this.access.test, userId).send({
      message: {
        message_id: 10,
        from: { id: userId, first_name: 'P', username: `user_${userId}` },
        chat,
        reply_to_message: { message_id: messageId, chat: { id: inChat, type: 'private' } },
        ...content,
      },
    });
  }

  /** Asks for a message about an order and writes it. Returns what was sent, the question aside. */
  async write({ userId, reference }: { userId: number; reference: OrderReference }, text: string) {
    await this.press(userId, `talk_order_${reference}`);
    await this.access.drain();
    await this.say(userId, text);
    return this.drain();
  }

  async giveTo(ownerId: number, openChannelId: OpenChannelId = OPEN): Promise<void> {
    await this.database.query(
      (sql) => sql`update channels set owner_user_id = ${ownerId} where open_channel_id = ${openChannelId}`,
    );
  }
}

export { OPEN, OWNER };

export const useTalkWorld = (): TalkWorld => useFixture(async () => new TalkWorld(await startAccessWorld()));
