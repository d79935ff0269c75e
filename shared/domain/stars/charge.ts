/** A payment in Stars, as an update or Telegram's list reports it. The list has no flags, so there they are absent. */
export interface StarCharge {
  /** Telegram's id of the payment, by which a repeat is known. */
  readonly chargeId: string;
  /** The user who paid. */
  readonly userId: number;
  readonly stars: number;
  /** Names the invoice. */
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly paidAt: number;
  readonly providerChargeId?: string | null;
  readonly isRecurring?: boolean;
  /** It began a subscription, which is called by its id from then on. */
  readonly isFirstRecurring?: boolean;
  /** Until when the subscription is paid, in epoch milliseconds. */
  readonly subscriptionUntil?: number | null;
}

/** A payment in Stars that was sent back, as Telegram says. */
export type StarRefund = Pick<StarCharge, 'chargeId' | 'userId' | 'stars' | 'payload'>;
