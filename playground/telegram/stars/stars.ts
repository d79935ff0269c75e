import type { World } from '../world';
import { BotAccount, describeRow, starAmountOf } from './bot-account';
import { Checkouts } from './checkouts';
import { Invoices } from './invoices';
import { chargeBack, refundByTelegram } from './refund';
import { Schedule } from './schedule';
import type { StarParts } from './star-parts';
import type { StarPayment, StarSubscription, StarTransaction } from './star-types';
import { StarUpdates, type StarUpdateKind } from './star-updates';
import { renew } from './subscriptions';
import { Wallets } from './wallets';
import { endWithdrawal, receiveOther, withdraw } from './withdrawals';

/** Thirty days, which is all that Telegram allows outside its test environment. */
const SUBSCRIPTION_PERIOD_SECONDS = 2_592_000;

export interface StarsOptions {
  /** Seconds of a subscription's period. Default 2,592,000; Telegram's own test environment has 60 and 300. */
  readonly starSubscriptionPeriod?: number;
  /** What everybody has in the beginning. Default 5,000. */
  readonly starsOfEach?: number;
}

/** What Telegram itself does with Stars, and what a test may look at. People act by `telegram.as(user)`. */
export interface TelegramStars {
  readonly subscriptionPeriod: number;
  /** The bot's whole Stars. May be negative. */
  balance(): number;
  /** All rows, oldest first. The bot reads them in pages. */
  transactions(): readonly StarTransaction[];
  payments(userId?: number): readonly StarPayment[];
  subscriptions(userId?: number): readonly StarSubscription[];
  /**
   * After a test moved its own clock: pre-checkouts expire, payments that were put off happen, subscriptions renew. A clock
   * that runs by itself needs no call.
   */
  runDue(): void;
  /** Telegram refunds a payment, which the bot did not ask for. */
  refund(chargeId: string): void;
  /** The store takes the money back: the balance falls, without a row and without an update. */
  chargeBack(chargeId: string): void;
  /** Returns the id of its row, which stays pending. */
  withdraw(amount: number): string;
  endWithdrawal(rowId: string, state: 'succeeded' | 'failed'): void;
  /** Adds rows of Stars that came from elsewhere. */
  receive(count: number, amount?: number): void;
  /** Adds rows in TON, which the server counts and leaves out, so that a page is short although more follow. */
  receiveTon(count: number): void;
  failNextRenewal(subscriptionId: string): void;
  /** Tries again to renew a subscription that failed. */
  retryRenewal(subscriptionId: string): void;
  /** The next update of this kind never arrives, as when the webhook is down for a day. */
  loseNext(kind: StarUpdateKind): void;
  /** The next update of this kind arrives twice, with one id. */
  repeatNext(kind: StarUpdateKind): void;
  delayNext(kind: StarUpdateKind, seconds: number): void;
}

export function createStars(world: World, options: StarsOptions): StarParts {
  const schedule = new Schedule(world.now);
  const updates = new StarUpdates(world, schedule);
  return {
    world,
    period: options.starSubscriptionPeriod ?? SUBSCRIPTION_PERIOD_SECONDS,
    schedule,
    updates,
    account: new BotAccount(world),
    wallets: new Wallets(world, options.starsOfEach ?? 5000),
    invoices: new Invoices(world),
    checkouts: new Checkouts({ world, schedule, updates }),
    payments: new Map(),
    subscriptions: new Map(),
  };
}

export function closeStars({ schedule, checkouts }: StarParts): void {
  checkouts.close();
  schedule.close();
}

export function starsOf(parts: StarParts): TelegramStars {
  const { account, payments, subscriptions, updates, schedule, world } = parts;
  const of = <T extends { userId: number }>(all: Map<string, T>, userId?: number) =>
    [...all.values()].filter((each) => userId === undefined || each.userId === userId);
  return {
    subscriptionPeriod: parts.period,
    balance: () => starAmountOf(account.balance).amount,
    transactions: () => account.rows.map(describeRow),
    payments: (userId) => of(payments, userId),
    subscriptions: (userId) => of(subscriptions, userId),
    runDue: () => schedule.runDue(),
    refund: (chargeId) => refundByTelegram(parts, known(payments, chargeId)),
    chargeBack: (chargeId) => chargeBack(parts, known(payments, chargeId)),
    withdraw: (amount) => withdraw(parts, amount),
    endWithdrawal: (rowId, state) => endWithdrawal(parts, rowId, state),
    receive: (count, amount = 1) => receiveOther(parts, { count, amount, isOtherCurrency: false }),
    receiveTon: (count) => receiveOther(parts, { count, amount: 1, isOtherCurrency: true }),
    failNextRenewal: (id) => {
      known(subscriptions, id).failsNext = true;
      world.changed();
    },
    retryRenewal: (id) => {
      const subscription = known(subscriptions, id);
      if (subscription.state !== 'failed') throw new Error(`Subscription ${id} has not failed`);
      renew(parts, subscription);
    },
    loseNext: (kind) => updates.plan(kind, { kind: 'lost' }),
    repeatNext: (kind) => updates.plan(kind, { kind: 'repeated' }),
    delayNext: (kind, seconds) => updates.plan(kind, { kind: 'delayed', seconds }),
  };
}

function known<T>(all: Map<string, T>, id: string): T {
  const found = all.get(id);
  if (!found) throw new Error(`Nothing has the id ${id}`);
  return found;
}
