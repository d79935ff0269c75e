import { ALLOWED_UPDATES, parseUpdate } from '../../shared/telegram/update';
import type { UpdateContext } from '../../shared/services/common/update-context';
import { routeUpdate } from '../../shared/telegram/route-update';
import { viewOf } from '../../shared/telegram/views';
import type { Message } from '../../shared/domain/messages/messages';
import { answerUpdate } from '../../shared/services/answer-update';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { createScheduler } from '../../shared/services/operations/promise-scheduled';
import { addSellingChannel } from '../support/subscription';
import { startWebhook } from '../support/telegram-simulator';
import { useFixture } from '../support/use-fixture';
import { BOT, CLOSED, grantOf, OPEN, OWNER, startAccessWorld, type AccessWorld, type Buyer } from './access';

export const PUBLIC = -1004444444444;
/** Another administrator of the private channel, who may appoint the bot. */
export const ADMINISTRATOR = 7002;

/** A channel on sale, with its chats in a simulated Telegram whose updates are answered. */
export interface PlaceWorld extends AccessWorld {
  /** The Bot API, as updates are answered with it. */
  readonly asking: UpdateContext['asking'];
  /** Waits until Telegram's updates are handled, and performs what is due. */
  heard(): Promise<void>;
  /** A day later: handles what is scheduled, and performs it. */
  nextDay(): Promise<void>;
  /** The messages that were promised to a chat since the last call, without those that another call took. */
  told(chatId: number): Promise<Message[]>;
  /** A buyer with access and a link, who isn't in yet. */
  invited(): Promise<Buyer & { readonly inviteLink: string }>;
}

export const wordsOf = (message: Message | undefined): string =>
  message === undefined ? '' : viewOf(message).text.text.replace(/<[^>]*>/g, '');

async function startPlaceWorld(): Promise<PlaceWorld> {
  const world = await startAccessWorld();
  const { test, telegram, deps } = world;
  const { database } = test;
  await addSellingChannel(database, { openChannelId: OPEN, closedChannelId: CLOSED, ownerUserId: OWNER });
  telegram.addChannel({ id: PUBLIC, title: 'Signals news', creatorId: OWNER });
  telegram.addUser({ id: ADMINISTRATOR, first_name: 'Ada' });
  await database.query((sql) => sql`update channels set public_channel_id = ${PUBLIC}`);
  const asking = deps.api as typeof deps.api & UpdateContext['asking'];
  const webhook = await startWebhook(async ({ update }) => {
    const parsed = parseUpdate(update);
    if (parsed === undefined) throw new Error('Telegram sent something unreadable');
    const updateId = update.update_id;
    const delivery = deliveryOf('telegram', String(updateId));
    await answerUpdate(
      {
        database,
        delivery,
        updateId,
        botId: BOT,
        botUsername: 'telepay_bot',
        asking,
        owners: deps.owners,
        starsFor: deps.starsFor,
        log: deps.log,
      },
      routeUpdate(parsed, 'telepay_bot'),
    );
    return {};
  });
  const api = deps.api as typeof deps.api & { setWebhook(url: string, other: object): Promise<true> };
  await api.setWebhook(webhook.url, { allowed_updates: ALLOWED_UPDATES });
  const seen = new Map<number, number>();
  const heard = async () => {
    await telegram.drained();
    await world.drain();
  };
  return {
    ...world,
    asking,
    heard,
    nextDay: async () => {
      await world.advance(24 * 3600 * 1000);
      await createScheduler(deps)();
      await heard();
    },
    told: async (chatId) => {
      const rows = await database.query(
        (sql) => sql<{ outboxId: number; message: Message }[]>`
          select outbox_id as "outboxId", payload -> 'message' as message from outbox
          where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${chatId}
            and payload #>> '{living,as}' is distinct from 'edit_only'
            and outbox_id > ${seen.get(chatId) ?? 0} order by outbox_id`,
      );
      seen.set(chatId, rows.at(-1)?.outboxId ?? seen.get(chatId) ?? 0);
      return rows.map(({ message }) => message);
    },
    invited: async () => {
      const buyer = await world.newBuyer('30 days');
      await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
      return { ...buyer, inviteLink: String((await world.liveLinks(buyer.userId))[0]) };
    },
    close: async () => {
      await world.close();
      await webhook.close();
    },
  };
}

/** A place world for the tests of a file. */
export const usePlaceWorld = (): PlaceWorld => useFixture(startPlaceWorld);
