import type { Cents, ClosedChannelId, OpenChannelId } from './ids';

/** A price and a length of access to one channel. */
export interface Tier {
  readonly name: string;
  readonly priceCents: Cents;
  readonly days: number;
  /** In whole Stars. Absent or `null`: it isn't sold for Stars. */
  readonly priceStars?: number | null | undefined;
}

/** Whether members are removed when their access ends. `dry_run` only records which would be. */
export const REMOVALS = ['on', 'dry_run', 'off'] as const;
export type RemovalsSetting = (typeof REMOVALS)[number];

/** What is sold, by which owner, and how the owner is notified. */
export interface Channel {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId | null;
  readonly title: string;
  readonly description: string;
  readonly ownerUserId: number;
  readonly donationMessage: string;
  readonly notificationsEnabled: boolean;
  readonly notificationsChatId: number | null;
  /** The share of a price that may be missing. */
  readonly tolerancePercent: number;
  /** How long a member who did not renew may stay. */
  readonly graceHours: number;
  readonly removals: RemovalsSetting;
  /** Whether the operator's file puts it on the list of `/start`. `null`: the file doesn't say. */
  readonly fileListed: boolean | null;
  /** What donors choose from, in whole Stars. Absent or `null`: there are no donations in Stars. */
  readonly donationStars?: readonly number[] | null | undefined;
  readonly tiers: readonly Tier[];
}

type OptionalName = 'tolerancePercent' | 'graceHours' | 'removals' | 'fileListed';

/**
 * A channel to save. A missing setting keeps its value, as does a tier's missing price in Stars; a new channel gets the default. A
 * channel is listed if `fileListed` is missing.
 */
export type ChannelToSave = Omit<Channel, OptionalName> & {
  readonly [Name in OptionalName]?: Channel[Name] | undefined;
};
