import type { BuyerRun } from './buyer-run';

/** Counts what happened, so that a run can prove that it covered enough. */
export class Coverage {
  private readonly counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /** Counts the final state of a buyer. */
  countBuyer({ observed, isIn, hasLeft, ledger }: BuyerRun): void {
    if (isIn) this.count('buyer in');
    if (hasLeft) this.count('buyer left');
    if (observed === undefined) return;
    for (const { kind, state, reference, incomeStars } of observed.orders) {
      const rails = new Set(
        ledger.of(reference).map(({ paymentId }) => ledger.charge(paymentId) === undefined),
      );
      if (incomeStars !== null) this.count('settled in Stars');
      if (rails.size > 1) this.count('paid in both');
      this.count(`order ${state}`);
      this.count(`${kind} ${state}`);
    }
    for (const { standing } of observed.payments.filter(({ typedCents }) => typedCents !== null))
      this.count(`payment ${standing} typed`);
    for (const { standing, exception } of observed.payments) this.count(`payment ${standing} ${exception}`);
    for (const { paymentId, isRevoked } of observed.extensions)
      this.count(`extension ${paymentId === null ? 'own' : 'credited'}${isRevoked ? ' revoked' : ''}`);
    if (observed.links.length > 0) this.count('link live');
  }

  get(what: string): number {
    return this.counts.get(what) ?? 0;
  }

  toString(): string {
    return [...this.counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, times]) => `${what}: ${times}`)
      .join(', ');
  }
}
