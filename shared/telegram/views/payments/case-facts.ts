import type { Cents } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import type { Html } from '../html';
import { areStars, orderInWords, receivedInWords } from '../order-wording';
import { personInWords } from '../person';
import type { Wording } from '../wording';
import { hasArrived } from './case-heading';

type OddPayment = MessageOf<'odd_payment'>;

/** Money beyond a price that several payments brought together, so no amount of one is told. */
export const isOfSeveral = (message: OddPayment, wording: Wording): boolean =>
  message.news === 'over' && receivedInWords(message, wording) === undefined;

/** Selects what is said about the worth of coins. Messages of versions that did not know it say nothing. */
function worthOf(worthCents: Cents | null | undefined, wording: Wording): string {
  if (worthCents === undefined) return 'none';
  if (worthCents === null) return 'unknown';
  return worthCents === 0 ? 'tiny' : wording.usd(worthCents);
}

/** What the invoice asked for in the payment's coin, or in the coin that was chosen for it. */
function askedInWords(
  { asked, expectedCrypto, cryptoCurrency }: OddPayment,
  wording: Wording,
): string | undefined {
  if (expectedCrypto !== null && cryptoCurrency !== null)
    return wording.crypto(expectedCrypto, cryptoCurrency);
  return asked == null ? undefined : wording.crypto(asked.amountCrypto, asked.cryptoCurrency);
}

function moneyLines(message: OddPayment, wording: Wording): readonly Html[] {
  const asked = askedInWords(message, wording);
  const amount = receivedInWords(message, wording);
  const askedLine = asked === undefined ? [] : [wording.html('cases-asked', { amount: asked })];
  if (amount === undefined)
    return [
      ...askedLine,
      wording.html(hasArrived(message) ? 'cases-received-unreported' : 'cases-received-none'),
    ];
  const received = {
    amount,
    worth: areStars(message) ? 'none' : worthOf(message.worthCents, wording),
    least: wording.usd(1 as Cents),
  };
  return message.expectedCrypto === null || asked === undefined
    ? [...askedLine, wording.html('cases-received', received)]
    : [wording.html('cases-received-of', { ...received, asked })];
}

/** The payer, the order and the money of an odd payment. */
export const factLines = (message: OddPayment, wording: Wording): readonly Html[] => [
  wording.html('common-from', { person: personInWords(message.payer, wording) }),
  wording.html('cases-order', { order: orderInWords(message, wording) }),
  ...(isOfSeveral(message, wording)
    ? []
    : [
        ...moneyLines(message, wording),
        wording.html('cases-payment', { payment: String(message.paymentId) }),
      ]),
];
