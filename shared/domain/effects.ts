import type { ExportName } from './reports/exports';
import type { ClosedChannelId, Cents, OpenChannelId, OrderReference } from './common/ids';
import type { Living } from './common/living-message';
import type { RailName } from './common/rails';
import type { NamedPlace } from './places/known-member';
import type { Message } from './messages/messages';
import type { AccessNews } from './messages/access';
import type { Occasion } from './messages/parts';
import type { CaseStep } from './payments/clock/case-steps';
import type { Answer } from './messages/answers';
import type { PageName } from './owner/owner-actions';
import type { PlaceOfOffer } from './places/place';
import type { RenewalEnder } from './stars/renewal';
import type { PostKind } from './posts/posts';
import { DAY_SECONDS, HOUR_SECONDS } from './common/time';

/** What the outside world must be told or asked. It must not be lost, so the outbox keeps it until it is done. */
export type Effect =
  | {
      readonly kind: 'send_message';
      readonly chatId: number;
      readonly message: Message;
      /** The message shows the present state of something, in one message that changes. Absent: it says it once. */
      readonly living?: Living | undefined;
    }
  /** Delivers what a buyer or an owner wrote to the other. Its text is stored apart, until then. */
  | { readonly kind: 'relay_message'; readonly relayId: string }
  | { readonly kind: 'delete_message'; readonly chatId: number; readonly messageId: number }
  | {
      readonly kind: 'create_invoice';
      readonly reference: OrderReference;
      /** The amount still to be paid: the whole price, or the rest of it. */
      readonly amountCents: Cents;
      readonly occasion: Occasion;
    }
  /** Makes the whole price of an order payable by a rail that has a price of its own. */
  | {
      readonly kind: 'invoice_on_rail';
      readonly reference: OrderReference;
      readonly rail: RailName;
      /** It is paid again by itself, as often as the rail does that. */
      readonly renews: boolean;
      readonly occasion: Occasion;
    }
  | { readonly kind: 'reconcile_order'; readonly reference: OrderReference }
  /** Has the rail of a payment send it back, unless that has happened or is no longer asked for. */
  | { readonly kind: 'refund_payment'; readonly reference: OrderReference; readonly paymentId: number }
  /** Does what the clock of a case or of a payment under way says, unless the case was answered or is another one. */
  | {
      readonly kind: 'case_step';
      readonly reference: OrderReference;
      readonly paymentId: number;
      /** The case, as `caseOf` named it when this was promised. Empty as long as the payment isn't one. */
      readonly about: string;
      readonly step: CaseStep;
    }
  /** Redraws a message as the current page about a channel. Sends a new message if the old one is gone. */
  | ({
      readonly kind: 'show_page';
      readonly messageId: number | null;
      readonly page: PageName;
      readonly argument: string | null;
      /** Shown above the page. */
      readonly note: string | null;
      /** What is said above it; absent in rows of versions that write only `note`. */
      readonly answer?: Answer | null | undefined;
    } & OfSubscription)
  /**
   * Asks Telegram for the administrators of a channel that the bot was added to, and offers to set it up to the user
   * who added it.
   */
  | { readonly kind: 'offer_set_up'; readonly chatId: number; readonly userId: number }
  /** Draws the current set-up in place of the message that shows it. */
  | {
      readonly kind: 'show_set_up';
      readonly userId: number;
      readonly messageId: number | null;
      readonly botUsername: string;
      /** The words of `answer`. Versions before 0.2.0 read only these. */
      readonly complaint: string | null;
      /** Why it does not go on; absent in rows of versions that write only `complaint`. */
      readonly answer?: Answer | null | undefined;
      /** The chat that can be checked again. */
      readonly again?: number | undefined;
    }
  /** Sends a manager the chart of a channel's last days. */
  | ({ readonly kind: 'send_report' } & OfSubscription)
  /** Sends a manager the QR code of a link to what a post offers. */
  | ({ readonly kind: 'send_link_picture'; readonly post: PostKind } & OfSubscription)
  /** Sends a manager one of a channel's tables. */
  | ({ readonly kind: 'send_export'; readonly name: ExportName } & OfSubscription)
  | { readonly kind: 'send_keypad'; readonly chatId: number; readonly keypadId: string }
  | { readonly kind: 'expire_keypad'; readonly keypadId: string }
  | ({
      /** Gives a subscriber their own invite link, or tells a member until when they have access. */
      readonly kind: 'grant_access';
      readonly reference: OrderReference | null;
      readonly news: AccessNews;
    } & OfPlace)
  | ({ readonly kind: 'approve_join_request' } & OfPlace & OfJoinRequest)
  /** Has Telegram ban a user or lift the ban, whichever is right when this is performed. */
  | ({ readonly kind: 'apply_ban' } & OfPlace)
  | ({
      readonly kind: 'decline_join_request';
      readonly closedChannelId: ClosedChannelId;
      readonly title: string;
      /** Absent: the main place, which is called like the offer. */
      readonly place?: NamedPlace | undefined;
    } & OfPlace &
      OfJoinRequest)
  /** Approves the join request of a buyer who may have made one while the bot could not hear it. Tells nobody. */
  | ({ readonly kind: 'approve_waiting' } & OfPlace)
  /** Asks Telegram what the bot may do in a chat of a channel that is sold, in case an update was lost. */
  | { readonly kind: 'check_place'; readonly chatId: number }
  /**
   * Lets the next people into a place that was opened, or removes them from one that was closed, whichever is right when this is
   * performed, and promises the following page. Shows the owner how far it is. Does nothing if the place was opened or closed
   * again since.
   */
  | ({
      readonly kind: 'apply_place';
      /** When it was opened or closed, in epoch milliseconds. */
      readonly since: number;
      /** The last user of the page before. */
      readonly after: number;
      /** A closed place is looked through twice. */
      readonly isAgain: boolean;
      /** The number of people it touches, once they were counted. */
      readonly total: number | null;
      /** For how many of them this was promised. */
      readonly begun: number;
      /** Not 0: only counts those who are done, and counts again after so many seconds until everyone is. */
      readonly countAgainSeconds: number;
    } & PlaceOfOffer)
  /**
   * Reads a list that a manager sent, and shows what it would change. `fileId`: `null` for what was typed, which their open
   * question keeps. `until`: the end of lines without one, in epoch milliseconds, or for ever.
   */
  | ({
      readonly kind: 'read_takeover';
      readonly fileId: string | null;
      readonly until: number | 'for_ever' | null;
    } & OfSubscription)
  /** Sends a manager a list as a table, with what each line would change, or has changed. */
  | ({ readonly kind: 'send_takeover'; readonly takeoverId: number } & OfSubscription)
  /**
   * Rules the next lines of a list that is taken over, or takes back what they gave, whichever is right when this is performed,
   * and promises the following page.
   */
  | { readonly kind: 'apply_takeover'; readonly takeoverId: number }
  /**
   * Looks what the first payment of a subscription in Stars paid for, once that is judged: tells its payer that it renews, or
   * promises to end it, because nobody shall be charged again for what is a case.
   */
  | { readonly kind: 'check_renewal'; readonly chargeId: string }
  /**
   * Ends what renews by itself for an access and must not: all of it if the buyer is banned or has access for ever, else all but
   * one.
   */
  | ({ readonly kind: 'review_renewals' } & OfSubscription)
  /** Has Telegram charge nothing more for a subscription in Stars. */
  | {
      readonly kind: 'end_renewal';
      /** Names the invoice of its first payment. */
      readonly payload: string;
      readonly by: RenewalEnder;
      /** Another subscription that was begun by the same invoice: its first payment. */
      readonly chargeId?: string | undefined;
    }
  | {
      readonly kind: 'revoke_invite_link';
      readonly closedChannelId: ClosedChannelId;
      readonly inviteLink: string;
    }
  | ({ readonly kind: 'remind'; readonly paidUntil: number; readonly daysLeft: number } & OfSubscription)
  /** Reports what came in between two moments, in epoch milliseconds. */
  | {
      readonly kind: 'send_digest';
      readonly openChannelId: OpenChannelId;
      readonly from: number;
      readonly until: number;
    }
  /**
   * Sends a test notification to the recipient of a channel's sales, and shows the result on the page with the button.
   */
  | ({ readonly kind: 'try_notification'; readonly messageId: number | null } & OfSubscription)
  /** `paidUntil` as it was when this was promised. Every later change promises its own removal. */
  | ({ readonly kind: 'remove_member'; readonly paidUntil: number | null } & OfPlace)
  /** Publishes a post in the public channel, once for each occasion, and removes the previous one. */
  | ({ readonly kind: 'publish_post'; readonly occasion: string } & OfPost)
  | ({ readonly kind: 'remove_post'; readonly occasion: string } & OfPost)
  /** Updates the posts in the public channel. */
  | { readonly kind: 'refresh_posts'; readonly openChannelId: OpenChannelId }
  /** Shows a manager what a post would look like. */
  | ({ readonly kind: 'preview_post'; readonly userId: number } & OfPost)
  /**
   * Looks for a duplicate post, as code and documents call it: the message of an earlier attempt with an unknown result,
   * above the message that was sent in its place.
   */
  | ({
      readonly kind: 'sweep_twin';
      readonly chatId: number;
      readonly messageId: number;
      /** Epoch milliseconds: when the earlier attempt began. */
      readonly since: number;
    } & OfPost);

