import type { Item } from '../../../domain/messages/parts';

/** What an order is called on the payment page. */
export const orderDescription = ({ item, title }: { readonly item: Item; readonly title: string }): string =>
  item.kind === 'donation' ? `Donation to ${title}` : `${title}: ${item.tierName}, ${item.days} days`;
