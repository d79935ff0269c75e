import type { InlineKeyboardButton } from 'grammy/types';
import type { OwnerActionName } from '../../../../domain/owner/owner-actions';
import type { OfChannel, Payer } from '../../../../domain/messages/parts';
import { listArgument } from '../../../../domain/owner/lists';
import { callbackData } from '../../../codec/callback-data';
import { button } from '../../view';
import { ownButton } from '../menu';

/** A list that is shown page by page. */
interface Listed extends OfChannel {
  readonly page: number;
  readonly pages: number;
  readonly filter?: string;
}

/** The buttons that turn a list's pages, where it has several. */
export function pageButtons(list: Listed, action: OwnerActionName): InlineKeyboardButton[] {
  const { page, pages, filter } = list;
  if (pages <= 1) return [];
  const to = (number: number) => (filter === undefined ? number : listArgument({ filter, page: number }));
  return [
    ...(page > 1 ? ownButton(list, '« Prev', [action, to(page - 1)]) : []),
    button(`${page}/${pages}`, callbackData.pageInfo),
    ...(page < pages ? ownButton(list, 'Next »', [action, to(page + 1)]) : []),
  ];
}

interface Choosing<Filter extends string> {
  readonly action: OwnerActionName;
  readonly labels: Readonly<Record<Filter, string>>;
  readonly counts: Readonly<Record<Filter, number>>;
}

/** A button for each part of a list, with how many are in it; the one that is shown is marked. */
export const filterButtons = <Filter extends string>(
  list: Listed,
  { action, labels, counts }: Choosing<Filter>,
): InlineKeyboardButton[] =>
  (Object.keys(labels) as Filter[]).flatMap((filter) =>
    ownButton(list, `${filter === list.filter ? '• ' : ''}${labels[filter]} (${counts[filter]})`, [
      action,
      listArgument({ filter, page: 1 }),
    ]),
  );

/** Buttons in rows of `width`. */
export const inRows = (buttons: readonly InlineKeyboardButton[], width: number): InlineKeyboardButton[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  );

/** A payer on a button: by @username where there is one, else by id. */
export const payerLabel = ({ userId, username }: Payer): string =>
  username === null ? `user ${userId}` : `@${username}`;
