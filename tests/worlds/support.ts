import { paymentOf, settleIpn } from '../support/subscription';
import type { OrderReference } from '../../shared/domain/common/ids';
import type { RulingName } from '../../shared/domain/access/support-rulings';
import type { TestDatabase } from '../support/test-database';
import { BOT, CLOSED, OPEN, OWNER, type AccessWorld } from './access';
import { useFixture } from '../support/use-fixture';
import { newReference } from '../../shared/services/common/new-reference';
import { personWith, type Seen } from './owner';

/** The page that was promised last, which answers a typed message. */
export async function lastPage({ database }: Pick<TestDatabase, 'database'>) {
  const [row] = await database.query(
    (sql) => sql<{ page: string; argument: string | null; note: string | null }[]>`
      select payload ->> 'page' as page, payload ->> 'argument' as argument, payload ->> 'note' as note
      from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
  );
  if (row === undefined) throw new Error('no page was promised');
  return row;
}

export interface Wish {
  readonly by: number;
  readonly channel: number;
  readonly ruling: RulingName;
  readonly userId: number;
  readonly days?: number;
  readonly reason?: string;
}

/** Prepares a ruling up to its confirmation. Returns the callback data of the confirm button. */
export async function announce(
  test: Pick<TestDatabase, 'database'>,
  { by, channel, ruling, userId, days, reason = 'They asked kindly' }: Wish,
): Promise<string> {
  const person = personWith(test, by);
  const begun = await person.press(
    `own_${ruling}_${channel}_${userId}${days === undefined ? '' : `_${days}`}`,
  );
  if (begun.message?.type !== 'support_question')
    throw new Error(`no question: ${begun.text} ${String(begun.answer)}`);
  await person.say(reason);
  const { page, argument, note } = await lastPage(test);
  if (page !== 'ruling') throw new Error(`no ruling to confirm: ${page} ${String(note)}`);
  return `own_confirm_${channel}_${String(argument)}`;
}

let lastId = 7_000_000_000;
const MONTH = { name: 'Month', days: 30 };

/** What an owner and buyers do in a world: pay, rule and join. */
function supportIn(world: AccessWorld) {
  const { test, telegram, deps } = world;
  const { database } = test;
  const pay = async (userId: number, reference: string, change: object = {}) => {
    const raw = paymentOf(reference, { userId, openChannelId: OPEN, ...change });
    await settleIpn(database, raw);
    return raw.payment_id;
  };
  /** Opens an order of $30. */
  const order = async (userId: number, { name, days }: typeof MONTH): Promise<OrderReference> => {
    const reference = newReference();
    await database.query(
      (sql) => sql`
        with s as (
          insert into subscriptions (open_channel_id, user_id) values (${OPEN}, ${userId}) on conflict do nothing)
        insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents)
        values (${reference}, 'subscription', ${userId}, ${OPEN}, ${name}, ${days}, 3000)`,
    );
    return reference;
  };
  return {
    pay,
    /** A Telegram user who has not messaged the bot. */
    newPerson: (): number => {
      const userId = ++lastId;
      telegram.addUser({ id: userId, first_name: 'P', username: `person_${userId}` });
      return userId;
    },
    meet: async (userId: number) => {
      telegram.as(userId).start();
      await personWith(test, userId).say('/help');
    },
    order,
    buy: async (userId: number, tier = MONTH): Promise<{ reference: OrderReference; paymentId: number }> => {
      const reference = await order(userId, tier);
      return { reference, paymentId: await pay(userId, reference) };
    },
    rule: async (ruling: RulingName, userId: number, more: Partial<Wish> = {}): Promise<Seen> =>
      personWith(test, OWNER).press(
        await announce(test, { by: OWNER, channel: OPEN, ruling, userId, ...more }),
      ),
    /** Days until the access ends. `null`: they have none. */
    daysLeft: async (userId: number): Promise<number | null> => {
      const [row] = await database.query(
        (sql) => sql<{ days: number | null }[]>`
          select round(extract(epoch from paid_until - app_now()) / 86400)::int as days
          from subscriptions where user_id = ${userId} and open_channel_id = ${OPEN}`,
      );
      return row?.days ?? null;
    },
    status: async (userId: number) => (await deps.api.getChatMember(CLOSED, userId)).status,
    /** Asks to join by the link that they were sent, and lets the worker answer. */
    join: async (userId: number) => {
      await world.drain();
      const [link = 'none'] = await world.liveLinks(userId);
      telegram.as(userId).join(link);
      await personWith(test, userId).send({
        chat_join_request: {
          chat: { id: CLOSED, type: 'channel' },
          from: { id: userId, first_name: 'P' },
          invite_link: { creator: { id: BOT } },
        },
      });
      await world.drain();
    },
    acts: async (userId: number) =>
      (
        await database.query(
          (sql) => sql<{ act: string }[]>`
            select act from audit_log where user_id = ${userId} and actor_user_id is not null order by audit_id`,
        )
      ).map(({ act }) => act),
    /** The messages that were promised to them, as they are stored. */
    told: (userId: number) =>
      database.query(
        (sql) => sql<{ message: { type: string; news?: { type: string } } }[]>`
          select payload -> 'message' as message from outbox
          where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${userId} order by outbox_id`,
      ),
  };
}

/** `supportIn` for the tests of a file. */
export const useSupport = (world: AccessWorld) => useFixture(async () => supportIn(world));
