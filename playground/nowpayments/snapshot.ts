import type { World } from './world';

/** Enough for any screen, but small enough to send after every change. */
const LAST = 200;

/** Everything that a page shows, without secrets. */
export function snapshot(world: World): object {
  return {
    url: `${world.origin}/v1`,
    invoices: [...world.invoices.values()].slice(-LAST),
    payments: [...world.payments.values()]
      .slice(-LAST)
      .map((payment) => ({ ...payment, isMoving: world.moving.has(payment.paymentId) })),
    ipns: world.ipns.slice(-LAST),
    calls: world.calls.slice(-LAST),
    faults: world.faults,
    coinsOn: [...world.coinsOn],
  };
}
