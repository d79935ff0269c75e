import type { OpenChannelId } from '../common/ids';
import type { Payer, OfChannel } from './parts';
import type { Note } from './answers';
import type { RulingName } from '../access/support-rulings';

/** What is asked, to be typed, on the way to a ruling. */
export type SupportQuestion = 'support_person' | 'support_days' | 'support_reason';

/** One row of the audit log. */
export interface AuditEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly act: string;
  /** `null`: the bot itself. */
  readonly by: Payer | null;
  readonly about: Payer | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** Why Telegram has not banned somebody. */
export type BanTrouble = 'administrator' | 'refused' | 'unanswered';

/** What is said about single people: given time, banned, and what was done to whom. */
export type SupportMessage =
  | ({
      readonly type: 'support_question';
      readonly question: SupportQuestion;
      /** Whom it is about, where that was said already. */
      readonly payer: Payer | null;
      readonly ruling: RulingName | null;
      readonly days: number | null;
      /** Why what was typed cannot be taken. */
      readonly complaint: Note | null;
    } & OfChannel)
  | ({
      readonly type: 'support_person';
      readonly payer: Payer;
      /** Epoch milliseconds; `null` for who never had access. */
      readonly paidUntil: number | null;
      readonly isActive: boolean;
      readonly isBanned: boolean;
      readonly timeZone: string;
      readonly note: Note | null;
    } & OfChannel)
  | ({
      readonly type: 'ruling';
      readonly rulingId: string;
      readonly ruling: RulingName;
      readonly payer: Payer;
      readonly days: number | null;
      readonly reason: string;
      readonly isConfirmed: boolean;
      /** By now, in epoch milliseconds. */
      readonly paidUntil: number | null;
      /** Whether the bot may write to them. */
      readonly isReachable: boolean;
      readonly timeZone: string;
    } & OfChannel)
  | ({
      readonly type: 'audit_log';
      readonly entries: readonly AuditEntry[];
      readonly timeZone: string;
      /** Counts from 1. */
      readonly page: number;
      readonly pages: number;
    } & OfChannel)
  | {
      readonly type: 'ban_trouble';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly payer: Payer;
      readonly trouble: BanTrouble;
      /** In Telegram's words. */
      readonly reason: string;
    }
  /** To a buyer whom the channel's owner has banned. */
  | { readonly type: 'not_sold_to_you'; readonly title: string };
