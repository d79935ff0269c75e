import type { Payer } from './payer';
import type { InvoicePlace } from './star-types';
import type { StarUpdateKind } from './star-updates';
import type { TelegramStars } from './stars';

type Fields = Readonly<Record<string, unknown>>;

/** What a person does with Stars on the page, by the last part of the path. The page gets the results. */
export const STAR_ACTIONS: Readonly<Record<string, (person: Payer, body: Fields) => unknown>> = {
  openInvoice: (person, body) => ({ sheet: person.openInvoice(placeIn(body)) }),
  payStars: async (person, body) => ({ outcome: await person.payStars(placeIn(body)) }),
  topUpStars: ({ stars }, body) => stars.topUp(Number(body['amount'])),
  cancelSubscription: ({ stars }, body) => stars.cancel(String(body['id'])),
  enableSubscription: ({ stars }, body) => stars.enable(String(body['id'])),
};

/** What Telegram itself does with Stars, by the name in a request to `/sim/stars`. */
const ACTS: Readonly<Record<string, (stars: TelegramStars, body: Fields) => void>> = {
  refund: (stars, { chargeId }) => stars.refund(String(chargeId)),
  chargeBack: (stars, { chargeId }) => stars.chargeBack(String(chargeId)),
  failNextRenewal: (stars, { id }) => stars.failNextRenewal(String(id)),
  retryRenewal: (stars, { id }) => stars.retryRenewal(String(id)),
  loseNext: (stars, { kind }) => stars.loseNext(String(kind) as StarUpdateKind),
};

export function performStarAct(stars: TelegramStars, body: Fields): object {
  const name = String(body['act']);
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) throw new Error(`Telegram does not do ${name}`);
  act(stars, body);
  return { ok: true };
}

/** A link, or a message in a chat. */
const placeIn = ({ link, chatId, messageId }: Fields): InvoicePlace =>
  typeof link === 'string' ? link : { chatId: Number(chatId), messageId: Number(messageId) };
