/** Columns by table, with a space between them. */
export type Columns = Readonly<Record<string, string>>;

/** Personal data that is stored for one purpose. What it is and why is in the catalogs, under `privacy-`. */
export interface PersonalData {
  /**
   * Who sees it beside the operator. `channel`: the owner and the team of the channel it is about, viewers, too. `payees`:
   * those of every channel that the user dealt with. `both`: the two people who write to each other. `nobody`: nobody else.
   */
  readonly seenBy: 'channel' | 'payees' | 'both' | 'nobody';
  /**
   * The days after which it is deleted, except what belongs to an order; `always`: that, too. `bot`: for as long as the bot runs, because it
   * proves what was paid and what was granted for it. `use`: until the user has finished or changed it.
   */
  readonly kept: number | { readonly always: number } | 'bot' | 'use';
  readonly columns: Columns;
}

/**
 * Everything in the database that is about a person. `/privacy` and `docs/privacy.md` are made from it. A test fails if a
 * column of the schema is neither here nor in `NOT_PERSONAL`.
 */
export const PERSONAL_DATA = {
  account: {
    seenBy: 'payees',
    kept: 'bot',
    columns: {
      chats:
        'chat_id username first_name language language_code unreachable_at unreachable_reason updated_at',
    },
  },
  orders: {
    seenBy: 'channel',
    kept: 'bot',
    columns: {
      orders:
        'reference kind state user_id open_channel_id tier_name tier_days amount_cents payment_id correlation_id version created_at settled_at received_cents invoicing_cents invoicing_until income_cents payment_count for_reminder invoicing_tries donor_note is_anonymous price_stars income_stars',
      invoices: 'invoice_id order_reference price_cents invoice_url created_at is_rest',
      payments:
        'payment_id order_reference parent_payment_id invoice_id order_id payment_status seen price_amount price_currency pay_amount actually_paid pay_currency outcome_amount outcome_currency exception standing first_seen_at updated_at proven_cents settles decision decided_on credited_at refunded_at actually_paid_at_fiat received_cents typed_cents asked_at hanging_since waiting_since rail payer_user_id refund_asked_at refund_asked_by refund_refused',
      star_invoices: 'payload order_reference price_stars price_cents period_seconds invoice_link created_at',
      star_charges:
        'charge_id payment_id user_id stars payload provider_charge_id order_reference is_recurring is_first_recurring subscription_until paid_at refunded_at is_recovered',
      star_subscriptions:
        'payload user_id open_channel_id first_charge_id paid_until state state_at ended_by ended_at',
      star_transactions:
        'position transaction_id is_incoming stars nanostars paid_stars partner transaction_type user_id payload at copied_at matched_at',
    },
  },
  access: {
    seenBy: 'channel',
    kept: 'bot',
    columns: {
      subscriptions:
        'open_channel_id user_id paid_until removing_since braked_at removed_at version created_at',
      extensions: 'order_reference payment_id open_channel_id user_id days granted_at revoked_at',
      manual_extensions:
        'grant_id open_channel_id user_id days reason granted_by granted_at revoked_at takeover_id less_ms',
      invite_links:
        'invite_link open_channel_id user_id closed_channel_id order_reference expires_at created_at revoked_at revoked_because',
      members: 'open_channel_id user_id status origin is_protected seen_at',
      listed_members: 'open_channel_id user_id place paid_until',
      place_access: 'chat_id user_id status origin is_protected seen_at removing_since removed_at',
      place_links:
        'invite_link chat_id user_id open_channel_id order_reference expires_at created_at revoked_at revoked_because',
      bans: 'open_channel_id user_id reason banned_by banned_at',
      takeovers:
        'takeover_id open_channel_id digest state started_by started_at confirmed_by confirmed_at shorten held_until undone_by finished_at done total pages',
      support_talks: 'open_channel_id user_id version owner_blocked_by buyer_blocked_at changed_at',
      rulings: 'ruling_id open_channel_id user_id ruling days reason ruled_by created_at confirmed_at',
      audit_log:
        'audit_id at act actor_user_id open_channel_id user_id order_reference payment_id details correlation_id',
    },
  },
  lists: {
    seenBy: 'channel',
    kept: { always: 90 },
    columns: {
      takeover_lines:
        'takeover_id line user_id username until note verdict outcome until_before removed_before version_after ended_grants',
    },
  },
  messages: {
    seenBy: 'nobody',
    kept: 90,
    columns: {
      inbox:
        'source delivery_id received_at outcome order_reference payload correlation_id attempts is_recovered',
      outbox:
        'outbox_id kind payload idempotency_key due_at expires_at attempts last_error created_at delivered_at failed_at order_reference correlation_id failures unanswered chat_refusal',
      invoice_refusals: 'refusal_id order_reference status code amount_cents refused_at rail',
      rate_limits: 'key tokens updated_at',
      living_messages: 'topic chat_id message_id newest message sounded closing changed_at invoices',
    },
  },
  talks: {
    seenBy: 'both',
    kept: { always: 90 },
    columns: {
      support_messages:
        'relay_id open_channel_id user_id order_reference writer_user_id is_from_buyer text created_at chat_id message_id',
    },
  },
  amounts: {
    seenBy: 'nobody',
    kept: 7,
    columns: {
      keypads:
        'keypad_id user_id chat_id message_id open_channel_id taps decided order_reference version opened_at last_tap_at closed_at least_cents presets last_cents donor_note is_anonymous anonymity_tap star_presets in_stars',
    },
  },
  answers: {
    seenBy: 'nobody',
    kept: 'use',
    columns: {
      dialogs: 'user_id question open_channel_id message_id draft asked_at',
      set_ups: 'user_id step draft message_id version updated_at',
      pickers: 'user_id request_id kind open_channel_id message_id opened_at',
    },
  },
  team: {
    seenBy: 'channel',
    kept: 'bot',
    columns: {
      channels: 'owner_user_id notifications_chat_id',
      channel_administrators: 'open_channel_id user_id role added_by created_at',
      administrator_invitations: 'token open_channel_id role invited_by expires_at used_by created_at',
      bot_chats: 'promoted_by administrator_ids awaited_user_id',
    },
  },
} as const satisfies Readonly<Record<string, PersonalData>>;

export type PersonalTopic = keyof typeof PERSONAL_DATA;
