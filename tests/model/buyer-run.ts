import type { Donor } from '../worlds/journey';
import type { BuyerState } from './observed';
import { newDonor } from '../journeys/support/people';
import type { Decision } from '../../shared/domain/payments/payment';
import type { BuyerAction } from './actions';
import { Ledger, type Ipn, type NewStarCharge } from './ledger';
import type { Writing } from './writing';

import type { Model, Slot } from './start-model';
import type { Terms } from './terms';

/** Everything that one buyer does, in order. */
export interface Story extends Terms {
  /** The first action is always an order or a donation, because nothing else makes sense without one. */
  readonly first: BuyerAction;
  readonly actions: readonly BuyerAction[];
}

export interface RecordedIpn {
  readonly ipn: Ipn;
  readonly body: string;
}

/** A buyer who plays a story, with all that the test itself knows about them. */
export interface BuyerRun {
  readonly model: Model;
  readonly slot: Slot;
  readonly buyer: Donor;
  readonly story: Story;
  readonly ledger: Ledger;
  /** IPNs that were written and have not arrived. */
  held: RecordedIpn[];
  /** IPNs that were answered 200. */
  readonly sent: RecordedIpn[];
  /** Payments in Stars that our functions did not know when it was last looked. */
  unseen: (NewStarCharge & { readonly isTold: boolean })[];
  /** The decisions that the owner made, by payment. */
  readonly decisions: Map<number, Set<Decision>>;
  /** The state of a payment when the owner said that they had refunded it. Later changes aren't covered by that decision. */
  readonly sentBack: Map<number, { readonly status: string; readonly isKnown: boolean }>;
  /** The most that the owner said a payment of unknown worth was worth, in cents. */
  readonly typed: Map<number, number>;
  /** What the bot wrote to the buyer or the owner since the last check. */
  written: Writing[];
  /** Links that Telegram made for this buyer. */
  readonly links: Set<string>;
  /** Whether Telegram shows them in the private channel, and whether they left on their own. */
  isIn: boolean;
  hasLeft: boolean;
  observed: BuyerState | undefined;
}

export function newBuyerRun(model: Model, slot: Slot, story: Story): BuyerRun {
  return {
    model,
    slot,
    story,
    buyer: newDonor(model.world, { name: 'Bea' }),
    ledger: new Ledger(),
    held: [],
    sent: [],
    unseen: [],
    decisions: new Map(),
    sentBack: new Map(),
    typed: new Map(),
    written: [],
    links: new Set(),
    isIn: false,
    hasLeft: false,
    observed: undefined,
  };
}

/** The `n`th item. Counting starts again after the last one. */
export const nth = <T>(items: readonly T[], n: number): T | undefined =>
  items.length === 0 ? undefined : items[n % items.length];
