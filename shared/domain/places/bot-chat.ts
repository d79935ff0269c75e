/** What the bot is in a channel, as an update tells of it. */
export interface BotChat {
  readonly chatId: number;
  readonly title: string;
  /** Null where the channel is private. */
  readonly username: string | null;
  readonly status: string;
  readonly rights: Readonly<Record<string, boolean>>;
  /** Who made it so. */
  readonly actorId: number;
  /** By Telegram's clock, in seconds since the epoch. */
  readonly changedAt: number;
}
