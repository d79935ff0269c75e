/** What the simulator keeps of Telegram. Names are the Bot API's own. */
import type { Document, InlineKeyboardMarkup, MessageEntity, PhotoSize } from 'grammy/types';

export interface SimUser {
  readonly id: number;
  readonly first_name: string;
  readonly username?: string;
  readonly last_name?: string;
}

export interface ChatRef {
  readonly id: number;
  readonly type: 'private' | 'channel';
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
}

/** A message as the Bot API shows it. */
export interface SimMessage {
  message_id: number;
  from?: SimUser & { is_bot: boolean };
  sender_chat?: ChatRef;
  chat: ChatRef;
  /** Unix seconds. */
  date: number;
  edit_date?: number;
  /** Empty under a photo or a document; on the wire it is then absent. */
  text: string;
  entities?: MessageEntity[];
  photo?: PhotoSize[];
  document?: Document;
  caption?: string;
  caption_entities?: MessageEntity[];
  reply_markup?: InlineKeyboardMarkup;
  has_protected_content?: true;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';
export type Rights = Readonly<Record<string, boolean>>;

export interface Member {
  status: MemberStatus;
  rights: Rights;
  /** Unix seconds; 0 is for ever. Only meaningful for `kicked`. */
  untilDate: number;
  /** Who brought this about, and when (Unix seconds); the page tells it, the Bot API does not. */
  change?: { readonly actorId: number; readonly date: number };
}

export interface InviteLink {
  readonly invite_link: string;
  readonly chatId: number;
  readonly creatorId: number;
  name: string;
  /** Unix seconds; 0 is never. */
  expire_date: number;
  /** 0 is unlimited. */
  member_limit: number;
  creates_join_request: boolean;
  is_revoked: boolean;
  joined: number;
}

export interface JoinRequest {
  readonly userId: number;
  readonly date: number;
  readonly link: InviteLink;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'channel';
  readonly title: string;
  readonly username: string | undefined;
  readonly instance: string;
  lastMessageId: number;
  messages: SimMessage[];
  /** Who wrote each message, by its id: a channel's posts do not say so themselves. */
  readonly authors: Map<number, number>;
  readonly members: Map<number, Member>;
  readonly links: Map<string, InviteLink>;
  readonly joinRequests: Map<number, JoinRequest>;
}

/** A private chat's standing between its user and the bot. */
export interface Standing {
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** After a join request the bot may write for five minutes without /start; epoch ms. */
  mayWriteUntil: number;
}

export type CallbackAnswer = { text?: string; show_alert?: boolean; url?: string };

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

export type Fault = {
  /** A Bot API method; absent means any. */
  method?: string;
  /** error: answer it; timeout: never answer; drop: close the socket. */
  kind: 'error' | 'timeout' | 'drop';
  status?: number;
  description?: string;
  retryAfter?: number;
  /** Do the work first, then fail: the ambiguous case. */
  afterPerforming?: boolean;
  /** Default 1; Infinity allowed (null in JSON). */
  times?: number;
};
