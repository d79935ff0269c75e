import { plainError } from '../plain-error.js';
import { outcomeWords } from './star-words.js';

/** Opens an invoice on a phone. `place`: `{ link }`, or `{ chatId, messageId }`. */
export async function openInvoice(phone, place) {
  const answer = await phone.act('openInvoice', place);
  if (answer) phone.parts.paySheet.open(place, answer.sheet);
}

/** Confirms an invoice on so many devices at once. Says how each of them ended. */
async function payInvoice(phone, { place, sheet, devices }) {
  const payments = Array.from({ length: devices }, () => phone.act('payStars', place));
  for (const answer of await Promise.all(payments)) {
    if (answer === undefined) continue;
    const { outcome } = answer;
    if (outcome.state === 'refused') phone.toast.alert(outcome.message);
    else phone.toast.show(outcomeWords(outcome, sheet));
  }
}

/** What the person who holds a phone does with Stars, and what Telegram does at their request. */
export const starActionsOf = (phone) => ({
  pay: (purchase) => payInvoice(phone, purchase),
  topUp: (amount) => phone.act('topUpStars', { amount }),
  telegramSide: (act, body) =>
    phone.telegram.stars(act, body).catch((error) => phone.toast.show(plainError(error))),
});
