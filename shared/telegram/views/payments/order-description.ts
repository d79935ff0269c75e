import { areForEver } from '../../../domain/common/for-ever';
import type { Item } from '../../../domain/messages/parts';

/** The name of an order on NOWPayments' page. A part that is empty falls away. */
export function orderDescription({ item, title }: { readonly item: Item; readonly title: string }): string {
  if (item.kind === 'donation') return title === '' ? 'Donation' : `Donation to ${title}`;
  const days = areForEver(item.days) ? 'lifetime' : item.days === 1 ? '1 day' : `${item.days} days`;
  if (title === '') return `${item.tierName || 'Subscription'}, ${days}`;
  return item.tierName === '' ? `${title}: ${days}` : `${title}: ${item.tierName}, ${days}`;
}
