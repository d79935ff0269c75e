/** A user of the simulated Telegram. The names here are the Bot API's own. */
import type {
  ChatShared,
  Document,
  InlineKeyboardMarkup,
  MessageEntity,
  PhotoSize,
  ReplyKeyboardMarkup,
} from 'grammy/types';
import type { PaymentMessage } from './stars/payment-message';

export interface SimUser {
  readonly id: number;
  readonly first_name: string;
  readonly username?: string;
  readonly last_name?: string;
  /** The language of their app, an IETF tag. */
  readonly language_code?: string;
}

/** A group becomes a supergroup when it is upgraded, and gets another id. */
export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

export interface ChatRef {
  readonly id: number;
  readonly type: ChatType;
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
}

/** A message as the Bot API shows it. */
export interface SimMessage extends PaymentMessage {
  message_id: number;
  from?: SimUser & { is_bot: boolean };
  sender_chat?: ChatRef;
  chat: ChatRef;
  /** Unix seconds. */
  date: number;
  edit_date?: number;
  /** Empty for a photo or a document. The Bot API then omits it. */
  text: string;
  /** Service messages of a group that became a supergroup: in the old chat and in the new one. */
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  /** Service messages of a group: who came or left. */
  new_chat_members?: object[];
  left_chat_member?: object;
  /** A post of the linked channel, which Telegram repeats in its discussion group. */
  is_automatic_forward?: true;
  /** Service message: the user picked a chat with a button of a reply keyboard. */
  chat_shared?: ChatShared;
  entities?: MessageEntity[];
  photo?: PhotoSize[];
  document?: Document;
  caption?: string;
  caption_entities?: MessageEntity[];
  /** The message that this one replies to, without the one that it replies to in turn. */
  reply_to_message?: object;
  reply_markup?: InlineKeyboardMarkup;
  has_protected_content?: true;
}

/** `restricted`: a member of a supergroup who may do less than others. */
export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
export type Rights = Readonly<Record<string, boolean>>;

export interface Member {
  status: MemberStatus;
  rights: Rights;
  /** Restricted and not in the chat: false. Only meaningful for `restricted`. */
  isMember?: boolean;
  /** Unix seconds; 0 means forever. Only meaningful for `kicked`. */
  untilDate: number;
  /** Who made the last change, and when (Unix seconds). The page shows it, but the Bot API does not. */
  change?: { readonly actorId: number; readonly date: number };
}

export interface InviteLink {
  readonly invite_link: string;
  readonly chatId: number;
  readonly creatorId: number;
  name: string;
  /** Unix seconds; 0 means never. */
  expire_date: number;
  /** 0 means unlimited. */
  member_limit: number;
  creates_join_request: boolean;
  is_revoked: boolean;
  joined: number;
}

export interface JoinRequest {
  readonly userId: number;
  readonly date: number;
  /** `undefined`: they asked in a public group. */
  readonly link: InviteLink | undefined;
}

/** Who may write in a group: everybody, administrators only, or nobody because its topic is closed or Telegram restricts it. */
export type Writing = 'everybody' | 'administrators' | 'topic_closed' | 'restricted';

export interface Chat {
  readonly id: number;
  readonly type: ChatType;
  readonly title: string;
  /** Without @. `undefined`: a private channel. */
  username: string | undefined;
  readonly instance: string;
  lastMessageId: number;
  messages: SimMessage[];
  /** The author of each message, by its id, because a channel's posts do not name theirs. */
  readonly authors: Map<number, number>;
  readonly members: Map<number, Member>;
  readonly links: Map<string, InviteLink>;
  readonly joinRequests: Map<number, JoinRequest>;
  writing: Writing;
  /** A public group in which administrators approve new members. */
  isJoinedByRequest: boolean;
  /** What the client shows below the text field, until the bot replaces or removes it. */
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  isDeleted: boolean;
  /** The discussion group of a channel, or the channel of a discussion group. */
  linkedChatId: number | undefined;
  /** The supergroup that a group became. */
  movedTo: number | undefined;
}

/** The state of a private chat between its user and the bot. */
export interface Standing {
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** Epoch ms. After a join request, the bot may write for five minutes without /start. */
  mayWriteUntil: number;
}

export interface RecordedCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Epoch ms. */
  readonly at: number;
  /** The caller's own header, which Telegram ignores. */
  readonly correlationId?: string | undefined;
  readonly ok: boolean;
  readonly description?: string;
  readonly result?: unknown;
}
