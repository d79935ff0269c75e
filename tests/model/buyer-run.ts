import type { Observed } from './observed';
import { newDonor, type Donor } from '../journeys/support/world';
import type { Decision } from '../../shared/domain/payments/payment';
import type { BuyerAction } from './actions';
import { Ledger, type Ipn } from './ledger';

import type { Model, Slot, Terms } from './start-model';

/** What one buyer goes through. */
export interface Story extends Terms {
  /** Everything begins with an order. */
  readonly first: BuyerAction;
  readonly deeds: readonly BuyerAction[];
}

export interface Letter {
  readonly ipn: Ipn;
  readonly body: string;
}

/** One buyer on their way through a story, and all that the test itself knows of them. */
export interface BuyerRun {
  readonly model: Model;
  readonly slot: Slot;
  readonly buyer: Donor;
  readonly story: Story;
  readonly ledger: Ledger;
  /** IPNs that exist and have not arrived. */
  held: Letter[];
  /** IPNs that were answered 200. */
  readonly sent: Letter[];
  /** What the owner said, by payment. */
  readonly said: Map<number, Set<Decision>>;
  /** What a payment was when the owner said that it was sent back: the word is not about what becomes of it after. */
  readonly sentBack: Map<number, { readonly status: string; readonly isKnown: boolean }>;
  /** Links that Telegram made for this buyer. */
  readonly links: Set<string>;
  /** Whether they are in the private channel, by Telegram's word, and whether they went out by themselves. */
  isIn: boolean;
  hasLeft: boolean;
  observed: Observed | undefined;
}

export function newLane(model: Model, slot: Slot, story: Story): BuyerRun {
  return {
    model,
    slot,
    story,
    buyer: newDonor(model.world, { name: 'Bea' }),
    ledger: new Ledger(),
    held: [],
    sent: [],
    said: new Map(),
    sentBack: new Map(),
    links: new Set(),
    isIn: false,
    hasLeft: false,
    observed: undefined,
  };
}

/** The `n`th of what there is, counted round and round. */
export const nth = <T>(items: readonly T[], n: number): T | undefined =>
  items.length === 0 ? undefined : items[n % items.length];
