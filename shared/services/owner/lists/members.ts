import { findMember, listMembers } from '../../../database/owner/member-lists';
import { listOrdersOf } from '../../../database/owner/order-lists';
import { isUserId } from '../../../domain/common/ids';
import { MEMBER_FILTERS, readPlace } from '../../../domain/owner/lists';
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

const UNKNOWN = { answer: 'member_unknown' } as const;

/** `/members`: who is in and until when, who is in without paying, who has paid and is not in. */
export const membersPage: Page = async ({ database, standing, argument, note }) => {
  const { filter, page } = readPlace(argument, MEMBER_FILTERS);
  const listing = await listMembers(database, { ...standing, filter, page });
  return { type: 'member_list', ...timedPageHeader(standing), filter, note, ...listing };
};

/** One person of this channel; `undefined` for who is none. */
async function memberOf({ database, standing, argument, note }: Drawing): Promise<Message | undefined> {
  const [id, ...place] = argument?.split('.') ?? [];
  const userId = Number(id);
  if (!isUserId(userId)) return undefined;
  const of = { openChannelId: standing.openChannelId, userId };
  const [found, ordered] = await Promise.all([findMember(database, of), listOrdersOf(database, of)]);
  const from = readPlace(place.join('.'), MEMBER_FILTERS);
  return found && { type: 'member_page', ...timedPageHeader(standing), ...found, ...ordered, from, note };
}

export const memberPage: Page = async (drawing) =>
  (await memberOf(drawing)) ?? membersPage({ ...drawing, argument: undefined });

export const memberHandlers = {
  members: showsPage(membersPage),
  member: async (asked) => {
    const message = await memberOf({ ...asked.handled, ...asked, note: null });
    return message === undefined ? refuse(asked, UNKNOWN) : show(asked, message);
  },
} satisfies Readonly<Record<string, OwnHandler>>;
