import type { SimMessage } from '../../../playground/telegram/index';
import { CAST } from '../../../playground/stack';
import type { OpenChannelId } from '../../../shared/domain/common/ids';
import { callbackData } from '../../../shared/telegram/codec/callback-data';
import type { Patience } from './eventually';
import { eventuallyIn } from './eventually-in';
import { buttonsOf, press, referenceIn, writtenTo } from './chat';
import { type Donor, OPEN, type World } from '../../worlds/journey';

export const CLOSED: number = CAST.closed.id;

export interface Invoice {
  readonly message: SimMessage;
  readonly invoiceId: string;
  readonly reference: string;
}

/** Presses the button whose label matches, on the newest message that has one. */
export async function pressLabel(world: World, person: Donor, label: RegExp) {
  const find = (message: SimMessage) =>
    buttonsOf(message).find((button) => 'callback_data' in button && label.test(button.text));
  const message = await eventuallyIn(world, () => {
    const found = writtenTo(world, person.id).findLast((each) => find(each) !== undefined);
    if (found === undefined) throw new Error(`${person.id} has no button ${label.source}`);
    return found;
  });
  const button = find(message);
  return press(world, person, message, button && 'callback_data' in button ? button.callback_data : '');
}

/** The target of the message's URL button. */
export const urlIn = (message: SimMessage): string =>
  buttonsOf(message).flatMap((button) => ('url' in button ? [button.url] : []))[0] ?? '';

const invoiceIn = (message: SimMessage): Invoice => ({
  message,
  invoiceId: new URL(urlIn(message)).searchParams.get('iid') ?? '',
  reference: referenceIn(message),
});

/** Orders a tier by taps alone, from the offer's link to the invoice. */
export async function order(
  world: World,
  buyer: Donor,
  {
    tier = 1,
    channel = OPEN,
    patience,
  }: { tier?: number; channel?: OpenChannelId; patience?: Patience | undefined } = {},
): Promise<Invoice> {
  const before = new Set(writtenTo(world, buyer.id).map(({ message_id }) => message_id));
  buyer.person.start(`sub_${channel}`);
  const data = callbackData.buy(channel, tier);
  const page = await eventuallyIn(
    world,
    () => {
      const found = writtenTo(world, buyer.id).findLast(
        (message) =>
          !before.has(message.message_id) &&
          buttonsOf(message).some((button) => 'callback_data' in button && button.callback_data === data),
      );
      if (found === undefined) throw new Error('no offer arrived');
      return found;
    },
    patience,
  );
  await press(world, buyer, page, data);
  return newInvoice(world, buyer, before, patience);
}

/** Waits for an invoice that is not among the messages in `before`. */
export const newInvoice = (
  world: World,
  buyer: Donor,
  before: ReadonlySet<number>,
  patience?: Patience,
): Promise<Invoice> =>
  eventuallyIn(
    world,
    () => {
      const message = writtenTo(world, buyer.id).findLast(
        (each) => !before.has(each.message_id) && /iid=/.test(urlIn(each)),
      );
      if (message === undefined) throw new Error('no invoice arrived');
      return invoiceIn(message);
    },
    patience,
  );

export async function buy(
  world: World,
  buyer: Donor,
  choice: Parameters<typeof order>[2] = {},
): Promise<Invoice> {
  const invoice = await order(world, buyer, choice);
  await world.nowpayments.pay(invoice.invoiceId, { coin: 'usdttrc20' });
  return invoice;
}

/** Waits for the invite link that is sent to a buyer. */
export const linkOf = (world: World, buyer: Donor, patience?: Patience): Promise<string> =>
  eventuallyIn(
    world,
    () => {
      const urls = writtenTo(world, buyer.id).map(urlIn);
      const link = urls.findLast((url) => url.startsWith('https://t.me/+'));
      if (link === undefined) throw new Error(`no invite link was sent to ${buyer.id}`);
      return link;
    },
    patience,
  );

interface Snapshot {
  readonly chats: readonly {
    readonly id: number;
    readonly members?: readonly { readonly status: string; readonly user: { readonly id: number } }[];
    readonly invite_links?: readonly { readonly invite_link: string; readonly is_revoked: boolean }[];
  }[];
}

const closedChat = ({ telegram }: World, closedId: number) =>
  (telegram.snapshot() as Snapshot).chats.find(({ id }) => id === closedId);

/** Whether a user is in the private channel, as Telegram knows it. */
export const isIn = (world: World, { id }: Donor, closedId = CLOSED): boolean =>
  ['member', 'administrator', 'creator'].includes(
    closedChat(world, closedId)?.members?.find(({ user }) => user.id === id)?.status ?? 'left',
  );

export const liveLinks = (world: World, closedId = CLOSED): string[] =>
  (closedChat(world, closedId)?.invite_links ?? [])
    .filter(({ is_revoked }) => !is_revoked)
    .map(({ invite_link }) => invite_link);

/** Uses the link that was sent, and waits until the buyer is in the private channel. */
export async function joinByLink(
  world: World,
  buyer: Donor,
  closedId = CLOSED,
  patience?: Patience,
): Promise<void> {
  buyer.person.join(await linkOf(world, buyer, patience));
  await eventuallyIn(
    world,
    () => {
      if (!isIn(world, buyer, closedId)) throw new Error(`${buyer.id} is not in yet`);
    },
    patience,
  );
}

/** Moves the clock and lets the worker do what is due then. */
export async function later(world: World, interval: string): Promise<void> {
  await world.moveClock(interval);
  await world.tick();
}
