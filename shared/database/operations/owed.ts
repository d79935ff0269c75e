import { REPLY_EXPIRES_SECONDS, type EffectKind } from '../../domain/effects';
import type { Sql } from '../connection/options';

/**
 * Whether a promise is about money or access, so that a person loses something if it isn't kept. Removals have an alarm
 * of their own, and what a stranger can ask for is never one.
 */
const IS_OWED: { readonly [Kind in Exclude<EffectKind, 'send_message'>]: boolean } = {
  create_invoice: true,
  invoice_on_rail: true,
  reconcile_order: true,
  case_step: true,
  check_renewal: true,
  review_renewals: true,
  end_renewal: true,
  refund_payment: true,
  grant_access: true,
  approve_join_request: true,
  approve_waiting: true,
  apply_ban: true,
  apply_place: true,
  apply_takeover: true,
  read_takeover: false,
  send_takeover: false,
  revoke_invite_link: true,
  remind: true,
  send_digest: true,
  decline_join_request: false,
  remove_member: false,
  relay_message: false,
  delete_message: false,
  send_keypad: false,
  expire_keypad: false,
  show_page: false,
  offer_set_up: false,
  show_set_up: false,
  check_place: false,
  send_report: false,
  send_link_picture: false,
  send_export: false,
  try_notification: false,
  publish_post: false,
  remove_post: false,
  refresh_posts: false,
  preview_post: false,
  sweep_twin: false,
};

const OWED_KINDS = Object.entries(IS_OWED)
  .filter(([, isOwed]) => isOwed)
  .map(([kind]) => kind);

/** True for a promise about money or access. A message that is worth a quarter of an hour only answers somebody. */
export const isOfMoneyOrAccess = (sql: Sql) => sql`
  (kind in ${sql(OWED_KINDS)}
    or kind = 'send_message' and expires_at > created_at + ${REPLY_EXPIRES_SECONDS} * interval '1 second')`;
