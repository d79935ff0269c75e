import { findChannelOf, findOrderIn, listOrders } from '../../../database/owner/order-lists';
import type { Database } from '../../../database/connection/pool';
import { readChannelRole } from '../../../database/common/channel-roles';
import { tellStory } from '../../../database/payments/stories';
import { isOrderReference, type OrderReference } from '../../../domain/common/ids';
import { ORDER_FILTERS, readPlace } from '../../../domain/owner/lists';
import type { Message } from '../../../domain/messages/messages';
import {
  timedPageHeader,
  refuse,
  show,
  showsPage,
  type Drawing,
  type OwnHandler,
  type Page,
} from '../page/owner-request';

const UNKNOWN = 'I do not know this order.';

/** `/orders`, the newest first. */
export const ordersPage: Page = async ({ database, standing, argument, note }) => {
  const { filter, page } = readPlace(argument, ORDER_FILTERS);
  const listing = await listOrders(database, { ...standing, filter, page });
  return { type: 'order_list', ...timedPageHeader(standing), filter, note, ...listing };
};

/** What happened to an order of this channel; `undefined` for one of another. */
async function storyOf({
  database,
  standing,
  argument,
}: Pick<Drawing, 'database' | 'standing' | 'argument'>): Promise<Message | undefined> {
  if (argument === undefined || !isOrderReference(argument)) return undefined;
  const { openChannelId } = standing;
  const order = await findOrderIn(database, { openChannelId, reference: argument });
  if (order === undefined) return undefined;
  return {
    type: 'owner_story',
    ...timedPageHeader(standing),
    ...order,
    events: await tellStory(database, argument),
  };
}

export const orderPage: Page = async (drawing) =>
  (await storyOf(drawing)) ?? ordersPage({ ...drawing, argument: undefined });

/** What happened to an order, for who runs its channel and nobody else. */
export async function storyForOwner(
  database: Database,
  { reference, userId }: { readonly reference: OrderReference; readonly userId: number },
): Promise<Message | undefined> {
  const openChannelId = await findChannelOf(database, { reference, userId });
  const standing = openChannelId && (await readChannelRole(database, { openChannelId, userId }));
  return standing && storyOf({ database, standing, argument: reference });
}

export const orderHandlers = {
  orders: showsPage(ordersPage),
  order: async (asked) => {
    const message = await storyOf({ ...asked.handled, ...asked });
    return message === undefined ? refuse(asked, UNKNOWN) : show(asked, message);
  },
} satisfies Readonly<Record<string, OwnHandler>>;
