import { MONEY_EXPIRES_SECONDS, REMINDER_EXPIRES_SECONDS, type Promised } from '../../effects';
import { STAR_RAIL } from '../../common/rails';
import { orderTopic } from '../../common/living-message';
import type { Cents } from '../../common/ids';
import type { AboutOrder, Occasion } from '../../messages/parts';
import type { RefusalReason } from './invoice-refusal';
import type { WayToPay } from './ways-to-pay';

/** An order that its buyer is about to pay. */
export interface OrderToOffer extends AboutOrder {
  readonly userId: number;
  readonly receivedCents: Cents;
  readonly priceStars: number | null;
}

/** Why a buyer is about to pay, and what identifies their request in the key of its promise. */
interface PayRequest {
  readonly occasion: Occasion;
  readonly asking: string;
}

type Invoiced = Pick<OrderToOffer, 'reference' | 'amountCents' | 'receivedCents'>;

const expiresIn = ({ type }: Occasion): number =>
  type === 'reminder' ? REMINDER_EXPIRES_SECONDS : MONEY_EXPIRES_SECONDS;

/** The promise of an invoice in crypto for what remains of an order. */
function invoiceOf({ reference, amountCents, receivedCents }: Invoiced, request: PayRequest): Promised {
  // A reminder stays a reminder, even if its invoice is for the rest.
  const isRest = receivedCents > 0 && request.occasion.type === 'purchase';
  const occasion: Occasion = isRest ? { type: 'rest', receivedCents } : request.occasion;
  return {
    effect: {
      kind: 'create_invoice',
      reference,
      amountCents: (amountCents - receivedCents) as Cents,
      occasion,
    },
    key: `${reference}:invoice:${request.asking}`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
    reference,
  };
}

/** The promise of an invoice by the way that the buyer chose, or the only one that there is. */
export function invoiceBy(way: WayToPay, order: Invoiced, request: PayRequest): Promised {
  if (way === 'crypto') return invoiceOf(order, request);
  const { reference } = order;
  return {
    effect: {
      kind: 'invoice_on_rail',
      rail: STAR_RAIL,
      reference,
      renews: way === 'renew',
      occasion: request.occasion,
    },
    key: `${reference}:invoice:${request.asking}`,
    expiresInSeconds: expiresIn(request.occasion),
    reference,
  };
}

/** A question how to pay. */
interface ChoiceRequest extends PayRequest {
  /** It takes the place of what the order's message shows. Absent: it is a new message. */
  readonly isShown?: boolean;
  /** Crypto was asked for, and can't pay it. */
  readonly cryptoRefusal?: RefusalReason;
}

/** The promise to ask the buyer how to pay. */
export const choiceOf = (
  order: Omit<OrderToOffer, 'receivedCents'>,
  ways: readonly WayToPay[],
  { occasion, asking, isShown = false, cryptoRefusal }: ChoiceRequest,
): Promised => {
  const { reference, title, item, amountCents, priceStars, userId } = order;
  const about = { reference, title, item, amountCents, priceStars };
  const refusal = cryptoRefusal && { cryptoRefusal };
  return {
    effect: {
      kind: 'send_message',
      chatId: userId,
      message: { type: 'choose_payment', ...about, ways, occasion, ...refusal },
      living: { topic: orderTopic(reference), as: isShown ? 'edit' : 'new' },
    },
    key: `${reference}:invoice:${asking}`,
    expiresInSeconds: expiresIn(occasion),
    reference,
  };
};

/** What a step of a purchase is: the question how to pay, or an invoice that is promised. */
export const resultOf = ({ effect }: Promised): 'promised' | 'asked' =>
  effect.kind === 'send_message' ? 'asked' : 'promised';

/** The promise of the next step of a purchase: its invoice if there is one way to pay, otherwise the question which one. */
export function payStep(order: OrderToOffer, ways: readonly WayToPay[], request: PayRequest): Promised {
  const [way = 'crypto', ...others] = ways;
  // An invoice of Telegram's own has no room for what a reminder says.
  const hasRoom = way === 'crypto' || request.occasion.type !== 'reminder';
  return others.length > 0 || !hasRoom ? choiceOf(order, ways, request) : invoiceBy(way, order, request);
}
