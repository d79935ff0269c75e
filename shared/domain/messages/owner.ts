import type { OfChannel } from './parts';
import type { OpenChannelId } from '../common/ids';
import type { Note } from './answers';
import type { SettingQuestion, SettingsMessage } from './owner-settings';
import type { SetUpMessage } from './owner-set-up';
import type { PostsMessage } from './owner-posts';
import type { ReportMessage } from './owner-report';
import type { ListMessage } from './owner-lists';
import type { NotifyMessage } from './owner-notify';
import type { SupportMessage, SupportQuestion } from './owner-support';
import type { Role } from '../common/roles';

/** One channel of those that somebody runs. */
export interface MyChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly role: Role;
  readonly isPaused: boolean;
}

/** What may be asked of somebody who runs a channel, to be typed. */
export type OwnerQuestion = SettingQuestion | SupportQuestion;

/** What those who run channels see. */
export type OwnerMessage =
  | SetUpMessage
  | PostsMessage
  | ReportMessage
  | ListMessage
  | NotifyMessage
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
      /** Payments that wait for a word. */
      readonly cases: number;
      /** What has just been done, where something was. */
      readonly note: Note | null;
    } & OfChannel)
  | SettingsMessage
  | ({
      readonly type: 'question';
      readonly question: OwnerQuestion;
      /** What it is by now, where there is something. */
      readonly current: string | null;
      /** Why what was typed cannot be taken. */
      readonly complaint: Note | null;
    } & OfChannel);
