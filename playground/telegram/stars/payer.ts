import { describeUser } from '../describe';
import { charge } from './charge';
import type { StarParts } from './star-parts';
import type {
  InvoicePlace,
  InvoiceSheet,
  InvoiceTerms,
  PayOptions,
  PayOutcome,
  StarSubscription,
} from './star-types';
import { cancelByUser, enableByUser, findOwn, subscribe } from './subscriptions';

/**
 * What a user does with Stars. A test pays like this: `await telegram.as(42).payStars(messageIdOrLink)`. Call it twice at
 * once for two devices, and as another user for somebody else's payment.
 */
export interface Payer {
  /**
   * Confirms an invoice, waits for the bot's answer to the pre-checkout query, and pays. Resolves with what the client shows
   * in the end. Throws the client's error if there is nothing to pay.
   */
  payStars(place: InvoicePlace, options?: PayOptions): Promise<PayOutcome>;
  /** Opens an invoice without confirming. Closing it tells the bot nothing. */
  openInvoice(place: InvoicePlace): InvoiceSheet;
  readonly stars: OwnStars;
}

/** The Stars in a user's settings. */
interface OwnStars {
  balance(): number;
  /** Adds Stars, or takes some if the number is negative. */
  topUp(amount: number): void;
  subscriptions(): readonly StarSubscription[];
  cancel(subscriptionId: string): void;
  enable(subscriptionId: string): void;
}

export function payerOf(parts: StarParts, userId: number): Payer {
  const { world, wallets, invoices, subscriptions } = parts;
  return {
    payStars: async (place, options = {}) =>
      pay(parts, { userId, terms: invoices.find(userId, place) }, options),
    openInvoice: (place) => {
      const { title, description, amount, subscriptionPeriod } = invoices.find(userId, place);
      const bot = describeUser(world, world.bot);
      return { title, description, amount, subscriptionPeriod, balance: wallets.of(userId), bot };
    },
    stars: {
      balance: () => wallets.of(userId),
      topUp: (amount) => wallets.add(userId, amount),
      subscriptions: () => [...subscriptions.values()].filter((each) => each.userId === userId),
      cancel: (id) => cancelByUser(parts, findOwn(parts, userId, id)),
      enable: (id) => enableByUser(parts, findOwn(parts, userId, id)),
    },
  };
}

interface Purchase {
  readonly userId: number;
  readonly terms: InvoiceTerms;
}

async function pay(parts: StarParts, purchase: Purchase, options: PayOptions): Promise<PayOutcome> {
  const { afterOk = 'pay', payAfterSeconds = 0, isApproved = false } = options;
  const { userId, terms } = purchase;
  // The client offers to buy Stars, and asks the bot nothing.
  if (parts.wallets.of(userId) < terms.amount) return { state: 'too_few_stars' };
  const answer = isApproved ? undefined : await parts.checkouts.ask(userId, terms);
  if (answer !== undefined && answer.state !== 'ok') return answer;
  if (payAfterSeconds > 0) await after(parts, payAfterSeconds);
  return afterOk === 'pay' ? take(parts, purchase, options) : { state: 'abandoned' };
}

const after = ({ world, schedule }: StarParts, seconds: number) =>
  new Promise<void>((resolve) => schedule.add(world.now() + seconds * 1000, resolve));

function take(parts: StarParts, { userId, terms }: Purchase, { affiliate }: PayOptions): PayOutcome {
  if (terms.subscriptionPeriod !== 0) return subscribe(parts, { userId, terms, affiliate });
  const payment = charge(parts, { userId, terms, affiliate });
  return payment ? { state: 'paid', chargeId: payment.chargeId } : { state: 'too_few_stars' };
}
