import { readChannelRole } from '../../../database/common/channel-roles';
import { readTaken, saveNewChannel, type NewChannel } from '../../../database/owner/new-channels';
import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';
import type { Answer } from '../../../domain/messages/answers';
import type { Reaction } from '../../../domain/prompt-effects';
import type { ChosenChat } from '../../../domain/owner/set-up';
import type { ChatKind } from '../../../telegram/bot-rights';
import type { Button } from '../../../telegram/route-update';
import type { TelegramUser } from '../../../telegram/update';
import { alert, replaceMessage, type UpdateContext } from '../../common/update-context';
import { CONFLICT, retryOnConflict } from '../../common/retry-on-conflict';
import { promisePage } from '../page/owner-request';
import { linksPage } from '../settings/links';
import { checkChat, TELEGRAM_IS_SILENT } from './check-chat';
import { setUpPage, type SetUpState } from './set-up-page';

const ON_SALE = { answer: 'on_sale' } as const;
const TAKEN = { answer: 'private_chat_just_taken' } as const;
const PUBLIC_SOLD = { answer: 'public_chat_just_sold' } as const;

interface StartRequest {
  readonly user: TelegramUser;
  readonly button: Button;
  readonly state: SetUpState;
}

type StartResult =
  | { readonly type: 'saved'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'stale' | 'silent' }
  | { readonly type: 'refused'; readonly complaint: Answer };

/** Checks both channels again, because hours may have passed since they were chosen. */
async function checkBoth(
  context: UpdateContext,
  { state }: StartRequest,
): Promise<'fine' | 'silent' | { complaint: Answer }> {
  const { userId, draft } = state;
  if (draft.privateChat === null) return { complaint: { answer: 'private_chat_missing' } };
  const chats: readonly (readonly [ChatKind, ChosenChat])[] = [
    ['private', draft.privateChat],
    ...(draft.publicChat === null ? [] : [['public', draft.publicChat] as const]),
  ];
  const checked = await Promise.all(chats.map(([kind, chat]) => checkChat(context, { chat, kind, userId })));
  return checked.find((each) => each !== 'fine') ?? 'fine';
}

/** Another set-up may take the public channel's id at the same moment. The next attempt uses the private channel's id. */
const SAVE_ATTEMPTS = 3;

async function save(context: UpdateContext, { button, state }: StartRequest): Promise<StartResult> {
  const { userId, draft, version } = state;
  const closedChannelId = (draft.privateChat?.chatId ?? 0) as ClosedChannelId;
  const publicChannelId = draft.publicChat?.chatId ?? null;
  const refused: StartResult = { type: 'refused', complaint: TAKEN };
  return retryOnConflict<StartResult>(
    { what: 'name', tries: SAVE_ATTEMPTS, otherwise: () => refused },
    async () => {
      const taken = await readTaken(context.database, {
        closedChannelId,
        publicChannelId,
        ownerUserId: userId,
      });
      if (taken.isPrivateTaken) return refused;
      if (taken.isPublicSold) return { type: 'refused', complaint: PUBLIC_SOLD };
      const channelId = publicChannelId === null || taken.isPublicNamed ? closedChannelId : publicChannelId;
      const openChannelId = channelId as OpenChannelId;
      const channel: NewChannel = {
        ...draft,
        openChannelId,
        closedChannelId,
        publicChannelId,
        ownerUserId: userId,
        version,
      };
      const shown = {
        openChannelId,
        userId,
        messageId: button.messageId,
        page: 'links',
        argument: 'new',
        note: ON_SALE,
      } as const;
      const type = await saveNewChannel(context.database, context.delivery, {
        channel,
        owners: context.owners,
        promised: [promisePage(context, shown)],
      });
      if (type === 'saved') return { type, openChannelId };
      return type === 'stale' ? { type } : CONFLICT;
    },
  );
}

/** Handles the last tap of a set-up: puts the channel on sale, or says why not. */
export async function startSelling(context: UpdateContext, start: StartRequest): Promise<Reaction> {
  const { user, button, state } = start;
  const refuse = async (complaint: Answer) =>
    replaceMessage(button, await setUpPage(context, { ...state, complaint }));
  const checked = await checkBoth(context, start);
  if (checked === 'silent') return alert(button, TELEGRAM_IS_SILENT);
  if (checked !== 'fine') return refuse(checked.complaint);
  const result = await save(context, start);
  if (result.type === 'refused') return refuse(result.complaint);
  const channelRole =
    result.type === 'saved'
      ? await readChannelRole(context.database, { openChannelId: result.openChannelId, userId: user.id })
      : undefined;
  if (channelRole === undefined) return alert(button, { answer: 'set_up_changed' });
  const links = await linksPage({ ...context, channelRole, argument: 'new', note: ON_SALE });
  // The worker draws this page too: a prompt effect may be lost, and the owner must learn that the channel is on sale.
  return { ...replaceMessage(button, links), isPromised: true };
}
