import type { PlaceKind } from './place';

/** The bot's membership of a channel or a supergroup, as an update reports it. */
export interface BotChat {
  readonly chatId: number;
  readonly kind: PlaceKind;
  readonly title: string;
  /** `null` if the chat is private. */
  readonly username: string | null;
  readonly status: string;
  readonly rights: Readonly<Record<string, boolean>>;
  /** The user who changed it. */
  readonly actorId: number;
  /** By Telegram's clock, in seconds since the epoch. `null` if the update doesn't say. */
  readonly changedAt: number | null;
}
