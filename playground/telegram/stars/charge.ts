import { randomInt } from 'node:crypto';
import { describeMessage, describeUser } from '../describe';
import { postMessage } from '../post-message';
import { newStarId, starAmountOf } from './bot-account';
import type { StarParts } from './star-parts';
import { NANOSTARS, type Affiliate, type InvoiceTerms, type StarPayment } from './star-types';

export interface Charge {
  readonly userId: number;
  readonly terms: InvoiceTerms;
  readonly affiliate: Affiliate | undefined;
  /** For a payment of a subscription: when the paid time ends (epoch seconds), and for a renewal which one it is. */
  readonly recurring?: { readonly endsAt: number; readonly subscriptionId?: string };
}

/** Moves the Stars, and tells the bot by a service message in the payer's own chat. `undefined`: too few Stars. */
export function charge(
  parts: StarParts,
  { userId, terms, affiliate, recurring }: Charge,
): StarPayment | undefined {
  const { world, wallets, payments } = parts;
  if (!wallets.spend(userId, terms.amount)) return undefined;
  const chargeId = newStarId('stx');
  const isSubscription = recurring !== undefined;
  const payment: StarPayment = {
    chargeId,
    providerChargeId: `${userId}_${randomInt(10 ** 6, 10 ** 9)}`,
    userId,
    amount: terms.amount,
    payload: terms.payload,
    date: world.seconds(),
    ...(isSubscription && { subscriptionId: recurring.subscriptionId ?? chargeId }),
    isRefunded: false,
  };
  payments.set(chargeId, payment);
  credit(parts, payment, { terms, affiliate });
  tellBot(parts, payment, recurring);
  return payment;
}

function credit(
  { world, account }: StarParts,
  payment: StarPayment,
  { terms, affiliate }: Pick<Charge, 'terms' | 'affiliate'>,
): void {
  const price = BigInt(payment.amount) * NANOSTARS;
  const commission = affiliate ? (price * BigInt(affiliate.perMille)) / 1000n : 0n;
  account.add({
    id: payment.chargeId,
    direction: 'in',
    nanostars: price - commission,
    partner: {
      type: 'user',
      transaction_type: 'invoice_payment',
      user: describeUser(world, world.getUser(payment.userId)),
      ...(affiliate && {
        affiliate: {
          affiliate_user: describeUser(world, world.getUser(affiliate.userId)),
          commission_per_mille: affiliate.perMille,
          ...starAmountOf(commission),
        },
      }),
      invoice_payload: payment.payload,
      ...(terms.subscriptionPeriod !== 0 && { subscription_period: terms.subscriptionPeriod }),
    },
  });
}

// The keys are in the server's order (Client.cpp, JsonSuccessfulPaymentBot). A flag is true or absent.
function tellBot({ world, updates }: StarParts, payment: StarPayment, recurring: Charge['recurring']): void {
  const chat = world.getChat(payment.userId);
  const successful_payment = {
    currency: 'XTR',
    total_amount: payment.amount,
    invoice_payload: payment.payload,
    telegram_payment_charge_id: payment.chargeId,
    provider_payment_charge_id: payment.providerChargeId,
    ...(recurring && {
      is_recurring: true as const,
      ...(recurring.subscriptionId === undefined && { is_first_recurring: true as const }),
      subscription_expiration_date: recurring.endsAt,
    }),
  };
  const message = postMessage(world, { chat, authorId: payment.userId }, { text: '', successful_payment });
  updates.emit('successful_payment', { ...describeMessage(message) });
}
