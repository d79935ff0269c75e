import { claimChannel, findClaimable, listClaimable, type Claimable } from '../../../database/owner/claims';
import { readChannelRole } from '../../../database/common/channel-roles';
import type { Database } from '../../../database/connection/pool';
import type { SoldChannel } from '../../../domain/messages/owner-set-up';
import type { Reaction } from '../../../domain/prompt-effects';
import { askIfCreator, type ChatMemberApi } from '../../../telegram/judge-chat';
import type { Button, IntentOf } from '../../../telegram/route-update';
import type { TelegramUser } from '../../../telegram/update';
import { alert, replaceMessage, replyWith, type UpdateContext } from '../../common/update-context';
import { sharedPlacesTold } from '../../places/tell-shared-places';
import { promiseNotice, promisePage } from '../page/owner-request';
import { menuPage } from '../settings/channel-menu';
import { checkPoster, TELEGRAM_IS_SILENT } from './check-chat';

const NOT_CLAIMABLE = { answer: 'not_claimable' } as const;
/** What the new owner reads: with the public channel or without it. */
const claimedNote = (keepsPublic: boolean) =>
  ({ answer: keepsPublic ? 'channel_claimed' : 'channel_claimed_without_posts' }) as const;

/** What it takes to find the channels that a user may claim. */
export interface ClaimsReader {
  readonly database: Database;
  readonly asking: ChatMemberApi;
}

/** Lists the channels that somebody else has set up, and whose creator the user is, by Telegram's answers. */
export async function findClaims(
  { database, asking }: ClaimsReader,
  userId: number,
): Promise<readonly SoldChannel[]> {
  const candidates = await listClaimable(database, userId);
  const answers = await Promise.all(candidates.map(({ chatId }) => askIfCreator(asking, { chatId, userId })));
  return candidates
    .filter((_, index) => answers[index] === 'creator')
    .map(({ openChannelId, title }) => ({ openChannelId, title }));
}

/** Tells a user that the operator doesn't let them set up channels. A creator can still claim their channel. */
export async function refuseSetUp(
  context: UpdateContext,
  { user, button }: { readonly user: TelegramUser; readonly button: Button | undefined },
): Promise<Reaction> {
  const claims = await findClaims(context, user.id);
  const message = { type: 'set_up_closed', userId: user.id, claims } as const;
  return button === undefined ? replyWith(context, user, message) : replaceMessage(button, message);
}

type ClaimRequest = IntentOf<'claim'>;

/** Shows the channel that the user owns now. A repeated tap shows it as well. */
async function showClaimed(
  context: UpdateContext,
  { user, openChannelId, button }: ClaimRequest,
  keepsPublic = true,
): Promise<Reaction> {
  const channelRole = await readChannelRole(context.database, { openChannelId, userId: user.id });
  if (channelRole?.role !== 'owner') return alert(button, NOT_CLAIMABLE);
  const note = claimedNote(keepsPublic);
  const menu = await menuPage({ ...context, channelRole, argument: undefined, note });
  return { ...replaceMessage(button, menu), isPromised: true };
}

async function claimNow(
  context: UpdateContext,
  request: ClaimRequest,
  claimed: Claimable,
): Promise<Reaction> {
  const { user, openChannelId, button } = request;
  const { title, ownerUserId, publicChannelId } = claimed;
  const posting = await checkPoster(context, { chatId: publicChannelId, userId: user.id });
  if (posting === 'silent') return alert(button, TELEGRAM_IS_SILENT);
  const keepsPublic = posting === 'fine';
  const shown = { openChannelId, userId: user.id, messageId: button.messageId, page: 'menu' } as const;
  await claimChannel(context.database, context.delivery, {
    claimed,
    userId: user.id,
    keepsPublic,
    promised: [
      promisePage(context, { ...shown, note: claimedNote(keepsPublic) }),
      promiseNotice(
        ownerUserId,
        { answer: 'channel_claimed_from_you', title },
        `update:${context.updateId}:claimed`,
      ),
      ...(await sharedPlacesTold(
        context.database,
        { openChannelId, title, ownerUserId: user.id },
        `update:${context.updateId}:claimed`,
      )),
    ],
  });
  return showClaimed(context, request, keepsPublic);
}

/**
 * Gives a channel back to the creator of its private channel, or of its public one if there is none, after one confirmation.
 * Telegram is asked at each tap.
 */
export async function answerClaim(context: UpdateContext, request: ClaimRequest): Promise<Reaction> {
  const { user, openChannelId, isConfirmed, button } = request;
  const claimed = await findClaimable(context.database, { openChannelId, userId: user.id });
  if (claimed === undefined) return showClaimed(context, request);
  const { chatId, title, owner } = claimed;
  const answer = await askIfCreator(context.asking, { chatId, userId: user.id });
  if (answer === 'silent') return alert(button, TELEGRAM_IS_SILENT);
  if (answer === 'not_creator') return alert(button, NOT_CLAIMABLE);
  if (isConfirmed) return claimNow(context, request, claimed);
  return replaceMessage(button, { type: 'claim_asked', openChannelId, title, owner });
}
