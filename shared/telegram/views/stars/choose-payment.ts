import type { InlineKeyboardButton } from 'grammy/types';
import type { WayToPay } from '../../../domain/payments/invoices/ways-to-pay';
import type { MessageOf } from '../../../domain/messages/messages';
import type { WordingKey } from '../../catalog';
import { callbackData } from '../../codec/callback-data';
import { accessEndInWords, renewalInWords } from '../access-end';
import { html, lines, type Html } from '../html';
import { orderInWords } from '../order-wording';
import { talkButton } from '../talk-buttons';
import { button, keyboardOf, type View } from '../view';
import type { Wording } from '../wording';

type Choice = MessageOf<'choose_payment'>;
type Offered = Pick<Choice, 'reference' | 'amountCents' | 'priceStars'>;

const LABELS = {
  crypto: 'paystep-button-crypto',
  once: 'paystep-button-stars',
  renew: 'paystep-button-renew',
} as const satisfies Record<WayToPay, WordingKey>;

/** A button for each way to pay an order. */
const wayButtons = (
  { reference, amountCents, priceStars }: Offered,
  ways: readonly WayToPay[],
  wording: Wording,
): InlineKeyboardButton[][] =>
  ways.map((way) => {
    const price =
      way === 'crypto' || priceStars === null ? wording.usd(amountCents) : wording.stars(priceStars);
    return [button(wording.text(LABELS[way], { price }), callbackData.payBy(way, reference))];
  });

const refusalInWords = ({ cryptoRefusal, amountCents }: Choice, wording: Wording): Html | undefined => {
  if (cryptoRefusal === undefined) return undefined;
  return cryptoRefusal === 'too_small'
    ? wording.html('paystep-crypto-too-small', { amount: wording.usd(amountCents) })
    : wording.html('paystep-crypto-refused');
};

/** Says before the choice what renews by itself, how often, and how to end that. */
const renewsInWords = ({ ways, priceStars }: Choice, wording: Wording): Html | undefined =>
  ways.includes('renew') && priceStars !== null
    ? wording.html('paystep-renews-if-chosen', { price: wording.stars(priceStars) })
    : undefined;

/** Asks the buyer how to pay. */
export const choosePaymentView = (message: Choice, wording: Wording): View => {
  const { occasion, title, item, ways, reference } = message;
  const order = orderInWords(message, wording);
  const renews = renewsInWords(message, wording);
  const isReminder = occasion.type === 'reminder';
  return {
    text: lines(
      ...(isReminder ? [accessEndInWords(title, occasion, wording), '' as const, html`${order}.`] : []),
      isReminder ? renewalInWords(occasion.daysLeft, wording) : undefined,
      isReminder ? undefined : html`${item.kind === 'donation' ? '💝' : '💎'} <b>${order}</b>`,
      '',
      refusalInWords(message, wording) ?? wording.html('paystep-how'),
      ...(renews === undefined ? [] : ['' as const, renews]),
    ),
    ...keyboardOf(...wayButtons(message, ways, wording), [
      button(
        wording.text(isReminder ? 'payments-invoice-not-now' : 'orders-cancel'),
        callbackData.cancelOrder(reference),
      ),
    ]),
  };
};

/** Says that Telegram makes no invoice, and what the buyer can do instead. */
export const starsRefusedView = (message: MessageOf<'stars_refused'>, wording: Wording): View => {
  const { priceStars, way, ways, reference } = message;
  const next = ways.includes('crypto') ? 'paystep-refused-crypto' : 'paystep-refused-later';
  return {
    text: lines(
      html`${wording.html('paystep-refused', { price: wording.stars(priceStars) })} ${wording.html(next)}`,
      '',
      orderInWords(message, wording),
    ),
    ...keyboardOf(
      ...wayButtons(message, ways, wording),
      [button(wording.text('paystep-button-again'), callbackData.payBy(way, reference))],
      [talkButton(message, wording)],
    ),
  };
};
