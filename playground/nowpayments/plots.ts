import type { Arrival } from './api/create-payment';
import type { Delivery, PaymentStatus, PayOptions, Scenario } from './types';

/** How one payment goes: how much arrives, through which statuses, and which deposit follows. */
export interface Plot {
  /** What the payer sends, as a percentage of the amount due. */
  readonly percent: number;
  readonly statuses: readonly PaymentStatus[];
  readonly child?: {
    readonly arrival: Arrival;
    readonly statuses: readonly PaymentStatus[];
    readonly isWorthHidden?: true;
  };
}

const paidUntil = (end: PaymentStatus): readonly PaymentStatus[] => [
  'confirming',
  'confirmed',
  'sending',
  end,
];
const finished: readonly PaymentStatus[] = ['waiting', ...paidUntil('finished')];
const short: readonly PaymentStatus[] = ['waiting', ...paidUntil('partially_paid')];
const exact: Plot = { percent: 100, statuses: finished };

const PLOTS: Readonly<Record<Scenario, Plot>> = {
  waiting: { percent: 0, statuses: ['waiting'] },
  exact,
  ipn_dropped: exact,
  ipn_duplicated: exact,
  ipn_reordered: exact,
  partial: { percent: 97, statuses: short },
  underpaid: { percent: 10, statuses: short },
  over: { percent: 120, statuses: finished },
  late: { percent: 100, statuses: ['waiting', 'expired', ...paidUntil('finished')] },
  expired: { percent: 0, statuses: ['waiting', 'expired'] },
  // The transaction was replaced, for example, and NOWPayments never ends the payment.
  hanging: { percent: 100, statuses: ['waiting', 'confirming', 'confirmed'] },
  failed: { percent: 100, statuses: ['waiting', 'confirming', 'failed'] },
  refund: { percent: 100, statuses: [...finished, 'refunded'] },
  // The dashboard decides how a child ends. `finished` is the setting that could make the product grant twice.
  twice: { ...exact, child: { arrival: 'repeated', statuses: paidUntil('finished') } },
  wrong_coin: {
    percent: 0,
    statuses: ['waiting'],
    child: { arrival: 'wrong_asset', statuses: paidUntil('partially_paid') },
  },
  unknown_worth: {
    percent: 0,
    statuses: ['waiting'],
    child: { arrival: 'wrong_asset', statuses: paidUntil('partially_paid'), isWorthHidden: true },
  },
};

/** The plot of a scenario, with the payer's and the merchant's choices. */
export function plotOf({ scenario = 'exact', percent, ends }: PayOptions): Plot {
  const plot = PLOTS[scenario];
  const end = (statuses: readonly PaymentStatus[]) => (ends ? [...statuses.slice(0, -1), ends] : statuses);
  if (plot.child) return { ...plot, child: { ...plot.child, statuses: end(plot.child.statuses) } };
  return { percent: percent ?? plot.percent, statuses: end(plot.statuses) };
}

export function isScenario(value: unknown): value is Scenario {
  return typeof value === 'string' && Object.hasOwn(PLOTS, value);
}

export function deliveryOf(scenario: Scenario, extra: Partial<Delivery> = {}): Delivery {
  return {
    drop: scenario === 'ipn_dropped' || extra.drop === true,
    duplicate: scenario === 'ipn_duplicated' || extra.duplicate === true,
    reorder: scenario === 'ipn_reordered' || extra.reorder === true,
  };
}

/** Puts the last item first and `waiting` last, which is as far out of order as IPNs can get. */
export function outOfOrder<T>(inOrder: readonly T[], isWaiting: (one: T) => boolean): readonly T[] {
  const rest = inOrder.slice(0, -1);
  return [
    ...inOrder.slice(-1),
    ...rest.filter((one) => !isWaiting(one)),
    ...rest.filter((one) => isWaiting(one)),
  ];
}