export type EffectKind = Effect['kind'];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;

interface OfPost {
  readonly openChannelId: OpenChannelId;
  readonly post: PostKind;
}

/** The subscription that an effect is about. */
interface OfSubscription {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
}

/** One place of what a subscription opens. */
interface OfPlace extends OfSubscription {
  /** Absent: the main place. Performing that promises the same for each other place of the offer. */
  readonly chatId?: ClosedChannelId | undefined;
}

interface OfJoinRequest {
  /** Where the bot can write to the user until it has answered. Absent in rows of earlier versions: it is their id. */
  readonly userChatId?: number | undefined;
}

/** An effect, when it is due, when it is no longer worth performing, and its idempotency key. */
export interface Promised {
  readonly effect: Effect;
  readonly key: string;
  readonly dueInSeconds?: number;
  readonly expiresInSeconds: number;
  readonly reference?: OrderReference;
}

/** After this, the person who tapped or wrote is no longer waiting for an answer. */
export const REPLY_EXPIRES_SECONDS = HOUR_SECONDS / 4;
/** News about money is retried for three days, enough for a phone, a bot and a provider to come back. */
export const MONEY_EXPIRES_SECONDS = 72 * HOUR_SECONDS;

/** A later reminder could arrive after the renewal that it asks for. */
export const REMINDER_EXPIRES_SECONDS = 12 * HOUR_SECONDS;
/** Access that was paid for is retried longer than anything else. */
export const ACCESS_EXPIRES_SECONDS = 400 * DAY_SECONDS;

