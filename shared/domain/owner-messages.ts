import type { OpenChannelId } from './ids';
import type { SupportMessage, SupportQuestion } from './owner-messages-support';
import type { Role } from './roles';

/** One channel of those that somebody runs. */
export interface MyChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly role: Role;
  readonly isPaused: boolean;
}

/** What every page about a channel is headed with. */
export interface OfChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly role: Role;
}

/** What may be asked of somebody who runs a channel, to be typed. */
export type Question = 'title' | 'description' | SupportQuestion;

/** What those who run channels see. */
export type OwnerMessage =
  | SupportMessage
  | {
      readonly type: 'my_channels';
      readonly channels: readonly MyChannel[];
      /** Counts from 1. */
      readonly page: number;
      readonly pages: number;
      /** The act whose channel is to be chosen. */
      readonly action: string;
    }
  | ({
      readonly type: 'channel_menu';
      readonly isPaused: boolean;
      readonly tiers: number;
      readonly active: number;
      /** What has just been done, where something was. */
      readonly note: string | null;
    } & OfChannel)
  | ({
      readonly type: 'channel_settings';
      readonly description: string;
      readonly note: string | null;
    } & OfChannel)
  | ({
      readonly type: 'question';
      readonly question: Question;
      /** What it is by now, where there is something. */
      readonly current: string | null;
      /** Why what was typed cannot be taken. */
      readonly complaint: string | null;
    } & OfChannel);
