import type { Item } from '../../../domain/messages/parts';

/** The name of an order on NOWPayments' page. */
export const orderDescription = ({ item, title }: { readonly item: Item; readonly title: string }): string =>
  item.kind === 'donation' ? `Donation to ${title}` : `${title}: ${item.tierName}, ${item.days} days`;
