import { describeMessage, describeUser } from '../describe';
import { postMessage } from '../post-message';
import { badRequest } from '../wire/errors';
import type { StarParts } from './star-parts';
import { NANOSTARS, type StarPayment } from './star-types';

/** refundStarPayment: the whole payment or nothing. The texts for an unknown charge and a low balance are in no document. */
export function refundByBot(parts: StarParts, userId: number, chargeId: string): void {
  const { world, payments, account } = parts;
  if (!world.users.has(userId)) throw badRequest('USER_ID_INVALID');
  if (chargeId === '') throw badRequest('CHARGE_ID_EMPTY');
  const payment = payments.get(chargeId);
  if (payment?.userId !== userId) throw badRequest('CHARGE_ID_INVALID');
  if (payment.isRefunded) throw badRequest('CHARGE_ALREADY_REFUNDED');
  if (account.balance < creditedFor(parts, payment)) throw badRequest('BALANCE_TOO_LOW');
  // The update did not come for the payments of a subscription (tdlib/td#3209).
  giveBack(parts, payment, { isTold: payment.subscriptionId === undefined });
}

/** Telegram decides a dispute for the buyer. The balance may become negative. */
export function refundByTelegram(parts: StarParts, payment: StarPayment): void {
  if (payment.isRefunded) throw new Error('CHARGE_ALREADY_REFUNDED');
  giveBack(parts, payment, { isTold: true });
}

/** The buyer has the money back from the store, which takes the Stars from the bot. Nothing tells the bot. */
export function chargeBack(parts: StarParts, payment: StarPayment): void {
  parts.account.takeSilently(creditedFor(parts, payment));
}

/** What the bot got for it: the price without a commission. */
const creditedFor = ({ account }: StarParts, { chargeId, amount }: StarPayment): bigint =>
  account.rows.find(({ id, direction }) => id === chargeId && direction === 'in')?.nanostars ??
  BigInt(amount) * NANOSTARS;

function giveBack(parts: StarParts, payment: StarPayment, { isTold }: { isTold: boolean }): void {
  const { world, account, wallets } = parts;
  payment.isRefunded = true;
  wallets.add(payment.userId, payment.amount);
  // The row has the id of the payment's own row.
  account.add({
    id: payment.chargeId,
    direction: 'out',
    nanostars: creditedFor(parts, payment),
    partner: {
      type: 'user',
      transaction_type: 'invoice_payment',
      user: describeUser(world, world.getUser(payment.userId)),
      invoice_payload: payment.payload,
    },
  });
  sayRefunded(parts, payment, isTold);
}

function sayRefunded({ world, updates }: StarParts, payment: StarPayment, isTold: boolean): void {
  const refunded_payment = {
    currency: 'XTR' as const,
    total_amount: payment.amount,
    invoice_payload: payment.payload,
    telegram_payment_charge_id: payment.chargeId,
    provider_payment_charge_id: payment.providerChargeId,
  };
  const place = { chat: world.getChat(payment.userId), authorId: world.bot.id };
  const message = postMessage(world, place, { text: '', refunded_payment });
  if (isTold) updates.emit('refunded_payment', { ...describeMessage(message) });
}
