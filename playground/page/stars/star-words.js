/** Seconds. */
const aDay = 24 * 3600;
const dayOf = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString([], { day: 'numeric', month: 'short', year: 'numeric' });

export const inStars = (amount) => `⭐${amount}`;

function periodOf(seconds) {
  if (seconds % aDay === 0) return `${seconds / aDay} days`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} seconds`;
}

/** What an invoice costs, and how often. */
export const priceOf = ({ amount, subscriptionPeriod: seconds }) =>
  seconds === 0
    ? `${inStars(amount)}, once.`
    : `${inStars(amount)} every ${periodOf(seconds)} until you cancel.`;

/** What a message about a payment says; `undefined` for any other. */
export function paymentWords({ invoice, successful_payment: paid, refunded_payment: refunded }) {
  if (invoice) return `${invoice.title}\n${invoice.description}\n${inStars(invoice.total_amount)}`;
  if (paid?.is_recurring && !paid.is_first_recurring) return `You renewed for ${inStars(paid.total_amount)}.`;
  if (paid) return `You paid ${inStars(paid.total_amount)}.`;
  return refunded && `You got ${inStars(refunded.total_amount)} back.`;
}

/** What a subscription costs and when it goes on or ends. */
export function subscriptionWords({
  amount,
  ends_at,
  state,
  is_canceled_by_bot: isByBot,
  fails_next: fails,
}) {
  const day = dayOf(ends_at);
  const price = inStars(amount);
  if (state === 'failed') return `Could not renew for ${price} on ${day}.`;
  if (state === 'ended') return `Ended on ${day}.`;
  if (state === 'canceled') return `Canceled${isByBot ? ' by the bot' : ''}. Ends on ${day}.`;
  return fails ? `The renewal on ${day} will fail.` : `Renews for ${price} on ${day}.`;
}

/** What the phone says after a payment; the bot's own words are shown as an alert. */
export function outcomeWords({ state }, { amount, title }) {
  const words = {
    paid: `You paid ${inStars(amount)} for ${title}.`,
    timed_out: 'The bot did not answer in time. Nothing was charged.',
    too_few_stars: 'You don’t have enough Stars. Nothing was charged.',
  };
  return words[state] ?? 'Nothing was charged.';
}
