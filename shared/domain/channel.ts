import type { Cents, ClosedChannelId, OpenChannelId } from './ids';

/** A price and a length of access to one channel. */
export interface Tier {
  readonly name: string;
  readonly priceCents: Cents;
  readonly days: number;
}

/** What is sold, who sells it, and how the owner is told. */
export interface Channel {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId | null;
  readonly title: string;
  readonly description: string;
  readonly ownerUserId: number;
  readonly donationMessage: string;
  readonly notificationsEnabled: boolean;
  readonly notificationsChatId: number | null;
  readonly tiers: readonly Tier[];
}
