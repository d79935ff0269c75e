import type { Effect } from '../domain/effects';
import { assertNever } from '../errors';
import type { Api } from '../telegram/api';
import type { MembershipApi } from '../telegram/membership';
import { sendMessage } from '../telegram/send-message';
import { applyBan } from './access/apply-ban';
import { concludeJoinRequest } from './access/conclude-join-request';
import { createInvoice, type InvoiceDependencies } from './payments/create-invoice';
import { grantAccess } from './access/grant-access';
import { offerSetUp, showSetUp } from './owner/set-up/offer-set-up';
import { sendExport, sendReport, whileNoOther } from './owner/lists/send-report';
import { showPage } from './owner/show-page';
import { tryNotification } from './owner/settings/try-notification';
import type { Attempt, Outcome } from './common/outcome';
import { callTelegram } from './common/telegram-call';
import { endKeypad, sendKeypad } from './donations/keypad-effects';
import { previewPost } from './posts/preview-post';
import { publishPost } from './posts/publish-post';
import { refreshPosts } from './posts/refresh-posts';
import { removePost } from './posts/remove-post';
import { deleteDuplicatePost } from './posts/delete-duplicate-post';
import { reconcileOrder } from './payments/reconcile-order';
import { remind } from './payments/remind';
import { removeMember } from './access/remove-member';
import { revokeInviteLink } from './access/revoke-invite-link';
import { sendDigest } from './reports/send-digest';

export interface EffectDependencies extends InvoiceDependencies {
  readonly api: Pick<
    Api,
    | 'sendMessage'
    | 'editMessageText'
    | 'editMessageReplyMarkup'
    | 'deleteMessage'
    | 'getMe'
    | 'getChatAdministrators'
    | 'sendPhoto'
    | 'sendDocument'
  > &
    MembershipApi;
  /** Without @: where the links of posts lead. */
  readonly botUsername: string;
}

/** Performs one effect. Everything here may be performed twice: a worker can die after the world was told. */
export async function performEffect(
  deps: EffectDependencies,
  effect: Effect,
  attempt: Attempt,
): Promise<Outcome> {
  switch (effect.kind) {
    case 'send_message':
      return callTelegram(deps, effect.chatId, () => sendMessage(deps.api, effect.chatId, effect.message));
    case 'delete_message':
      return callTelegram(deps, effect.chatId, () => deps.api.deleteMessage(effect.chatId, effect.messageId));
    case 'show_page':
      return callTelegram(deps, effect.userId, () => showPage(deps, effect));
    case 'offer_set_up':
      return offerSetUp(deps, effect);
    case 'show_set_up':
      return callTelegram(deps, effect.userId, () => showSetUp(deps, effect));
    case 'send_report':
      return callTelegram(deps, effect.userId, () => sendReport(deps, effect));
    case 'send_export':
      return whileNoOther(() => callTelegram(deps, effect.userId, () => sendExport(deps, effect)));
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
    case 'send_digest':
      return sendDigest(deps, effect);
    case 'try_notification':
      return tryNotification(deps, effect, attempt);
    case 'remove_member':
      return removeMember(deps, effect, attempt);
    case 'publish_post':
      return publishPost(deps, effect);
    case 'remove_post':
      return removePost(deps, effect);
    case 'refresh_posts':
      return refreshPosts(deps, effect.openChannelId);
    case 'preview_post':
      return callTelegram(deps, effect.userId, () => previewPost(deps, effect));
    case 'sweep_twin':
      return deleteDuplicatePost(deps, effect);
    default:
      return assertNever(effect);
  }
}
