import type { ExportName } from './reports/exports';
import type { ClosedChannelId, Cents, OpenChannelId, OrderReference } from './common/ids';
import type { Message } from './messages/messages';
import type { AccessNews } from './messages/access';
import type { Occasion } from './messages/payments';
import type { Answer } from './messages/answers';
import type { PageName } from './owner/owner-actions';
import type { PostKind } from './posts/posts';
import { DAY_SECONDS, HOUR_SECONDS } from './common/time';

/** What the world must be told or asked, and may not be lost: kept in the outbox until it was done. */
export type Effect =
  | { readonly kind: 'send_message'; readonly chatId: number; readonly message: Message }
  | { readonly kind: 'delete_message'; readonly chatId: number; readonly messageId: number }
  | {
      readonly kind: 'create_invoice';
      readonly reference: OrderReference;
      /** What is still to be paid: the whole price, or a rest of it. */
      readonly amountCents: Cents;
      readonly occasion: Occasion;
    }
  | { readonly kind: 'reconcile_order'; readonly reference: OrderReference }
  /** Turns a message into a page about a channel as it is by then, or sends it anew where the message is gone. */
  | ({
      readonly kind: 'show_page';
      readonly messageId: number | null;
      readonly page: PageName;
      readonly argument: string | null;
      /** The words above it, for versions that read no `answer`. */
      readonly note: string | null;
      /** What is said above it; absent in rows of versions that write only `note`. */
      readonly answer?: Answer | null | undefined;
    } & OfSubscription)
  /** Asks who administers a channel that the bot was added to, and whoever added it whether to sell it. */
  | { readonly kind: 'offer_set_up'; readonly chatId: number; readonly userId: number }
  /** Draws a set-up as it is by then, in place of the message that shows it. */
  | {
      readonly kind: 'show_set_up';
      readonly userId: number;
      readonly messageId: number | null;
      readonly botUsername: string;
      /** The words of `answer`, for versions that do not read it. */
      readonly complaint: string | null;
      /** Why it does not go on; absent in rows of versions that write only `complaint`. */
      readonly answer?: Answer | null | undefined;
    }
  /** Draws a channel's last days for somebody who runs it. */
  | ({ readonly kind: 'send_report' } & OfSubscription)
  /** Sends them a table of it. */
  | ({ readonly kind: 'send_export'; readonly name: ExportName } & OfSubscription)
  | { readonly kind: 'send_keypad'; readonly chatId: number; readonly keypadId: string }
  | { readonly kind: 'expire_keypad'; readonly keypadId: string }
  | ({
      /** Lets a subscriber in by a link of their own, or tells who is in already until when. */
      readonly kind: 'grant_access';
      readonly reference: OrderReference | null;
      readonly news: AccessNews;
    } & OfSubscription)
  | ({ readonly kind: 'approve_join_request' } & OfSubscription)
  /** Has Telegram ban somebody, or lift their ban, as it is by the time this is done. */
  | ({ readonly kind: 'apply_ban' } & OfSubscription)
  | {
      readonly kind: 'decline_join_request';
      readonly closedChannelId: ClosedChannelId;
      readonly userId: number;
      readonly title: string;
      readonly openChannelId: OpenChannelId;
    }
  | {
      readonly kind: 'revoke_invite_link';
      readonly closedChannelId: ClosedChannelId;
      readonly inviteLink: string;
    }
  | ({ readonly kind: 'remind'; readonly paidUntil: number; readonly daysLeft: number } & OfSubscription)
  /** Tells of what came in between two moments, in epoch milliseconds. */
  | {
      readonly kind: 'send_digest';
      readonly openChannelId: OpenChannelId;
      readonly from: number;
      readonly until: number;
    }
  /** Tries whether those who hear of a channel's sales can be told, and says so on the page that it was asked on. */
  | ({ readonly kind: 'try_notification'; readonly messageId: number | null } & OfSubscription)
  /** `paidUntil` as it was when this was promised: every later change promises its own removal. */
  | ({ readonly kind: 'remove_member'; readonly paidUntil: number | null } & OfSubscription)
  /** Puts a post into the public channel, once for each occasion, and has the one before it taken away. */
  | ({ readonly kind: 'publish_post'; readonly occasion: string } & OfPost)
  | ({ readonly kind: 'remove_post'; readonly occasion: string } & OfPost)
  /** Brings the posts that are in the public channel to what they should say by now. */
  | { readonly kind: 'refresh_posts'; readonly openChannelId: OpenChannelId }
  /** Shows a post as it would be to somebody who runs the channel. */
  | ({ readonly kind: 'preview_post'; readonly userId: number } & OfPost)
  /** Looks for the message of an earlier try whose end is not known, above the one that was sent in its place. */
  | ({
      readonly kind: 'sweep_twin';
      readonly chatId: number;
      readonly messageId: number;
      /** Epoch milliseconds: when the earlier try was begun. */
      readonly since: number;
    } & OfPost);

export type EffectKind = Effect['kind'];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;

interface OfPost {
  readonly openChannelId: OpenChannelId;
  readonly post: PostKind;
}

/** Whose access to what an effect is about. */
interface OfSubscription {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
}

/** An effect together with when it is due, when it is no longer worth doing, and the key that makes twice once. */
export interface Promised {
  readonly effect: Effect;
  readonly key: string;
  readonly dueInSeconds?: number;
  readonly expiresInSeconds: number;
  readonly reference?: OrderReference;
}

/** An answer to a tap or a command is of no use to somebody who has long gone. */
export const REPLY_EXPIRES_SECONDS = HOUR_SECONDS / 4;
/** News of money is tried for three days, over which a phone, a bot and a provider all come back. */
export const MONEY_EXPIRES_SECONDS = 72 * HOUR_SECONDS;

/** A reminder that is held up longer may be overtaken by the renewal it asks for. */
export const REMINDER_EXPIRES_SECONDS = 12 * HOUR_SECONDS;
/** Access that was paid for is tried for as long as anything is. */
export const ACCESS_EXPIRES_SECONDS = 400 * DAY_SECONDS;

/** A reply to an update: said once, however often the update is delivered. */
export const reply = (updateId: number, chatId: number, message: Message): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key: `update:${updateId}:${message.type}`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Takes a keypad that expired off the screen, and says so. */
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
  return [
    {
      effect: { kind: 'delete_message', chatId, messageId },
      key: `delete:${chatId}:${messageId}`,
      expiresInSeconds: DAY_SECONDS,
    },
    expired,
  ];
};
