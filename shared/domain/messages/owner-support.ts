import type { OpenChannelId } from '../common/ids';
import type { Payer, OfChannel } from './parts';
import type { Note } from './answers';
import type { RulingName } from '../access/support-rulings';

/** What a manager is asked to type on the way to a ruling. */
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

/** Why Telegram has not banned a user. */
export type BanTrouble = 'administrator' | 'refused' | 'unanswered';

/** Messages about single users: days given, bans, and the audit log. */
export type SupportMessage =
  | ({
      readonly type: 'support_question';
      readonly question: SupportQuestion;
      /** The user it is about, if that is known already. */
      readonly payer: Payer | null;
      readonly ruling: RulingName | null;
      readonly days: number | null;
      /** Why the typed text is refused. */
      readonly complaint: Note | null;
    } & OfChannel)
  | ({
      readonly type: 'support_person';
      readonly payer: Payer;
      /** Epoch milliseconds; `null` if they never had access. */
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
      readonly reason: string | null;
      readonly isConfirmed: boolean;
      /** The current end of the access, in epoch milliseconds. */
      readonly paidUntil: number | null;
      /** True if the bot may message them. */
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
  /** Sent to a buyer that the channel's owner banned. */
  | { readonly type: 'not_sold_to_you'; readonly title: string };
