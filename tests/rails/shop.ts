import type { Person, SimMessage } from '../../playground/telegram/index';
import { saveChannels } from '../../shared/database/owner/channels';
import type { Channel } from '../../shared/domain/common/channel';
import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { TapKey } from '../../shared/domain/donations/presets';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import { BOT, type RailWorld } from './rail-world';

export const MONTH = { name: 'Month', priceCents: 3000 as Cents, days: 30 };

/** A private channel that is sold, with its owner. Each scenario has its own. */
export interface Shop {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly owner: Customer;
  /** Changes what the owner set, as their pages or the operator's file do. */
  change(given: Partial<Channel>): Promise<void>;
}

/** Somebody who uses the bot: a buyer, a donor, or an owner. */
export interface Customer {
  readonly userId: number;
  readonly person: Person;
}

let last = 0;

export function newCustomer({ telegram }: RailWorld): Customer {
  const userId = 60_000 + (last += 1);
  telegram.addUser({
    id: userId,
    first_name: `User ${userId}`,
    username: `user_${userId}`,
    hasStarted: true,
  });
  return { userId, person: telegram.as(userId) };
}

/** Opens a shop that sells a month, or what else is given. */
export async function openShop(world: RailWorld, opened: Partial<Channel> = {}): Promise<Shop> {
  const { telegram, database } = world;
  const owner = newCustomer(world);
  const openChannelId = (-1_001_000_000_000 - owner.userId) as OpenChannelId;
  const closedChannelId = (-1_002_000_000_000 - owner.userId) as ClosedChannelId;
  const title = `Shop ${owner.userId}`;
  const change = (given: Partial<Channel>) =>
    saveChannels(database, [
      {
        openChannelId,
        closedChannelId,
        title,
        description: '',
        ownerUserId: owner.userId,
        donationMessage: 'Thank you.',
        notificationsEnabled: true,
        notificationsChatId: null,
        tolerancePercent: 1,
        graceHours: 24,
        removals: 'on',
        fileListed: true,
        tiers: [MONTH],
        ...opened,
        ...given,
      },
    ]);
  await change({});
  telegram.addChannel({ id: closedChannelId, title, creatorId: owner.userId });
  telegram.setMember(closedChannelId, BOT, 'administrator');
  await world.settleDown();
  return {
    openChannelId,
    closedChannelId,
    owner,
    change: async (given) => {
      await change(given);
    },
  };
}

/** The bot's messages in a private chat that weren't deleted, newest first. */
export const writtenTo = ({ telegram }: RailWorld, { userId }: Customer): readonly SimMessage[] =>
  telegram
    .messages(userId)
    .filter(({ from }) => from?.is_bot === true)
    .reverse();

export const buttonsOn = ({ reply_markup }: SimMessage) => reply_markup?.inline_keyboard.flat() ?? [];

/** The newest message with a button whose callback data matches, and that data. */
export function findButton(world: RailWorld, customer: Customer, data: RegExp) {
  for (const message of writtenTo(world, customer))
    for (const button of buttonsOn(message))
      if ('callback_data' in button && data.test(button.callback_data))
        return { messageId: message.message_id, data: button.callback_data };
  return undefined;
}

/** Where the newest button leads whose address matches. */
export function urlOn(world: RailWorld, customer: Customer, url: RegExp): string {
  for (const message of writtenTo(world, customer))
    for (const button of buttonsOn(message)) if ('url' in button && url.test(button.url)) return button.url;
  throw new Error(`${customer.userId} has no button to ${url.source}`);
}

/** Presses the newest button whose callback data matches, and lets everything happen that follows. */
export async function press(world: RailWorld, customer: Customer, data: RegExp): Promise<string> {
  const found = findButton(world, customer, data);
  if (found === undefined) {
    const seen = writtenTo(world, customer).map(({ text }) => text);
    throw new Error(`${customer.userId} has no button ${data.source}, but reads ${JSON.stringify(seen)}`);
  }
  const { text = '' } = await customer.person.press(customer.userId, found.messageId, found.data);
  await world.settleDown();
  return text;
}

const escaped = (data: string) => new RegExp(`^${data.replace(/[^\w]/g, '\\$&')}$`);

/** Opens the offer by its link. */
export async function openOffer(world: RailWorld, shop: Shop, buyer: Customer): Promise<void> {
  buyer.person.start(`sub_${shop.openChannelId}`);
  await world.settleDown();
}

export const tierButton = (shop: Shop, position = 1) =>
  escaped(callbackData.buy(shop.openChannelId, position));

/** Types an amount on a keypad and confirms it. */
export async function donateByKeypad(
  world: RailWorld,
  shop: Shop,
  donor: Customer,
  text: string,
): Promise<void> {
  donor.person.start(`donate_${shop.openChannelId}`);
  await world.settleDown();
  const tap = (key: TapKey) => press(world, donor, escaped(callbackData.key(key)));
  for (const key of text) await tap(key as TapKey);
  await tap('confirm');
}

/** A buyer's newest order in a shop. */
export async function newestOrder(world: RailWorld, shop: Shop, buyer: Customer): Promise<OrderReference> {
  const [row] = await world.database.query(
    (sql) => sql<{ reference: OrderReference }[]>`
      select reference from orders where (open_channel_id, user_id) = (${shop.openChannelId}, ${buyer.userId})
      order by created_at desc limit 1`,
  );
  if (row === undefined) throw new Error(`${buyer.userId} has no order`);
  return row.reference;
}
