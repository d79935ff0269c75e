/** One thing that happened inside, as the page shows it. */
export interface TimelineItem {
  readonly id: string;
  /** ISO 8601, by the database's clock. */
  readonly at: string;
  readonly kind: 'update' | 'ipn' | 'call' | 'order' | 'invoice' | 'payment' | 'access' | 'promise' | 'you';
  readonly state: 'done' | 'waiting' | 'failed';
  readonly sentence: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type Description = Pick<TimelineItem, 'kind' | 'state' | 'sentence'>;
