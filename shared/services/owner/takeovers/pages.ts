import { readDifference } from '../../../database/takeovers/compare-lines';
import { listTakeovers, readTakeover } from '../../../database/takeovers/takeovers';
import type { Message } from '../../../domain/messages/messages';
import { readTakeoverArgument } from '../../../domain/takeovers/options';
import { shownTakeover } from '../../../domain/takeovers/tell-takeover';
import { membersPage } from '../lists/members';
import { timedPageHeader, type PageBuilder, type PageInput } from '../page/owner-request';

/** Builds the page that asks for a list of members. */
export const takeOverPage: PageBuilder = async ({ database, channelRole, note }) => ({
  type: 'takeover_start',
  ...timedPageHeader(channelRole),
  earlier: (await listTakeovers(database, channelRole.openChannelId)).map(
    ({ takeoverId, state, startedAt, total }) => ({ takeoverId, state, startedAt, total }),
  ),
  note,
});

/** The page of a list of this channel; `undefined` if it has no such list. */
export async function readTakeoverMessage(
  { database, channelRole, argument, note }: PageInput,
  isUndoAsked = false,
): Promise<Message | undefined> {
  const { takeoverId, ...options } = readTakeoverArgument(argument ?? '');
  const takeover = await readTakeover(database, takeoverId);
  if (takeover?.openChannelId !== channelRole.openChannelId) return undefined;
  return {
    type: 'takeover_page',
    ...timedPageHeader(channelRole),
    list: shownTakeover(takeover),
    difference: takeover.state === 'compared' ? await readDifference(database, takeoverId) : null,
    options,
    isUndoAsked: isUndoAsked && (takeover.state === 'applying' || takeover.state === 'applied'),
    note,
  };
}

/** Shown for a list that is gone. The page that asks for one would wait for nothing: only its button opens the question. */
const goneList: PageBuilder = (input) =>
  membersPage({ ...input, argument: undefined, note: { answer: 'list_gone' } });

export const takeoverPage: PageBuilder = async (input) =>
  (await readTakeoverMessage(input)) ?? goneList(input);

export const undoTakeoverPage: PageBuilder = async (input) =>
  (await readTakeoverMessage(input, true)) ?? goneList(input);
