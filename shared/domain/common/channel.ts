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
  /** How much of a price may be missing. */
  readonly tolerancePercent: number;
  /** How long somebody who did not renew may stay. */
  readonly graceHours: number;
  /** Whether anybody is removed at all; `dry_run` only says who would be. */
  readonly removals: 'on' | 'dry_run' | 'off';
  readonly tiers: readonly Tier[];
}

/** A channel as it is to be saved: what is not given stays as it is, or as it is at first. */
export type ChannelToSave = Omit<Channel, 'tolerancePercent' | 'graceHours' | 'removals'> & {
  readonly [Name in 'tolerancePercent' | 'graceHours' | 'removals']?: Channel[Name] | undefined;
};
