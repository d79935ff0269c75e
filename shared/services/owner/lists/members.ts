import { findMember } from '../../../database/owner/member-details';
import { listMembers } from '../../../database/owner/member-lists';
import { listRefundable } from '../../../database/stars/refunds';
import { listOrdersOf } from '../../../database/owner/order-lists';
import { isUserId } from '../../../domain/common/ids';
import { MEMBER_FILTERS, readPlace } from '../../../domain/owner/lists';
import type { Message } from '../../../domain/messages/messages';
import {
  timedPageHeader,
  refuseOwnerAction,
  showMessage,
  showsPage,
  type PageInput,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

const UNKNOWN = { answer: 'member_unknown' } as const;

/** Builds the page of `/members`: members with access, members without, and subscribers who aren't in. */
export const membersPage: PageBuilder = async ({ database, channelRole, argument, note }) => {
  const { filter, page } = readPlace(argument, MEMBER_FILTERS);
  const listing = await listMembers(database, { ...channelRole, filter, page });
  return { type: 'member_list', ...timedPageHeader(channelRole), filter, note, ...listing };
};

/** The message about one member; `undefined` for a user who isn't one of this channel's. */
async function readMemberMessage({
  database,
  channelRole,
  argument,
  note,
}: PageInput): Promise<Message | undefined> {
  const [id, ...place] = argument?.split('.') ?? [];
  const userId = Number(id);
  if (!isUserId(userId)) return undefined;
  const key = { openChannelId: channelRole.openChannelId, userId };
  const [found, ordered, refundable] = await Promise.all([
    findMember(database, key),
    listOrdersOf(database, key),
    listRefundable(database, key),
  ]);
  const from = readPlace(place.join('.'), MEMBER_FILTERS);
  return (
    found && {
      type: 'member_page',
      ...timedPageHeader(channelRole),
      ...found,
      ...ordered,
      refundable,
      from,
      note,
    }
  );
}

export const memberPage: PageBuilder = async (input) =>
  (await readMemberMessage(input)) ?? membersPage({ ...input, argument: undefined });

export const memberHandlers = {
  members: showsPage(membersPage),
  member: async (request) => {
    const message = await readMemberMessage({ ...request.context, ...request, note: null });
    return message === undefined ? refuseOwnerAction(request, UNKNOWN) : showMessage(request, message);
  },
} satisfies Readonly<Record<string, OwnerActionHandler>>;
