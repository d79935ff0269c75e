import { listOrders } from '../../../database/owner/order-lists';
import { ORDER_FILTERS, readPlace } from '../../../domain/owner/lists';
import type { Message } from '../../../domain/messages/messages';
import { storyOf } from '../../payments/order-story';
import {
  timedPageHeader,
  refuseOwnerAction,
  showMessage,
  showsPage,
  type OwnerActionHandler,
  type PageBuilder,
  type PageInput,
} from '../page/owner-request';

const UNKNOWN = { answer: 'channel_order_unknown' } as const;

/** Builds the page of `/orders`, newest first. */
export const ordersPage: PageBuilder = async ({ database, channelRole, argument, note }) => {
  const { filter, page } = readPlace(argument, ORDER_FILTERS);
  const listing = await listOrders(database, { ...channelRole, filter, page });
  return { type: 'order_list', ...timedPageHeader(channelRole), filter, note, ...listing };
};

const storyIn = ({ database, channelRole, argument }: PageInput): Promise<Message | undefined> =>
  storyOf({ database, standing: channelRole, argument });

export const orderPage: PageBuilder = async (input) =>
  (await storyIn(input)) ?? ordersPage({ ...input, argument: undefined });

export const orderHandlers = {
  orders: showsPage(ordersPage),
  order: async (request) => {
    const message = await storyIn({ ...request.context, ...request, note: null });
    return message === undefined ? refuseOwnerAction(request, UNKNOWN) : showMessage(request, message);
  },
} satisfies Readonly<Record<string, OwnerActionHandler>>;
