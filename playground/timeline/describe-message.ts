import { fields, nameOf, text, words, type Columns } from './row-text';

/** Why an invoice is sent that the buyer did not ask for. */
const OCCASIONS: Readonly<Record<string, (name: string) => string>> = {
  rest: (name) => `ask ${name} for the rest, with an invoice`,
  reminder: (name) => `remind ${name} that the access ends, with an invoice`,
};

const MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  welcome: (name) => `welcome ${name}`,
  pay_now: (name) => `send ${name} “Pay now”`,
  invoice_delayed: (name) => `tell ${name} that the invoice is delayed`,
  invoice_refused: (name) => `tell ${name} why there is no invoice`,
  invoices_refused: (name) => `tell ${name} that buyers cannot pay`,
  order_paid: (name) => `tell ${name} that the order is paid`,
  thanks: (name) => `thank ${name}`,
  payment_news: (name) => `tell ${name} the state of the payment`,
  case_reminder: (name) => `remind ${name} of an odd payment`,
  case_waiting: (name) => `tell ${name} that the owner has not decided yet`,
  case_accepted: (name) => `tell ${name} that a payment a little short was accepted`,
  odd_payment: (name) => `show ${name} an odd payment`,
  subscription_sold: (name) => `tell ${name} about the sale`,
  sales_digest: (name) => `send ${name} the daily digest`,
  access: (name) => `send ${name} the invite link`,
  access_ended: (name) => `tell ${name} that the access ended`,
  access_delayed: (name) => `tell ${name} that the invite link is delayed`,
  access_trouble: (name) => `tell ${name} what Telegram refuses`,
  removal_trouble: (name) => `tell ${name} which member could not be removed`,
  reminder: (name) => `remind ${name} that the access ends`,
  join_declined: (name) => `tell ${name} why the request was declined`,
  channel_list: (name) => `show ${name} the channels`,
  channel_page: (name) => `show ${name} what a channel offers`,
  money_held: (name) => `show ${name} the money in unpaid orders`,
  my_subscriptions: (name) => `show ${name} their subscriptions`,
  order_story: (name) => `tell ${name} the story of an order`,
  donation_received: (name) => `tell ${name} about the donation`,
  keypad_expired: (name) => `tell ${name} that the keypad expired`,
};

/** Describes what a promised message does for its reader. */
export function describeMessage(payload: Columns): string {
  const message = fields(payload['message']);
  const type = text(message['type']);
  const name = nameOf(payload['chatId']);
  const occasion = OCCASIONS[text(fields(message['occasion'])['type'])];
  if (occasion) return occasion(name);
  return MESSAGES[type]?.(name) ?? `send ${name} “${words(type)}”`;
}
