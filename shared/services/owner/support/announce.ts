import type { ChannelRole } from '../../../database/common/channel-roles';
import { announceRuling } from '../../../database/owner/support-rulings';
import { readWantedRuling, type WantedRuling } from '../../../domain/access/support-rulings';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { newReference } from '../../common/new-reference';
import type { UpdateContext } from '../../common/update-context';
import {
  NOT_IN_USE,
  promisePage,
  refuseOwnerAction,
  showMessage,
  type OwnerActionHandler,
} from '../page/owner-request';
import { findPersonByArgument, personPage } from './person';
import { findObjection } from './ruling';

interface Announced {
  readonly by: ChannelRole;
  readonly messageId: number | null;
  readonly wanted: WantedRuling;
  readonly reason: string | null;
}

/** Stores what is to be done about a user, and promises the page that asks to confirm it. */
export async function announce(
  context: UpdateContext,
  { by, messageId, wanted, reason }: Announced,
): Promise<Reaction> {
  const rulingId: string = newReference();
  const page = promisePage(context, { ...by, messageId, page: 'ruling', argument: rulingId, note: null });
  await announceRuling(context.database, context.delivery, {
    by,
    action: wanted.ruling,
    ruling: { rulingId, openChannelId: by.openChannelId, ...wanted, reason },
    promised: [page],
  });
  return promised();
}

/** Goes on to the confirmation without a reason. */
const announceWithoutReason: OwnerActionHandler = async (request) => {
  const { context, channelRole: by, argument, button } = request;
  const wanted = readWantedRuling(argument);
  const person = wanted && (await findPersonByArgument(context.database, by, String(wanted.userId)));
  if (wanted === undefined || person === undefined) return refuseOwnerAction(request, NOT_IN_USE);
  const note = findObjection(wanted.ruling, person, by.closedChannelId);
  if (note !== undefined) {
    const page = { ...context, channelRole: by, argument: String(wanted.userId), note };
    return showMessage(request, await personPage(page));
  }
  const { isPromised } = await announce(context, {
    by,
    messageId: button?.messageId ?? null,
    wanted,
    reason: null,
  });
  return { prompt: button ? [{ type: 'answer_query', queryId: button.queryId }] : [], isPromised };
};

export const announceHandlers = { 'no-reason': announceWithoutReason } satisfies Readonly<
  Record<string, OwnerActionHandler>
>;
