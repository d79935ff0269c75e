import { markUnreachable } from '../database/chats';
import { expireKeypad, findKeypad, secondsUntilExpiry, setKeypadMessage } from '../database/keypads';
import { keypadClosing, type Effect } from '../domain/effects';
import { assertNever } from '../errors';
import type { Api } from '../telegram/api';
import { telegramFailure } from '../telegram/failure';
import type { MembershipApi } from '../telegram/membership';
import { sendMessage } from '../telegram/send-message';
import { applyBan } from './apply-ban';
import { concludeJoinRequest } from './conclude-join-request';
import { createInvoice, type InvoiceDependencies } from './create-invoice';
import { grantAccess } from './grant-access';
import { showPage } from './owner/show-page';
import { DONE, failed, later, notYet, type Attempt, type Outcome } from './outcome';
import { reconcileOrder } from './reconcile-order';
import { remind } from './remind';
import { removeMember } from './remove-member';
import { revokeInviteLink } from './revoke-invite-link';

export interface EffectDependencies extends InvoiceDependencies {
  readonly api: Pick<Api, 'sendMessage' | 'editMessageText' | 'deleteMessage'> & MembershipApi;
}

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** Makes a Bot API call and says what its failure means. A chat that refuses for good is remembered as unreachable. */
async function calling(
  deps: EffectDependencies,
  chatId: number,
  call: () => Promise<unknown>,
): Promise<Outcome> {
  try {
    await call();
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    switch (failure.type) {
      case 'benign':
        return DONE;
      case 'retryable':
        return later(failure.reason, failure.afterSeconds);
      case 'unreachable':
        await markUnreachable(deps.database, chatId, failure.reason);
        return failed(failure.reason);
      case 'permanent':
        return failed(failure.reason);
    }
  }
}

/** Shows a keypad, unless it was shown, replaced or expired before it could be. */
async function sendKeypad(
  deps: EffectDependencies,
  { chatId, keypadId }: Of<'send_keypad'>,
): Promise<Outcome> {
  const keypad = await findKeypad(deps.database, keypadId);
  if (keypad === undefined || keypad.isClosed || keypad.messageId !== null) return DONE;
  const { title, donationMessage } = keypad;
  return calling(deps, chatId, async () => {
    const messageId = await sendMessage(deps.api, chatId, { type: 'keypad', title, donationMessage });
    await setKeypadMessage(deps.database, keypadId, messageId);
  });
}

/** Asks again when it wakes: a tap since then has prolonged the keypad's life. */
async function endKeypad(deps: EffectDependencies, { keypadId }: Of<'expire_keypad'>): Promise<Outcome> {
  const seconds = await secondsUntilExpiry(deps.database, keypadId);
  if (seconds === undefined) return DONE;
  if (seconds > 0) return notYet(seconds);
  const keypad = await findKeypad(deps.database, keypadId);
  if (keypad === undefined || keypad.isClosed) return DONE;
  const isClosed = await expireKeypad(
    deps.database,
    keypadId,
    keypadClosing({ ...keypad, chatId: keypad.userId }),
  );
  return isClosed ? DONE : notYet(1);
}

/** Performs one effect. Everything here may be performed twice: a worker can die after the world was told. */
export async function performEffect(
  deps: EffectDependencies,
  effect: Effect,
  attempt: Attempt,
): Promise<Outcome> {
  switch (effect.kind) {
    case 'send_message':
      return calling(deps, effect.chatId, () => sendMessage(deps.api, effect.chatId, effect.message));
    case 'delete_message':
      return calling(deps, effect.chatId, () => deps.api.deleteMessage(effect.chatId, effect.messageId));
    case 'show_page':
      return calling(deps, effect.userId, () => showPage(deps, effect));
    case 'send_keypad':
      return sendKeypad(deps, effect);
    case 'expire_keypad':
      return endKeypad(deps, effect);
    case 'create_invoice':
      return createInvoice(deps, effect, attempt);
    case 'reconcile_order':
      return reconcileOrder(deps, effect);
    case 'grant_access':
      return grantAccess(deps, effect, attempt);
    case 'approve_join_request':
    case 'decline_join_request':
      return concludeJoinRequest(deps, effect, attempt);
    case 'apply_ban':
      return applyBan(deps, effect, attempt);
    case 'revoke_invite_link':
      return revokeInviteLink(deps, effect);
    case 'remind':
      return remind(deps, effect);
    case 'remove_member':
      return removeMember(deps, effect, attempt);
    default:
      return assertNever(effect);
  }
}
