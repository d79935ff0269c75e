import type { World } from '../world';
import type { BotAccount } from './bot-account';
import type { Checkouts } from './checkouts';
import type { Invoices } from './invoices';
import type { Schedule } from './schedule';
import type { StarUpdates } from './star-updates';
import type { StarPayment, StarSubscription } from './star-types';
import type { Wallets } from './wallets';

/** The state of the Stars: what people and the bot have, owe and were told. */
export interface StarParts {
  readonly world: World;
  /** Seconds of a subscription's period. */
  readonly period: number;
  readonly schedule: Schedule;
  readonly updates: StarUpdates;
  readonly account: BotAccount;
  readonly wallets: Wallets;
  readonly invoices: Invoices;
  readonly checkouts: Checkouts;
  /** By charge id. */
  readonly payments: Map<string, StarPayment>;
  /** By the charge id of the first payment. */
  readonly subscriptions: Map<string, StarSubscription>;
}
