import type { InlineKeyboardButton } from 'grammy/types';
import type { OwnerActionName } from '../../../../domain/owner/owner-actions';
import type { OfChannel } from '../../../../domain/messages/parts';
import { LISTED_AT_MOST, listArgument } from '../../../../domain/owner/lists';
import type { Html } from '../../html';
import { pageCounter } from '../../view';
import type { Wording } from '../../wording';
import type { WordingKey } from '../../../catalog';
import { ownButton } from '../menu';

/** A message that shows one page of a list. */
interface PagedList extends OfChannel {
  readonly page: number;
  readonly pages: number;
  readonly filter?: string;
}

/** Buttons to the pages before and after. None if there is only one page. */
export function pageButtons(
  list: PagedList,
  action: OwnerActionName,
  wording: Wording,
): InlineKeyboardButton[] {
  const { page, pages, filter } = list;
  if (pages <= 1) return [];
  const to = (number: number) => (filter === undefined ? number : listArgument({ filter, page: number }));
  return [
    ...(page > 1 ? ownButton(list, wording.text('common-previous'), [action, to(page - 1)]) : []),
    pageCounter(page, pages),
    ...(page < pages ? ownButton(list, wording.text('common-next'), [action, to(page + 1)]) : []),
  ];
}

/** A count in words. It is not known exactly if there are more than a list has. */
export const countInWords = (count: number, wording: Wording): number | string =>
  count > LISTED_AT_MOST ? wording.text('lists-more-than', { count: LISTED_AT_MOST }) : count;

/** Says on the last page of a list that there are more. */
export const cutLines = (list: PagedList, count: number, wording: Wording): readonly (Html | '')[] =>
  count > LISTED_AT_MOST && list.page >= list.pages
    ? ['', wording.html('lists-cut', { count: LISTED_AT_MOST })]
    : [];

interface FilterChoice<Filter extends string> {
  readonly action: OwnerActionName;
  readonly labels: Readonly<Record<Filter, WordingKey>>;
  readonly counts: Readonly<Record<Filter, number>>;
}

/** A button for each filter of a list, with its count. The current filter is marked. */
export const filterButtons = <Filter extends string>(
  list: PagedList,
  { action, labels, counts }: FilterChoice<Filter>,
  wording: Wording,
): InlineKeyboardButton[] =>
  (Object.keys(labels) as Filter[]).flatMap((filter) => {
    const shown = { filter: wording.text(labels[filter]), count: countInWords(counts[filter], wording) };
    const label = wording.text(filter === list.filter ? 'lists-filter-chosen' : 'lists-filter', shown);
    return ownButton(list, label, [action, listArgument({ filter, page: 1 })]);
  });

/** Buttons in rows of `width`. */
export const inRows = (buttons: readonly InlineKeyboardButton[], width: number): InlineKeyboardButton[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  );
