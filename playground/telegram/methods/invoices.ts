import { checkInvoice, readInvoice, required } from '../stars/invoice-terms';
import type { Method, Methods } from './context';
import { publish } from './publish';

/** Checks the invoice before the chat, as the server does. What Telegram itself refuses comes after the chat. */
const sendInvoice: Method = (context, params) => {
  const { stars } = context;
  const asked = { ...readInvoice(params), subscriptionPeriod: 0 };
  const sent = publish(context, params, () => {
    const terms = checkInvoice(asked, params, stars.period);
    const { title, description, startParameter: start_parameter, amount: total_amount } = terms;
    const pay = { text: `Pay ⭐️${total_amount}`, pay: true as const };
    return {
      text: '',
      invoice: { title, description, start_parameter, currency: 'XTR', total_amount },
      reply_markup: { inline_keyboard: [[pay]] },
    };
  });
  const place = { chatId: sent.chat.id, messageId: sent.message_id };
  stars.invoices.addMessage(place, checkInvoice(asked, params, stars.period));
  return sent;
};

/** A link never ends. Anyone can pay it, any number of times. */
const createInvoiceLink: Method = ({ stars }, params) =>
  stars.invoices.addLink(checkInvoice(readInvoice(params), params, stars.period));

/** Nobody learns from it whether the buyer pays. */
const answerPreCheckoutQuery: Method = ({ stars }, params) => {
  const id = params.string('pre_checkout_query_id');
  if (params.boolean('ok')) stars.checkouts.answer(id, { state: 'ok' });
  else stars.checkouts.answer(id, { state: 'refused', message: required(params, 'error_message') });
  return true;
};

export const invoiceMethods: Methods = { sendInvoice, createInvoiceLink, answerPreCheckoutQuery };
