import { listOrders } from '../../../database/owner/order-lists';
import { ORDER_FILTERS, readPlace } from '../../../domain/owner/lists';
import { storyOf } from '../../payments/order-story';
import { timedPageHeader, refuse, show, showsPage, type OwnHandler, type Page } from '../page/owner-request';

const UNKNOWN = { answer: 'order_unknown' } as const;

/** `/orders`, the newest first. */
export const ordersPage: Page = async ({ database, standing, argument, note }) => {
  const { filter, page } = readPlace(argument, ORDER_FILTERS);
  const listing = await listOrders(database, { ...standing, filter, page });
  return { type: 'order_list', ...timedPageHeader(standing), filter, note, ...listing };
};

export const orderPage: Page = async (drawing) =>
  (await storyOf(drawing)) ?? ordersPage({ ...drawing, argument: undefined });

export const orderHandlers = {
  orders: showsPage(ordersPage),
  order: async (asked) => {
    const message = await storyOf({ ...asked.handled, ...asked });
    return message === undefined ? refuse(asked, UNKNOWN) : show(asked, message);
  },
} satisfies Readonly<Record<string, OwnHandler>>;
