/** What Telegram says, or we last asked for, about the next payment of a subscription. */
export const RENEWAL_STATES = ['active', 'canceled', 'failed'] as const;
export type RenewalState = (typeof RENEWAL_STATES)[number];

/** Who ended a renewal through us. */
export const RENEWAL_ENDERS = ['buyer', 'owner', 'bot'] as const;
export type RenewalEnder = (typeof RENEWAL_ENDERS)[number];

/** An update about a renewal. It names no payment and no time. */
export interface RenewalReport {
  readonly userId: number;
  /** Names the invoice of the first payment. */
  readonly payload: string;
  readonly state: RenewalState;
}
