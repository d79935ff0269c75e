import { closePicker, openPicker } from '../../../database/owner/pickers';
import type { OpenChannelId } from '../../../domain/common/ids';
import { reply } from '../../../domain/effects';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import type { PlaceKind } from '../../../domain/places/place';
import type { ChatKind } from '../../../telegram/bot-rights';
import { pickedKind } from '../../../telegram/codec/callback-data';
import type { Button } from '../../../telegram/route-update';
import type { TelegramUser } from '../../../telegram/update';
import type { UpdateContext } from '../../common/update-context';

interface PickerRequest {
  readonly userId: number;
  readonly kind: ChatKind;
  readonly picks: PlaceKind;
  /** The offer that gets another chat; `null` if the user is setting one up. */
  readonly openChannelId: OpenChannelId | null;
  readonly button: Button;
}

/** Telegram's request ids have 31 bits. The same update asks with the same id. */
const requestIdOf = (updateId: number): number => updateId % 2 ** 31;

/** Shows the button that opens Telegram's own list of channels or groups. A page can't have it, so it comes with a message. */
export async function showPicker(
  { database, delivery, updateId }: UpdateContext,
  { userId, kind, picks, openChannelId, button }: PickerRequest,
): Promise<Reaction> {
  const requestId = requestIdOf(updateId);
  const { messageId, queryId } = button;
  await openPicker(database, delivery, {
    userId,
    requestId,
    kind,
    openChannelId,
    messageId,
    promised: [reply(updateId, userId, { type: 'pick_chat', kind, picks, requestId })],
  });
  return promised({ type: 'answer_query', queryId });
}

interface OwnerIntent {
  readonly user: TelegramUser;
  readonly choice?: string;
  readonly argument?: string;
}

/** Runs what a user pressed or sent instead of picking a channel: removes the button that picks one, if they see it. */
export async function goAnotherWay(
  { database, delivery, updateId }: UpdateContext,
  { user, choice, argument }: OwnerIntent,
  { endsDialog = false, run }: { readonly endsDialog?: boolean; readonly run: () => Promise<Reaction> },
): Promise<Reaction> {
  const isClosed = await closePicker(database, {
    userId: user.id,
    delivery,
    // Another picker takes the place of this one.
    isKept: pickedKind(choice ?? argument) !== undefined,
    endsDialog,
    promised: [reply(updateId, user.id, { type: 'picker_closed' })],
  });
  const reaction = await run();
  return isClosed ? { ...reaction, isPromised: true } : reaction;
}

/** A row of the table of intents that goes another way than picking a channel. */
export const insteadOfPicking =
  <Given extends OwnerIntent>(row: (context: UpdateContext, intent: Given) => Promise<Reaction>) =>
  async (context: UpdateContext, intent: Given): Promise<Reaction> =>
    goAnotherWay(context, intent, { run: () => row(context, intent) });