/** A reply to an update: sent once, however often the update is delivered. */
export const reply = (updateId: number, chatId: number, message: Message): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key: `update:${updateId}:${message.type}`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Telegram refuses to delete a message that is older than 48 hours, so trying for a day is enough. */
export const DELETION_EXPIRES_SECONDS = DAY_SECONDS;

/** Deletes a message of the bot's. */
export const messageDeletion = ({ chatId, messageId }: { chatId: number; messageId: number }): Promised => ({
  effect: { kind: 'delete_message', chatId, messageId },
  key: `delete:${chatId}:${messageId}`,
  expiresInSeconds: DELETION_EXPIRES_SECONDS,
});

/** Removes an expired keypad from the chat, and says that it expired. */
export const keypadClosing = (keypad: {
  readonly keypadId: string;
  readonly openChannelId: OpenChannelId;
  readonly chatId: number;
  readonly messageId: number | null;
}): Promised[] => {
  const { keypadId, openChannelId, chatId, messageId } = keypad;
  const expired: Promised = {
    effect: { kind: 'send_message', chatId, message: { type: 'keypad_expired', openChannelId } },
    key: `keypad:${keypadId}:expired`,
    expiresInSeconds: REPLY_EXPIRES_SECONDS,
  };
  if (messageId === null) return [expired];
  return [messageDeletion({ chatId, messageId }), expired];
};
