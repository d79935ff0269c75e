import type { DonationReceived, PaymentReceived, SubscriptionSold } from '../../../domain/messages/payments';
import type { MessageOf } from '../../../domain/messages/messages';
import { donorNoteLine } from '../donor-note';
import { endIn } from '../access-end';
import { lines, type Html } from '../html';
import { storyButton } from '../order-progress';
import { areStars, oddityToOwner, receivedInWords, tierInWords } from '../order-wording';
import { personInWords } from '../person';
import { keyboardOf, MAX_TIER_NAME, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

type Sale = DonationReceived | SubscriptionSold;

/** What came in dollars: `$15.00 of $40.00` if it is less than the price, nothing if nobody knows its worth. */
function dollarsOf(sale: Sale | PaymentReceived, wording: Wording): string | undefined {
  const { amountCents } = sale;
  if (amountCents === 0 || areStars(sale)) return undefined;
  const receivedCents = sale.type === 'subscription_sold' ? sale.receivedCents : undefined;
  const price = wording.usd(amountCents);
  if (receivedCents === undefined || receivedCents >= amountCents) return price;
  const isUnknown = receivedCents === 0 && receivedInWords(sale, wording) !== undefined;
  return isUnknown ? undefined : wording.text('sales-part', { dollars: wording.usd(receivedCents), price });
}

/** What came, in dollars and in its coin, or `unknown`. */
function amountOf(sale: Sale | PaymentReceived, wording: Wording): string {
  const dollars = dollarsOf(sale, wording);
  const coins = receivedInWords(sale, wording);
  if (dollars === undefined) return coins ?? 'unknown';
  return coins === undefined ? dollars : wording.text('sales-amount', { dollars, coins });
}

/** Who paid how much, and where. */
const aboutSale = (sale: Sale | PaymentReceived, wording: Wording) => ({
  person: personInWords(sale.payer, wording),
  title: shortTitle(sale.title),
  amount: amountOf(sale, wording),
});

/** What was odd, and when it was paid. */
const closingLines = (sale: Sale, wording: Wording): readonly (Html | undefined)[] => [
  oddityToOwner(sale.exception ?? 'none', sale, wording),
  wording.html(areStars(sale) ? 'sales-confirmed-stars' : 'sales-confirmed', {
    time: wording.time(Date.parse(sale.paidAt)),
  }),
];

/** Tells the owner about a donation. The notification webhook sends it, too. */
export const donationReceivedView = (donation: DonationReceived, wording: Wording): View => ({
  text: lines(
    wording.html(
      donation.growth === true ? 'sales-donation-grown' : 'sales-donation',
      aboutSale(donation, wording),
    ),
    donorNoteLine(donation.note, wording),
    ...closingLines(donation, wording),
  ),
});

/** `undefined` if the service that reports the sale does not know the tier. */
function soldTier({ tierName, days }: SubscriptionSold, wording: Wording): string | undefined {
  if (tierName === null) return undefined;
  return days === null ? shortTitle(tierName, MAX_TIER_NAME) : tierInWords({ tierName, days }, wording);
}

/** The price and the length of the access, unless another line names them. */
function termsLines(sale: SubscriptionSold, wording: Wording): readonly Html[] {
  const { tierName, amountCents, priceCents = amountCents, days } = sale;
  const isPriceTold =
    areStars(sale) || (priceCents === amountCents && dollarsOf(sale, wording) !== undefined);
  return [
    ...(priceCents === null || isPriceTold
      ? []
      : [wording.html('sales-price', { price: wording.usd(priceCents) })]),
    ...(tierName === null && days !== null
      ? [wording.html('sales-duration', { duration: wording.days(days) })]
      : []),
  ];
}

/** Leaves out what is unknown: a service that reports a sale through the webhook may not know its tier or days. */
export function subscriptionSoldView(sale: SubscriptionSold, wording: Wording): View {
  const { amount, ...about } = aboutSale(sale, wording);
  const tier = soldTier(sale, wording);
  return {
    text: lines(
      tier === undefined
        ? wording.html('sales-subscription-unnamed', about)
        : wording.html('sales-subscription', { ...about, tier }),
      wording.html('sales-paid', { amount }),
      ...termsLines(sale, wording),
      sale.paidUntil === null
        ? undefined
        : wording.html('sales-until', { time: endIn(sale.paidUntil, wording) }),
      ...closingLines(sale, wording),
    ),
    ...(sale.reference && keyboardOf([storyButton({ reference: sale.reference }, wording)])),
  };
}

/** A payment that a service reports with its amount and a type of its own. */
export const paymentReceivedView = (payment: PaymentReceived, wording: Wording): View => ({
  text: lines(
    wording.html('sales-payment', aboutSale(payment, wording)),
    wording.html('sales-type', { type: payment.paymentType }),
    wording.time(Date.parse(payment.paidAt)),
  ),
});

export const testNotificationView = (test: MessageOf<'test_notification'>, wording: Wording): View => ({
  text: lines(
    wording.html('sales-test', { title: shortTitle(test.title) }),
    wording.html('sales-test-note'),
    wording.time(Date.parse(test.at)),
  ),
});
