import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { EffectKind, EffectOf } from '../../shared/domain/effects';

const openChannelId = -1001234567890 as OpenChannelId;
const closedChannelId = -1009999999999999 as ClosedChannelId;
const reference = 'abcdefghijklmnopqrstuv' as OrderReference;
const userId = 2 ** 52;
const ofSubscription = { openChannelId, userId };
const ofPost = { openChannelId, post: 'offer' } as const;

/** One effect of each kind. */
export const EFFECT_SAMPLES: { readonly [Kind in EffectKind]: EffectOf<Kind> } = {
  send_message: {
    kind: 'send_message',
    chatId: userId,
    message: {
      type: 'donate_post',
      openChannelId,
      title: '<b>&"',
      donationMessage: 'né \u202eعربى 😀',
    },
  },
  delete_message: { kind: 'delete_message', chatId: userId, messageId: 7 },
  relay_message: { kind: 'relay_message', relayId: 'b2a7a2a6-6f0c-4c38-9f1e-0f7f2d0f8b11' },
  create_invoice: {
    kind: 'create_invoice',
    reference,
    amountCents: 1200 as Cents,
    occasion: { type: 'rest', receivedCents: 300 as Cents },
  },
  case_step: { kind: 'case_step', reference, paymentId: 2 ** 40, about: 'partial', step: 'default' },
  invoice_on_rail: {
    kind: 'invoice_on_rail',
    reference,
    rail: 'stars',
    renews: true,
    occasion: { type: 'purchase', isChosen: true },
  },
  refund_payment: { kind: 'refund_payment', reference, paymentId: 8_000_000_000_000_000 },
  reconcile_order: { kind: 'reconcile_order', reference },
  check_renewal: { kind: 'check_renewal', chargeId: 'charge' },
  review_renewals: { kind: 'review_renewals', ...ofSubscription },
  end_renewal: { kind: 'end_renewal', payload: 's1_payload', by: 'buyer', chargeId: 'charge' },
  show_page: {
    kind: 'show_page',
    ...ofSubscription,
    messageId: null,
    page: 'menu',
    argument: null,
    note: 'Done.',
  },
  offer_set_up: { kind: 'offer_set_up', chatId: openChannelId, userId },
  show_set_up: { kind: 'show_set_up', userId, messageId: 7, botUsername: 'telepay_bot', complaint: null },
  send_report: { kind: 'send_report', ...ofSubscription },
  send_link_picture: { kind: 'send_link_picture', ...ofSubscription, post: 'offer' },
  send_export: { kind: 'send_export', ...ofSubscription, name: 'members' },
  send_keypad: { kind: 'send_keypad', chatId: userId, keypadId: 'b2a7a2a6-6f0c-4c38-9f1e-0f7f2d0f8b11' },
  expire_keypad: { kind: 'expire_keypad', keypadId: 'b2a7a2a6-6f0c-4c38-9f1e-0f7f2d0f8b11' },
  grant_access: { kind: 'grant_access', ...ofSubscription, reference: null, news: { type: 'asked' } },
  approve_join_request: { kind: 'approve_join_request', ...ofSubscription },
  apply_ban: { kind: 'apply_ban', ...ofSubscription },
  decline_join_request: {
    kind: 'decline_join_request',
    ...ofSubscription,
    userChatId: userId,
    closedChannelId,
    title: 'Alpha Signals',
  },
  approve_waiting: { kind: 'approve_waiting', ...ofSubscription },
  apply_place: {
    kind: 'apply_place',
    openChannelId,
    chatId: closedChannelId,
    since: 1_800_000_000_000,
    after: 0,
    isAgain: false,
    total: 1_200,
    begun: 500,
    countAgainSeconds: 0,
  },
  read_takeover: { kind: 'read_takeover', openChannelId, userId, fileId: 'BQACAgIAAxkBAAIB', until: null },
  send_takeover: { kind: 'send_takeover', openChannelId, userId, takeoverId: 7 },
  apply_takeover: { kind: 'apply_takeover', takeoverId: 7 },
  check_place: { kind: 'check_place', chatId: closedChannelId },
  revoke_invite_link: {
    kind: 'revoke_invite_link',
    closedChannelId,
    inviteLink: 'https://t.me/+AbCdEfGhIjKl',
  },
  remind: { kind: 'remind', ...ofSubscription, paidUntil: 1_800_000_000_000, daysLeft: 3 },
  send_digest: { kind: 'send_digest', openChannelId, from: 1_800_000_000_000, until: 1_800_086_400_000 },
  try_notification: { kind: 'try_notification', ...ofSubscription, messageId: 7 },
  remove_member: { kind: 'remove_member', ...ofSubscription, paidUntil: null },
  publish_post: { kind: 'publish_post', ...ofPost, occasion: 'daily:2027-01-15T09' },
  remove_post: { kind: 'remove_post', ...ofPost, occasion: 'daily:2027-01-15T09' },
  refresh_posts: { kind: 'refresh_posts', openChannelId },
  preview_post: { kind: 'preview_post', ...ofPost, userId },
  sweep_twin: {
    kind: 'sweep_twin',
    ...ofPost,
    chatId: closedChannelId,
    messageId: 7,
    since: 1_800_000_000_000,
  },
};
