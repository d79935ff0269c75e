import type { Cents } from '../common/ids';
import type { AboutOrder, Payer, Received } from './parts';
import type { PaymentStatus } from '../payments/payment-status';
import type { OddPayment } from './cases';
import type { PayerNews } from './payments';

/** What the clock of a case tells: it still waits, it stays open after the last day, or we stop asking the provider. */
export type CaseMoment = '1_hour' | '1_day' | '3_days' | 'overdue' | 'stays_open' | 'watch_ended';

/** Messages about a case that nobody has answered. */
export type CaseClockMessage =
  /** Reminds the owner of a case, with its buttons as they are now. */
  | { readonly type: 'case_reminder'; readonly moment: CaseMoment; readonly odd: OddPayment }
  /** Tells the payer that the owner has not decided yet. */
  | ({
      readonly type: 'case_waiting';
      readonly moment: CaseMoment;
      readonly news: PayerNews;
      /** Absent, here and below, in older rows. */
      readonly status?: PaymentStatus;
      /** The missing rest, if the payment counts and its payer has an invoice for that. */
      readonly restCents?: Cents;
    } & AboutOrder &
      Received)
  /** Nobody decided for a week, so a payment that was a little short was accepted. `payer` is set for the owner. */
  | ({
      readonly type: 'case_accepted';
      readonly missingCents: Cents;
      readonly paymentId: number;
      readonly payer: Payer | null;
    } & AboutOrder);
